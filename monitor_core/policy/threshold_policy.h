// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/gate_settings.h"
#include "monitor_core/metrics/thresholds.h"

#include <array>

namespace headroom {

/// Everything that is judged by: bounds, limits, the gate, the windows. A value; the certified one
/// is resources/policy.certified.json, read by policy_json.h.
struct ThresholdPolicy {
    ThresholdTable thresholds;
    std::array<double, kMetricCount> limits {};  ///< in the catalog's units
    GateSettings gate;
    WindowSettings windows;

    bool operator==(const ThresholdPolicy&) const = default;
};

}  // namespace headroom
