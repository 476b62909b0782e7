// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/catalog.h"

#include <string>
#include <string_view>

namespace headroom {

/// What a policy file may say in one unit, and how the unit is written at the end of a key.
struct PolicyUnit {
    std::string_view suffix;  ///< "writers"; of a share of the limit "ratio"
    double least;
    double most;
    bool whole;  ///< no fractions; of a ratio, no fractions of a millionth
};

inline constexpr double kLargestExact = 9'007'199'254'740'992.0;  // 2^53: whole numbers are exact
inline constexpr PolicyUnit kRatioUnit { "ratio", 0.000001, 10.0, false };

constexpr PolicyUnit policyUnit(Unit unit) noexcept
{
    switch (unit) {
    case Unit::Writers:
        return { "writers", 1, 100'000, true };
    case Unit::Bytes:
        return { "bytes", 1, kLargestExact, true };
    case Unit::WritesPerSecond:
        return { "per_second", 0.001, 10'000'000, false };
    case Unit::Milliseconds:
        return { "ms", 0.001, 3'600'000, false };
    case Unit::Artifacts:
        return { "artifacts", 1, 100'000'000'000, true };
    case Unit::BrokenLinks:
        break;
    }
    return { "broken_links", 1, 1, true };
}

/// "total_storage_bytes"
inline std::string limitKey(const MetricInfo& metric)
{
    return std::string(metric.key) + "_" + std::string(policyUnit(metric.unit).suffix);
}

/// The audit trail has no limit; shares of one mean nothing there.
constexpr bool hasLimit(const MetricInfo& metric) noexcept { return metric.certifiedLimit > 0; }

}  // namespace headroom
