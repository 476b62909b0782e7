// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/catalog.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

enum class ConflictKind : std::uint8_t {
    Contradiction,  ///< the limits cannot all be reached, whatever happens
    OnlyIf,  ///< they hold together only under the condition that the text names
};

/// Limits that cannot hold together, or only under a condition that nobody certified.
struct LimitConflict {
    ConflictKind kind = ConflictKind::OnlyIf;
    std::string_view id;  ///< stable: "little_law", …
    std::vector<Metric> metrics;
    std::string text;  ///< English, with the numbers
    double needed = 0;  ///< the number that decides, in the unit that conflicts.cpp states by id
};

/// Looks at `limits` (by indexOf(metric), catalog's units). Empty where nothing conflicts; a limit
/// that is not a positive number is left out of the question.
///
/// - `little_law`: concurrency = throughput × mean duration, so both are reached only while a write
///   takes concurrency / throughput (needed: that, in ms). Named when it is shorter than the
///   longest query allowed, which stands for how slow the depository may be.
/// - `largest_artifacts_rate`: bytes a second when every write is as large as allowed (needed: s
///   until storage is full). Named below an hour.
/// - `count_times_size`: artifacts × size over the storage limit (needed: bytes).
/// - `count_at_rate`: time until the artifact count is reached at full throughput (needed: s).
///   Named below an hour.
std::vector<LimitConflict> findConflicts(const std::array<double, kMetricCount>& limits);

}  // namespace headroom
