// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/snapshot.h"
#include "ui/models/forecast_display.h"
#include "ui/models/trends_data.h"
#include "ui/models/trends_range.h"
#include "ui/text/trends_display.h"

namespace headroom::ui {

/// Lowest, mean and highest of each metric in the range; of latency those of single queries, since
/// a mean or maximum of percentiles means nothing.
[[nodiscard]] TableDisplay makeStatsTable(
    const TrendsData& data, const Snapshot* snapshot, const TrendsRange& range);

/// When storage reaches 70, 90, 99 and 100 %.
[[nodiscard]] TableDisplay makeCrossingTable(
    const TrendsData& data, const Snapshot* snapshot, SystemTime today);

/// One alert of the range, from its steps.
struct RangeAlert {
    AlertType type = AlertType::Source;
    Level peak = Level::Unknown;
    double raisedAt = 0;
    std::optional<double> clearedAt;
    double worst = 0;  ///< the value at its peak, in the unit of the type
    double threshold = 0;
};

/// The alerts that were open at any time of the range, the oldest first. Those whose beginning is
/// no longer among the steps begin with the first step that is.
[[nodiscard]] std::vector<RangeAlert> alertsIn(
    const AlertHistoryAnswer& history, double from, double to);

[[nodiscard]] MarkListDisplay makeMarkList(
    const TrendsData& data, const Snapshot* snapshot, const TrendsRange& range, double now);
/// `metric`: the one that the chart shows.
[[nodiscard]] QVector<TrendFlag> makeFlags(
    const TrendsData& data, const TrendsRange& range, Metric metric);

}  // namespace headroom::ui
