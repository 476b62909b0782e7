// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/live_series.h"
#include "ui/text/display.h"

namespace headroom::ui {

/// p50, p99 and p999 of query latency over the last 15 minutes, on a log axis from 1 ms, or from
/// the decade of the lowest value where that is below.
[[nodiscard]] ChartDisplay makeLatencyChart(
    const Snapshot* snapshot, const LiveSeriesSet& series, SteadyTime now);

/// Concurrent writes and write throughput, both in percent of their limits on one axis.
[[nodiscard]] ChartDisplay makeLoadChart(
    const Snapshot* snapshot, const LiveSeriesSet& series, SteadyTime now);

}  // namespace headroom::ui
