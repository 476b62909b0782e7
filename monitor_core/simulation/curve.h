// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/simulation/scenario.h"

#include <chrono>
#include <vector>

namespace headroom {

/// One quantity over time, in straight pieces and jumps. A value.
class Curve {
public:
    Curve(double start, Metric metric, const Scenario& scenario);

    [[nodiscard]] double at(std::chrono::nanoseconds time) const;

    /// Where a piece begins or ends.
    [[nodiscard]] std::vector<std::chrono::nanoseconds> knots() const;
    /// Whole milliseconds at which `bound` has just been reached, from below or above, and the one
    /// after it, at which it has just been left.
    [[nodiscard]] std::vector<std::chrono::nanoseconds> crossings(double bound) const;

private:
    struct Knot {
        std::chrono::nanoseconds at { 0 };
        double value = 0;
    };
    std::vector<Knot> knots_;  ///< by time; two of one time are a jump
};

}  // namespace headroom
