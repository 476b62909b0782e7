// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/history/history_row.h"
#include "monitor_core/history_query.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <string_view>

namespace headroom {

namespace detail {
class Sqlite;
}

std::string_view tableOf(Tier tier) noexcept;

/// Answers questions about the past from the tiers. Storage thread; the connection outlives it.
class RowReader {
public:
    enum class Wanted { Metrics, Latency, All };

    explicit RowReader(detail::Sqlite& db)
        : db_(&db)
    {
    }

    /// Calls `take` for every sound row with from ≤ start < to, oldest first; returns how many were
    /// damaged.
    Result<std::uint64_t> read(Tier tier, std::int64_t from, std::int64_t to, Wanted wanted,
        const std::function<void(const HistoryRow&)>& take);

    /// One answer a metric, in one pass. `waiting`: seconds that are not on disk yet.
    Result<std::vector<HistoryAnswer>> metrics(const std::vector<Metric>& wanted, TimeRange range,
        int maxPoints, const std::deque<PackedRow>& waiting);
    /// How many of the rows that such a question reads are damaged. Holds none of them: asked for
    /// every hour, answers that grow with the history would.
    Result<std::uint64_t> damagedRows(TimeRange range, int maxPoints);
    Result<LatencyAnswer> latency(
        TimeRange range, int maxPoints, const std::deque<PackedRow>& waiting);

private:
    struct Plan {
        Tier tier = Tier::Second;
        std::int64_t from = 0;
        std::int64_t to = 0;
        std::int64_t bucketSeconds = 1;
    };
    /// The coarsest tier that still has `enoughPoints` stretches in the range and reaches back to
    /// its beginning.
    Result<Plan> plan(TimeRange range, int maxPoints, int enoughPoints);
    Result<std::int64_t> oldest(Tier tier);

    detail::Sqlite* db_;
    HistoryRow row_;  ///< the one that is read; kept for the memory of its histogram
};

}  // namespace headroom
