// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/level.h"
#include "monitor_core/metrics/catalog.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

namespace headroom {

/// Which side of a bound counts: AtLeast is >=, Above is >.
enum class Side : std::uint8_t { AtLeast, Above };

/// What a bound's number means: the metric's unit, or a share of the metric's limit (1 is the
/// limit).
enum class Basis : std::uint8_t { Absolute, OfLimit };

/// Where a level begins, and how far below it a value must fall before the level is left: a level
/// raised by `value side bound` is held until `value side (bound - hysteresis)` is false.
struct Bound {
    double value = 0;
    Side side = Side::AtLeast;
    double hysteresis = 0;  ///< same basis as value

    bool operator==(const Bound&) const = default;
};

/// The bounds of one metric. A level without a bound is never reached.
struct MetricThresholds {
    Basis basis = Basis::Absolute;
    std::optional<Bound> yellow;
    std::optional<Bound> orange;
    std::optional<Bound> red;
    std::chrono::milliseconds onDelay { 0 };  ///< how long a value must hold before its level rises

    bool operator==(const MetricThresholds&) const = default;

    [[nodiscard]] const std::optional<Bound>& bound(Level level) const
    {
        return level == Level::Red ? red : level == Level::Orange ? orange : yellow;
    }
};

using ThresholdTable = std::array<MetricThresholds, kMetricCount>;

}  // namespace headroom
