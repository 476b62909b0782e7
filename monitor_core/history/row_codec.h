// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/history/history_row.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace headroom {

using RowMetrics = std::array<std::optional<MetricStats>, kMetricCount>;

/// The metrics of a row as stored bytes, with a hash over tier, time and bytes in front
/// (FORMAT.md): SQLite's own check does not notice a changed value, and a row moved to another time
/// must show too.
std::string encodeMetrics(Tier tier, std::int64_t startSeconds, const RowMetrics& metrics);
Result<RowMetrics> decodeMetrics(Tier tier, std::int64_t startSeconds, std::string_view bytes);

/// Puts the same hash in front of any payload of a row, and takes it off again; Damaged when it
/// does not fit.
std::string seal(std::string_view kind, std::int64_t key, std::string_view payload);
Result<std::string_view> unseal(std::string_view kind, std::int64_t key, std::string_view bytes);

}  // namespace headroom
