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

/// A gauge before the first snapshot.
[[nodiscard]] GaugeDisplay emptyGauge(Metric metric);

}  // namespace headroom::ui
