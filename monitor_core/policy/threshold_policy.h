// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/gate_settings.h"
#include "monitor_core/metrics/thresholds.h"

#include <array>
#include <cstdint>
#include <string>

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

/// A policy and which one it is.
struct PolicyInForce {
    PolicyInForce() = default;
    PolicyInForce(const ThresholdPolicy& inForce)
        : policy(inForce)
    {
    }

    ThresholdPolicy policy;
    std::uint64_t version = 0;  ///< 0: the certified one; grows with every change
    std::uint64_t lastVersion = 0;  ///< the highest ever given out, those that are damaged included
    std::string problem;  ///< why it is not the last saved one; empty: it is
};

}  // namespace headroom
