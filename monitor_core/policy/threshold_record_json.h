// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/policy/threshold_policy.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace headroom {

/// One change of the thresholds, as it is kept (storage/FORMAT.md).
struct ThresholdRecord {
    std::uint64_t version = 0;  ///< from 1
    std::string at;  ///< RFC 3339, UTC
    std::string actor;
    std::string reason;
    ThresholdPolicy policy;  ///< all of it, as it was in force from then on

    bool operator==(const ThresholdRecord&) const = default;
};

std::string thresholdRecordToJson(const ThresholdRecord& record);

/// Reads that or nothing; the error lists every fault as policyFromJson() does. A `sha256` in it is
/// somebody else's to check.
Result<ThresholdRecord> thresholdRecordFromJson(std::string_view text);

}  // namespace headroom
