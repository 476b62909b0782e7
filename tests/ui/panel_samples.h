// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

namespace headroom::ui::samples {

// The states of the reference pictures, for the gallery and the tests.

enum class State { Green, Red, Stale };

/// Everything but the gauges and the strip.
OverviewDisplay overview(State state);
/// `count` alerts, worst first, ids "a0", "a1", …; each can be acknowledged.
AlertsDisplay alerts(int count);
/// A latency chart of `count` samples a line that fill its window.
ChartDisplay latencyChart(int count);

}  // namespace headroom::ui::samples
