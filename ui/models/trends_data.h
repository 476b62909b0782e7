// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/history_query.h"
#include "monitor_core/storage_forecast.h"

#include <QString>

#include <optional>
#include <vector>

namespace headroom::ui {

/// What the history answered for the trends page so far. Plain value.
struct TrendsData {
    TimeRange range;  ///< that `metrics` and `latency` were asked for
    std::optional<std::vector<HistoryAnswer>> metrics;  ///< in the order of trendsMetrics()
    std::optional<LatencyAnswer> latency;
    std::optional<AlertHistoryAnswer> alerts;
    std::vector<HistoryPoint> storagePast;  ///< of the forecast
    std::optional<StorageForecast> forecast;
    QString problem;  ///< why the newest question could not be answered; empty: it was
    QString forecastProblem;

    /// The points of trendsMetrics()[index]; null before the first answer.
    [[nodiscard]] const std::vector<HistoryPoint>* pointsOf(std::size_t index) const
    {
        return metrics && index < metrics->size() ? &(*metrics)[index].points : nullptr;
    }
};

}  // namespace headroom::ui
