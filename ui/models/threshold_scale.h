// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/commands.h"

namespace headroom::ui {

/// Where numbers of one metric stand on its band: the limit at 5/6, as on every gauge; latency by
/// its logarithm. Bounds are in their own basis, values in the catalog's unit. Plain value.
class ThresholdScale {
public:
    ThresholdScale(Metric metric, Basis basis, double limit);

    /// 0 to 1; what lies beyond stands at the end.
    [[nodiscard]] double ofValue(double value) const;
    [[nodiscard]] double ofBound(double bound) const;
    /// The bound that stands there, rounded to what people would type.
    [[nodiscard]] double boundAt(double fraction) const;
    /// `steps` key presses from a bound; not below the smallest that can be set.
    [[nodiscard]] double stepped(double bound, int steps) const;

    static constexpr double kLimitAt = 5.0 / 6;

private:
    [[nodiscard]] double stepNear(double bound) const;

    Metric metric_;
    bool isShare_;
    double limit_;
};

}  // namespace headroom::ui
