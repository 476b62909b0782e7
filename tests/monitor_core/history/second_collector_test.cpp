// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/second_collector.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kStart = 1'785'751'200;

Snapshot snapshotAt(
    std::chrono::milliseconds sinceStart, double writers, Freshness freshness = Freshness::Live)
{
    Snapshot snapshot;
    snapshot.atUtc = SystemTime(std::chrono::seconds(kStart) + sinceStart);
    auto& state = snapshot.of(Metric::ConcurrentWrites);
    state.reading = Reading { writers, {}, {}, {}, {} };
    state.freshness = freshness;
    return snapshot;
}

LatencyHistogram queries(std::initializer_list<std::chrono::nanoseconds> latencies)
{
    LatencyHistogram histogram;
    for (const auto latency : latencies) {
        histogram.record(latency);
    }
    return histogram;
}

TEST(SecondCollector, givesMinMeanMaxLastOfTheSecondThatEnded)
{
    SecondCollector collector;
    EXPECT_FALSE(collector.add(snapshotAt(0ms, 10), {}));
    EXPECT_FALSE(collector.add(snapshotAt(500ms, 40), {}));
    EXPECT_FALSE(collector.add(snapshotAt(999ms, 25), {}));
    const auto row = collector.add(snapshotAt(1000ms, 99), {});
    ASSERT_TRUE(row);
    EXPECT_EQ(row->startSeconds, kStart);
    const auto& stats = row->metrics[indexOf(Metric::ConcurrentWrites)];
    ASSERT_TRUE(stats);
    EXPECT_EQ(*stats, (MetricStats { 10, 25, 40, 25, 1 }));
    EXPECT_FALSE(row->metrics[indexOf(Metric::TotalStorage)]);
}

TEST(SecondCollector, leavesOutWhatIsStaleAndGivesNoRowWhenNothingIsFresh)
{
    SecondCollector collector;
    collector.add(snapshotAt(0ms, 10, Freshness::Stale), {});
    EXPECT_FALSE(collector.add(snapshotAt(1000ms, 10, Freshness::Missing), {}));
    EXPECT_FALSE(collector.finish());
}

TEST(SecondCollector, describesQueriesBySingleOnesNotByPercentiles)
{
    SecondCollector collector;
    auto snapshot = snapshotAt(0ms, 1);
    auto& p99 = snapshot.of(Metric::QueryResponse);
    p99.reading = Reading { 777, {}, {}, {}, {} };
    p99.freshness = Freshness::Live;
    collector.add(snapshot, queries({ 1ms, 3ms }));
    const auto row = collector.finish();
    ASSERT_TRUE(row);
    const auto& stats = row->metrics[indexOf(Metric::QueryResponse)];
    ASSERT_TRUE(stats);
    EXPECT_EQ(stats->min, 1);
    EXPECT_NEAR(stats->mean, 2, 0.002);
    EXPECT_EQ(stats->max, 3);
    EXPECT_EQ(row->latency.count(), 2U);
}

TEST(SecondCollector, beginsAnewAfterEachSecond)
{
    SecondCollector collector;
    collector.add(snapshotAt(0ms, 90), queries({ 5ms }));
    collector.add(snapshotAt(1000ms, 10), {});
    const auto row = collector.add(snapshotAt(2000ms, 10), {});
    ASSERT_TRUE(row);
    EXPECT_EQ(row->metrics[indexOf(Metric::ConcurrentWrites)]->max, 10);
    EXPECT_FALSE(row->metrics[indexOf(Metric::QueryResponse)]);
    EXPECT_EQ(row->latency.count(), 0U);
}

}  // namespace
}  // namespace headroom
