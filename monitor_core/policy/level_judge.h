// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/metrics/thresholds.h"

#include <array>
#include <optional>

namespace headroom {

/// The level of one metric over time: bounds, hysteresis and hold time (contract §2). Pure; one
/// thread.
///
/// A level is left only when the value falls below its bound by the hysteresis. It rises when the
/// value has reached the bound in every judgement for onDelay. The first judgement, and the first
/// after a gap, rises at once: nothing calmer is known that the delay could keep.
class LevelJudge {
public:
    /// `value` is finite and fresh, in the catalog's unit. Unknown when a share of a limit that is
    /// not above 0 is asked for.
    Level judge(const MetricThresholds& thresholds, double value, double limit, SteadyTime now);

    /// Data stopped coming. What had been reached before still holds within its hysteresis
    /// afterwards.
    void noteGap();

    /// From now on it is judged by `after` instead of `before`. A bound that both have keeps its
    /// memory. One that is new has none: nothing is held by it that has not reached it, and it does
    /// not wait for a hold time, since nothing is known of how long the value has been there.
    void noteChange(const MetricThresholds& before, const MetricThresholds& after);

    /// The last level judged; Unknown before the first.
    [[nodiscard]] Level lastLevel() const { return level_; }

private:
    [[nodiscard]] Level heldLevel(
        const MetricThresholds& thresholds, double value, double limit) const;
    Level risenLevel(
        const MetricThresholds& thresholds, double value, double limit, SteadyTime now);

    Level level_ = Level::Unknown;
    bool afterGap_ = true;
    /// Since when the value has reached Yellow, Orange, Red without a break.
    std::array<std::optional<SteadyTime>, 3> reachedSince_;
    std::array<bool, 3> isNew_ {};  ///< bounds that nothing was judged by yet
};

}  // namespace headroom
