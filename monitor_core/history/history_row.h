// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/history_query.h"
#include "monitor_core/metrics/catalog.h"
#include "monitor_core/metrics/latency_histogram.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace headroom {

/// How long the stretch of a row is.
enum class Tier : std::uint8_t { Second, Minute, Hour };

constexpr std::int64_t secondsOf(Tier tier) noexcept
{
    return tier == Tier::Second ? 1 : tier == Tier::Minute ? 60 : 3600;
}

/// Everything about one stretch of time: what history keeps.
struct HistoryRow {
    std::int64_t startSeconds = 0;  ///< UTC, since 1970; a multiple of the tier's length
    std::array<std::optional<MetricStats>, kMetricCount> metrics;
    LatencyHistogram latency;  ///< of the queries in this stretch; empty without any
};

/// A row whose histogram is encoded: a histogram in use takes 140 KB, its encoding a few hundred
/// bytes.
struct PackedRow {
    std::int64_t startSeconds = 0;
    std::array<std::optional<MetricStats>, kMetricCount> metrics;
    std::string latency;  ///< empty without a query
};

PackedRow pack(const HistoryRow& row);
Result<HistoryRow> unpack(const PackedRow& row);

/// `into` takes `row` in: lowest, highest, seconds-weighted mean, the later last, merged histogram.
/// Rows come in time order.
void mergeInto(HistoryRow& into, const HistoryRow& row);

/// The same for one metric's figures.
void mergeInto(std::optional<MetricStats>& into, const MetricStats& stats);

}  // namespace headroom
