// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/storage_forecast.h"

#include <vector>

namespace headroom {

/// One observation of used storage.
struct UsedPoint {
    SystemTime at {};
    double usedBytes = 0;
};

/// Theil–Sen slope (the median of the slopes of all pairs of points: a burst or a clean-up among
/// the points does not bend it) with the 80 % interval of Sen (1968) from Kendall's S; of more than
/// 300 points an even choice. It reaches no further ahead than ten times the history behind it.
/// `points` oldest first.
StorageForecast forecastStorage(
    const std::vector<UsedPoint>& points, double limitBytes, SystemTime now);

}  // namespace headroom
