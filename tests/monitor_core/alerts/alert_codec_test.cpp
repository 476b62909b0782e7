// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_codec.h"
#include "tests/monitor_core/alerts/alert_world.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

/// A store with an open, acknowledged, shelved, cleared and chattering alert, messages and an
/// unaudited step.
std::vector<StoredRow> richRows()
{
    AlertWorld world;
    world.isAuditFailing = true;
    world.setStorage(Level::Red, 1.0);
    world.set(Metric::ConcurrentWrites, Level::Orange, 80);
    world.tick();
    EXPECT_TRUE(world.acknowledge("none").error().code == ErrorCode::NotFound);
    world.isAuditFailing = false;
    EXPECT_TRUE(world.acknowledge(
        world.open(AlertType::StorageCapacity)->id, "a: 1,\nwith “quotes” and :commas,"));
    EXPECT_TRUE(world.shelve(world.open(AlertType::ConcurrentWrites)->id, 1h));
    for (int i = 0; i < 6; ++i) {
        world.set(Metric::ArtifactSize, i % 2 == 0 ? Level::Orange : Level::Green, 0.1);
        world.tick();
    }
    world.clock.stepSystem(-6h);
    world.isAuditFailing = true;
    world.set(Metric::WriteThroughput, Level::Red, 1000.1);
    world.tick();
    return *world.store.load();
}

std::vector<StoredRow> encodeAgain(const AlertBookState& state)
{
    std::vector<StoredRow> rows { bookRow(state) };
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        rows.push_back(typeRow(static_cast<AlertType>(i), state.types[i]));
    }
    for (const auto& message : state.outbox.messages()) {
        rows.push_back(messageRow(message));
    }
    for (const auto& [sequence, text] : state.unaudited) {
        rows.push_back(auditRow(sequence, text));
    }
    return rows;
}

TEST(StoredAlerts, readAsTheyWereWritten)
{
    const auto rows = richRows();
    ASSERT_GE(rows.size(), 10U);
    std::vector<std::string> problems;
    const auto again = encodeAgain(decodeState(rows, problems));
    EXPECT_TRUE(problems.empty());
    for (const auto& row : rows) {
        EXPECT_NE(std::find(again.begin(), again.end(), row), again.end()) << row.key;
    }
}

TEST(StoredAlerts, thatAreCutAnywhereAreLeftOutAndNamed)
{
    for (const auto& row : richRows()) {
        for (std::size_t length = 0; length < row.value->size(); ++length) {
            std::vector<std::string> problems;
            static_cast<void>(decodeState({ { row.key, row.value->substr(0, length) } }, problems));
            ASSERT_EQ(problems.size(), 1U) << row.key << " cut at " << length;
        }
    }
}

TEST(StoredAlerts, withAFlippedByteNeverDoMoreHarmThanTheirOwnRow)
{
    const auto rows = richRows();
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.value->size(); ++i) {
            auto damaged = row;
            (*damaged.value)[i] = static_cast<char>((*damaged.value)[i] ^ 0x15);
            std::vector<std::string> problems;
            const auto state = decodeState({ damaged }, problems);
            ASSERT_LE(problems.size(), 1U);
            // Whatever was read can be written.
            static_cast<void>(encodeAgain(state));
        }
    }
}

TEST(StoredAlerts, haveNoTimesThatWouldOverflow)
{
    AlertBookState state;
    state.mark.moment.utc = SystemTime::max();  // a broken clock, and possible
    std::vector<std::string> problems;
    EXPECT_EQ(decodeState({ bookRow(state) }, problems).mark.moment.utc, SystemTime::max());
    EXPECT_TRUE(problems.empty());
    state.mark.at = AlertTime::max();
    static_cast<void>(decodeState({ bookRow(state) }, problems));
    EXPECT_EQ(problems.size(), 1U);
}

TEST(StoredAlerts, goOnWithoutTheRowOfTheBook)
{
    AlertWorld world;
    world.set(Metric::WriteThroughput, Level::Red, 1200);
    world.tick();
    const auto id = world.open(AlertType::WriteThroughput)->id;
    world.store.rows.erase("book");
    world.start();
    ASSERT_EQ(world.problems.size(), 1U);
    world.tick();
    EXPECT_EQ(world.open(AlertType::WriteThroughput)->id, id);
    world.set(Metric::WriteThroughput, Level::Green, 12);
    world.tick();
    EXPECT_EQ(world.lastStep().sequence, 2U) << "no number is given twice";
}

}  // namespace
}  // namespace headroom
