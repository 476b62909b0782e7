// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/pushed_source.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <string>

namespace headroom {
namespace {

using namespace std::chrono_literals;

class PushedSourceTest : public testing::Test {
protected:
    ObservationFate observe(const Observation& observation)
    {
        const auto fate = source.observe(observation);
        EXPECT_TRUE(fate) << (fate ? "" : fate.error().text());
        return fate ? *fate : ObservationFate::TooOld;
    }
    ObservationFate observeUsed(std::int64_t used, std::optional<SystemTime> at = {})
    {
        Observation observation;
        observation.used = Bytes { used };
        observation.at = at;
        return observe(observation);
    }
    std::string refusalOf(const Observation& observation)
    {
        const auto fate = source.observe(observation);
        return fate ? "taken" : fate.error().message;
    }
    Readings readings() { return *source.collect(); }
    std::optional<Reading> storage() { return readings().slots[indexOf(Metric::TotalStorage)]; }
    Freshness freshness()
    {
        return freshnessAt(clock.steadyNow() - storage()->measuredAt, storage()->limits);
    }

    ManualClock clock;
    PushedSource source { clock };
};

TEST_F(PushedSourceTest, knowsNothingBeforeItIsTold)
{
    const auto empty = readings();
    for (const auto& slot : empty.slots) {
        EXPECT_FALSE(slot);
    }
    EXPECT_EQ(empty.whyMissing[indexOf(Metric::TotalStorage)], "not told yet by the depository");
    EXPECT_FALSE(empty.largestArtifactEverBytes);
}

TEST_F(PushedSourceTest, keepsWhatItWasToldAndWhen)
{
    Observation all;
    all.used = Bytes { 700 };
    all.capacity = Bytes { 1000 };
    all.artifactCount = 12;
    all.largestArtifact = Bytes { 300 };
    EXPECT_EQ(observe(all), ObservationFate::Taken);
    const auto told = readings();
    EXPECT_EQ(told.slots[indexOf(Metric::TotalStorage)]->value, 700);
    EXPECT_EQ(told.slots[indexOf(Metric::TotalStorage)]->limit, 1000);
    EXPECT_EQ(told.slots[indexOf(Metric::TotalStorage)]->measuredAtUtc, clock.systemNow());
    EXPECT_EQ(told.slots[indexOf(Metric::ArtifactCount)]->value, 12);
    EXPECT_EQ(told.slots[indexOf(Metric::ArtifactSize)]->value, 300);
    EXPECT_EQ(told.largestArtifactEverBytes, 300);
    EXPECT_TRUE(told.whyMissing[indexOf(Metric::TotalStorage)].empty());
}

TEST_F(PushedSourceTest, aReadingGrowsLateAtTenSecondsAndStaleAtThirty)
{
    observeUsed(1);
    clock.advance(10s - 1ms);
    EXPECT_EQ(freshness(), Freshness::Live);
    clock.advance(1ms);
    EXPECT_EQ(freshness(), Freshness::Late);
    clock.advance(20s - 1ms);
    EXPECT_EQ(freshness(), Freshness::Late);
    clock.advance(1ms);
    EXPECT_EQ(freshness(), Freshness::Stale);
}

TEST_F(PushedSourceTest, anIdThatWasSeenBeforeChangesNothing)
{
    Observation first;
    first.id = "node-1:7";
    first.used = Bytes { 5 };
    EXPECT_EQ(observe(first), ObservationFate::Taken);
    first.used = Bytes { 6 };
    clock.advance(1s);
    EXPECT_EQ(observe(first), ObservationFate::Repeated);
    EXPECT_EQ(storage()->value, 5);
}

TEST_F(PushedSourceTest, idsAreRememberedInABoundedMemory)
{
    SeenIds seen(3);
    for (const auto* id : { "a", "b", "c", "d" }) {
        EXPECT_TRUE(seen.add(id));
    }
    EXPECT_FALSE(seen.contains("a"));
    EXPECT_FALSE(seen.add("b"));
    EXPECT_TRUE(seen.add("a"));
}

TEST_F(PushedSourceTest, aRefusedObservationIsNotRememberedAndNothingOfItIsTaken)
{
    Observation bad;
    bad.id = "x";
    bad.used = Bytes { 5 };
    bad.artifactCount = -1;
    EXPECT_NE(refusalOf(bad).find("artifact_count"), std::string::npos);
    EXPECT_FALSE(storage());
    bad.artifactCount = 1;
    EXPECT_EQ(observe(bad), ObservationFate::Taken);
}

TEST_F(PushedSourceTest, refusesWhatCannotBe)
{
    Observation none;
    EXPECT_NE(refusalOf(none).find("at least one value"), std::string::npos);
    Observation negative;
    negative.capacity = Bytes { -1 };
    EXPECT_NE(refusalOf(negative).find("capacity_bytes"), std::string::npos);
    Observation inexact;
    inexact.used = Bytes { (std::int64_t { 1 } << 53) + 1 };
    EXPECT_NE(refusalOf(inexact).find("used_bytes"), std::string::npos);
    inexact.used = Bytes { std::int64_t { 1 } << 53 };
    EXPECT_EQ(refusalOf(inexact), "taken");
}

TEST_F(PushedSourceTest, fiveSecondsAheadIsNowAndMoreIsRefused)
{
    EXPECT_EQ(observeUsed(1, clock.systemNow() + 5s), ObservationFate::Taken);
    EXPECT_EQ(storage()->measuredAt, clock.steadyNow());
    EXPECT_EQ(storage()->measuredAtUtc, clock.systemNow());
    Observation ahead;
    ahead.used = Bytes { 2 };
    ahead.at = clock.systemNow() + 5s + 1ms;
    EXPECT_NE(refusalOf(ahead).find("future"), std::string::npos);
    EXPECT_EQ(storage()->value, 1);
}

TEST_F(PushedSourceTest, aPastOneIsAsOldAsItSaysAndOneTooOldToJudgeChangesNothing)
{
    EXPECT_EQ(observeUsed(1, clock.systemNow() - 12s), ObservationFate::Taken);
    EXPECT_EQ(freshness(), Freshness::Late);
    EXPECT_EQ(observeUsed(2, clock.systemNow() - 30s), ObservationFate::TooOld);
    EXPECT_EQ(observeUsed(3, clock.systemNow() - 24h), ObservationFate::TooOld);
    EXPECT_EQ(storage()->value, 1);
}

TEST_F(PushedSourceTest, outOfOrderTheNewerOneStaysAndOfTheSameTimeTheLast)
{
    const auto at = clock.systemNow() - 2s;
    EXPECT_EQ(observeUsed(1, at), ObservationFate::Taken);
    EXPECT_EQ(observeUsed(2, at - 1s), ObservationFate::TooOld);
    EXPECT_EQ(storage()->value, 1);
    EXPECT_EQ(observeUsed(3, at), ObservationFate::Taken);
    EXPECT_EQ(storage()->value, 3);
}

TEST_F(PushedSourceTest, aCapacityCountsForLaterOnesAndZeroMeansThatNobodyKnows)
{
    Observation capacity;
    capacity.capacity = Bytes { 1000 };
    observe(capacity);
    observeUsed(1001);
    EXPECT_EQ(storage()->value, 1001);
    EXPECT_EQ(storage()->limit, 1000);
    capacity.capacity = Bytes { 0 };
    observe(capacity);
    EXPECT_FALSE(storage());
    EXPECT_EQ(readings().whyMissing[indexOf(Metric::TotalStorage)],
        "the depository does not know its capacity");
}

TEST_F(PushedSourceTest, theLargestArtifactIsForgottenWhenItIsStaleAndStaysTheLargestEver)
{
    Observation largest;
    largest.largestArtifact = Bytes { 9 };
    observe(largest);
    clock.advance(30s);
    EXPECT_FALSE(readings().slots[indexOf(Metric::ArtifactSize)]);
    EXPECT_EQ(readings().largestArtifactEverBytes, 9);
}

}  // namespace
}  // namespace headroom
