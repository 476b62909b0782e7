// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/monitor.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/sources/source.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_source.h"
#include "tests/support/wait_until.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace headroom {

namespace {

using namespace std::chrono_literals;

/// A monitor with one source whose storage the test sets, on a clock that the test turns.
class MonitorTest : public testing::Test {
protected:
    MonitorTest() { build(certifiedPolicy()); }

    void build(const ThresholdPolicy& policy)
    {
        monitor.reset();
        recorder = std::make_unique<Recorder>(policy.gate, policy.windows, clock);
        auto made = std::make_unique<ScriptedSource>([this]() { return readings(); });
        source = made.get();
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::move(made));
        monitor = std::make_unique<Monitor>(policy, *recorder, std::move(sources), clock);
    }
    Result<Readings> readings() const
    {
        Readings made;
        Reading reading;
        reading.value = used;
        reading.limit = 1000;
        reading.measuredAt = clock.steadyNow();
        reading.measuredAtUtc = clock.systemNow();
        made.set(Metric::TotalStorage, reading);
        return made;
    }
    void tickWithStorageAt(double value)
    {
        used = value;
        source->become([this]() { return readings(); });
        monitor->tickOnce();
    }
    void tickWithoutStorage()
    {
        source->become([]() -> Result<Readings> {
            return Error { ErrorCode::Io, "the mount is gone", "filesystem" };
        });
        monitor->tickOnce();
    }
    Admission tryToWrite() { return recorder->beginWrite(kilobytes(1)).admission(); }
    GateSummary gate() const { return monitor->latest()->gate; }

    ManualClock clock;
    std::atomic<double> used { 0 };
    std::unique_ptr<Recorder> recorder;
    ScriptedSource* source = nullptr;
    std::unique_ptr<Monitor> monitor;
};

TEST_F(MonitorTest, hasNoSnapshotBeforeTheFirstTickAndOneAfterIt)
{
    EXPECT_EQ(monitor->latest(), nullptr);
    monitor->tickOnce();
    ASSERT_NE(monitor->latest(), nullptr);
    EXPECT_EQ(monitor->latest()->sequence, 1U);
    EXPECT_EQ(monitor->latest()->source.name, "scripted");
}

TEST_F(MonitorTest, haltsTheGateAtExactlyTheStorageLimitAndGoesOnBelowNinetyNinePercent)
{
    tickWithStorageAt(999);
    EXPECT_EQ(gate().state, GateState::Open);
    EXPECT_EQ(tryToWrite(), Admission::Admitted);

    tickWithStorageAt(1000);
    EXPECT_EQ(gate().state, GateState::Halted);
    EXPECT_EQ(tryToWrite(), Admission::Halted);

    tickWithStorageAt(990);
    EXPECT_EQ(gate().state, GateState::Halted);
    EXPECT_EQ(tryToWrite(), Admission::Halted);

    tickWithStorageAt(989);
    EXPECT_EQ(gate().state, GateState::Open);
    EXPECT_EQ(tryToWrite(), Admission::Admitted);
    clock.advance(1s);
    monitor->tickOnce();
    EXPECT_EQ(gate().refusedHaltedTotal, 2U);
}

TEST_F(MonitorTest, storageMissingForThirtyOneSecondsLeavesTheGateAndSaysSo)
{
    tickWithStorageAt(1000);
    clock.advance(29s);
    tickWithoutStorage();
    EXPECT_FALSE(gate().storageUnknown);
    clock.advance(2s);
    tickWithoutStorage();
    EXPECT_TRUE(gate().storageUnknown);
    EXPECT_EQ(gate().state, GateState::Halted);
    EXPECT_EQ(monitor->latest()->source.problem, "filesystem: the mount is gone");
    EXPECT_EQ(monitor->latest()->of(Metric::TotalStorage).level, Level::Unknown);
    EXPECT_EQ(monitor->latest()->of(Metric::TotalStorage).lastKnownLevel, Level::Red);

    tickWithStorageAt(10);
    EXPECT_FALSE(gate().storageUnknown);
    EXPECT_EQ(gate().state, GateState::Open);
    EXPECT_EQ(monitor->latest()->source.problem, "");

    clock.advance(31s);
    tickWithoutStorage();
    EXPECT_TRUE(gate().storageUnknown);
    EXPECT_EQ(gate().state, GateState::Open);
}

TEST_F(MonitorTest, failsClosedWhenThePolicySaysSo)
{
    auto policy = certifiedPolicy();
    policy.gate.failClosed = true;
    build(policy);
    tickWithStorageAt(10);
    EXPECT_EQ(tryToWrite(), Admission::Admitted);
    clock.advance(31s);
    tickWithoutStorage();
    EXPECT_TRUE(gate().storageUnknown);
    EXPECT_EQ(gate().state, GateState::Halted);
    EXPECT_EQ(tryToWrite(), Admission::Halted);
    tickWithStorageAt(10);
    EXPECT_EQ(gate().state, GateState::Open);
    EXPECT_EQ(tryToWrite(), Admission::Admitted);
}

TEST_F(MonitorTest, publishesOncePerSecondWhenNothingChanges)
{
    tickWithStorageAt(10);
    const auto first = monitor->latest();
    for (int i = 0; i < 19; ++i) {
        clock.advance(50ms);
        monitor->tickOnce();
    }
    EXPECT_EQ(monitor->latest(), first);
    clock.advance(50ms);
    monitor->tickOnce();
    EXPECT_EQ(monitor->latest()->sequence, first->sequence + 1);
}

TEST_F(MonitorTest, publishesALevelAtOnceAndTellsSubscribers)
{
    tickWithStorageAt(10);
    std::vector<Level> told;
    auto subscription
        = monitor->subscribe([&](const SnapshotPtr& snapshot) { told.push_back(snapshot->worst); });
    clock.advance(1ms);
    tickWithStorageAt(700);
    ASSERT_EQ(told, std::vector { Level::Yellow });
    subscription = {};
    clock.advance(1ms);
    tickWithStorageAt(900);
    EXPECT_EQ(told.size(), 1U);
}

TEST_F(MonitorTest, refusesACommandThatNobodySignsOrTheSourceCannotDo)
{
    const auto unsigned_ = monitor->submit({ "", ConfigureWorkload {} });
    ASSERT_FALSE(unsigned_);
    EXPECT_EQ(unsigned_.error().code, ErrorCode::InvalidArgument);
    for (const Command& command :
        { Command { "MK", ConfigureWorkload {} }, Command { "MK", FreeWorkloadSpace {} } }) {
        const auto refused = monitor->submit(command);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
        EXPECT_NE(refused.error().message.find("the source is scripted"), std::string::npos);
    }
}

TEST_F(MonitorTest, aSourceThatHangsGrowsStaleWhileTheTickGoesOn)
{
    const auto turnstile = std::make_shared<Turnstile>();
    monitor->start();
    ASSERT_TRUE(waitUntil(
        [&] { return monitor->latest()->of(Metric::TotalStorage).freshness == Freshness::Live; }));
    source->become([turnstile]() -> Result<Readings> {
        turnstile->pass();
        return Error { ErrorCode::Io, "let go", {} };
    });
    turnstile->awaitSomebody();
    clock.advance(6s);
    ASSERT_TRUE(waitUntil(
        [&] { return monitor->latest()->of(Metric::TotalStorage).freshness == Freshness::Stale; }));
    EXPECT_EQ(monitor->latest()->worst, Level::Unknown);
    const auto sequence = monitor->latest()->sequence;
    clock.advance(1s);
    EXPECT_TRUE(waitUntil([&] { return monitor->latest()->sequence > sequence; }));
    turnstile->open();
    monitor->stop();
}

TEST_F(MonitorTest, aSourceThatThrowsLosesItsOwnReadingsOnly)
{
    monitor->start();
    source->become([]() -> Result<Readings> { throw std::runtime_error("on purpose"); });
    ASSERT_TRUE(waitUntil([&] { return monitor->latest()->source.problem == "on purpose"; }));
    const auto sequence = monitor->latest()->sequence;
    clock.advance(1s);
    EXPECT_TRUE(waitUntil([&] { return monitor->latest()->sequence > sequence; }));
}

TEST_F(MonitorTest, theGateWakesTheTick)
{
    monitor->start();
    std::vector<Recorder::WriteScope> writes;
    for (int i = 0; i < 100; ++i) {
        writes.push_back(recorder->beginWrite({ 1 }));
        ASSERT_TRUE(writes.back().admitted());
    }
    EXPECT_EQ(tryToWrite(), Admission::Paused);
    EXPECT_TRUE(waitUntil([&] { return gate().state == GateState::Paused; }));
    EXPECT_EQ(gate().inFlight, 100);
    writes.clear();
    EXPECT_TRUE(waitUntil([&] { return gate().state == GateState::Open; }));
}

TEST_F(MonitorTest, aSubscriberMayUnsubscribeAfterTheMonitorIsGone)
{
    auto subscription = monitor->subscribe([](const SnapshotPtr&) {});
    monitor.reset();
    EXPECT_NO_THROW(subscription = Subscription());
}

}  // namespace

}  // namespace headroom
