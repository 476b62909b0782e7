// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

#include <functional>

namespace headroom::ui {

/// Ticks of a local time axis: both ends with their own time, between them round hours, days,
/// months or years, at most about `most`. Midnight says which day begins.
[[nodiscard]] QVector<AxisTick> timeTicks(double from, double to, int most);
/// The same without the ends, for an axis of dates.
[[nodiscard]] QVector<AxisTick> roundTimeTicks(double from, double to, int most);

/// Round ticks from `low` (multiples of the step) to `high`, about `wanted` of them.
[[nodiscard]] QVector<AxisTick> linearTicks(
    double low, double high, int wanted, const std::function<QString(double)>& text);
/// The next round number at or above `value`: 1, 2, 2.5, 5 × 10ⁿ.
[[nodiscard]] double roundUp(double value);

/// "Sun 2 Aug 14:04"; seconds only where the span is short enough to need them.
[[nodiscard]] QString momentText(double at, double span);
/// "Sun 2 Aug, 19:40:14".
[[nodiscard]] QString fullMomentText(double at);

}  // namespace headroom::ui
