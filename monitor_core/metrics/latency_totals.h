// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/latency_histogram.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace headroom {

/// All durations since the start, in few buckets that only grow: what a scraper takes differences
/// of. Among the bounds are those of the certified levels (100, 200, 500 ms) and the SLA (5 s), so
/// that their shares can be asked for. A small value; one thread.
class LatencyTotals {
public:
    static constexpr std::array<std::chrono::microseconds, 18> kBounds = [] {
        using std::chrono::microseconds;
        return std::array { microseconds(100), microseconds(250), microseconds(500),
            microseconds(1'000), microseconds(2'500), microseconds(5'000), microseconds(10'000),
            microseconds(25'000), microseconds(50'000), microseconds(100'000),
            microseconds(200'000), microseconds(500'000), microseconds(1'000'000),
            microseconds(2'500'000), microseconds(5'000'000), microseconds(10'000'000),
            microseconds(30'000'000), microseconds(60'000'000) };
    }();

    void add(const LatencyHistogram& fresh);

    [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
    /// Of all; each at most 0.1 % off, one above an hour counts as an hour.
    [[nodiscard]] std::chrono::duration<double> sum() const noexcept { return sum_; }
    /// How many were at most kBounds[i] long; a duration within 0.2 % above it may be among them.
    [[nodiscard]] std::uint64_t atMost(std::size_t i) const noexcept;

private:
    std::array<std::uint64_t, kBounds.size()> counts_ {};  ///< each bucket alone
    std::uint64_t count_ = 0;
    std::chrono::duration<double> sum_ { 0 };
};

}  // namespace headroom
