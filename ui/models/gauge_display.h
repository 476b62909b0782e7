// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/live_series.h"
#include "ui/models/trend.h"
#include "ui/text/display.h"

namespace headroom::ui {

/// What a gauge shows of the past; the same for a whole second.
struct GaugePast {
    std::optional<Trend> trend;
    QVector<double> spark;
};

[[nodiscard]] GaugePast pastOf(const LiveSeries& series, SteadyTime now);

/// One gauge card, `now` being this screen's clock.
[[nodiscard]] GaugeDisplay makeGauge(
    const Snapshot& snapshot, Metric metric, SteadyTime now, const GaugePast& past);

/// Puts the live value beside a made-up one; nothing where none is fresh.
void addGhost(GaugeDisplay& gauge, const Snapshot& live, Metric metric, SteadyTime now);

/// Where a value of a metric stands on the scale of its gauge, and which value stands there.
[[nodiscard]] double scaleFraction(Metric metric, double limit, double value);
[[nodiscard]] double valueAtFraction(Metric metric, double limit, double fraction);

/// A gauge before the first snapshot.
[[nodiscard]] GaugeDisplay emptyGauge(Metric metric);

}  // namespace headroom::ui
