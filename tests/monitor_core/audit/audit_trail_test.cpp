// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/audit_reader.h"
#include "monitor_core/audit/retention.h"
#include "tests/monitor_core/audit/trail_fixture.h"

namespace headroom {
namespace {

using namespace std::chrono_literals;

struct Disk : testing::Test {
    SimulatedFileSystem disk;
    ManualClock clock;
};

using AuditTrailTest = Disk;

TEST_F(AuditTrailTest, beginsWithARecordOfItsOwnAndNumbersOnwards)
{
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    EXPECT_EQ(trail.status().head.sequence, 1U);
    const auto head = trail.append(entryNumber(7));
    ASSERT_TRUE(head);
    EXPECT_EQ(head->sequence, 2U);
    EXPECT_EQ(trail.status().head, *head);
    EXPECT_EQ(trail.status().records, 2U);
    EXPECT_FALSE(trail.status().firstBreak);
    const auto report = verified(disk, { *head });
    EXPECT_TRUE(report.isWhole());
    EXPECT_EQ(report.newest, *head);
    EXPECT_EQ(report.witness, *head);
}

TEST_F(AuditTrailTest, opensAgainWhereItStopped)
{
    const auto heads = writeTrail(disk, clock, 30);
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    EXPECT_EQ(trail.status().head, heads.back());
    EXPECT_EQ(trail.status().records, 31U);
    EXPECT_EQ(trail.status().oldest, heads.front().time);
    ASSERT_TRUE(trail.append(entryNumber(30)));
    EXPECT_TRUE(verified(disk, heads).isWhole());
    EXPECT_EQ(verified(disk).records, 32U);
}

TEST_F(AuditTrailTest, acknowledgesOnlyWhatAPowerCutCannotTake)
{
    const auto heads = writeTrail(disk, clock, 10);
    std::mt19937_64 random(1);
    for (int i = 0; i < 20; ++i) {
        auto image = disk.powerCut(random);
        const auto report = verified(image, heads);
        EXPECT_TRUE(report.isWhole());
        EXPECT_EQ(report.newest, heads.back());
    }
}

TEST_F(AuditTrailTest, beginsANewFileFromTheSegmentSizeOn)
{
    writeTrail(disk, clock, 40);
    const auto paths = segmentPaths(disk);
    ASSERT_GT(paths.size(), 3U);
    for (std::size_t i = 0; i + 1 < paths.size(); ++i) {
        const auto size = disk.bytes(paths[i]).size();
        EXPECT_GE(size, 2'000U);
        EXPECT_LT(size, 2'500U);
    }
}

TEST_F(AuditTrailTest, beginsANewFileEveryMonthAndNotWhenTheClockGoesBack)
{
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    clock.stepSystem(-24h * 3);  // into the month before
    ASSERT_TRUE(trail.append(entryNumber(1)));
    EXPECT_EQ(segmentPaths(disk).size(), 1U);
    clock.advance(24h * 40);
    ASSERT_TRUE(trail.append(entryNumber(2)));
    EXPECT_EQ(segmentPaths(disk).size(), 2U);
    EXPECT_TRUE(verified(disk).isWhole());
}

TEST_F(AuditTrailTest, ordersByNumberWhenTheClockJumps)
{
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    for (const auto step : { 6h, -12h, 24h * 3650, -24h * 7300, 1h }) {
        clock.stepSystem(step);
        ASSERT_TRUE(trail.append(entryNumber(0)));
    }
    const auto report = verified(disk);
    EXPECT_TRUE(report.isWhole());
    EXPECT_EQ(report.newest->sequence, 6U);
}

TEST_F(AuditTrailTest, refusesWhatItCannotStoreExactlyAndStaysUsable)
{
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    EXPECT_EQ(
        trail.append({ "mara", "x.y", "\xff", "", "" }).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(trail.append({ "mara", "audit.started", "", "", "" }).error().code,
        ErrorCode::InvalidArgument);
    EXPECT_EQ(trail.append(entryNumber(1))->sequence, 2U);
}

TEST_F(AuditTrailTest, leavesFilesThatAreNotItsOwnAlone)
{
    writeTrail(disk, clock, 5);
    for (const auto* name : { "notes.txt", "audit-1.jsonl", "audit-99999999999999999999.jsonl" }) {
        ASSERT_TRUE(disk.open(kTrail / name, OpenMode::Create));
        disk.bytes(kTrail / name) = "mine";
    }
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    EXPECT_FALSE(trail.status().firstBreak);
    ASSERT_TRUE(trail.append(entryNumber(9)));
    EXPECT_EQ(disk.bytes(kTrail / "notes.txt"), "mine");
}

TEST_F(AuditTrailTest, isReadNewestPageFirst)
{
    writeTrail(disk, clock, 40);
    const auto page = *readRecords(disk, kTrail, 15);
    ASSERT_EQ(page.size(), 15U);
    EXPECT_EQ(page.back().sequence, 41U);
    EXPECT_EQ(page.back().entry, entryNumber(39));
    const auto before = *readRecords(disk, kTrail, 15, page.front().sequence);
    ASSERT_EQ(before.size(), 15U);
    EXPECT_EQ(before.back().sequence, page.front().sequence - 1);
    EXPECT_EQ(readRecords(disk, kTrail, 100)->size(), 41U);
    EXPECT_TRUE(readRecords(disk, "/nowhere", 5)->empty());
}

TEST_F(AuditTrailTest, recordsAfterOneAreReadOnOverTheBordersOfFilesAndGaps)
{
    writeTrail(disk, clock, 40);
    ASSERT_GT(segmentPaths(disk).size(), 3U);
    std::uint64_t after = 0;
    std::size_t seen = 0;
    for (auto page = *readRecordsAfter(disk, kTrail, after, 7); !page.empty();
         page = *readRecordsAfter(disk, kTrail, after, 7)) {
        for (const auto& record : page) {
            EXPECT_EQ(record.sequence, ++after);
        }
        seen += page.size();
    }
    EXPECT_EQ(seen, 41U);
    EXPECT_TRUE(readRecordsAfter(disk, kTrail, kMaxSequence, 7)->empty());
    EXPECT_TRUE(readRecordsAfter(disk, "/nowhere", 0, 7)->empty());
    // A file in the middle is gone: reading goes on behind the hole.
    const auto second = readRecords(disk, kTrail, 1, 5)->front().sequence;
    disk.erase(segmentPaths(disk)[1]);
    const auto behind = *readRecordsAfter(disk, kTrail, second, 100);
    ASSERT_FALSE(behind.empty());
    EXPECT_EQ(behind.back().sequence, 41U);
}

struct Retention : Disk {
    static SystemTime on(int year, unsigned month, unsigned day)
    {
        return SystemTime(std::chrono::sys_days(std::chrono::year_month_day(
            std::chrono::year(year), std::chrono::month(month), std::chrono::day(day))));
    }
};

TEST_F(Retention, endsSevenCalendarYearsAfterTheRecordAndNotBefore)
{
    EXPECT_FALSE(isExpired(on(2026, 8, 3), on(2033, 8, 3) - 1ms));
    EXPECT_TRUE(isExpired(on(2026, 8, 3), on(2033, 8, 3)));
    EXPECT_FALSE(isExpired(on(2024, 2, 29), on(2031, 3, 1) - 1ms));
    EXPECT_TRUE(isExpired(on(2024, 2, 29), on(2031, 3, 1)));
}

TEST_F(Retention, removesOnlyWholeExpiredFilesWithARecordOfIt)
{
    const auto heads = writeTrail(disk, clock, 20);
    const auto before = segmentPaths(disk);
    AuditTrail trail(disk, kTrail, clock, { { 2'000 }, { 0 }, {} });
    ASSERT_TRUE(trail.open());
    clock.advance(24h * (365 * 7 + 1));  // two leap days in between: a day short of seven years
    EXPECT_EQ(*trail.removeExpired("mara"), 0U);
    ASSERT_TRUE(trail.append(entryNumber(20)));
    clock.advance(24h);
    const auto removed = *trail.removeExpired("mara");
    EXPECT_GT(removed, 10U);
    EXPECT_FALSE(disk.exists(before.front()));
    const auto report = verified(disk, { heads[0], heads.back(), trail.status().head });
    EXPECT_TRUE(report.isWhole()) << report.breaks.front().why;
    EXPECT_EQ(report.records, trail.status().records);
    EXPECT_EQ(report.oldest->sequence, removed + 1);
    AuditTrail again(disk, kTrail, clock);
    ASSERT_TRUE(again.open());
    EXPECT_FALSE(again.status().firstBreak);
    EXPECT_EQ(again.status().oldest, trail.status().oldest);
}

TEST_F(Retention, ofFilesThatSomebodyElseRemovedIsTampering)
{
    writeTrail(disk, clock, 20);
    disk.erase(segmentPaths(disk).front());
    const auto report = verified(disk);
    ASSERT_FALSE(report.isWhole());
    EXPECT_EQ(report.breaks.front().firstBad, 1U);
}

}  // namespace
}  // namespace headroom
