// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/judging.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace headroom {

namespace {

__extension__ using Int128 = __int128;

constexpr double kMillion = 1e6;
constexpr double kExactIntegers = 9'007'199'254'740'992.0;  // 2^53
constexpr std::array kRisingLevels { Level::Yellow, Level::Orange, Level::Red };

bool isWhole(double value) noexcept
{
    return std::abs(value) <= kExactIntegers && std::trunc(value) == value;
}

/// Sign of value − share × limit. Counts and bytes are whole, and then nothing is rounded.
int compareToShare(double value, double share, double limit) noexcept
{
    const double millionths = std::round(share * kMillion);
    if (isWhole(value) && isWhole(limit) && isWhole(millionths)) {
        const Int128 left = static_cast<Int128>(value) * static_cast<Int128>(kMillion);
        const Int128 right = static_cast<Int128>(millionths) * static_cast<Int128>(limit);
        return left < right ? -1 : left > right ? 1 : 0;
    }
    const long double left = static_cast<long double>(value) * static_cast<long double>(kMillion);
    const long double right
        = static_cast<long double>(millionths) * static_cast<long double>(limit);
    return left < right ? -1 : left > right ? 1 : 0;
}

}  // namespace

bool reaches(double value, double bound, Side side, Basis basis, double limit) noexcept
{
    if (basis == Basis::OfLimit) {
        if (!(limit > 0)) {
            return false;
        }
        const int sign = compareToShare(value, bound, limit);
        return side == Side::AtLeast ? sign >= 0 : sign > 0;
    }
    return side == Side::AtLeast ? value >= bound : value > bound;
}

Level levelOf(const MetricThresholds& thresholds, double value, double limit) noexcept
{
    if (thresholds.basis == Basis::OfLimit && !(limit > 0)) {
        return Level::Unknown;
    }
    Level level = Level::Green;
    for (const Level candidate : kRisingLevels) {
        const auto& bound = thresholds.bound(candidate);
        if (bound && reaches(value, bound->value, bound->side, thresholds.basis, limit)) {
            level = candidate;
        }
    }
    return level;
}

double inUnit(const Bound& bound, Basis basis, double limit) noexcept
{
    return basis == Basis::OfLimit ? bound.value * limit : bound.value;
}

std::optional<NextLevel> nextLevelUp(
    const MetricThresholds& thresholds, Level current, double value, double limit) noexcept
{
    if (current == Level::Unknown) {
        return std::nullopt;
    }
    for (const Level candidate : kRisingLevels) {
        const auto& bound = thresholds.bound(candidate);
        if (bound && candidate > current) {
            const double distance = inUnit(*bound, thresholds.basis, limit) - value;
            return NextLevel { candidate, std::max(0.0, distance) };
        }
    }
    return std::nullopt;
}

double defaultHysteresis(Metric metric, Basis basis, double bound) noexcept
{
    constexpr double kShare = 0.02;
    if (basis == Basis::OfLimit) {
        return std::round(bound * kShare * kMillion) / kMillion;
    }
    return metric == Metric::ConcurrentWrites ? 1.0 : bound * kShare;
}

}  // namespace headroom
