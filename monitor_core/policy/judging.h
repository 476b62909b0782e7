// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/thresholds.h"

#include <optional>

namespace headroom {

// Where a value stands among bounds (contract §2), without memory: no hysteresis, no hold time.
// Values are finite and in the catalog's unit. A share of a limit is compared exactly, in whole
// millionths: 99.9999 % of a limit is not 100 %, and 990 of 1000 GB is 99 %.

/// Whether `value` is on `side` of `bound`; on the bound itself only AtLeast counts. A share of a
/// limit that is not above 0 is never reached.
bool reaches(double value, double bound, Side side, Basis basis, double limit) noexcept;

/// The highest level whose bound the value reaches, else Green; Unknown when the bounds are shares
/// of a limit that is not above 0.
Level levelOf(const MetricThresholds& thresholds, double value, double limit) noexcept;

/// The bound's number in the metric's unit.
double inUnit(const Bound& bound, Basis basis, double limit) noexcept;

/// What is left until the next worse level.
struct NextLevel {
    Level level = Level::Unknown;
    double distance = 0;  ///< in the metric's unit, from the value up to the bound; not below 0

    bool operator==(const NextLevel&) const = default;
};

/// The next worse level that has a bound, seen from `current` (which hysteresis or hold time may
/// keep apart from levelOf()). Empty at the worst level and from Unknown.
std::optional<NextLevel> nextLevelUp(
    const MetricThresholds& thresholds, Level current, double value, double limit) noexcept;

/// What a bound's hysteresis is when nobody set one: one writer, else 2 % of the bound.
double defaultHysteresis(Metric metric, Basis basis, double bound) noexcept;

}  // namespace headroom
