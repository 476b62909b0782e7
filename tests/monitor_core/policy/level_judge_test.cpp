// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/level_judge.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace headroom {

namespace {

using namespace std::chrono_literals;

/// One metric of the certified policy, judged on a clock that the test turns.
class LevelJudgeTest : public testing::Test {
protected:
    Level see(double value)
    {
        const std::size_t i = indexOf(metric);
        return judge.judge(policy.thresholds[i], value, policy.limits[i], clock.steadyNow());
    }
    void holdFor(std::chrono::milliseconds delay)
    {
        policy.thresholds[indexOf(metric)].onDelay = delay;
    }

    ThresholdPolicy policy = certifiedPolicy();
    Metric metric = Metric::ConcurrentWrites;
    ManualClock clock;
    LevelJudge judge;
};

TEST_F(LevelJudgeTest, holdsOrangeAt75AndLeavesItAt74)
{
    EXPECT_EQ(see(76), Level::Orange);
    EXPECT_EQ(see(75), Level::Orange);
    EXPECT_EQ(see(76), Level::Orange);
    EXPECT_EQ(see(75), Level::Orange);
    EXPECT_EQ(see(74), Level::Yellow);
    EXPECT_EQ(see(75), Level::Yellow);
}

TEST_F(LevelJudgeTest, holdsEveryLevelOfWritersByOneWriter)
{
    EXPECT_EQ(see(100), Level::Red);
    EXPECT_EQ(see(99), Level::Red);
    EXPECT_EQ(see(98), Level::Orange);
    EXPECT_EQ(see(51), Level::Yellow);
    EXPECT_EQ(see(50), Level::Yellow);
    EXPECT_EQ(see(49), Level::Green);
    EXPECT_EQ(see(50), Level::Green);
}

TEST_F(LevelJudgeTest, holdsALevelAboveABoundUntilTheValueIsNoLongerAboveTheLowerOne)
{
    metric = Metric::WriteThroughput;  // > 1000, hysteresis 20
    EXPECT_EQ(see(1000.5), Level::Red);
    EXPECT_EQ(see(1000), Level::Red);
    EXPECT_EQ(see(980.001), Level::Red);
    EXPECT_EQ(see(980), Level::Orange);
}

TEST_F(LevelJudgeTest, holdsStorageToTheByte)
{
    metric = Metric::TotalStorage;
    const double limit = policy.limits[indexOf(metric)];
    const double lowest = 0.9702 * 1000 * 1'073'741'824.0;  // 99 % less 2 % of 99 %
    const double firstHeld = std::ceil(lowest);
    EXPECT_EQ(see(0.99 * limit), Level::Red);
    EXPECT_EQ(see(firstHeld), Level::Red);
    EXPECT_EQ(see(firstHeld - 1), Level::Orange);
}

TEST_F(LevelJudgeTest, aDropPastSeveralBoundsFallsToTheLevelThatStillHolds)
{
    EXPECT_EQ(see(100), Level::Red);
    EXPECT_EQ(see(75), Level::Orange);
    EXPECT_EQ(see(100), Level::Red);
    EXPECT_EQ(see(3), Level::Green);
}

TEST_F(LevelJudgeTest, risesAfterTheHoldTimeAndNotBefore)
{
    holdFor(10s);
    EXPECT_EQ(see(10), Level::Green);
    EXPECT_EQ(see(60), Level::Green);
    clock.advance(10s - 1ns);
    EXPECT_EQ(see(60), Level::Green);
    clock.advance(1ns);
    EXPECT_EQ(see(60), Level::Yellow);
}

TEST_F(LevelJudgeTest, aDipBelowTheBoundStartsTheHoldTimeAnew)
{
    holdFor(10s);
    see(10);
    see(60);
    clock.advance(9s);
    see(50);
    clock.advance(1s);
    EXPECT_EQ(see(60), Level::Green);
    clock.advance(10s);
    EXPECT_EQ(see(60), Level::Yellow);
}

TEST_F(LevelJudgeTest, eachLevelHoldsItsOwnTime)
{
    holdFor(10s);
    see(10);
    see(60);
    clock.advance(6s);
    see(100);
    clock.advance(4s);
    EXPECT_EQ(see(100), Level::Yellow);
    clock.advance(6s);
    EXPECT_EQ(see(100), Level::Red);
}

TEST_F(LevelJudgeTest, theHoldTimeDoesNotDelayAFall)
{
    holdFor(10s);
    see(10);
    see(100);
    clock.advance(10s);
    EXPECT_EQ(see(100), Level::Red);
    EXPECT_EQ(see(10), Level::Green);
}

TEST_F(LevelJudgeTest, theFirstJudgementIsNotDelayed)
{
    holdFor(10s);
    EXPECT_EQ(see(100), Level::Red);
}

TEST_F(LevelJudgeTest, aGapKeepsHysteresisAndDoesNotCountAsHolding)
{
    EXPECT_EQ(see(76), Level::Orange);
    judge.noteGap();
    EXPECT_EQ(judge.lastLevel(), Level::Orange);
    EXPECT_EQ(see(75), Level::Orange);
    EXPECT_EQ(see(74), Level::Yellow);
}

TEST_F(LevelJudgeTest, isUnknownWithoutALimitToTakeAShareOf)
{
    metric = Metric::TotalStorage;
    policy.limits[indexOf(metric)] = 0;
    EXPECT_EQ(see(5), Level::Unknown);
}

/// Writers, while people change the bounds that they are judged by.
class ChangedBounds : public LevelJudgeTest {
protected:
    void change(const std::function<void(MetricThresholds&)>& edit)
    {
        auto& thresholds = policy.thresholds[indexOf(metric)];
        const auto before = thresholds;
        edit(thresholds);
        judge.noteChange(before, thresholds);
    }
};

TEST_F(ChangedBounds, aNewBoundDoesNotHoldWhatNeverReachedIt)
{
    EXPECT_EQ(see(80), Level::Orange);
    change([](auto& t) { t.orange = Bound { 81, Side::AtLeast, 3 }; });
    EXPECT_EQ(see(80), Level::Yellow);
    EXPECT_EQ(see(81), Level::Orange);
    EXPECT_EQ(see(78), Level::Orange);
    EXPECT_EQ(see(77), Level::Yellow);
}

TEST_F(ChangedBounds, aBoundThatStayedGoesOnHolding)
{
    EXPECT_EQ(see(76), Level::Orange);
    EXPECT_EQ(see(75), Level::Orange);
    change([](auto& t) { t.yellow = Bound { 60, Side::AtLeast, 1 }; });
    EXPECT_EQ(see(75), Level::Orange) << "held by 76 less one writer";
    change([](auto& t) { t.red = Bound { 90, Side::AtLeast, 1 }; });
    EXPECT_EQ(see(75), Level::Orange);
    EXPECT_EQ(see(74), Level::Yellow);
}

TEST_F(ChangedBounds, aLoweredBoundRaisesAtOnceAlsoWithAHoldTime)
{
    holdFor(60s);
    EXPECT_EQ(see(40), Level::Green);
    clock.advance(1s);
    EXPECT_EQ(see(60), Level::Green) << "yellow is being held back";
    change([](auto& t) { t.orange = Bound { 55, Side::AtLeast, 1 }; });
    EXPECT_EQ(see(60), Level::Orange) << "nothing is known of how long it has been above 55";
}

TEST_F(ChangedBounds, aHoldTimeUnderWayGoesOnForABoundThatStayed)
{
    holdFor(60s);
    EXPECT_EQ(see(40), Level::Green);
    EXPECT_EQ(see(60), Level::Green);
    clock.advance(59s);
    change([](auto& t) { t.red = Bound { 99, Side::AtLeast, 1 }; });
    EXPECT_EQ(see(60), Level::Green);
    clock.advance(1s);
    EXPECT_EQ(see(60), Level::Yellow);
}

TEST_F(ChangedBounds, aBoundTakenAwayIsNoLongerReached)
{
    EXPECT_EQ(see(100), Level::Red);
    change([](auto& t) { t.red.reset(); });
    EXPECT_EQ(see(100), Level::Orange);
}

}  // namespace

}  // namespace headroom
