// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/snapshot.h"
#include "ui/models/trends_data.h"
#include "ui/models/trends_range.h"
#include "ui/text/trends_display.h"

namespace headroom::ui {

/// The lines, band, gaps, bounds and scale of one metric (an index of trendsMetrics()) over what
/// was answered; from, to, time ticks and flags are the range's and come from elsewhere. Latency is
/// percentiles from merged histograms; other metrics are their mean inside lowest and highest.
[[nodiscard]] TrendsChartDisplay makeTrendsChart(
    const TrendsData& data, const Snapshot* snapshot, std::size_t metric, double now);

/// What was recorded at `at`; empty before there is an answer.
[[nodiscard]] std::optional<TrendsTip> makeTrendsTip(
    const TrendsData& data, const Snapshot* snapshot, std::size_t metric, double at);

/// The stretches of the answered range before `now` in which nothing was recorded.
[[nodiscard]] QVector<TimeSpan> gapsOf(const TrendsData& data, double now);

}  // namespace headroom::ui
