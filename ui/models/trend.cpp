// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trend.h"

#include <cmath>

namespace headroom::ui {

namespace {

constexpr int kEnoughValues = 60;
constexpr double kSteepUpWithinSeconds = 3600;
constexpr double kSteepDownWithinSeconds = 900;

}  // namespace

std::optional<Trend> trendOf(const QVector<double>& values)
{
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    qsizetype first = -1;
    qsizetype last = -1;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const double y = values[i];
        if (std::isnan(y)) {
            continue;
        }
        const auto x = static_cast<double>(i);
        first = first < 0 ? i : first;
        last = i;
        n += 1;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
    }
    if (n < kEnoughValues) {
        return std::nullopt;
    }
    const double slope = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
    const double start = (sumY - slope * sumX) / n;
    double squares = 0;
    for (qsizetype i = first; i <= last; ++i) {
        if (!std::isnan(values[i])) {
            const double off = values[i] - (start + slope * static_cast<double>(i));
            squares += off * off;
        }
    }
    const auto span = static_cast<double>(last - first);
    return Trend { slope, slope * span, 2 * std::sqrt(squares / n),
        std::chrono::seconds(last - first) };
}

TrendArrow arrowOf(const Trend& trend, const TrendTargets& targets)
{
    // A line fitted exactly to a constant leaves changes in the last bits of a double.
    constexpr double kNothing = 1e-9;
    if (std::abs(trend.change) <= trend.noise + kNothing) {
        return TrendArrow::Flat;
    }
    if (trend.change > 0) {
        const bool isSteep
            = targets.nextLevel && *targets.nextLevel <= trend.perSecond * kSteepUpWithinSeconds;
        return isSteep ? TrendArrow::SteepUp : TrendArrow::Up;
    }
    const bool isSteep
        = targets.resume && *targets.resume <= -trend.perSecond * kSteepDownWithinSeconds;
    return isSteep ? TrendArrow::SteepDown : TrendArrow::Down;
}

}  // namespace headroom::ui
