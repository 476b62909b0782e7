// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/history_query.h"
#include "monitor_core/storage_forecast.h"

#include <QByteArray>

#include <vector>

namespace headroom::ui {

// What a service answers to the questions of remote_requests.h, read as readSnapshot() reads: what
// does not fit makes the whole unreadable.

[[nodiscard]] Result<std::vector<HistoryAnswer>> readMetricsAnswer(
    const QByteArray& json, const std::vector<Metric>& metrics);
[[nodiscard]] Result<LatencyAnswer> readLatencyAnswer(const QByteArray& json);
[[nodiscard]] Result<AlertHistoryAnswer> readAlertHistoryAnswer(const QByteArray& json);
[[nodiscard]] Result<StorageForecast> readForecastAnswer(const QByteArray& json);

}  // namespace headroom::ui
