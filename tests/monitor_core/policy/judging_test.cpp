// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/judging.h"
#include "tests/support/certified_policy.h"

#include <gtest/gtest.h>

namespace headroom {

namespace {

const MetricThresholds& thresholdsOf(const ThresholdPolicy& policy, Metric metric)
{
    return policy.thresholds[indexOf(metric)];
}

TEST(Judging, oneByteBelowTheLimitIsNotTheLimit)
{
    // 99.999… %, of limits up to 8 PiB: doubles of these quotients round to 1.
    for (const double limit : { 64.0 * 1024, 8.0 * 1024 * 1024, 1'073'741'824'000.0, 9e15 }) {
        EXPECT_FALSE(reaches(limit - 1, 1.0, Side::AtLeast, Basis::OfLimit, limit)) << limit;
        EXPECT_TRUE(reaches(limit, 1.0, Side::AtLeast, Basis::OfLimit, limit)) << limit;
        EXPECT_FALSE(reaches(limit, 1.0, Side::Above, Basis::OfLimit, limit)) << limit;
        EXPECT_TRUE(reaches(limit + 1, 1.0, Side::Above, Basis::OfLimit, limit)) << limit;
    }
}

TEST(Judging, everyWholePercentOfAThousandGigabytesIsReachedExactly)
{
    const double gb = 1024.0 * 1024 * 1024;
    for (int percent = 1; percent <= 100; ++percent) {
        const double share = percent / 100.0;
        const double value = percent * 10 * gb;
        EXPECT_TRUE(reaches(value, share, Side::AtLeast, Basis::OfLimit, 1000 * gb)) << percent;
        EXPECT_FALSE(reaches(value, share, Side::Above, Basis::OfLimit, 1000 * gb)) << percent;
        EXPECT_FALSE(reaches(value - 1, share, Side::AtLeast, Basis::OfLimit, 1000 * gb));
    }
}

TEST(Judging, anAbsoluteBoundIsOnOneSideOnly)
{
    EXPECT_FALSE(reaches(499.999, 500, Side::AtLeast, Basis::Absolute, 0));
    EXPECT_TRUE(reaches(500, 500, Side::AtLeast, Basis::Absolute, 0));
    EXPECT_FALSE(reaches(500, 500, Side::Above, Basis::Absolute, 0));
    EXPECT_TRUE(reaches(500.001, 500, Side::Above, Basis::Absolute, 0));
}

TEST(Judging, aShareOfNoLimitIsUnknownAndNeverReached)
{
    const auto policy = certifiedPolicy();
    const auto& storage = thresholdsOf(policy, Metric::TotalStorage);
    EXPECT_EQ(levelOf(storage, 5, 0), Level::Unknown);
    EXPECT_EQ(levelOf(storage, 5, -1), Level::Unknown);
    EXPECT_FALSE(reaches(5, 0.5, Side::AtLeast, Basis::OfLimit, 0));
}

TEST(Judging, theNextLevelUpIsNamedWithWhatIsLeftUntilIt)
{
    const auto policy = certifiedPolicy();
    const auto& writes = thresholdsOf(policy, Metric::ConcurrentWrites);
    EXPECT_EQ(nextLevelUp(writes, Level::Green, 34, 100), (NextLevel { Level::Yellow, 17 }));
    EXPECT_EQ(nextLevelUp(writes, Level::Yellow, 60, 100), (NextLevel { Level::Orange, 16 }));
    EXPECT_EQ(nextLevelUp(writes, Level::Orange, 99, 100), (NextLevel { Level::Red, 1 }));
    EXPECT_EQ(nextLevelUp(writes, Level::Red, 103, 100), std::nullopt);
    EXPECT_EQ(nextLevelUp(writes, Level::Unknown, 3, 100), std::nullopt);

    const auto& storage = thresholdsOf(policy, Metric::TotalStorage);
    EXPECT_EQ(nextLevelUp(storage, Level::Green, 500, 1000), (NextLevel { Level::Yellow, 200 }));
}

TEST(Judging, theDistanceIsNeverBelowZero)
{
    // A hold time keeps GREEN although the value has passed the bound.
    const auto policy = certifiedPolicy();
    const auto& writes = thresholdsOf(policy, Metric::ConcurrentWrites);
    EXPECT_EQ(nextLevelUp(writes, Level::Green, 60, 100), (NextLevel { Level::Yellow, 0 }));
}

TEST(Judging, levelsWithoutABoundAreSkipped)
{
    const auto policy = certifiedPolicy();
    const auto& audit = thresholdsOf(policy, Metric::AuditRetention);
    EXPECT_EQ(nextLevelUp(audit, Level::Green, 0, 0), (NextLevel { Level::Red, 1 }));
}

}  // namespace

}  // namespace headroom
