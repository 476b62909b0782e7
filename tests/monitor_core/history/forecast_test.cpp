// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/forecast.h"

#include <gtest/gtest.h>

#include <random>

namespace headroom {
namespace {

using namespace std::chrono_literals;

const SystemTime kNow { std::chrono::seconds(1'785'751'433) };
constexpr double kLimit = 1000.0 * 1024 * 1024 * 1024;

/// A point a minute up to now, growing by `bytesPerSecond` to `usedNow`, with noise.
std::vector<UsedPoint> grow(
    double usedNow, double bytesPerSecond, std::chrono::minutes span, double noise = 0)
{
    std::mt19937_64 random(7);
    std::normal_distribution<double> jitter(0, noise > 0 ? noise : 1);
    std::vector<UsedPoint> points;
    for (auto back = span; back.count() >= 0; back -= 1min) {
        const double seconds = std::chrono::duration<double>(back).count();
        points.push_back(
            { kNow - back, usedNow - bytesPerSecond * seconds + (noise > 0 ? jitter(random) : 0) });
    }
    return points;
}

TEST(Forecast, saysNotEnoughHistoryInsteadOfInventing)
{
    EXPECT_EQ(forecastStorage({}, kLimit, kNow).trend, StorageForecast::Trend::NotEnoughHistory);
    EXPECT_EQ(forecastStorage(grow(1e9, 1e6, 9min), kLimit, kNow).trend,
        StorageForecast::Trend::NotEnoughHistory);
    EXPECT_NE(forecastStorage(grow(1e9, 1e6, 12min), kLimit, kNow).trend,
        StorageForecast::Trend::NotEnoughHistory);
}

TEST(Forecast, findsTheMinuteOfAStraightLine)
{
    // 600 GB now, 10 GB an hour: 70 % in 10 h, 90 % in 30 h, 99 % in 39 h, 100 % in 40 h.
    const double gb = 1024.0 * 1024 * 1024;
    const auto forecast = forecastStorage(grow(600 * gb, 10 * gb / 3600, 6h), kLimit, kNow);
    ASSERT_EQ(forecast.trend, StorageForecast::Trend::Growing);
    const std::chrono::hours hours[] = { 10h, 30h, 39h, 40h };
    for (std::size_t i = 0; i < 4; ++i) {
        ASSERT_TRUE(forecast.crossings[i].expected) << i;
        const auto off = *forecast.crossings[i].expected - (kNow + hours[i]);
        EXPECT_LT(std::chrono::abs(off), 1s) << i;
    }
}

TEST(Forecast, isNotBentByACleanUpOrABurst)
{
    const double gb = 1024.0 * 1024 * 1024;
    auto points = grow(600 * gb, 10 * gb / 3600, 6h);
    for (std::size_t i = 100; i < 160; ++i) {
        points[i].usedBytes += 200 * gb;
    }
    const auto forecast = forecastStorage(points, kLimit, kNow);
    EXPECT_NEAR(forecast.bytesPerSecond * 3600 / gb, 10, 1.5);
}

TEST(Forecast, bandHoldsTheTrueSlopeAndOrdersItsRange)
{
    const double gb = 1024.0 * 1024 * 1024;
    const auto forecast = forecastStorage(grow(600 * gb, 10 * gb / 3600, 6h, 2 * gb), kLimit, kNow);
    ASSERT_EQ(forecast.trend, StorageForecast::Trend::Growing);
    EXPECT_LT(forecast.bytesPerSecondLow, 10 * gb / 3600);
    EXPECT_GT(forecast.bytesPerSecondHigh, 10 * gb / 3600);
    const auto& crossing = forecast.crossings[0];
    ASSERT_TRUE(crossing.earliest && crossing.expected && crossing.latest);
    EXPECT_LT(*crossing.earliest, *crossing.expected);
    EXPECT_LT(*crossing.expected, *crossing.latest);
}

TEST(Forecast, callsNoiseAroundALevelFlat)
{
    const double gb = 1024.0 * 1024 * 1024;
    EXPECT_EQ(forecastStorage(grow(600 * gb, 0, 6h, gb), kLimit, kNow).trend,
        StorageForecast::Trend::Flat);
    EXPECT_EQ(
        forecastStorage(grow(600 * gb, 0, 6h), kLimit, kNow).trend, StorageForecast::Trend::Flat);
}

TEST(Forecast, givesNoDateWhenShrinkingOrFurtherThanItsHistoryCarries)
{
    const double gb = 1024.0 * 1024 * 1024;
    const auto shrinking = forecastStorage(grow(600 * gb, -10 * gb / 3600, 6h), kLimit, kNow);
    EXPECT_EQ(shrinking.trend, StorageForecast::Trend::Shrinking);
    EXPECT_FALSE(shrinking.crossings[0].expected);
    // 70 % would be 50 days off: an hour of history cannot say that.
    const auto early = forecastStorage(grow(580 * gb, 0.1 * gb / 3600, 1h), kLimit, kNow);
    EXPECT_FALSE(early.crossings[0].expected);
}

TEST(Forecast, marksWhatIsAlreadyReached)
{
    const double gb = 1024.0 * 1024 * 1024;
    const auto forecast = forecastStorage(grow(950 * gb, 10 * gb / 3600, 6h), kLimit, kNow);
    EXPECT_TRUE(forecast.crossings[0].alreadyThere);
    EXPECT_TRUE(forecast.crossings[1].alreadyThere);
    EXPECT_FALSE(forecast.crossings[2].alreadyThere);
    EXPECT_FALSE(forecast.crossings[0].expected);
    EXPECT_TRUE(forecast.crossings[2].expected);
}

}  // namespace
}  // namespace headroom
