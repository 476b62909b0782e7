// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/monitor.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/sources/workload_source.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_records.h"
#include "tests/support/scripted_source.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace headroom {
namespace {

using namespace std::chrono_literals;

/// A monitor on an idle local workload, whose records a test scripts.
class MonitorRecordsTest : public testing::Test {
protected:
    MonitorRecordsTest()
    {
        WorkloadSettings idle;
        idle.writers = 0;
        idle.queryRate = {};
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(
            std::make_unique<WorkloadSource>(dir.path() / "workload", idle, recorder, clock));
        monitor = std::make_unique<Monitor>(policy, recorder, std::move(sources), clock, &records);
    }

    TempDir dir;
    ManualClock clock;
    ThresholdPolicy policy = certifiedPolicy();
    Recorder recorder { policy.gate, policy.windows, clock };
    ScriptedRecords records;
    std::unique_ptr<Monitor> monitor;
};

TEST_F(MonitorRecordsTest, aCommandIsInTheTrailBeforeItTakesEffect)
{
    monitor->tickOnce();
    WorkloadSettings wanted;
    wanted.writers = 0;
    wanted.storageLimit = megabytes(32);
    ASSERT_TRUE(monitor->submit({ "MK", ConfigureWorkload { wanted } }));
    ASSERT_EQ(records.notes.size(), 1U);
    EXPECT_EQ(records.notes[0].actor, "MK");
    EXPECT_EQ(records.notes[0].action, "workload.configure");
    EXPECT_NE(records.notes[0].oldValue.find("storage_limit_bytes=8388608"), std::string::npos);
    EXPECT_NE(records.notes[0].newValue.find("storage_limit_bytes=33554432"), std::string::npos);
}

TEST_F(MonitorRecordsTest, aDrillIsInTheTrailAndChangesNothingElse)
{
    monitor->tickOnce();
    ASSERT_TRUE(monitor->submit({ "MK", RecordDrill { true, "Write storm", {} } }));
    ASSERT_TRUE(monitor->submit({ "MK", RecordDrill { false, "Write storm", "live RED" } }));
    ASSERT_EQ(records.notes.size(), 2U);
    EXPECT_EQ(records.notes[0].action, "drill.began");
    EXPECT_EQ(records.notes[0].subject, "Write storm");
    EXPECT_EQ(records.notes[1].action, "drill.ended");
    EXPECT_EQ(records.notes[1].newValue, "live RED");
    EXPECT_FALSE(monitor->submit({ "MK", RecordDrill { true, std::string(201, 'x'), {} } }));
    EXPECT_EQ(records.notes.size(), 2U);
}

TEST_F(MonitorRecordsTest, aCommandThatCannotBeAuditedIsRefusedAndChangesNothing)
{
    monitor->tickOnce();
    const auto before = monitor->latest()->source.workload;
    records.auditOutcome = Error { ErrorCode::NoSpace, "disk full", "audit" };
    WorkloadSettings wanted;
    wanted.writers = 3;
    const auto done = monitor->submit({ "MK", ConfigureWorkload { wanted } });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Refused);
    EXPECT_NE(done.error().text().find("disk full"), std::string::npos);
    clock.advance(1s);
    monitor->tickOnce();
    EXPECT_EQ(monitor->latest()->source.workload, before);
}

TEST_F(MonitorRecordsTest, everySecondGivesARowAndEverySnapshotIsHandedOver)
{
    for (int i = 0; i < 4; ++i) {
        monitor->tickOnce();
        clock.advance(1s);
    }
    EXPECT_EQ(records.snapshots.size(), 4U);
    ASSERT_EQ(records.rows.size(), 3U);
    EXPECT_EQ(records.rows[1].startSeconds, records.rows[0].startSeconds + 1);
    EXPECT_TRUE(records.rows[0].metrics[indexOf(Metric::TotalStorage)]);
}

TEST_F(MonitorRecordsTest, theSecondUnderWayIsNotLostWhenItStops)
{
    monitor->tickOnce();
    ASSERT_TRUE(records.rows.empty());
    monitor->start();
    monitor->stop();
    EXPECT_GE(records.rows.size(), 1U);
}

TEST_F(MonitorRecordsTest, theTrailIsAMetricThatGrowsStaleWhenItsDiskHangs)
{
    records.summary.isKnown = true;
    records.alive = clock.steadyNow();
    monitor->tickOnce();
    EXPECT_EQ(monitor->latest()->of(Metric::AuditRetention).level, Level::Green);
    clock.advance(16s);
    monitor->tickOnce();
    EXPECT_EQ(monitor->latest()->of(Metric::AuditRetention).level, Level::Unknown);
    records.alive = clock.steadyNow();
    records.summary.isBroken = true;
    monitor->tickOnce();
    EXPECT_EQ(monitor->latest()->of(Metric::AuditRetention).level, Level::Red);
}

TEST_F(MonitorRecordsTest, thresholdsThatChangeAreJudgedByFromTheNextTickOn)
{
    monitor->tickOnce();
    EXPECT_EQ(monitor->latest()->thresholdsVersion, 0U);
    EXPECT_EQ(monitor->latest()->of(Metric::ConcurrentWrites).level, Level::Green);
    EditableThresholds wanted { policy.thresholds, 40, { 0.9 }, true };
    auto& writers = wanted.thresholds[indexOf(Metric::ConcurrentWrites)];
    writers.yellow = Bound { 1, Side::AtLeast, 0 };
    writers.orange = Bound { 2, Side::AtLeast, 0 };
    const auto changed = monitor->submit({ "MK", ChangeThresholds { wanted, 0, "earlier" } });
    ASSERT_TRUE(changed) << changed.error().text();
    EXPECT_EQ(records.thresholds.size(), 1U);
    auto write = recorder.beginWrite(megabytes(1));
    auto other = recorder.beginWrite(megabytes(1));
    monitor->tickOnce();
    const auto now = monitor->latest();
    EXPECT_EQ(now->thresholdsVersion, 1U);
    EXPECT_EQ(now->of(Metric::ConcurrentWrites).level, Level::Orange);
    EXPECT_EQ(now->of(Metric::ConcurrentWrites).thresholds, writers);
    EXPECT_EQ(now->gate.resumeBelow, 40);
    EXPECT_EQ(now->gate.resumeStorageBelow, Ratio { 0.9 });
    const auto late = monitor->submit({ "AB", ChangeThresholds { wanted, 0, "me too" } });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::Conflict);
}

TEST_F(MonitorRecordsTest, aChangeHasBeenPublishedWhenItIsAnswered)
{
    monitor->start();
    const EditableThresholds wanted { policy.thresholds, 40, { 0.9 }, false };
    ASSERT_TRUE(monitor->submit({ "MK", ChangeThresholds { wanted, 0, "earlier" } }));
    EXPECT_EQ(monitor->latest()->thresholdsVersion, 1U);
    monitor->stop();
}

TEST_F(MonitorRecordsTest, thresholdsThatCouldNotBeReadAreSaidAndAudited)
{
    PolicyInForce start(policy);
    start.version = 2;
    start.lastVersion = 3;
    start.problem = "the newest thresholds cannot be read";
    Monitor other(start, recorder, {}, clock, &records);
    other.tickOnce();
    EXPECT_EQ(other.latest()->thresholdsVersion, 2U);
    EXPECT_EQ(other.latest()->thresholdsProblem, start.problem);
    other.tickOnce();
    ASSERT_EQ(records.later.size(), 1U);
    EXPECT_EQ(records.later[0].first.action, "thresholds.damaged");
    EXPECT_EQ(records.later[0].first.subject, start.problem);
}

TEST_F(MonitorRecordsTest, aPauseIsInTheTrailOnceWithItsEnd)
{
    monitor->tickOnce();
    std::vector<Recorder::WriteScope> writes;
    for (int n = 0; n < 100; ++n) {
        writes.push_back(recorder.beginWrite(megabytes(1)));
    }
    monitor->tickOnce();
    monitor->tickOnce();
    ASSERT_EQ(records.later.size(), 1U);
    EXPECT_EQ(records.later[0].first.action, "gate.paused");
    writes.clear();
    monitor->tickOnce();
    monitor->tickOnce();
    ASSERT_EQ(records.later.size(), 2U);
    EXPECT_EQ(records.later[1].first.action, "gate.resumed");
}

/// A monitor that starts after a run that ended while the gate was halted.
class AfterAHalt : public MonitorRecordsTest {
protected:
    AfterAHalt()
    {
        records.wasHaltedBefore = true;
        auto made = std::make_unique<ScriptedSource>([] { return Result<Readings>(Readings {}); });
        source = made.get();
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::move(made));
        monitor = std::make_unique<Monitor>(policy, recorder, std::move(sources), clock, &records);
    }
    void tickWithStorageAt(double value)
    {
        source->become([this, value]() -> Result<Readings> {
            Reading reading;
            reading.value = value;
            reading.limit = 1000;
            reading.measuredAt = clock.steadyNow();
            reading.measuredAtUtc = clock.systemNow();
            Readings made;
            made.set(Metric::TotalStorage, reading);
            return made;
        });
        monitor->tickOnce();
    }
    Admission write() { return recorder.beginWrite(megabytes(1)).admission(); }

    ScriptedSource* source = nullptr;
};

TEST_F(AfterAHalt, nothingIsAdmittedBeforeTheFirstTickNorWithoutAStorageReading)
{
    EXPECT_EQ(write(), Admission::Halted);
    monitor->tickOnce();
    EXPECT_EQ(write(), Admission::Halted);
    EXPECT_EQ(monitor->latest()->gate.state, GateState::Halted);
    EXPECT_TRUE(monitor->latest()->gate.storageUnknown);
    clock.advance(1h);
    monitor->tickOnce();
    EXPECT_EQ(write(), Admission::Halted);
}

TEST_F(AfterAHalt, aReadingBelowTheBoundReopensOnceThatIsRecorded)
{
    tickWithStorageAt(990);
    EXPECT_EQ(write(), Admission::Halted) << "99 % is not below 99 %";
    EXPECT_TRUE(records.later.empty());
    tickWithStorageAt(989);
    EXPECT_EQ(write(), Admission::Halted) << "not recorded yet";
    ASSERT_EQ(records.later.size(), 1U);
    EXPECT_EQ(records.later[0].first.action, "gate.reopened");
    records.later[0].second({});
    tickWithStorageAt(989);
    EXPECT_EQ(write(), Admission::Admitted);
}

}  // namespace
}  // namespace headroom
