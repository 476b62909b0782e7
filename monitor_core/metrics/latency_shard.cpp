// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/latency_shard.h"

#include <new>

namespace headroom {

LatencyShard::LatencyShard(Writers writers)
    : writers_(writers)
    , counts_(makeCounts())
    , taken_(makeCounts())
{
}

LatencyShard::Counts LatencyShard::makeCounts()
{
    constexpr std::size_t kSize = buckets::kBlocks * buckets::kBlockSize;
    Counts counts(static_cast<std::uint64_t*>(std::calloc(kSize, sizeof(std::uint64_t))));
    if (counts == nullptr) {
        throw std::bad_alloc();
    }
    return counts;
}

void LatencyShard::drainInto(LatencyHistogram& into)
{
    for (std::size_t block = 0; block < buckets::kBlocks; ++block) {
        // Load first: an exchange would take the line from the writer even when nothing is new.
        if (!marks_[block].load(std::memory_order_relaxed)
            || !marks_[block].exchange(false, std::memory_order_acq_rel)) {
            continue;
        }
        const std::size_t first = block << buckets::kBlockBits;
        for (std::size_t index = first; index < first + buckets::kBlockSize; ++index) {
            const std::uint64_t count
                = std::atomic_ref<std::uint64_t>(counts_[index]).load(std::memory_order_acquire);
            if (count != taken_[index]) {
                into.addCount(index, count - taken_[index]);
                taken_[index] = count;
            }
        }
    }
    into.widen({ min_.take(), max_.take() });
}

}  // namespace headroom
