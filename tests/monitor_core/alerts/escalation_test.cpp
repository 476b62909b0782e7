// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/alerts/alert_world.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

/// Contract §3: what is seen, and who has how long.
struct MatrixRow {
    const char* name;
    Metric metric;
    Level level;
    double value;
    const char* to;
    const char* timeline;
    std::optional<std::chrono::seconds> overdueAfter;  ///< from the raise; none: never
};

constexpr double kGb = 1024.0 * 1024 * 1024;

const MatrixRow kMatrix[] = {
    { "storage70", Metric::TotalStorage, Level::Yellow, 700 * kGb, "Ops_Team", "6_HOURS", 6h },
    { "storage90", Metric::TotalStorage, Level::Orange, 900 * kGb, "Ops_Team", "6_HOURS", 6h },
    { "storage99", Metric::TotalStorage, Level::Red, 990 * kGb, "Ashmit_Pandey_and_Ops", "1_HOUR",
        1h },
    { "storage9999", Metric::TotalStorage, Level::Red, 999.9 * kGb, "Ashmit_Pandey_and_Ops",
        "1_HOUR", 1h },
    { "storage100", Metric::TotalStorage, Level::Red, 1000 * kGb, "Ashmit_Pandey_and_Ops",
        "IMMEDIATE", 60s },
    { "writes51", Metric::ConcurrentWrites, Level::Yellow, 51, "NONE", "N/A", std::nullopt },
    { "writes76", Metric::ConcurrentWrites, Level::Orange, 76, "Ops_Team", "6_HOURS", 6h },
    { "writes100", Metric::ConcurrentWrites, Level::Red, 100, "Ops_Team", "IMMEDIATE", 60s },
    { "latency150", Metric::QueryResponse, Level::Yellow, 150, "NONE", "N/A", std::nullopt },
    { "latency300", Metric::QueryResponse, Level::Orange, 300, "Ops_Team", "6_HOURS", 6h },
    { "latency501", Metric::QueryResponse, Level::Red, 501, "Ops_Team", "1_HOUR", 1h },
    { "latency5000", Metric::QueryResponse, Level::Red, 5000, "Ops_Team", "1_HOUR", 1h },
    { "slaUnderEditedThresholds", Metric::QueryResponse, Level::Green, 5000, "Ops_Team", "1_HOUR",
        1h },
    { "throughput900", Metric::WriteThroughput, Level::Orange, 900, "Ops_Team", "6_HOURS", 6h },
    { "throughput1001", Metric::WriteThroughput, Level::Red, 1001, "Ops_Team", "1_HOUR", 1h },
    { "throughput600", Metric::WriteThroughput, Level::Yellow, 600, "NONE", "N/A", std::nullopt },
    { "artifactSize", Metric::ArtifactSize, Level::Red, 501.0 * 1024 * 1024, "Ops_Team", "1_HOUR",
        1h },
    { "artifactCount", Metric::ArtifactCount, Level::Red, 100'000, "Ops_Team", "1_HOUR", 1h },
    { "auditBroken", Metric::AuditRetention, Level::Red, 1, "Ashmit_Pandey_and_Ops", "IMMEDIATE",
        60s },
};

class Matrix : public testing::TestWithParam<MatrixRow> { };

TEST_P(Matrix, tellsWhomTheContractNamesAndIsOverdueToTheNanosecond)
{
    const auto& row = GetParam();
    AlertWorld world;
    world.set(row.metric, row.level, row.value);
    world.tick();
    const auto alert = world.open(alertTypeOf(row.metric));
    ASSERT_TRUE(alert);
    EXPECT_EQ(alert->escalationPath, row.to);
    EXPECT_EQ(alert->responseTimeline, row.timeline);
    ASSERT_EQ(alert->overdueFrom.has_value(), row.overdueAfter.has_value());
    if (!row.overdueAfter) {
        world.tick(100h);
        EXPECT_EQ(world.stored(AlertEventKind::Overdue), 0);
        return;
    }
    world.tick(*row.overdueAfter - 1ns);
    EXPECT_EQ(world.stored(AlertEventKind::Overdue), 0);
    world.tick(1ns);
    EXPECT_EQ(world.stored(AlertEventKind::Overdue), 1);
    EXPECT_TRUE(world.open(alertTypeOf(row.metric))->isOverdue);
    world.tick(100h);
    EXPECT_EQ(world.stored(AlertEventKind::Overdue), 1) << "once";
}

INSTANTIATE_TEST_SUITE_P(Contract, Matrix, testing::ValuesIn(kMatrix),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Deadline, ofImmediateIsTheRaiseItselfAndOverdueAMinuteLater)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Red, 100);
    world.tick();
    const auto alert = world.open(AlertType::ConcurrentWrites);
    EXPECT_EQ(alert->deadline, alert->raisedAt);
    EXPECT_EQ(*alert->overdueFrom - *alert->deadline, 60s);
    EXPECT_FALSE(alert->isOverdue);
}

TEST(Deadline, passesWithoutAStepOnceAcknowledged)
{
    AlertWorld world;
    world.setStorage(Level::Orange, 0.95);
    world.tick();
    world.tick(6h - 1ns);
    ASSERT_TRUE(world.acknowledge(world.open(AlertType::StorageCapacity)->id));
    world.tick(24h);
    EXPECT_EQ(world.stored(AlertEventKind::Overdue), 0);
    EXPECT_TRUE(world.open(AlertType::StorageCapacity)->deadline);
}

TEST(Deadline, ofAHigherLevelCountsFromTheRiseAndAnEarlierOneStays)
{
    AlertWorld world;
    world.setStorage(Level::Yellow, 0.75);
    world.tick();
    const auto first = *world.open(AlertType::StorageCapacity)->deadlineUtc;
    world.setStorage(Level::Orange, 0.91);
    world.tick(5h + 30min);
    EXPECT_EQ(*world.open(AlertType::StorageCapacity)->deadlineUtc, first)
        << "six hours for ORANGE do not excuse the six for YELLOW";
    world.setStorage(Level::Red, 0.995);
    world.tick(1s);
    EXPECT_EQ(*world.open(AlertType::StorageCapacity)->deadlineUtc, first);
    ASSERT_TRUE(world.acknowledge(world.open(AlertType::StorageCapacity)->id));
    world.setStorage(Level::Red, 1.0);
    world.tick(1s);
    EXPECT_EQ(*world.open(AlertType::StorageCapacity)->deadline, world.clock.steadyNow());
}

TEST(Deadline, ofAFallenLevelCountsFromWhenThatLevelWasReached)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Red, 100);
    world.tick();
    const auto raised = world.clock.steadyNow();
    world.set(Metric::ConcurrentWrites, Level::Orange, 80);
    world.tick(30s);
    EXPECT_EQ(*world.open(AlertType::ConcurrentWrites)->deadline, raised + 6h);
    world.set(Metric::ConcurrentWrites, Level::Yellow, 60);
    world.tick(30s);
    EXPECT_FALSE(world.open(AlertType::ConcurrentWrites)->deadline);
    world.tick(100h);
    EXPECT_EQ(world.stored(AlertEventKind::Overdue), 0);
}

TEST(GatePaused, keepsTheWritesAlertImmediateBelowItsLimit)
{
    AlertWorld world;
    world.snapshot.gate.state = GateState::Paused;
    world.set(Metric::ConcurrentWrites, Level::Red, 100);
    world.tick();
    world.set(Metric::ConcurrentWrites, Level::Orange, 80);
    world.tick();
    auto alert = world.open(AlertType::ConcurrentWrites);
    EXPECT_EQ(alert->level, Level::Orange);
    EXPECT_EQ(alert->responseTimeline, "IMMEDIATE");
    world.snapshot.gate.state = GateState::Open;
    world.tick();
    EXPECT_EQ(world.lastStep().kind, AlertEventKind::Eased);
    EXPECT_EQ(world.open(AlertType::ConcurrentWrites)->responseTimeline, "6_HOURS");
}

TEST(GateHalted, isTheStorageAlertOfTheOwner)
{
    AlertWorld world;
    world.snapshot.gate.state = GateState::Halted;
    world.setStorage(Level::Red, 0.992);
    world.tick();
    const auto alert = world.open(AlertType::StorageCapacity);
    EXPECT_EQ(alert->escalationPath, "Ashmit_Pandey_and_Ops");
    EXPECT_EQ(alert->responseTimeline, "IMMEDIATE");
    EXPECT_EQ(world.board()->open.size(), 1U);
}

TEST(LateStep, saysThatItIsLateAndComesOnce)
{
    AlertWorld world;
    world.set(Metric::WriteThroughput, Level::Red, 1200);
    world.tick();
    world.tick(9h);  // the machine slept
    ASSERT_EQ(world.stored(AlertEventKind::Overdue), 1);
    EXPECT_NE(world.lastStep().reason.find("late by 8:00:00"), std::string::npos)
        << world.lastStep().reason;
    world.tick();
    EXPECT_EQ(world.stored(AlertEventKind::Overdue), 1);
}

TEST(LateStep, ofAPunctualOneIsNotCalledLate)
{
    AlertWorld world;
    world.set(Metric::WriteThroughput, Level::Red, 1200);
    world.tick();
    world.tick(1h + 1s);
    ASSERT_EQ(world.stored(AlertEventKind::Overdue), 1);
    EXPECT_EQ(
        world.lastStep().reason, "overdue 11:03:55Z: Ops_Team did not acknowledge within 1_HOUR");
}

TEST(SourceAlert, comesAfterThirtySecondsWithoutAStorageReadingAndGoesWithTheNextOne)
{
    AlertWorld world;
    world.tick();
    world.silence(Metric::TotalStorage);
    world.tick(30s - 1ns);
    EXPECT_FALSE(world.open(AlertType::Source));
    world.tick(1ns);
    const auto alert = world.open(AlertType::Source);
    ASSERT_TRUE(alert);
    EXPECT_EQ(alert->level, Level::Orange);
    EXPECT_EQ(alert->responseTimeline, "6_HOURS");
    EXPECT_TRUE(alert->isHouseDefault);
    world.speak(Metric::TotalStorage);
    world.setStorage(Level::Green, 0.5);
    world.tick();
    EXPECT_FALSE(world.open(AlertType::Source));
    EXPECT_EQ(world.audit.size(), 2U) << "one record each";
}

TEST(SourceAlert, isImmediateWhenTheGateIsHaltedForIt)
{
    AlertWorld world;
    world.snapshot.of(Metric::TotalStorage).reading.reset();
    world.snapshot.of(Metric::TotalStorage).level = Level::Unknown;
    world.snapshot.of(Metric::TotalStorage).whyMissing = "cannot read /srv: Input/output error";
    world.tick();
    world.tick(30s);
    EXPECT_EQ(world.open(AlertType::Source)->level, Level::Orange);
    world.snapshot.gate.state = GateState::Halted;
    world.snapshot.gate.storageUnknown = true;
    world.tick();
    const auto alert = world.open(AlertType::Source);
    EXPECT_EQ(alert->level, Level::Red);
    EXPECT_EQ(alert->escalationPath, "Ashmit_Pandey_and_Ops");
    EXPECT_NE(alert->message.find("Input/output error"), std::string::npos);
    EXPECT_FALSE(world.open(AlertType::StorageCapacity)) << "nobody knows anything about storage";
}

TEST(SourceAlert, comesWhenASourceFailsForFiveSecondsAndItsTextIsCut)
{
    AlertWorld world;
    world.snapshot.source.problem = "no\x01 answer " + std::string(1'000'000, 'x');
    world.tick();
    world.tick(5s - 1ns);
    EXPECT_FALSE(world.open(AlertType::Source));
    world.tick(1ns);
    const auto message = world.open(AlertType::Source)->message;
    EXPECT_LT(message.size(), 400U);
    EXPECT_NE(message.find("…"), std::string::npos);
    EXPECT_EQ(message.find('\x01'), std::string::npos);
}

struct ShelfRow {
    const char* name;
    Level level;
    std::chrono::seconds most;
};

class Shelf : public testing::TestWithParam<ShelfRow> { };

TEST_P(Shelf, takesAnAlertForItsMaximumAndNotForASecondMore)
{
    AlertWorld world;
    world.set(Metric::ArtifactCount, GetParam().level, 99'000);
    world.tick();
    const auto id = world.open(AlertType::ArtifactCount)->id;
    EXPECT_EQ(world.shelve(id, GetParam().most + 1s).error().code, ErrorCode::Refused);
    EXPECT_EQ(world.shelve(id, std::chrono::seconds::max()).error().code, ErrorCode::Refused);
    EXPECT_EQ(world.shelve(id, 0s).error().code, ErrorCode::InvalidArgument);
    ASSERT_TRUE(world.shelve(id, GetParam().most));
    EXPECT_EQ(world.open(AlertType::ArtifactCount)->state, AlertState::Shelved);
    world.tick(1s);
    EXPECT_EQ(world.shelve(id, GetParam().most).error().code, ErrorCode::Refused)
        << "the maximum counts from when it was put there";
    world.tick(GetParam().most - 1s - 1ns);
    EXPECT_EQ(world.open(AlertType::ArtifactCount)->state, AlertState::Shelved);
    world.tick(1ns);
    EXPECT_NE(world.open(AlertType::ArtifactCount)->state, AlertState::Shelved);
}

INSTANTIATE_TEST_SUITE_P(Levels, Shelf,
    testing::Values(ShelfRow { "red", Level::Red, 15min }, ShelfRow { "orange", Level::Orange, 8h },
        ShelfRow { "yellow", Level::Yellow, 8h }),
    [](const auto& row) { return std::string(row.param.name); });

TEST(ShelvedAlert, comesBackWhenItRises)
{
    AlertWorld world;
    world.set(Metric::ArtifactCount, Level::Orange, 95'000);
    world.tick();
    ASSERT_TRUE(world.shelve(world.open(AlertType::ArtifactCount)->id, 8h));
    world.set(Metric::ArtifactCount, Level::Red, 100'000);
    world.tick();
    EXPECT_EQ(world.open(AlertType::ArtifactCount)->state, AlertState::Open);
    EXPECT_NE(world.lastStep().reason.find("back from the shelf of MK"), std::string::npos);
}

TEST(ShelvedAlert, holdsItsOverdueStepBackUntilItReturns)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Red, 100);
    world.tick();
    ASSERT_TRUE(world.shelve(world.open(AlertType::ConcurrentWrites)->id, 15min));
    world.tick(15min - 1ns);
    EXPECT_EQ(world.stored(AlertEventKind::Overdue), 0);
    world.tick(1ns);
    ASSERT_EQ(world.stored(AlertEventKind::Overdue), 1);
    EXPECT_NE(world.lastStep().reason.find("held back while shelved"), std::string::npos);
}

TEST(ShelvedAlert, canBePutBackByHandButOnlyIfItIsThere)
{
    AlertWorld world;
    world.set(Metric::ArtifactCount, Level::Orange, 95'000);
    world.tick();
    const auto id = world.open(AlertType::ArtifactCount)->id;
    const Command back { "JO", UnshelveAlert { id } };
    EXPECT_EQ(world.keeper->submit(back, world.now()).error().code, ErrorCode::Conflict);
    ASSERT_TRUE(world.shelve(id, 1h));
    EXPECT_TRUE(world.keeper->submit(back, world.now()));
    EXPECT_EQ(world.lastStep().actor, "JO");
}

}  // namespace
}  // namespace headroom
