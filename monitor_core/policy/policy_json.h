// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/policy/threshold_policy.h"

#include <string>
#include <string_view>

namespace headroom {

// The policy as JSON text, the same for the dashboard, the service and the wire. No file is opened
// here. FORMAT.md describes the keys.

/// Reads a whole policy or nothing. The error's message lists every fault, one a line: where it is
/// ("thresholds.total_storage.orange.at_least_ratio") and what would be right; text that is no JSON
/// is named by line and column.
Result<ThresholdPolicy> policyFromJson(std::string_view text);

/// The same policy as text that policyFromJson() reads back equal, indented for people.
std::string policyToJson(const ThresholdPolicy& policy);

/// The policy as its own text reads back, or every fault of it as policyFromJson() lists them;
/// numbers that are not finite are faults too.
Result<ThresholdPolicy> checkedPolicy(const ThresholdPolicy& policy);

}  // namespace headroom
