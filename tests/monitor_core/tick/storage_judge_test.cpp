// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/storage_judge.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace headroom {

namespace {

using namespace std::chrono_literals;

constexpr double kLimit = 8.0 * 1024 * 1024;

class StorageJudgeTest : public testing::Test {
protected:
    /// A reading of now.
    StorageVerdict see(double used, std::optional<double> limit = kLimit)
    {
        reading = Reading {};
        reading.value = used;
        reading.limit = limit;
        reading.measuredAt = clock.steadyNow();
        return seeAgain();
    }
    /// The same reading, as old as it is by now.
    StorageVerdict seeAgain() { return judge.judge(&reading, kLimit, clock.steadyNow()); }
    StorageVerdict seeNothing() { return judge.judge(nullptr, kLimit, clock.steadyNow()); }
    void failClosed()
    {
        GateSettings settings;
        settings.failClosed = true;
        judge = StorageJudge(settings);
    }

    ManualClock clock;
    Reading reading;
    StorageJudge judge { GateSettings {} };
};

TEST_F(StorageJudgeTest, haltsAtExactlyTheWholeLimit)
{
    EXPECT_FALSE(see(0).halt);
    EXPECT_FALSE(see(kLimit - 1).halt);
    EXPECT_TRUE(see(kLimit).halt);
}

TEST_F(StorageJudgeTest, haltsAboveTheLimit) { EXPECT_TRUE(see(kLimit + 1).halt); }

TEST_F(StorageJudgeTest, goesOnOnlyBelowNinetyNinePercent)
{
    const double resume = std::ceil(0.99 * kLimit);  // the first byte that is not below 99 %
    EXPECT_TRUE(see(kLimit).halt);
    EXPECT_TRUE(see(kLimit - 1).halt);
    EXPECT_TRUE(see(resume).halt);
    EXPECT_FALSE(see(resume - 1).halt);
    EXPECT_FALSE(see(kLimit - 1).halt);
}

TEST_F(StorageJudgeTest, ninetyNinePercentOfAThousandGigabytesIsNotBelowIt)
{
    const double gb = 1024.0 * 1024 * 1024;
    EXPECT_TRUE(see(1000 * gb, 1000 * gb).halt);
    EXPECT_TRUE(see(990 * gb, 1000 * gb).halt);
    EXPECT_FALSE(see(990 * gb - 1, 1000 * gb).halt);
}

TEST_F(StorageJudgeTest, takesTheCertifiedLimitWhereTheSourceHasNone)
{
    EXPECT_TRUE(see(kLimit, std::nullopt).halt);
    EXPECT_FALSE(see(0, std::nullopt).halt);
}

TEST_F(StorageJudgeTest, aReadingIsBelievedUntilItIsThirtySecondsOld)
{
    EXPECT_FALSE(see(10).isUnknown);
    clock.advance(30s - 1ns);
    EXPECT_FALSE(seeAgain().isUnknown);
    clock.advance(1ns);
    EXPECT_TRUE(seeAgain().isUnknown);
}

TEST_F(StorageJudgeTest, missingForThirtyOneSecondsLeavesTheGateAsItWas)
{
    see(10);
    clock.advance(31s);
    EXPECT_FALSE(seeAgain().halt);
    EXPECT_TRUE(see(kLimit).halt);
    clock.advance(31s);
    EXPECT_TRUE(seeAgain().halt);
    EXPECT_TRUE(seeAgain().isUnknown);
    const auto back = see(10);
    EXPECT_FALSE(back.halt);
    EXPECT_FALSE(back.isUnknown);
}

TEST_F(StorageJudgeTest, withoutAnyReadingItIsUnknownAndNotHalted)
{
    EXPECT_TRUE(seeNothing().isUnknown);
    EXPECT_FALSE(seeNothing().halt);
}

TEST_F(StorageJudgeTest, failingClosedHaltsWhileStorageIsUnknownAndNotLonger)
{
    failClosed();
    EXPECT_TRUE(seeNothing().halt);
    // Between resume and halt: had it been full it would stay halted, but it only was unknown.
    EXPECT_FALSE(see(kLimit - 1).halt);
    clock.advance(31s);
    EXPECT_TRUE(seeAgain().halt);
    EXPECT_FALSE(see(kLimit - 1).halt);
}

TEST_F(StorageJudgeTest, failingClosedDoesNotForgetThatStorageWasFull)
{
    failClosed();
    see(kLimit);
    clock.advance(31s);
    EXPECT_TRUE(seeAgain().halt);
    EXPECT_TRUE(see(kLimit - 1).halt);
    EXPECT_FALSE(see(0).halt);
}

TEST_F(StorageJudgeTest, aNumberThatIsNoneIsNoReading)
{
    EXPECT_TRUE(see(std::numeric_limits<double>::quiet_NaN()).isUnknown);
    EXPECT_TRUE(see(std::numeric_limits<double>::infinity()).isUnknown);
    EXPECT_TRUE(see(10, 0).isUnknown);
    EXPECT_TRUE(see(10, -5).isUnknown);
    EXPECT_TRUE(see(10, std::numeric_limits<double>::quiet_NaN()).isUnknown);
}

TEST_F(StorageJudgeTest, whatWasFullBeforeARestartIsFullUntilAReadingSaysOtherwise)
{
    judge = StorageJudge(GateSettings {}, true);
    EXPECT_TRUE(seeNothing().halt);
    EXPECT_TRUE(see(0.995 * kLimit).halt) << "not below 99 %";
    clock.advance(31s);
    EXPECT_TRUE(seeAgain().halt) << "stale again";
    EXPECT_FALSE(see(0.98 * kLimit).halt);
    EXPECT_FALSE(see(0.995 * kLimit).halt);
}

}  // namespace

}  // namespace headroom
