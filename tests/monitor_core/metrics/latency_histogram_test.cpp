// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/latency_histogram.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace headroom {
namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

constexpr double kAllowed = 0.001;  // 0.1 %

/// Nanoseconds within the range for which the error is promised.
std::int64_t inRange(double ns) { return static_cast<std::int64_t>(std::clamp(ns, 1e3, 3.6e12)); }

/// The largest relative error of any quantile of `samples`, against their sorted selves.
double worstError(std::vector<std::int64_t> samples)
{
    LatencyHistogram histogram;
    for (const std::int64_t sample : samples) {
        EXPECT_TRUE(histogram.record(nanoseconds(sample)));
    }
    std::sort(samples.begin(), samples.end());
    double worst = 0;
    constexpr int kSteps = 10'000;
    for (int step = 0; step <= kSteps; ++step) {
        const double quantile = static_cast<double>(step) / kSteps;
        const auto rank = std::clamp<std::size_t>(
            static_cast<std::size_t>(std::ceil(quantile * static_cast<double>(samples.size()))), 1,
            samples.size());
        const auto exact = static_cast<double>(samples[rank - 1]);
        const auto told = static_cast<double>(histogram.quantile(quantile)->count());
        worst = std::max(worst, std::abs(told - exact) / exact);
    }
    return worst;
}

template <typename Draw>
std::vector<std::int64_t> stream(Draw draw)
{
    std::mt19937_64 random { 1 };
    std::vector<std::int64_t> samples(200'000);
    std::generate(samples.begin(), samples.end(), [&] { return inRange(draw(random)); });
    return samples;
}

TEST(LatencyHistogram, isAtMostAThousandthOffOnALognormalStream)
{
    std::lognormal_distribution<double> milliseconds { std::log(20.0), 1.5 };
    EXPECT_LE(
        worstError(stream([&](auto& random) { return milliseconds(random) * 1e6; })), kAllowed);
}

TEST(LatencyHistogram, isAtMostAThousandthOffOnABimodalStream)
{
    std::normal_distribution<double> cached { 50e3, 5e3 };
    std::normal_distribution<double> fromDisk { 900e6, 100e6 };
    std::bernoulli_distribution hit { 0.9 };
    const auto draw = [&](auto& random) { return hit(random) ? cached(random) : fromDisk(random); };
    EXPECT_LE(worstError(stream(draw)), kAllowed);
}

TEST(LatencyHistogram, isAtMostAThousandthOffOnAHeavyTailedStream)
{
    std::uniform_real_distribution<double> uniform { 1e-9, 1.0 };
    const auto pareto = [&](auto& random) { return 2e3 / std::pow(uniform(random), 1 / 0.7); };
    EXPECT_LE(worstError(stream(pareto)), kAllowed);
}

TEST(LatencyHistogram, isAtMostAThousandthOffAtTheEdgesOfEveryBucket)
{
    for (std::size_t bucket = buckets::indexOf(1000); bucket < buckets::indexOf(buckets::kTop);
         ++bucket) {
        const auto middle = static_cast<double>(buckets::middleOf(bucket));
        const auto lowest = static_cast<double>(buckets::lowestIn(bucket));
        const auto highest = static_cast<double>(buckets::lowestIn(bucket + 1) - 1);
        ASSERT_EQ(buckets::indexOf(buckets::lowestIn(bucket)), bucket);
        ASSERT_EQ(buckets::indexOf(buckets::lowestIn(bucket + 1) - 1), bucket);
        ASSERT_LE((middle - lowest) / lowest, kAllowed);
        ASSERT_LE((highest - middle) / highest, kAllowed);
    }
}

TEST(LatencyHistogram, isExactForASingleSample)
{
    for (const nanoseconds sample : { 0ns, 1ns, 1023ns, 1025ns, 42'500'001ns, nanoseconds(1h) }) {
        LatencyHistogram histogram;
        histogram.record(sample);
        for (const double quantile : { 0.0, 0.5, 0.99, 0.999, 1.0 }) {
            EXPECT_EQ(histogram.quantile(quantile), sample);
        }
        EXPECT_EQ(histogram.min(), sample);
        EXPECT_EQ(histogram.max(), sample);
    }
}

TEST(LatencyHistogram, countsByNearestRank)
{
    LatencyHistogram histogram;
    for (int i = 1; i <= 10; ++i) {
        histogram.record(nanoseconds(i * 10));
    }
    EXPECT_EQ(histogram.quantile(0.5), 50ns) << "rank 5 of 10";
    EXPECT_EQ(histogram.quantile(0.51), 60ns) << "rank 6";
    EXPECT_EQ(histogram.quantile(0.9), 90ns);
    EXPECT_EQ(histogram.quantile(0.99), 100ns);
    EXPECT_EQ(histogram.quantile(std::nan("")), 10ns) << "no number, no crash";
    EXPECT_EQ(histogram.quantile(-1), 10ns);
    EXPECT_EQ(histogram.quantile(2), 100ns);
}

TEST(LatencyHistogram, hasNoQuantileWithoutASample)
{
    LatencyHistogram histogram;
    EXPECT_FALSE(histogram.record(-1ns));
    EXPECT_EQ(histogram.refused(), 1U);
    EXPECT_EQ(histogram.count(), 0U);
    EXPECT_FALSE(histogram.quantile(0.5) || histogram.min() || histogram.max());
}

TEST(LatencyHistogram, countsWhatIsAboveTheTopAndSaysTheLargest)
{
    LatencyHistogram histogram;
    histogram.record(1h);
    EXPECT_EQ(histogram.overflow(), 0U);
    histogram.record(1h + 1ns);
    histogram.record(30h);
    histogram.record(2h);
    EXPECT_EQ(histogram.overflow(), 3U);
    EXPECT_EQ(histogram.count(), 4U);
    EXPECT_EQ(histogram.quantile(0.75), 30h) << "somewhere above the top: the largest seen";
    EXPECT_EQ(histogram.min(), 1h);
    histogram.record(nanoseconds::max());
    EXPECT_EQ(histogram.max(), nanoseconds::max());
}

TEST(LatencyHistogram, mergesToWhatOneHistogramWouldHaveRecorded)
{
    std::mt19937_64 random { 3 };
    std::lognormal_distribution<double> ns { 14, 4 };
    LatencyHistogram all;
    LatencyHistogram merged;
    for (int part = 0; part < 5; ++part) {
        LatencyHistogram histogram;
        for (int i = 0; i < 10'000; ++i) {
            const nanoseconds sample(
                static_cast<std::int64_t>(ns(random)) - (i == 0 ? 1 << 30 : 0));
            EXPECT_EQ(histogram.record(sample), all.record(sample));
        }
        merged.merge(histogram);
    }
    EXPECT_EQ(merged, all);
    merged.merge(LatencyHistogram {});
    EXPECT_EQ(merged, all);
    merged.clear();
    EXPECT_EQ(merged, LatencyHistogram {});
}

LatencyHistogram example()
{
    std::mt19937_64 random { 9 };
    std::lognormal_distribution<double> ns { 16, 3 };
    LatencyHistogram histogram;
    for (int i = 0; i < 3000; ++i) {
        histogram.record(nanoseconds(static_cast<std::int64_t>(ns(random))));
    }
    histogram.record(0ns);
    histogram.record(2h);
    histogram.record(-1ns);
    return histogram;
}

TEST(LatencyEncoding, readsBackWhatItWrote)
{
    LatencyHistogram single;
    single.record(42'500'000ns);
    for (const LatencyHistogram& histogram : { LatencyHistogram {}, single, example() }) {
        const auto read = LatencyHistogram::decode(histogram.encode());
        ASSERT_TRUE(read.has_value()) << read.error().text();
        EXPECT_EQ(*read, histogram);
    }
    EXPECT_LT(single.encode().size(), 20U);
}

TEST(LatencyEncoding, refusesEveryCutAndEveryFlippedBit)
{
    const std::string bytes = example().encode();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(LatencyHistogram::decode(std::string_view(bytes).substr(0, size)).has_value());
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
            ASSERT_FALSE(LatencyHistogram::decode(damaged).has_value()) << i << ' ' << bit;
        }
    }
    EXPECT_FALSE(LatencyHistogram::decode(bytes + '\0').has_value());
}

TEST(LatencyEncoding, readsNoiseWithoutBelievingOrCrashing)
{
    std::mt19937 random { 5 };
    for (int i = 0; i < 20'000; ++i) {
        std::string noise(random() % 40, '\0');
        std::generate(noise.begin(), noise.end(), [&] { return static_cast<char>(random()); });
        const auto read = LatencyHistogram::decode(noise);
        if (read) {  // one in 65 536 has the right sum; then it must be a histogram
            EXPECT_EQ(read->encode(), noise);
        }
    }
}

TEST(LatencyRange, thatCameBeforeItsCountIsKeptForTheHistogramThatGetsIt)
{
    LatencyHistogram first;
    first.record(18ms);
    first.widen({ 6'000'000, 600'000'000 });  // two samples whose counts come with the next drain
    EXPECT_FALSE(LatencyHistogram::decode(first.encode()).has_value());
    const auto early = first.fitRange();
    const auto read = LatencyHistogram::decode(first.encode());
    ASSERT_TRUE(read.has_value()) << read.error().text();
    EXPECT_NEAR(static_cast<double>(first.min()->count()), 18e6, 18e6 * 0.002);
    EXPECT_NEAR(static_cast<double>(first.max()->count()), 18e6, 18e6 * 0.002);
    EXPECT_LE(*first.min(), *first.max());

    LatencyHistogram next;
    next.widen(early);
    next.addCount(buckets::bucketFor(6'000'000), 1);
    next.addCount(buckets::bucketFor(600'000'000), 1);
    const auto nothing = next.fitRange();
    EXPECT_EQ(*next.min(), 6ms) << "exact, as it was recorded";
    EXPECT_EQ(*next.max(), 600ms);
    EXPECT_EQ(nothing, DurationRange {});
}

TEST(LatencyRange, fitsCountsOfAnySizeAfterwards)
{
    std::mt19937 random { 9 };
    const auto any = [&] { return static_cast<std::int64_t>(1) << random() % 43; };
    for (int i = 0; i < 5'000; ++i) {
        LatencyHistogram histogram;
        for (unsigned n = random() % 4; n > 0; --n) {
            histogram.addCount(buckets::bucketFor(any()), 1);
        }
        if (random() % 4 != 0) {
            const auto one = any();
            histogram.widen({ one, one + static_cast<std::int64_t>(random()) });
        }
        histogram.fitRange();
        ASSERT_TRUE(LatencyHistogram::decode(histogram.encode()).has_value()) << i;
        histogram.fitRange();
        EXPECT_EQ(histogram, *LatencyHistogram::decode(histogram.encode()));
    }
}

}  // namespace
}  // namespace headroom
