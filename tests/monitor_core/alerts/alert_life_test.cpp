// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/alerts/alert_world.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

constexpr auto kWrites = AlertType::ConcurrentWrites;
constexpr auto kStorage = AlertType::StorageCapacity;

/// What a level that is seen does to an alert that has another one.
struct LifeRow {
    const char* name;
    Level before;
    Level seen;
    std::optional<AlertEventKind> step;
    Level after;  ///< Green: nothing open
};

const LifeRow kLife[] = {
    { "greenStays", Level::Green, Level::Green, std::nullopt, Level::Green },
    { "greenToUnknown", Level::Green, Level::Unknown, std::nullopt, Level::Green },
    { "greenToYellow", Level::Green, Level::Yellow, AlertEventKind::Raised, Level::Yellow },
    { "greenToRed", Level::Green, Level::Red, AlertEventKind::Raised, Level::Red },
    { "yellowStays", Level::Yellow, Level::Yellow, std::nullopt, Level::Yellow },
    { "yellowToOrange", Level::Yellow, Level::Orange, AlertEventKind::Rose, Level::Orange },
    { "yellowToRed", Level::Yellow, Level::Red, AlertEventKind::Rose, Level::Red },
    { "yellowToGreen", Level::Yellow, Level::Green, AlertEventKind::Cleared, Level::Green },
    { "yellowToUnknown", Level::Yellow, Level::Unknown, AlertEventKind::Unverified, Level::Yellow },
    { "orangeToRed", Level::Orange, Level::Red, AlertEventKind::Rose, Level::Red },
    { "orangeToYellow", Level::Orange, Level::Yellow, AlertEventKind::Fell, Level::Yellow },
    { "orangeToGreen", Level::Orange, Level::Green, AlertEventKind::Cleared, Level::Green },
    { "orangeToUnknown", Level::Orange, Level::Unknown, AlertEventKind::Unverified, Level::Orange },
    { "redToOrange", Level::Red, Level::Orange, AlertEventKind::Fell, Level::Orange },
    { "redToYellow", Level::Red, Level::Yellow, AlertEventKind::Fell, Level::Yellow },
    { "redToGreen", Level::Red, Level::Green, AlertEventKind::Cleared, Level::Green },
    { "redToUnknown", Level::Red, Level::Unknown, AlertEventKind::Unverified, Level::Red },
};

class AlertLife : public testing::TestWithParam<LifeRow> { };

TEST_P(AlertLife, stepsAsTheTableSays)
{
    const auto& row = GetParam();
    AlertWorld world;
    world.set(Metric::ArtifactCount, row.before, 80'000);
    world.tick();
    const auto before = world.open(AlertType::ArtifactCount);
    const auto stepsBefore = world.store.events.size();
    EXPECT_EQ(before.has_value(), row.before != Level::Green);

    world.set(Metric::ArtifactCount, row.seen, 80'001);
    world.tick();

    const auto after = world.open(AlertType::ArtifactCount);
    ASSERT_EQ(after.has_value(), row.after != Level::Green);
    EXPECT_EQ(world.store.events.size() - stepsBefore, row.step ? 1U : 0U);
    if (row.step) {
        EXPECT_EQ(world.lastStep().kind, *row.step);
    }
    if (after) {
        EXPECT_EQ(after->level, row.after);
        EXPECT_EQ(after->isUnverified, row.seen == Level::Unknown);
        if (before) {
            EXPECT_EQ(after->id, before->id) << "one alert, one id";
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Levels, AlertLife, testing::ValuesIn(kLife),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Alert, saysWhyItWasRaisedAndWhoIsTold)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Red, 103);
    world.tick();
    EXPECT_EQ(world.lastStep().reason, "raised RED 10:03:54Z → Ops_Team, IMMEDIATE");
    const auto alert = world.open(kWrites);
    EXPECT_EQ(alert->id, "CONCURRENT_WRITES-20260803T100354Z-1");
    EXPECT_EQ(alert->message, "Concurrent writes 103, RED from 100");
    EXPECT_EQ(alert->severity, "RED");
    EXPECT_EQ(alert->threshold, 100);
}

TEST(Alert, ofStorageSpeaksInSharesAndInTheWordsOfTheWire)
{
    AlertWorld world;
    world.setStorage(Level::Orange, 0.912);
    world.tick();
    const auto alert = world.open(kStorage);
    EXPECT_EQ(alert->message, "Storage 91.2 % of its limit, ORANGE from 90.0 % of its limit");
    EXPECT_EQ(alert->severity, "CRITICAL");
    EXPECT_DOUBLE_EQ(alert->threshold, info(Metric::TotalStorage).certifiedLimit * 0.9);
}

TEST(Alert, isOneHoweverOftenItIsSeenAndReadingTheBoardMakesNone)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Orange, 80);
    for (int i = 0; i < 100; ++i) {
        world.tick();
        static_cast<void>(world.board());
    }
    EXPECT_EQ(world.board()->open.size(), 1U);
    EXPECT_EQ(world.store.events.size(), 1U);
}

TEST(Alert, staysUnverifiedWhileDataStopAndClearsOnlyOnEvidence)
{
    AlertWorld world;
    world.set(Metric::WriteThroughput, Level::Red, 1500);
    world.tick();
    world.silence(Metric::WriteThroughput);
    for (int i = 0; i < 100; ++i) {
        world.tick(1min);
    }
    auto alert = world.open(AlertType::WriteThroughput);
    ASSERT_TRUE(alert);
    EXPECT_TRUE(alert->isUnverified);
    EXPECT_EQ(alert->value, 1500);
    EXPECT_EQ(world.stored(AlertEventKind::Unverified), 1);

    world.speak(Metric::WriteThroughput);
    world.set(Metric::WriteThroughput, Level::Red, 1400);
    world.tick();
    alert = world.open(AlertType::WriteThroughput);
    EXPECT_FALSE(alert->isUnverified);
    EXPECT_EQ(alert->value, 1400);

    world.set(Metric::WriteThroughput, Level::Green, 10);
    world.tick();
    EXPECT_FALSE(world.open(AlertType::WriteThroughput));
    EXPECT_EQ(world.board()->lastCleared.front().type, AlertType::WriteThroughput);
}

TEST(Alert, isCalledUnverifiedOnlyAfterFiveSecondsWithoutAnyReading)
{
    AlertWorld world;
    world.set(Metric::QueryResponse, Level::Red, 700);
    world.tick();
    world.snapshot.of(Metric::QueryResponse).reading.reset();
    world.snapshot.of(Metric::QueryResponse).level = Level::Unknown;
    world.tick();
    world.tick(4999ms);
    EXPECT_FALSE(world.open(AlertType::QueryLatency)->isUnverified);
    world.tick(1ms);
    EXPECT_TRUE(world.open(AlertType::QueryLatency)->isUnverified);
}

TEST(Acknowledgement, saysWhoWhenAndWhyAndStaysThroughAFall)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Red, 100);
    world.tick();
    const auto id = world.open(kWrites)->id;
    ASSERT_TRUE(world.acknowledge(id, "batch import, watching it"));
    world.set(Metric::ConcurrentWrites, Level::Orange, 80);
    world.tick();
    const auto alert = world.open(kWrites);
    EXPECT_EQ(alert->state, AlertState::Acknowledged);
    EXPECT_EQ(alert->acknowledgedBy, "MK");
    EXPECT_EQ(alert->acknowledgedNote, "batch import, watching it");
    EXPECT_TRUE(alert->acknowledgedAtUtc);
    EXPECT_EQ(alert->id, id);
}

TEST(Acknowledgement, isUndoneByARiseInLevel)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Orange, 80);
    world.tick();
    ASSERT_TRUE(world.acknowledge(world.open(kWrites)->id));
    world.set(Metric::ConcurrentWrites, Level::Red, 100);
    world.tick();
    const auto alert = world.open(kWrites);
    EXPECT_EQ(alert->state, AlertState::Open);
    EXPECT_TRUE(alert->acknowledgedBy.empty());
    EXPECT_NE(
        world.lastStep().reason.find("the acknowledgement of MK has ended"), std::string::npos);
}

TEST(Acknowledgement, isUndoneWhenStorageReachesItsLimit)
{
    AlertWorld world;
    world.setStorage(Level::Red, 0.995);
    world.tick();
    ASSERT_TRUE(world.acknowledge(world.open(kStorage)->id));
    world.setStorage(Level::Red, 1.0);
    world.tick();
    const auto alert = world.open(kStorage);
    EXPECT_EQ(alert->state, AlertState::Open);
    EXPECT_EQ(alert->responseTimeline, "IMMEDIATE");
    EXPECT_EQ(world.lastStep().kind, AlertEventKind::Escalated);
}

TEST(Acknowledgement, endsWithTheClearing)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Orange, 80);
    world.tick();
    const auto first = world.open(kWrites)->id;
    ASSERT_TRUE(world.acknowledge(first));
    world.set(Metric::ConcurrentWrites, Level::Green, 3);
    world.tick();
    world.set(Metric::ConcurrentWrites, Level::Orange, 80);
    world.tick();
    EXPECT_EQ(world.open(kWrites)->state, AlertState::Open);
    EXPECT_NE(world.open(kWrites)->id, first);
    EXPECT_EQ(world.acknowledge(first).error().code, ErrorCode::Conflict);
}

TEST(Acknowledgement, takesFurtherNotesButNotASecondEmptyOne)
{
    AlertWorld world;
    world.set(Metric::ConcurrentWrites, Level::Orange, 80);
    world.tick();
    const auto id = world.open(kWrites)->id;
    ASSERT_TRUE(world.acknowledge(id));
    EXPECT_TRUE(world.acknowledge(id, "still on it"));
    EXPECT_EQ(world.lastStep().kind, AlertEventKind::Noted);
    EXPECT_EQ(world.acknowledge(id, "").error().code, ErrorCode::Conflict);
    EXPECT_EQ(world.acknowledge("nothing-like-it").error().code, ErrorCode::NotFound);
}

TEST(Chattering, beginsWithTheThirdRaiseWithinTenMinutesAndEndsAfterThem)
{
    AlertWorld world;
    const auto raiseAndClear = [&](std::chrono::nanoseconds after) {
        world.set(Metric::ConcurrentWrites, Level::Orange, 80);
        world.tick(after);
        world.set(Metric::ConcurrentWrites, Level::Green, 3);
        world.tick(1s);
    };
    raiseAndClear(1s);  // at 0
    raiseAndClear(298s);  // at 299 s
    world.set(Metric::ConcurrentWrites, Level::Orange, 80);
    world.tick(299s);  // at 599 s
    EXPECT_TRUE(world.open(kWrites)->isChattering);
    EXPECT_EQ(world.stored(AlertEventKind::ChatteringBegan), 1);
    world.tick(999ms);
    EXPECT_TRUE(world.open(kWrites)->isChattering);
    world.tick(1ms);
    EXPECT_FALSE(world.open(kWrites)->isChattering);
    EXPECT_EQ(world.stored(AlertEventKind::ChatteringEnded), 1);
}

TEST(Chattering, isNotThreeRaisesInTenMinutesAndNotAClimbThroughTheLevels)
{
    AlertWorld world;
    for (const auto after : { 1s, 299s, 299s }) {
        world.set(Metric::ConcurrentWrites, Level::Orange, 80);
        world.tick(after);
        world.set(Metric::ConcurrentWrites, Level::Green, 3);
        world.tick(1s);
    }
    EXPECT_EQ(world.stored(AlertEventKind::ChatteringBegan), 0) << "the third came at 600 s";
    for (const auto level : { Level::Yellow, Level::Orange, Level::Red }) {
        world.set(Metric::ArtifactSize, level, 100);
        world.tick();
    }
    EXPECT_FALSE(world.open(AlertType::ArtifactSize)->isChattering);
}

TEST(Board, countsTheRaisesOfADayAndShowsTheWorstFirst)
{
    AlertWorld world;
    world.set(Metric::ArtifactSize, Level::Yellow, 1);
    world.tick();
    world.set(Metric::WriteThroughput, Level::Red, 1200);
    world.set(Metric::ArtifactCount, Level::Orange, 95'000);
    world.tick();
    const auto board = world.board();
    ASSERT_EQ(board->open.size(), 3U);
    EXPECT_EQ(board->open[0].level, Level::Red);
    EXPECT_EQ(board->open[2].level, Level::Yellow);
    EXPECT_EQ(board->raised24h, (std::array<std::uint32_t, 3> { 1, 1, 1 }));
    world.tick(25h);
    EXPECT_EQ(world.board()->raised24h, (std::array<std::uint32_t, 3> { 0, 0, 0 }));
}

TEST(AuditOfSteps, hasEveryStepOfOrangeAndRedAndNoneOfYellow)
{
    AlertWorld world;
    world.set(Metric::ArtifactSize, Level::Yellow, 1);
    world.tick();
    EXPECT_TRUE(world.audit.empty());
    world.set(Metric::ArtifactSize, Level::Orange, 1);
    world.tick();
    world.set(Metric::ArtifactSize, Level::Yellow, 1);
    world.tick();
    world.set(Metric::ArtifactSize, Level::Green, 1);
    world.tick();
    ASSERT_EQ(world.audit.size(), 3U);
    EXPECT_EQ(world.audit[0].action, "alert_rose");
    EXPECT_EQ(world.audit[1].action, "alert_fell");
    EXPECT_EQ(world.audit[2].action, "alert_cleared");
    EXPECT_EQ(world.audit[0].actor, "headroom");
}

/// Writers that go up and down within one open alert, from YELLOW to ORANGE, until it chatters.
class ChatteringWrites : public testing::Test {
protected:
    ChatteringWrites()
    {
        rise();
        for (int i = 0; i < 3; ++i) {
            fall();
            rise();
        }
    }
    void rise() { move(Level::Orange, 80); }
    void fall() { move(Level::Yellow, 60); }
    void move(Level level, double value)
    {
        world.set(Metric::ConcurrentWrites, level, value);
        world.tick(1s);
    }

    AlertWorld world;
};

TEST_F(ChatteringWrites, doNotEndAnAcknowledgementByRisingToALevelThatTheyAlreadyHad)
{
    ASSERT_TRUE(world.open(kWrites)->isChattering);
    ASSERT_TRUE(world.acknowledge(world.open(kWrites)->id));
    for (int i = 0; i < 5; ++i) {
        fall();
        rise();
        EXPECT_EQ(world.open(kWrites)->state, AlertState::Acknowledged);
        EXPECT_FALSE(world.open(kWrites)->deadline) << "somebody has it";
    }
}

TEST_F(ChatteringWrites, endAnAcknowledgementOnceByRisingHigherThanBefore)
{
    ASSERT_TRUE(world.acknowledge(world.open(kWrites)->id));
    fall();
    move(Level::Red, 100);
    EXPECT_EQ(world.open(kWrites)->state, AlertState::Open);
    ASSERT_TRUE(world.acknowledge(world.open(kWrites)->id));
    for (int i = 0; i < 5; ++i) {
        fall();
        move(Level::Red, 100);
        EXPECT_EQ(world.open(kWrites)->state, AlertState::Acknowledged);
    }
}

TEST_F(ChatteringWrites, endAnAcknowledgementAgainOnceTheyHaveCalmedDown)
{
    ASSERT_TRUE(world.acknowledge(world.open(kWrites)->id));
    fall();
    world.tick(11min);
    ASSERT_FALSE(world.open(kWrites)->isChattering);
    rise();
    EXPECT_EQ(world.open(kWrites)->state, AlertState::Open);
}

TEST_F(ChatteringWrites, areInTheTrailWithTheirBeginningTheirEndAndWhatIsNew)
{
    const auto before = world.audit.size();
    EXPECT_EQ(world.audit.back().action, "alert_chattering_began");
    const auto stepsBefore = world.store.events.size();
    for (int i = 0; i < 50; ++i) {
        fall();
        rise();
    }
    EXPECT_EQ(world.audit.size(), before) << "repetitions";
    EXPECT_EQ(world.store.events.size(), stepsBefore + 100) << "the history has every step";
    move(Level::Red, 100);
    ASSERT_EQ(world.audit.size(), before + 1);
    EXPECT_EQ(world.audit.back().action, "alert_rose");
    move(Level::Yellow, 60);
    world.tick(11min);
    EXPECT_EQ(world.audit.back().action, "alert_chattering_ended");
    move(Level::Green, 3);
    EXPECT_EQ(world.audit.back().action, "alert_cleared");
}

}  // namespace
}  // namespace headroom
