// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/latency_window.h"
#include "monitor_core/metrics/max_window.h"
#include "monitor_core/metrics/rate_window.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <random>
#include <vector>

namespace headroom {
namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

LatencyHistogram of(std::initializer_list<nanoseconds> samples)
{
    LatencyHistogram histogram;
    for (const nanoseconds sample : samples) {
        histogram.record(sample);
    }
    return histogram;
}

TEST(LatencyWindow, letsGoOfEachSampleWhenItsMinuteIsOver)
{
    ManualClock clock;
    LatencyWindow window { 60s };
    window.add(of({ 900ms }), clock.steadyNow());
    clock.advance(30s);
    window.add(of({ 1ms, 2ms }), clock.steadyNow());
    EXPECT_EQ(window.count(), 3U);
    EXPECT_EQ(window.max(), 900ms);
    clock.advance(30s - 1ns);
    window.add({}, clock.steadyNow());
    EXPECT_EQ(window.quantile(1), 900ms) << "59.999… s old";
    clock.advance(1ns);
    window.add({}, clock.steadyNow());
    EXPECT_EQ(window.count(), 2U);
    EXPECT_EQ(window.max(), 2ms);
    EXPECT_EQ(window.min(), 1ms);
    clock.advance(30s);
    window.add({}, clock.steadyNow());
    EXPECT_EQ(window.count(), 0U);
    EXPECT_FALSE(window.quantile(0.5) || window.min() || window.max());
}

TEST(LatencyWindow, forgetsAllAtOnceAfterASleep)
{
    ManualClock clock;
    LatencyWindow window { 60s };
    for (int i = 0; i < 100; ++i) {
        window.add(of({ 5ms, 2h }), clock.steadyNow());
        clock.advance(400ms);
    }
    EXPECT_EQ(window.overflow(), 100U);
    clock.advance(8h);
    window.add(of({ 7ms }), clock.steadyNow());
    EXPECT_EQ(window.count(), 1U);
    EXPECT_EQ(window.overflow(), 0U);
    EXPECT_EQ(window.quantile(0.5), 7ms);
}

TEST(LatencyWindow, agreesWithASortedListOfTheLastMinute)
{
    ManualClock clock;
    LatencyWindow window { 60s };
    std::mt19937_64 random { 11 };
    std::lognormal_distribution<double> ns { 16, 2 };
    std::deque<std::pair<SteadyTime, std::int64_t>> kept;
    for (int second = 0; second < 200; ++second) {  // one tick a second: a slot a tick
        LatencyHistogram fresh;
        for (int i = 0; i < 50; ++i) {
            const auto sample = static_cast<std::int64_t>(ns(random));
            fresh.record(nanoseconds(sample));
            kept.emplace_back(clock.steadyNow(), sample);
        }
        while (clock.steadyNow() - kept.front().first >= 60s) {
            kept.pop_front();
        }
        window.add(fresh, clock.steadyNow());
        std::vector<std::int64_t> sorted;
        for (const auto& sample : kept) {
            sorted.push_back(sample.second);
        }
        std::sort(sorted.begin(), sorted.end());
        ASSERT_EQ(window.count(), sorted.size());
        ASSERT_EQ(window.min()->count(), sorted.front());
        ASSERT_EQ(window.max()->count(), sorted.back());
        for (const double quantile : { 0.5, 0.99, 0.999 }) {
            const auto exact
                = static_cast<double>(sorted[nearestRank(quantile, sorted.size()) - 1]);
            const auto told = static_cast<double>(window.quantile(quantile)->count());
            ASSERT_NEAR(told / exact, 1.0, 0.001);
        }
        clock.advance(1s);
    }
}

TEST(LatencyWindow, saysTheBucketWhenARangeCameATickBeforeItsCount)
{
    // A shard's range and counts are read one after the other, while its thread goes on.
    ManualClock clock;
    LatencyWindow window { 60s };
    LatencyHistogram rangeOnly;
    rangeOnly.widen({ 5'000'000, 5'000'000 });
    LatencyHistogram countOnly;
    countOnly.addCount(buckets::indexOf(5'000'000), 1);
    window.add(rangeOnly, clock.steadyNow());
    EXPECT_FALSE(window.min().has_value());
    clock.advance(50ms);
    window.add(countOnly, clock.steadyNow());
    EXPECT_EQ(window.quantile(0.5), 5ms) << "usually exactly";

    LatencyWindow late { 60s };
    late.add(countOnly, clock.steadyNow());
    EXPECT_NEAR(static_cast<double>(late.quantile(0.5)->count()), 5e6, 5e3);
}

TEST(RateWindow, dividesWhatWasAddedByTheTimeItTook)
{
    ManualClock clock;
    RateWindow window { 10s, clock.steadyNow() };
    std::uint64_t total = 0;
    for (int i = 0; i < 400; ++i) {  // 20 s at 1000 a second
        clock.advance(50ms);
        window.note(total += 50, clock.steadyNow());
        if (i >= 19) {
            ASSERT_NEAR(window.rate().value, 1000.0, 0.001);
        }
    }
    clock.advance(5s);
    window.note(total, clock.steadyNow());
    EXPECT_NEAR(window.rate().value, 500.0, 5.0);
    clock.advance(5s);
    window.note(total, clock.steadyNow());
    EXPECT_EQ(window.rate().value, 0.0);
}

TEST(RateWindow, doesNotCallThreeWritesInAMillisecondThreeThousandASecond)
{
    ManualClock clock;
    RateWindow window { 10s, clock.steadyNow() };
    EXPECT_EQ(window.rate().value, 0.0);
    clock.advance(1ms);
    window.note(3, clock.steadyNow());
    EXPECT_EQ(window.rate().value, 3.0);
}

TEST(RateWindow, countsTimeAndNotLooks)
{
    ManualClock clock;
    RateWindow window { 10s, clock.steadyNow() };
    clock.advance(20s);
    window.note(0, clock.steadyNow());
    for (int i = 1; i <= 100'000; ++i) {  // a tick that is woken every 10 µs for a second
        clock.advance(10us);
        window.note(static_cast<std::uint64_t>(i), clock.steadyNow());
    }
    EXPECT_NEAR(window.rate().value, 100'000.0 / 21.0, 1.0) << "since the look before the window";
    clock.advance(9s);
    window.note(100'000, clock.steadyNow());
    EXPECT_NEAR(window.rate().value, 10'000.0, 50.0);
}

TEST(MaxWindow, agreesWithALookAtEveryValueOfTheWindow)
{
    ManualClock clock;
    MaxWindow window { 60s };
    std::mt19937 random { 13 };
    std::deque<std::pair<SteadyTime, std::int64_t>> kept;
    for (int i = 0; i < 5000; ++i) {
        clock.advance(std::chrono::milliseconds(100 + random() % 2000));
        const auto value = static_cast<std::int64_t>(random() % 1000);
        window.note(value, clock.steadyNow());
        kept.emplace_back(clock.steadyNow(), value);
        while (clock.steadyNow() - kept.front().first >= 60s) {
            kept.pop_front();
        }
        const auto largest = std::max_element(kept.begin(), kept.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
        ASSERT_EQ(window.max(), largest->second);
    }
    clock.advance(60s);
    window.advance(clock.steadyNow());
    EXPECT_FALSE(window.max().has_value());
}

}  // namespace
}  // namespace headroom
