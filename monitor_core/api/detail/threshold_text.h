// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/level.h"
#include "monitor_core/metrics/catalog.h"
#include "monitor_core/metrics/thresholds.h"

#include <string>

namespace headroom::api {

/// The values of a level as people read them: "51 to 75 writers", "70 % to below 90 %", "above 500,
/// up to 800 writes/s", "p99 below 100 ms"; "never" for a level without a bound.
std::string rangeText(Metric metric, const MetricThresholds& thresholds, Level level);

}  // namespace headroom::api
