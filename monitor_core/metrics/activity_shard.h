// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/units.h"
#include "monitor_core/metrics/latency_shard.h"
#include "monitor_core/metrics/sharded_counter.h"

#include <chrono>
#include <functional>

namespace headroom {

/// All that one thread counts around its reads and writes. Lines of its own: neighbours in memory
/// belong to other threads.
struct alignas(64) ActivityShard {
    explicit ActivityShard(Writers howMany)
        : writers(howMany)
        , queryLatency(howMany)
        , writeLatency(howMany)
    {
    }

    void count(ShardedCounter& counter) const noexcept { counter.add(1, writers); }

    void countQuery(std::chrono::nanoseconds latency) noexcept
    {
        if (!queryLatency.record(latency.count())) [[unlikely]] {
            count(refusedLatencies);
        }
    }

    void countCompleted(Bytes stored, std::chrono::nanoseconds latency) noexcept
    {
        count(completedWrites);
        largestArtifact.note(stored.count);
        (void)writeLatency.record(latency.count());  // from our own clock: never negative
    }

    const Writers writers;
    ShardedCounter admitted;
    ShardedCounter completedWrites;
    ShardedCounter failedWrites;
    ShardedCounter readsBegun;
    ShardedCounter readsEnded;
    ShardedCounter refusedPaused;
    ShardedCounter refusedHalted;
    ShardedCounter refusedTooLarge;
    ShardedCounter refusedLatencies;
    ShardedExtreme<std::greater<>> largestArtifact { -1 };  ///< bytes; -1 for none
    LatencyShard queryLatency;
    LatencyShard writeLatency;
};

}  // namespace headroom
