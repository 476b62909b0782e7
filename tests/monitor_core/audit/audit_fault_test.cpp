// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/audit/trail_fixture.h"

namespace headroom {
namespace {

/// Opens a trail and appends until the disk is dead for good; the heads that were acknowledged.
std::vector<AuditHead> acknowledgedUntilDead(
    SimulatedFileSystem& disk, const Clock& clock, int appends, int firstEntry = 0)
{
    std::vector<AuditHead> acknowledged;
    AuditTrail trail(disk, kTrail, clock, { { 1'200 }, { 4'096 }, {} });
    if (trail.open()) {
        acknowledged.push_back(trail.status().head);
    }
    for (int n = firstEntry; n < firstEntry + appends; ++n) {
        if (auto head = trail.append(entryNumber(n))) {
            acknowledged.push_back(*head);
        }
    }
    return acknowledged;
}

/// What must hold of any disk that the trail may find after losing its process or power.
void expectNothingLost(
    SimulatedFileSystem disk, const Clock& clock, const std::vector<AuditHead>& acknowledged)
{
    AuditTrail trail(disk, kTrail, clock, { { 1'200 }, { 4'096 }, acknowledged });
    const auto opened = trail.open();
    ASSERT_TRUE(opened) << opened.error().text();
    ASSERT_FALSE(trail.status().firstBreak) << trail.status().firstBreak->why;
    ASSERT_TRUE(trail.append(entryNumber(99)));
    const auto report = verified(disk, acknowledged);
    EXPECT_TRUE(report.isWhole());
    EXPECT_FALSE(report.torn);
}

/// Operations that opening and `appends` records take.
std::uint64_t operationsOf(const Clock& clock, int appends)
{
    SimulatedFileSystem disk;
    acknowledgedUntilDead(disk, clock, appends);
    return disk.operations();
}

struct Faults : testing::Test {
    SimulatedFileSystem disk;
    ManualClock clock;
};

TEST_F(Faults, powerCutAtEveryOperationLosesNothingAcknowledgedAndIsNoTampering)
{
    std::mt19937_64 random(1);
    const auto operations = operationsOf(clock, 14);
    ASSERT_GT(operations, 60U);
    int images = 0;
    for (std::uint64_t n = 1; n <= operations + 1; ++n) {
        SimulatedFileSystem worn(n);
        worn.failForEver(n);
        const auto acknowledged = acknowledgedUntilDead(worn, clock, 14);
        for (int i = 0; i < 30; ++i, ++images) {
            expectNothingLost(worn.powerCut(random), clock, acknowledged);
            ASSERT_FALSE(HasFailure()) << "dead from operation " << n << ", image " << i;
        }
    }
    EXPECT_GT(images, 2'000);
}

TEST_F(Faults, aSecondPowerCutWhileRecoveringFromTheFirstIsSurvivedToo)
{
    std::mt19937_64 random(2);
    const auto operations = operationsOf(clock, 8);
    for (int i = 0; i < 2'000; ++i) {
        SimulatedFileSystem worn(random());
        worn.failForEver(1 + random() % operations);
        auto acknowledged = acknowledgedUntilDead(worn, clock, 8);
        auto image = worn.powerCut(random);
        image.failForEver(1 + random() % 20);
        const auto later = acknowledgedUntilDead(image, clock, 3, 50);
        acknowledged.insert(acknowledged.end(), later.begin(), later.end());
        expectNothingLost(image.powerCut(random), clock, acknowledged);
        ASSERT_FALSE(HasFailure()) << "round " << i;
    }
}

TEST_F(Faults, killAtEveryOperationLosesNothingAcknowledged)
{
    const auto operations = operationsOf(clock, 14);
    for (std::uint64_t n = 1; n <= operations + 1; ++n) {
        SimulatedFileSystem left(n);
        left.failForEver(n);
        const auto acknowledged = acknowledgedUntilDead(left, clock, 14);
        expectNothingLost(left.copy(), clock, acknowledged);
        ASSERT_FALSE(HasFailure()) << "killed at operation " << n;
    }
}

TEST_F(Faults, aProcessKilledAfterAFailedSyncAndThenAPowerCutLosesNothing)
{
    std::mt19937_64 random(3);
    const auto operations = operationsOf(clock, 8);
    for (int i = 0; i < 2'000; ++i) {
        // The page cache outlives the process; what a failed sync dropped reads well all the same.
        SimulatedFileSystem worn(random());
        worn.failFrom(1 + random() % operations, 1 + random() % 40);
        auto acknowledged = acknowledgedUntilDead(worn, clock, 8);
        worn.healAll();
        worn.failForEver(1 + random() % 40);
        const auto later = acknowledgedUntilDead(worn, clock, 4, 50);
        acknowledged.insert(acknowledged.end(), later.begin(), later.end());
        expectNothingLost(worn.powerCut(random), clock, acknowledged);
        ASSERT_FALSE(HasFailure()) << "round " << i;
    }
}

TEST_F(Faults, anErrorAtTheNthOperationIsNeverAcknowledgedAndPassesWithoutARestart)
{
    std::mt19937_64 random(4);
    for (std::uint64_t n = 1; n <= 200; ++n) {
        for (const std::uint64_t count : { 1U, 2U, 7U }) {
            SimulatedFileSystem flaky(n);
            flaky.failFrom(n, count);
            AuditTrail trail(flaky, kTrail, clock, { { 1'200 }, { 4'096 }, {} });
            std::vector<AuditHead> acknowledged;
            int refused = 0;
            for (int i = 0; i < 45; ++i) {
                if (auto head = trail.append(entryNumber(i))) {
                    acknowledged.push_back(*head);
                } else {
                    EXPECT_EQ(head.error().code, ErrorCode::Io);
                    EXPECT_EQ(trail.status().problem.empty(), false);
                    ++refused;
                }
            }
            EXPECT_LE(refused, static_cast<int>(count));
            flaky.healAll();
            EXPECT_TRUE(trail.append(entryNumber(45)));
            EXPECT_TRUE(trail.status().problem.empty());
            EXPECT_TRUE(verified(flaky, acknowledged).isWhole());
            expectNothingLost(flaky.powerCut(random), clock, acknowledged);
            ASSERT_FALSE(HasFailure()) << count << " errors from operation " << n;
        }
    }
}

TEST_F(Faults, tornLastRecordIsCutOffAtEveryByteWithoutAnAlarm)
{
    const auto heads = writeTrail(disk, clock, 10, { 1'000'000 });
    const auto path = segmentPaths(disk).front();
    std::string hash;
    const auto line = encodeRecord(heads.back(), heads.back().time, entryNumber(10), hash);
    for (std::size_t length = 1; length <= line.size(); ++length) {
        for (const char missing : { '\0', '!' }) {  // the rest is missing, or reads as zeros
            if (missing == '\0' && length == line.size()) {
                continue;
            }
            auto copy = disk.copy();
            copy.bytes(path) += line.substr(0, length);
            if (missing == '\0') {
                copy.bytes(path).append(line.size() - length, missing);
            }
            const bool isWholeRecord = length == line.size();
            EXPECT_EQ(verified(copy).torn.has_value(), !isWholeRecord) << length;
            AuditTrail trail(copy, kTrail, clock);
            ASSERT_TRUE(trail.open());
            EXPECT_FALSE(trail.status().firstBreak) << length;
            const auto last = *parseRecord(allLines(copy).back());
            EXPECT_EQ(last.entry.action, kActionRecovered);
            EXPECT_EQ(last.entry.subject, "12");
            EXPECT_EQ(last.sequence, isWholeRecord ? 13U : 12U);
            EXPECT_TRUE(verified(copy, heads).isWhole());
        }
    }
}

TEST_F(Faults, sectorsOfTheLastRecordMissingInTheMiddleAreNoAlarmEither)
{
    const auto heads = writeTrail(disk, clock, 3, { 1'000'000 });
    const auto path = segmentPaths(disk).front();
    std::string hash;
    const AuditEntry big { "mara", "x.y", "", "", std::string(4'000, 'z') };
    auto line = encodeRecord(heads.back(), heads.back().time, big, hash);
    std::fill_n(line.begin() + 600, 1'024, '\0');
    disk.bytes(path) += line;
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    EXPECT_FALSE(trail.status().firstBreak);
    EXPECT_EQ(parseRecord(allLines(disk).back())->entry.action, kActionRecovered);
}

TEST_F(Faults, fullDiskRefusesAndRecoversFiftyTimesWithoutARestart)
{
    AuditTrail trail(disk, kTrail, clock, { { 2'000 }, { 0 }, {} });
    ASSERT_TRUE(trail.open());
    std::vector<AuditHead> acknowledged { trail.status().head };
    for (int round = 0; round < 50; ++round) {
        disk.setCapacity(disk.usedBytes() + 700);
        int refused = 0;
        for (int n = 0; n < 6; ++n) {
            if (auto head = trail.append(entryNumber(n))) {
                acknowledged.push_back(*head);
            } else {
                EXPECT_EQ(head.error().code, ErrorCode::NoSpace);
                ++refused;
            }
        }
        EXPECT_GE(refused, 3);
        disk.setCapacity(std::nullopt);
        const auto head = trail.append(entryNumber(6));
        ASSERT_TRUE(head);
        acknowledged.push_back(*head);
    }
    EXPECT_TRUE(verified(disk, acknowledged).isWhole());
    EXPECT_EQ(verified(disk).records, acknowledged.size());
}

TEST_F(Faults, recordsGoOnIntoTheReserveWhenOthersFillTheDisk)
{
    AuditTrail trail(disk, kTrail, clock, { { 1'000'000 }, { 4'096 }, {} });
    ASSERT_TRUE(trail.open());
    EXPECT_TRUE(trail.status().isReserveHeld);
    disk.setCapacity(disk.usedBytes());
    for (int n = 0; n < 10; ++n) {
        ASSERT_TRUE(trail.append(entryNumber(n))) << n;
        EXPECT_FALSE(trail.status().isReserveHeld);
    }
    disk.setCapacity(std::nullopt);
    ASSERT_TRUE(trail.append(entryNumber(10)));
    EXPECT_TRUE(trail.status().isReserveHeld);
}

TEST_F(Faults, aRecordWhoseWitnessFailedIsNotedAsUnacknowledged)
{
    AuditTrail trail(disk, kTrail, clock, { { 1'000'000 }, { 0 }, {} });
    ASSERT_TRUE(trail.open());
    ASSERT_TRUE(trail.append(entryNumber(1)));
    disk.failFrom(3);  // write, sync, witness
    EXPECT_FALSE(trail.append(entryNumber(2)));
    ASSERT_TRUE(trail.append(entryNumber(3)));
    const auto lines = allLines(disk);
    ASSERT_EQ(lines.size(), 5U);
    const auto noted = *parseRecord(lines[3]);
    EXPECT_EQ(noted.entry.action, kActionRecovered);
    EXPECT_EQ(noted.entry.subject, "3");
    EXPECT_TRUE(verified(disk).isWhole());
}

}  // namespace
}  // namespace headroom
