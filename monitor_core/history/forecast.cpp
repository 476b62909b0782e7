// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/forecast.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace headroom {

namespace {

constexpr std::size_t kMostPoints = 300;
constexpr std::size_t kFewestPoints = 12;
constexpr std::chrono::minutes kShortestSpan { 10 };
constexpr double kReachOfHistory = 10;
constexpr double kFurthestSeconds = 10 * 365.25 * 86400;
constexpr double kZ80 = 1.2816;  // two-sided 80 % of the normal distribution

double secondsBetween(SystemTime from, SystemTime to)
{
    return std::chrono::duration<double>(to - from).count();
}

std::vector<UsedPoint> evenChoice(const std::vector<UsedPoint>& points)
{
    if (points.size() <= kMostPoints) {
        return points;
    }
    std::vector<UsedPoint> chosen;
    chosen.reserve(kMostPoints);
    for (std::size_t i = 0; i < kMostPoints; ++i) {
        chosen.push_back(points[i * (points.size() - 1) / (kMostPoints - 1)]);
    }
    return chosen;
}

std::vector<double> pairSlopes(const std::vector<UsedPoint>& points)
{
    std::vector<double> slopes;
    slopes.reserve(points.size() * (points.size() - 1) / 2);
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            const double seconds = secondsBetween(points[i].at, points[j].at);
            if (seconds > 0) {
                slopes.push_back((points[j].usedBytes - points[i].usedBytes) / seconds);
            }
        }
    }
    std::sort(slopes.begin(), slopes.end());
    return slopes;
}

double at(const std::vector<double>& sorted, double index)
{
    const double last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::clamp(std::round(index), 0.0, last))];
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::optional<SystemTime> reach(
    double bytesToGo, double bytesPerSecond, SystemTime now, double furthest)
{
    if (bytesPerSecond <= 0) {
        return std::nullopt;
    }
    const double seconds = bytesToGo / bytesPerSecond;
    if (seconds > furthest) {
        return std::nullopt;
    }
    return now + std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
}

}  // namespace

StorageForecast forecastStorage(
    const std::vector<UsedPoint>& points, double limitBytes, SystemTime now)
{
    StorageForecast forecast;
    const double shares[] = { 0.70, 0.90, 0.99, 1.00 };
    for (std::size_t i = 0; i < forecast.crossings.size(); ++i) {
        forecast.crossings[i].share = Ratio { shares[i] };
    }
    if (points.size() < kFewestPoints || limitBytes <= 0
        || points.back().at - points.front().at < kShortestSpan) {
        return forecast;
    }
    const auto chosen = evenChoice(points);
    const auto slopes = pairSlopes(chosen);
    if (slopes.empty()) {
        return forecast;
    }
    const double n = static_cast<double>(chosen.size());
    const double half = kZ80 * std::sqrt(n * (n - 1) * (2 * n + 5) / 18) / 2;
    const double middle = static_cast<double>(slopes.size() - 1) / 2;
    forecast.bytesPerSecond = at(slopes, middle);
    forecast.bytesPerSecondLow = at(slopes, middle - half);
    forecast.bytesPerSecondHigh = at(slopes, middle + half);
    forecast.span
        = std::chrono::duration_cast<std::chrono::seconds>(points.back().at - points.front().at);

    std::vector<double> offsets;
    offsets.reserve(chosen.size());
    for (const auto& point : chosen) {
        offsets.push_back(
            point.usedBytes - forecast.bytesPerSecond * secondsBetween(now, point.at));
    }
    forecast.usedNowBytes = median(std::move(offsets));

    const double span = static_cast<double>(forecast.span.count());
    // A drift that would need longer than ten histories to fill a thousandth of the limit is no
    // drift worth a date.
    const bool still
        = std::abs(forecast.bytesPerSecond) * span * kReachOfHistory < limitBytes / 1000;
    if (still || (forecast.bytesPerSecondLow <= 0 && forecast.bytesPerSecondHigh >= 0)) {
        forecast.trend = StorageForecast::Trend::Flat;
    } else {
        forecast.trend = forecast.bytesPerSecond > 0 ? StorageForecast::Trend::Growing
                                                     : StorageForecast::Trend::Shrinking;
    }
    const double furthest = std::min(kFurthestSeconds, span * kReachOfHistory);
    for (auto& crossing : forecast.crossings) {
        const double toGo = crossing.share.value * limitBytes - forecast.usedNowBytes;
        crossing.alreadyThere = points.back().usedBytes >= crossing.share.value * limitBytes;
        if (forecast.trend != StorageForecast::Trend::Growing || crossing.alreadyThere) {
            continue;
        }
        crossing.expected = reach(toGo, forecast.bytesPerSecond, now, furthest);
        if (crossing.expected) {
            crossing.earliest = reach(toGo, forecast.bytesPerSecondHigh, now, furthest);
            crossing.latest = reach(toGo, forecast.bytesPerSecondLow, now, kFurthestSeconds);
        }
    }
    return forecast;
}

}  // namespace headroom
