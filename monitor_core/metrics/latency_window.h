// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/metrics/latency_histogram.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace headroom {

/// The latencies of the last minute, or of another length: time, never a count of samples. Kept in
/// slots of a 60th of the length, each dropped when its oldest sample leaves the window, so a
/// sample is seen for 59 to 60 parts of it, and a lone one for the whole. One thread.
class LatencyWindow {
public:
    explicit LatencyWindow(std::chrono::nanoseconds length);

    /// Lets go of what is too old at `now`, then adds what was recorded since the call before.
    void add(const LatencyHistogram& fresh, SteadyTime now);

    [[nodiscard]] std::uint64_t count() const noexcept { return total_.total(); }
    [[nodiscard]] std::uint64_t overflow() const noexcept { return total_.overflow(); }
    /// Empty without a sample in the window. By nearest rank, as LatencyHistogram.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> quantile(double quantile) const noexcept;
    [[nodiscard]] std::optional<std::chrono::nanoseconds> min() const noexcept;
    [[nodiscard]] std::optional<std::chrono::nanoseconds> max() const noexcept;

private:
    struct Slot {
        SteadyTime begin;
        DurationRange range;
        std::vector<std::uint64_t> counts;  ///< count · 2^15 + bucket, of those that are not empty
    };

    void close();
    void expire(SteadyTime now);
    void updateRange();

    std::chrono::nanoseconds length_;
    std::deque<Slot> closed_;
    std::optional<SteadyTime> openSince_;
    BucketCounts open_;
    DurationRange openRange_;
    BucketCounts total_;  ///< all closed slots and the open one
    DurationRange range_;  ///< of total_
};

}  // namespace headroom
