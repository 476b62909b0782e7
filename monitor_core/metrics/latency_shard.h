// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/latency_histogram.h"
#include "monitor_core/metrics/sharded_counter.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <memory>

namespace headroom {

/// One shard of a latency histogram: its thread records, the tick takes what is new. Recording
/// marks the block it wrote to, and only marked blocks are read by the tick. Memory is taken from
/// the system page by page as durations occur (a block is one page).
class LatencyShard {
public:
    /// Throws std::bad_alloc.
    explicit LatencyShard(Writers writers);

    /// False for a negative duration, which the caller counts.
    bool record(std::int64_t nanoseconds) noexcept
    {
        if (nanoseconds < 0) [[unlikely]] {
            return false;
        }
        const std::size_t bucket = buckets::bucketFor(nanoseconds);
        // The range first and the mark last: whoever sees a count has its range in this or an
        // earlier take, and whoever clears a mark sees the count.
        min_.note(nanoseconds);
        max_.note(nanoseconds);
        const std::atomic_ref<std::uint64_t> count(counts_[bucket]);
        if (writers_ == Writers::One) [[likely]] {
            count.store(count.load(std::memory_order_relaxed) + 1, std::memory_order_release);
        } else {
            count.fetch_add(1, std::memory_order_release);
        }
        marks_[bucket >> buckets::kBlockBits].store(true, std::memory_order_release);
        return true;
    }

    /// Adds what was recorded since the call before to `into`. One thread at a time (the tick).
    void drainInto(LatencyHistogram& into);

private:
    struct Free {
        void operator()(std::uint64_t* counts) const noexcept { std::free(counts); }
    };
    using Counts = std::unique_ptr<std::uint64_t[], Free>;
    static Counts makeCounts();

    // The recording thread's side. Counts are plain memory used through atomic_ref, because it
    // comes zeroed from the system and must not be touched before it is needed.
    const Writers writers_;
    ShardedExtreme<std::less<>> min_ { DurationRange {}.min };
    ShardedExtreme<std::greater<>> max_ { DurationRange {}.max };
    std::array<std::atomic<bool>, buckets::kBlocks> marks_ {};
    Counts counts_;

    // The tick's side.
    alignas(64) Counts taken_;  ///< the counts as drainInto() last read them
};

}  // namespace headroom
