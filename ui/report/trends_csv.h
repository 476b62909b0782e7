// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/snapshot.h"
#include "ui/models/trends_data.h"
#include "ui/models/trends_range.h"

#include <QByteArray>

namespace headroom::ui {

/// Where the numbers of a report come from.
struct ReportSource {
    QString name;  ///< "local workload"
    QString feed;  ///< "embedded"
    bool isSimulated = false;
};

/// What the chart of one metric (an index of trendsMetrics()) shows, a row a stretch, oldest first:
/// its time in UTC and here, its length, its state (the level by the bounds in force now, or GAP
/// where nothing was recorded, NO_DATA where this metric was not) and its figures with their units
/// in the header.
[[nodiscard]] QByteArray trendsCsv(const TrendsData& data, const Snapshot* snapshot,
    std::size_t metric, const TrendsRange& range, double now, const ReportSource& source);

/// "headroom-query_response-20260802T120400Z-20260803T120400Z.csv".
[[nodiscard]] QString reportFileName(
    Metric metric, const TrendsRange& range, const QString& extension);

}  // namespace headroom::ui
