// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/certification/conflicts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace headroom {
namespace {

std::array<double, kMetricCount> certified()
{
    std::array<double, kMetricCount> limits {};
    for (const auto& row : catalog()) {
        limits[indexOf(row.metric)] = row.certifiedLimit;
    }
    return limits;
}

std::optional<LimitConflict> find(
    const std::array<double, kMetricCount>& limits, std::string_view id)
{
    const auto found = findConflicts(limits);
    const auto match = std::find_if(
        found.begin(), found.end(), [&](const LimitConflict& c) { return c.id == id; });
    return match == found.end() ? std::nullopt : std::optional(*match);
}

TEST(Conflicts, ofTheCertifiedLimitsAreFourAndOneIsAContradiction)
{
    const auto found = findConflicts(certified());
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(std::count_if(found.begin(), found.end(),
                  [](const LimitConflict& c) { return c.kind == ConflictKind::Contradiction; }),
        1);
}

TEST(Conflicts, hundredThousandArtifactsOf500MbAre49TimesTheStorage)
{
    const auto conflict = find(certified(), "count_times_size");
    ASSERT_TRUE(conflict);
    EXPECT_EQ(conflict->kind, ConflictKind::Contradiction);
    EXPECT_EQ(conflict->needed, 100'000.0 * 500 * 1024 * 1024);
    EXPECT_EQ(conflict->text,
        "100000 artifacts of 500 MB are 48828.12 GB, and storage ends at 1000 GB: the count is "
        "reached only if artifacts have at most 10.24 MB on average");
}

TEST(Conflicts, countTimesSizeMayReachTheStorageButNotPassIt)
{
    auto limits = certified();
    limits[indexOf(Metric::ArtifactSize)] = 1'000;
    limits[indexOf(Metric::ArtifactCount)] = 100;
    limits[indexOf(Metric::TotalStorage)] = 100'000;
    EXPECT_FALSE(find(limits, "count_times_size"));
    limits[indexOf(Metric::TotalStorage)] = 99'999;
    EXPECT_TRUE(find(limits, "count_times_size"));
}

TEST(Conflicts, littlesLawAsksForWritesOf100MsOnAverage)
{
    const auto conflict = find(certified(), "little_law");
    ASSERT_TRUE(conflict);
    EXPECT_DOUBLE_EQ(conflict->needed, 100);
    EXPECT_EQ(conflict->text,
        "100 writers reach 1000 writes/s only while a write takes at most 100 ms on average "
        "(Little's law); slower, and the writer limit comes first. For artifacts of 500 MB that "
        "is 4.88 GB/s a writer");
    auto limits = certified();
    limits[indexOf(Metric::WriteThroughput)] = 20;  // 100 / 20 is the 5 s of the slowest query
    EXPECT_FALSE(find(limits, "little_law"));
    limits[indexOf(Metric::WriteThroughput)] = 21;
    EXPECT_TRUE(find(limits, "little_law"));
}

TEST(Conflicts, largestArtifactsAtFullRateFillTheStorageInTwoSeconds)
{
    const auto conflict = find(certified(), "largest_artifacts_rate");
    ASSERT_TRUE(conflict);
    EXPECT_DOUBLE_EQ(conflict->needed, 2.048);
    EXPECT_EQ(conflict->text,
        "1000 writes/s of 500 MB are 488.28 GB/s: storage of 1000 GB is full after 2.05 s");
    auto limits = certified();
    limits[indexOf(Metric::ArtifactSize)] = 1;
    limits[indexOf(Metric::TotalStorage)] = 1'000.0 * 3'600;
    EXPECT_FALSE(find(limits, "largest_artifacts_rate"));
    limits[indexOf(Metric::TotalStorage)] -= 1;
    EXPECT_TRUE(find(limits, "largest_artifacts_rate"));
}

TEST(Conflicts, fullRateReachesTheArtifactCountIn100Seconds)
{
    const auto conflict = find(certified(), "count_at_rate");
    ASSERT_TRUE(conflict);
    EXPECT_DOUBLE_EQ(conflict->needed, 100);
}

TEST(Conflicts, limitsThatAreNoPositiveNumbersAreLeftOut)
{
    for (const double nonsense : { 0.0, -1.0, std::numeric_limits<double>::quiet_NaN(),
             std::numeric_limits<double>::infinity() }) {
        std::array<double, kMetricCount> limits {};
        limits.fill(nonsense);
        EXPECT_TRUE(findConflicts(limits).empty());
    }
}

}  // namespace
}  // namespace headroom
