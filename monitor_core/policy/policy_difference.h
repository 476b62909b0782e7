// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/policy/threshold_policy.h"

#include <string>
#include <vector>

namespace headroom {

/// One thing that people may set and that is not the same in two policies.
struct PolicyDifference {
    std::string key;  ///< "total_storage.orange", "gate.resume_below_writers"
    std::string before;  ///< "at_least_ratio=0.9 hysteresis_ratio=0.018", or "none"
    std::string after;

    bool operator==(const PolicyDifference&) const = default;
};

/// In the order of the policy file: bounds and hold times of each metric, then the gate's.
std::vector<PolicyDifference> differencesOf(
    const ThresholdPolicy& before, const ThresholdPolicy& after);

}  // namespace headroom
