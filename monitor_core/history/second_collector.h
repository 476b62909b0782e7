// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/history/history_row.h"
#include "monitor_core/snapshot.h"

#include <optional>

namespace headroom {

/// Makes one row a second from what the ticks see. Time is an argument. Monitor thread.
class SecondCollector {
public:
    /// Takes in what is known now: metrics with a live or late reading, and the queries recorded
    /// since the call before. Returns the second that this call ended, if it did; a second in which
    /// nothing was fresh gives no row.
    std::optional<HistoryRow> add(const Snapshot& snapshot, const LatencyHistogram& queriesSince);

    /// The second under way, when the program ends; as add().
    std::optional<HistoryRow> finish();

private:
    struct Sum {
        double min = 0;
        double max = 0;
        double last = 0;
        double total = 0;
        int count = 0;
    };

    std::optional<std::int64_t> second_;
    std::array<Sum, kMetricCount> sums_ {};
    LatencyHistogram latency_;
};

/// Of the middles of the buckets: at most 0.1 % off. Empty without a sample.
std::optional<double> meanMs(const LatencyHistogram& histogram);

}  // namespace headroom
