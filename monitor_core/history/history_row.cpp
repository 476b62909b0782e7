// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/history_row.h"

#include <algorithm>

namespace headroom {

void mergeInto(std::optional<MetricStats>& into, const MetricStats& stats)
{
    if (!into) {
        into = stats;
        return;
    }
    const double seconds = static_cast<double>(into->seconds) + static_cast<double>(stats.seconds);
    // As a step from the old mean, not a sum divided: equal means stay exactly equal.
    into->mean += (stats.mean - into->mean) * (static_cast<double>(stats.seconds) / seconds);
    into->min = std::min(into->min, stats.min);
    // Of equal ones the first, but rather a later one whose time is known.
    if (stats.max > into->max || (stats.max == into->max && !into->isMaxAtKnown())) {
        into->max = stats.max;
        into->maxAt = stats.maxAt;
    }
    into->last = stats.last;
    into->seconds += stats.seconds;
}

void mergeInto(HistoryRow& into, const HistoryRow& row)
{
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        if (row.metrics[i]) {
            mergeInto(into.metrics[i], *row.metrics[i]);
        }
    }
    into.latency.merge(row.latency);
}

PackedRow pack(const HistoryRow& row)
{
    PackedRow packed { row.startSeconds, row.metrics, {} };
    if (row.latency.count() > 0) {
        packed.latency = row.latency.encode();
    }
    return packed;
}

Result<HistoryRow> unpack(const PackedRow& packed)
{
    HistoryRow row;
    row.startSeconds = packed.startSeconds;
    row.metrics = packed.metrics;
    if (!packed.latency.empty()) {
        auto latency = LatencyHistogram::decode(packed.latency);
        if (!latency) {
            return latency.error();
        }
        row.latency = std::move(*latency);
    }
    return row;
}

}  // namespace headroom
