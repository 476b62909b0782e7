// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/audit_verifier.h"
#include "monitor_core/history/detail/sqlite.h"
#include "tests/soak/month.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

/// Two days at a tick every half minute, with short keeps, so that what must be thrown away is.
TEST(TwoDays, ofFaultsLeaveNoMoreThanWhatIsToBeKept)
{
    TempDir directory;
    HistorySettings history;
    history.keepSeconds = 3h;
    history.keepMinutes = 12h;
    std::uint64_t steps = 0;
    std::uint64_t records = 0;
    {
        Month month(directory.path(), 30s, history);
        const auto end = month.clock().steadyNow() + 48h;
        while (month.clock().steadyNow() < end) {
            month.step();
        }
        ASSERT_GT(month.diskFaults(), 0U);
        month.workDisk();
        month.step();
        month.step();
        const auto board = month.storage().alerts();
        EXPECT_EQ(board->storeProblem, "") << "a disk that works again is used again";
        EXPECT_LE(board->open.size(), kAlertTypeCount);
        EXPECT_LE(board->lastCleared.size(), kAlertTypeCount);
        for (const auto* list : { &board->open, &board->lastCleared }) {
            for (const auto& alert : *list) {
                EXPECT_LE(alert.steps->size(), 64U);
            }
        }
        // Two channels, eight types, eight in a line.
        EXPECT_LE(board->waitingMessages, 2 * kAlertTypeCount * 8);
        EXPECT_FALSE(month.storage().auditSummary().isBroken);
        EXPECT_EQ(month.storage().problem(), "");
        steps = board->lastSequence;
        records = month.storage().auditSummary().records;
        EXPECT_GT(steps, 50U) << "something must have happened";
    }
    auto db = detail::Sqlite::open(directory.path() / "history.db", 2);
    ASSERT_TRUE(db);
    const auto count
        = [&](const std::string& table) { return *db->number("select count(*) from " + table); };
    // What is past its keep goes once an hour.
    EXPECT_LE(count("second"), (3 + 1) * 120 + 1);
    EXPECT_GE(count("second"), 3 * 100) << "and what is not stays, but for faults";
    EXPECT_LE(count("minute"), (12 + 1) * 60 + 1);
    EXPECT_GE(count("minute"), 11 * 60);
    EXPECT_LE(count("hour"), 49);
    EXPECT_EQ(count("alert_event"), static_cast<std::int64_t>(steps)) << "no step is lost";
    // The book itself, a row a type, and messages that wait.
    EXPECT_LE(count("alert_row"), 1 + static_cast<std::int64_t>(kAlertTypeCount * (1 + 16)));
    PosixFileSystem files;
    const auto report = verifyTrail(files, directory.path() / "audit");
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->isWhole()) << report->breaks.front().why;
    EXPECT_GE(report->records, records);
}

}  // namespace
}  // namespace headroom
