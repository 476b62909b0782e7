// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/snapshot.h"
#include "ui/models/trends_data.h"
#include "ui/text/trends_display.h"

namespace headroom::ui {

/// The stretch of storage's past that stands before the forecast.
[[nodiscard]] TimeRange pastOfForecast(const StorageForecast& forecast, SystemTime now);

/// Past, expected line, 80 % cone and the days of the levels.
[[nodiscard]] ForecastChartDisplay makeForecastChart(
    const TrendsData& data, const Snapshot* snapshot, SystemTime now);

}  // namespace headroom::ui
