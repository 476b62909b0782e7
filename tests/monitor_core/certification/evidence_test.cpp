// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/certification/evidence.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace headroom {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::year_month_day kToday = 2026y / std::chrono::August / 3;
const SystemTime kMidnight { std::chrono::sys_days(kToday) };

TEST(Evidence, keepsTheHighestValueAndItsTime)
{
    Evidence evidence;
    ASSERT_TRUE(evidence.observe(Metric::ConcurrentWrites, { 40, kMidnight + 1h }));
    ASSERT_TRUE(evidence.observe(Metric::ConcurrentWrites, { 93, kMidnight - 30h }));
    ASSERT_TRUE(evidence.observe(Metric::ConcurrentWrites, { 12, kMidnight + 2h }));
    const auto seen = evidence.observed(Metric::ConcurrentWrites, 100, kToday);
    EXPECT_EQ(seen.peak, (Peak { 93, kMidnight - 30h }));
    EXPECT_EQ(seen.standing, Standing::Within);
    EXPECT_EQ(seen.daysObserved, 2);
}

TEST(Evidence, countsTodayAndThe29DaysBefore)
{
    struct Case {
        SystemTime at;
        bool counts;
    };
    for (const auto& [at, counts] :
        { Case { kMidnight - 29 * 24h, true }, Case { kMidnight - 29 * 24h - 1ns, false },
            Case { kMidnight + 24h - 1ns, true }, Case { kMidnight + 24h, false } }) {
        Evidence evidence;
        ASSERT_TRUE(evidence.observe(Metric::ArtifactCount, { 5, at }));
        EXPECT_EQ(evidence.observed(Metric::ArtifactCount, 10, kToday).peak.has_value(), counts);
    }
}

TEST(Evidence, ofNothingIsNotZero)
{
    const auto seen = Evidence().observed(Metric::TotalStorage, 100, kToday);
    EXPECT_FALSE(seen.peak);
    EXPECT_EQ(seen.standing, Standing::NotObserved);
}

TEST(Evidence, atTheLimitIsWithinButAQueryMustStayBelowIt)
{
    for (const auto& row : catalog()) {
        const bool isQuery = row.metric == Metric::QueryResponse;
        EXPECT_TRUE(isWithin(row.metric, 4'999.9, 5'000));
        EXPECT_EQ(isWithin(row.metric, 5'000, 5'000), !isQuery);
        EXPECT_FALSE(isWithin(row.metric, 5'000.1, 5'000));
    }
    Evidence evidence;
    ASSERT_TRUE(evidence.observe(Metric::ConcurrentWrites, { 101, kMidnight }));
    EXPECT_EQ(
        evidence.observed(Metric::ConcurrentWrites, 100, kToday).standing, Standing::Exceeded);
}

TEST(Evidence, ofEqualPeaksIsTheFirstWhoseSecondIsKnown)
{
    Evidence evidence;
    ASSERT_TRUE(evidence.observe(Metric::ConcurrentWrites, { 96, kMidnight - 3h }));
    ASSERT_TRUE(evidence.observe(Metric::ConcurrentWrites, { 96, kMidnight - 1h, true }));
    ASSERT_TRUE(evidence.observe(Metric::ConcurrentWrites, { 96, kMidnight - 2h, true }));
    EXPECT_EQ(evidence.observed(Metric::ConcurrentWrites, 100, kToday).peak,
        (Peak { 96, kMidnight - 2h, true }));
}

TEST(Evidence, refusesWhatIsNoNumber)
{
    Evidence evidence;
    EXPECT_FALSE(evidence.observe(
        Metric::TotalStorage, { std::numeric_limits<double>::quiet_NaN(), kMidnight }));
    EXPECT_FALSE(evidence.observe(
        Metric::TotalStorage, { std::numeric_limits<double>::infinity(), kMidnight }));
    EXPECT_EQ(evidence, Evidence());
}

TEST(Evidence, mergesInAnyOrderToTheSame)
{
    std::mt19937 random(5);
    std::array<Evidence, 3> pieces;
    Evidence all;
    for (int i = 0; i < 600; ++i) {
        const auto metric = catalog()[random() % kMetricCount].metric;
        const Peak peak { static_cast<double>(random() % 50),
            kMidnight - std::chrono::minutes(random() % 60'000), random() % 2 == 0 };
        ASSERT_TRUE(pieces[random() % 3].observe(metric, peak));
        ASSERT_TRUE(all.observe(metric, peak));
    }
    auto forth = pieces[0];
    forth.merge(pieces[1]);
    forth.merge(pieces[2]);
    auto back = pieces[2];
    back.merge(pieces[1]);
    back.merge(pieces[0]);
    back.merge(pieces[0]);
    EXPECT_EQ(forth, all);
    EXPECT_EQ(back, all);
}

TEST(Evidence, isReadBackExactlyAndRefusedWhenDamaged)
{
    Evidence evidence;
    ASSERT_TRUE(evidence.observe(Metric::QueryResponse, { 0.1 + 0.2, kMidnight + 7ns }));
    ASSERT_TRUE(evidence.observe(Metric::TotalStorage, { 1e12, kMidnight - 48h, true }));
    const auto text = evidence.serialise();
    EXPECT_EQ(*Evidence::parse(text), evidence);
    EXPECT_EQ(*Evidence::parse(Evidence().serialise()), Evidence());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isLine = text[i] == '\n';  // a cut behind a line leaves a shorter file
        EXPECT_EQ(Evidence::parse(text.substr(0, i + 1)).has_value(), isLine) << i;
    }
    EXPECT_FALSE(Evidence::parse(""));
    EXPECT_FALSE(Evidence::parse(text + "total_storage 5 inf\n"));
    EXPECT_FALSE(Evidence::parse(text + "no_such_metric 5 5\n"));
}

TEST(Evidence, forgetsOnlyWhatNoLongerCounts)
{
    Evidence evidence;
    ASSERT_TRUE(evidence.observe(Metric::ArtifactSize, { 9, kMidnight - 30 * 24h }));
    ASSERT_TRUE(evidence.observe(Metric::ArtifactSize, { 5, kMidnight - 29 * 24h }));
    evidence.forgetBefore(kToday);
    Evidence left;
    ASSERT_TRUE(left.observe(Metric::ArtifactSize, { 5, kMidnight - 29 * 24h }));
    EXPECT_EQ(evidence, left);
}

}  // namespace
}  // namespace headroom
