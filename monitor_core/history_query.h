// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/metrics/catalog.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace headroom {

/// What a metric did in one stretch of time, in the catalog's unit. For QueryResponse these are
/// latencies of single queries (from the histogram), never of percentiles: a mean of percentiles
/// means nothing.
struct MetricStats {
    double min = 0;
    double mean = 0;
    double max = 0;
    double last = 0;
    std::uint32_t seconds
        = 0;  ///< seconds of the stretch that had a fresh reading; the mean's weight
    SystemTime maxAt {};  ///< the first second that had the max; 1970: not known (rows of before)

    [[nodiscard]] bool isMaxAtKnown() const noexcept { return maxAt != SystemTime {}; }
    bool operator==(const MetricStats&) const = default;
};

/// Half-open, [from, to). Whole seconds; fractions are cut.
struct TimeRange {
    SystemTime from {};
    SystemTime to {};
};

/// One answered stretch. Stretches without any reading are not in the answer: a gap is a gap.
struct HistoryPoint {
    SystemTime at {};  ///< its beginning
    std::chrono::seconds length { 1 };
    MetricStats stats;
    bool afterGap
        = false;  ///< nothing was recorded in the stretch before it: do not draw a line to it
};

/// Latency of one stretch, from merged histograms.
struct LatencyPoint {
    SystemTime at {};
    std::chrono::seconds length { 1 };
    double p50Ms = 0;
    double p99Ms = 0;
    double p999Ms = 0;
    double maxMs = 0;
    std::uint64_t sampleCount = 0;
    bool afterGap = false;
};

inline constexpr int kMaxHistoryPoints = 2000;

/// The answer to a question about one metric.
struct HistoryAnswer {
    std::vector<HistoryPoint> points;  ///< at most the number asked for, oldest first
    std::uint64_t damagedRows = 0;  ///< rows in the range whose own hash did not fit; left out
};

struct LatencyAnswer {
    std::vector<LatencyPoint> points;
    std::uint64_t damagedRows = 0;
};

/// Steps of alerts, oldest first.
struct AlertHistoryAnswer {
    std::vector<AlertEvent> events;
    std::uint64_t total = 0;  ///< how many there are in all
    std::uint64_t damagedRows = 0;
};

}  // namespace headroom
