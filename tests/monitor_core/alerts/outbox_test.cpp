// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/outbox.h"
#include "tests/monitor_core/alerts/alert_world.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

OutboxMessage message(int number, bool isFiring, Level level)
{
    OutboxMessage m;
    m.id = "m" + std::to_string(number);
    m.channel = "Ops_Team/webhook";
    m.order = static_cast<std::uint64_t>(number);
    m.notice.isFiring = isFiring;
    m.notice.level = level;
    m.isStored = true;
    return m;
}

TEST(Retry, waitsOneSecondAndDoublesUpToFiveMinutes)
{
    EXPECT_EQ(retryDelay(1), 1s);
    EXPECT_EQ(retryDelay(2), 2s);
    EXPECT_EQ(retryDelay(9), 256s);
    EXPECT_EQ(retryDelay(10), 300s);
    EXPECT_EQ(retryDelay(4'000'000'000U), 300s);
}

TEST(Outbox, handsOutTheOldestOfALineOnlyAndTheNextAfterItsAnswer)
{
    Outbox outbox;
    outbox.add(message(1, true, Level::Red), false);
    outbox.add(message(2, false, Level::Red), false);
    auto other = message(3, true, Level::Red);
    other.channel = "Ashmit_Pandey/command";
    outbox.add(other, false);
    EXPECT_EQ(outbox.takeDue(AlertTime()).size(), 2U);
    EXPECT_TRUE(outbox.takeDue(AlertTime()).empty()) << "in flight";
    outbox.retryLater("m1", AlertTime());
    EXPECT_TRUE(outbox.takeDue(AlertTime(999ms)).empty());
    EXPECT_EQ(outbox.takeDue(AlertTime(1s)).front().id, "m1");
    EXPECT_TRUE(outbox.remove("m1"));
    EXPECT_EQ(outbox.takeDue(AlertTime(1s)).front().id, "m2");
}

TEST(Outbox, handsOutNothingThatIsNotOnDisk)
{
    Outbox outbox;
    auto m = message(1, true, Level::Red);
    m.isStored = false;
    outbox.add(m, false);
    EXPECT_TRUE(outbox.takeDue(AlertTime()).empty());
    outbox.markStored();
    EXPECT_EQ(outbox.takeDue(AlertTime()).size(), 1U);
}

TEST(Outbox, foldsAFullLineWithoutForgettingWhatAReceiverBelieves)
{
    Outbox outbox;
    outbox.add(message(0, true, Level::Red), false);
    ASSERT_EQ(outbox.takeDue(AlertTime()).size(), 1U);
    outbox.retryLater("m0", AlertTime());  // tried: it may have arrived, so it stays
    for (int i = 1; i < 8; ++i) {
        outbox.add(message(i, true, i % 2 == 0 ? Level::Red : Level::Orange), false);
    }
    ASSERT_EQ(outbox.messages().size(), 8U);
    const auto replaced = outbox.add(message(8, true, Level::Yellow), false);
    EXPECT_EQ(replaced.size(), 7U);
    ASSERT_EQ(outbox.messages().size(), 2U);
    const auto& folded = outbox.messages().back();
    EXPECT_EQ(folded.id, "m8");
    EXPECT_EQ(folded.notice.folded, 7U);
    EXPECT_EQ(folded.notice.ended, (std::vector { Level::Orange, Level::Red }));
}

TEST(Messages, endTheOldLabelsWhenTheLevelRisesAndTellTheNewContactToo)
{
    AlertWorld world;
    world.setStorage(Level::Orange, 0.95);
    world.tick();
    auto first = world.keeper->takeDeliveries(world.now());
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].contact, "Ops_Team");
    world.keeper->delivered(first[0].messageId);
    world.setStorage(Level::Red, 0.995);
    world.tick();
    const auto second = world.keeper->takeDeliveries(world.now());
    ASSERT_EQ(second.size(), 2U);
    EXPECT_EQ(second[0].kind, ChannelKind::Command);
    EXPECT_EQ(second[0].contact, "Ashmit_Pandey");
    EXPECT_NE(second[1].payload.find("\"level\":\"ORANGE\""), std::string::npos);
    EXPECT_NE(second[1].payload.find("\"level\":\"RED\""), std::string::npos);
}

TEST(Messages, ofAShelvedAlertAreItsEndOnly)
{
    AlertWorld world;
    world.set(Metric::ArtifactCount, Level::Red, 100'000);
    world.tick();
    for (const auto& delivery : world.keeper->takeDeliveries(world.now())) {
        world.keeper->delivered(delivery.messageId);
    }
    ASSERT_TRUE(world.shelve(world.open(AlertType::ArtifactCount)->id, 15min));
    world.set(Metric::ArtifactCount, Level::Orange, 95'000);
    world.tick();
    EXPECT_TRUE(world.keeper->takeDeliveries(world.now()).empty());
    world.set(Metric::ArtifactCount, Level::Green, 5);
    world.tick();
    const auto end = world.keeper->takeDeliveries(world.now());
    ASSERT_EQ(end.size(), 1U);
    EXPECT_NE(end[0].payload.find("\"level\":\"RED\""), std::string::npos);
}

TEST(Messages, areRepeatedEverySixHoursWhileTheAlertFires)
{
    AlertWorld world;
    world.set(Metric::ArtifactCount, Level::Orange, 95'000);
    world.tick();
    const auto first = world.keeper->takeDeliveries(world.now());
    world.keeper->delivered(first.at(0).messageId);
    world.tick(6h - 1ns);
    // The overdue step and nothing else comes a nanosecond later, and carries the repetition.
    EXPECT_TRUE(world.keeper->takeDeliveries(world.now()).empty());
    world.tick(1ns);
    const auto overdue = world.keeper->takeDeliveries(world.now());
    ASSERT_EQ(overdue.size(), 1U);
    world.keeper->delivered(overdue[0].messageId);
    world.tick(6h);
    const auto again = world.keeper->takeDeliveries(world.now());
    ASSERT_EQ(again.size(), 1U);
    EXPECT_NE(again[0].messageId, overdue[0].messageId);
}

TEST(Messages, ofAChatteringAlertComeOnceAMinuteAndSayHowManyTheyStandFor)
{
    AlertWorld world;
    int delivered = 0;
    const auto deliver = [&] {
        for (const auto& delivery : world.keeper->takeDeliveries(world.now())) {
            world.keeper->delivered(delivery.messageId);
            ++delivered;
        }
    };
    for (int i = 0; i < 600; ++i) {
        world.set(Metric::ArtifactCount, i % 2 == 0 ? Level::Red : Level::Green, 1);
        world.tick(1s);
        deliver();
    }
    // Two raises and two clears at once, then the third raise makes it chatter: one a minute.
    EXPECT_GE(delivered, 4 + 9);
    EXPECT_LE(delivered, 4 + 10);
}

TEST(Messages, toAContactThatIsGoneAreDroppedAndTheBoardSaysSo)
{
    AlertWorld world;
    world.set(Metric::ArtifactCount, Level::Orange, 95'000);
    world.tick();
    auto rules = testRules();
    rules.contacts["Ops_Team"].webhookUrl.clear();
    world.keeper->setRules(rules);
    EXPECT_TRUE(world.keeper->takeDeliveries(world.now()).empty());
    EXPECT_EQ(world.board()->waitingMessages, 0U);
    EXPECT_FALSE(world.board()->deliveryProblem.empty());
}

TEST(Messages, thatGetThroughAgainEndTheProblemOfTheirChannelAndOfNoOther)
{
    auto rules = testRules();
    rules.contacts["Ops_Team"].command = { "/usr/bin/page" };
    AlertWorld world(rules);
    world.set(Metric::ArtifactCount, Level::Orange, 95'000);
    world.tick();
    for (const auto& delivery : world.keeper->takeDeliveries(world.now())) {
        world.keeper->deliveryFailed(delivery.messageId,
            delivery.kind == ChannelKind::Webhook ? "no route" : "no such program", world.now());
    }
    EXPECT_NE(world.board()->deliveryProblem.find("no route"), std::string::npos);
    EXPECT_NE(world.board()->deliveryProblem.find("no such program"), std::string::npos);
    world.tick(10s);
    const auto again = world.keeper->takeDeliveries(world.now());
    ASSERT_EQ(again.size(), 2U);
    for (const auto& delivery : again) {
        if (delivery.kind == ChannelKind::Webhook) {
            world.keeper->delivered(delivery.messageId);
        }
    }
    EXPECT_EQ(world.board()->deliveryProblem, "no such program");
    for (const auto& delivery : again) {
        world.keeper->delivered(delivery.messageId);
    }
    EXPECT_EQ(world.board()->deliveryProblem, "");
}

}  // namespace
}  // namespace headroom
