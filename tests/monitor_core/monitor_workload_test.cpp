// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/monitor.h"
#include "monitor_core/recorder.h"
#include "monitor_core/sources/workload_source.h"
#include "tests/support/certified_policy.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

namespace headroom {

namespace {

/// The whole core with real writes, as the dashboard runs it, and a list of all that it published.
class MonitorWorkloadTest : public testing::Test {
protected:
    static WorkloadSettings calm()
    {
        WorkloadSettings settings;
        settings.writers = 2;
        settings.writeRate = { 20 };
        settings.maxArtifactSize = { 2000 };
        return settings;
    }
    MonitorWorkloadTest()
    {
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(
            std::make_unique<WorkloadSource>(folder.path() / "workload", calm(), recorder, clock));
        monitor = std::make_unique<Monitor>(policy, recorder, std::move(sources), clock);
        subscription = monitor->subscribe([this](const SnapshotPtr& snapshot) {
            const std::lock_guard lock(mutex);
            published.push_back(snapshot);
        });
        monitor->start();
    }
    Result<void> configure(const WorkloadSettings& settings)
    {
        return monitor->submit({ "test", ConfigureWorkload { settings } });
    }
    /// Whether something like this was published, now or earlier.
    template <typename Predicate>
    bool saw(Predicate predicate)
    {
        const std::lock_guard lock(mutex);
        return std::any_of(published.begin(), published.end(),
            [&](const SnapshotPtr& snapshot) { return predicate(*snapshot); });
    }
    template <typename Predicate>
    bool waitToSee(Predicate predicate)
    {
        return waitUntil([&] { return saw(predicate); });
    }
    void forget()
    {
        const std::lock_guard lock(mutex);
        published.clear();
    }

    TempDir folder;
    SystemClock clock;
    ThresholdPolicy policy = certifiedPolicy();
    Recorder recorder { policy.gate, policy.windows, clock };
    std::mutex mutex;
    std::vector<SnapshotPtr> published;
    std::unique_ptr<Monitor> monitor;
    Subscription subscription;
};

TEST_F(MonitorWorkloadTest, showsSixLiveMetricsOfRealWrites)
{
    EXPECT_TRUE(waitToSee([](const Snapshot& snapshot) {
        return snapshot.of(Metric::ConcurrentWrites).reading
            && snapshot.of(Metric::TotalStorage).reading
            && snapshot.of(Metric::WriteThroughput).reading
            && snapshot.of(Metric::WriteThroughput).reading->value > 0
            && snapshot.of(Metric::QueryResponse).reading && snapshot.latency.sampleCount > 0
            && snapshot.of(Metric::ArtifactSize).reading
            && snapshot.of(Metric::ArtifactCount).reading
            && !snapshot.of(Metric::AuditRetention).reading;
    }));
    EXPECT_EQ(monitor->latest()->source.name, "local workload");
    EXPECT_EQ(monitor->latest()->source.workload, calm());
    EXPECT_EQ(monitor->latest()->source.problem, "");
}

TEST_F(MonitorWorkloadTest, oneHundredThirtyWritersPauseTheGateAtExactly100AndItResumesBelow75)
{
    WorkloadSettings settings = calm();
    settings.writers = 130;
    settings.writeRate = { 100 };  // each write is held open for 1.2 of 1.3 s: 117 want to be
    ASSERT_TRUE(configure(settings));
    ASSERT_TRUE(waitToSee([](const Snapshot& snapshot) {
        const auto& writes = snapshot.of(Metric::ConcurrentWrites);
        return writes.reading && writes.reading->value == 100 && writes.level == Level::Red;
    }));
    ASSERT_TRUE(
        waitToSee([](const Snapshot& snapshot) { return snapshot.gate.refusedPausedTotal > 0; }));
    ASSERT_TRUE(waitToSee(
        [](const Snapshot& snapshot) { return snapshot.gate.state == GateState::Paused; }));
    EXPECT_FALSE(saw([](const Snapshot& snapshot) {
        const auto& writes = snapshot.of(Metric::ConcurrentWrites);
        return snapshot.gate.inFlight > 100 || (writes.reading && writes.reading->value > 100);
    }));
    EXPECT_FALSE(saw([](const Snapshot& snapshot) {
        return snapshot.gate.state == GateState::Paused && snapshot.gate.inFlight < 75;
    }));

    forget();
    ASSERT_TRUE(
        waitToSee([](const Snapshot& snapshot) { return snapshot.gate.state == GateState::Open; }));
    ASSERT_TRUE(configure(calm()));
    EXPECT_TRUE(waitUntil([&] {
        const auto now = monitor->latest();
        return now->gate.state == GateState::Open && now->gate.inFlight <= 2
            && now->worst == Level::Green;
    }));
}

TEST_F(MonitorWorkloadTest, aFullStorageHaltsWritesUntilSpaceIsFreed)
{
    WorkloadSettings settings = calm();
    settings.deleteOldest = false;
    settings.storageLimit = kilobytes(64);
    settings.writeRate = { 0 };
    ASSERT_TRUE(configure(settings));
    ASSERT_TRUE(waitToSee([](const Snapshot& snapshot) {
        return snapshot.gate.state == GateState::Halted && snapshot.gate.refusedHaltedTotal > 0
            && snapshot.of(Metric::TotalStorage).level == Level::Red;
    }));
    ASSERT_TRUE(waitUntil([&] { return monitor->latest()->gate.inFlight == 0; }));
    const auto admitted = monitor->latest()->gate.admittedTotal;
    const auto refused = monitor->latest()->gate.refusedHaltedTotal;
    ASSERT_TRUE(
        waitUntil([&] { return monitor->latest()->gate.refusedHaltedTotal > refused + 2; }));
    EXPECT_EQ(monitor->latest()->gate.admittedTotal, admitted);

    ASSERT_TRUE(monitor->submit({ "test", FreeWorkloadSpace { { 0.3 } } }));
    EXPECT_TRUE(waitUntil([&] { return monitor->latest()->gate.admittedTotal > admitted; }));
}

TEST_F(MonitorWorkloadTest, aRefusedConfigurationNamesItsFault)
{
    WorkloadSettings settings = calm();
    settings.writers = 9999;
    const auto refused = configure(settings);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().text(), "workload: writers must be from 0 to 500, is 9999");
}

TEST(MonitorWorkload, aFolderThatIsNotItsOwnIsToldAndNothingIsShownAsMeasured)
{
    TempDir folder;
    std::ofstream(folder.path() / "thesis.txt") << "years of work";
    const SystemClock clock;
    const auto policy = certifiedPolicy();
    Recorder recorder(policy.gate, policy.windows, clock);
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(
        std::make_unique<WorkloadSource>(folder.path(), WorkloadSettings {}, recorder, clock));
    Monitor monitor(policy, recorder, std::move(sources), clock);
    monitor.start();
    ASSERT_TRUE(waitUntil([&] {
        return monitor.latest()->source.problem.find("choose an empty folder") != std::string::npos;
    }));
    EXPECT_EQ(monitor.latest()->worst, Level::Unknown);
    EXPECT_FALSE(monitor.latest()->of(Metric::ConcurrentWrites).reading);
}

}  // namespace

}  // namespace headroom
