// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>

namespace headroom {

/// How many threads write to a shard.
enum class Writers : bool { One, Many };

/// One shard's part of a counter. With one writer an increment is a load and a store, a fraction of
/// a nanosecond, without the bus lock that an atomic addition costs; with many it is that addition.
/// Any thread reads. The total is the sum over the shards.
class ShardedCounter {
public:
    void add(std::uint64_t n, Writers writers) noexcept
    {
        if (writers == Writers::One) [[likely]] {
            count_.store(count_.load(std::memory_order_relaxed) + n, std::memory_order_release);
        } else {
            count_.fetch_add(n, std::memory_order_release);
        }
    }
    [[nodiscard]] std::uint64_t read() const noexcept
    {
        return count_.load(std::memory_order_acquire);
    }

private:
    std::atomic<std::uint64_t> count_ { 0 };
};

/// The largest (or, with `std::less`, smallest) value since it was last taken. Writers compare
/// first and swap only when they exceed it, which gets rare at once; taking swaps as well, so no
/// value falls between two takes.
template <typename Beats>
class ShardedExtreme {
public:
    explicit ShardedExtreme(std::int64_t none) noexcept
        : none_(none)
        , value_(none)
    {
    }

    void note(std::int64_t value) noexcept
    {
        std::int64_t seen = value_.load(std::memory_order_relaxed);
        while (Beats {}(value, seen)) {
            if (value_.compare_exchange_weak(
                    seen, value, std::memory_order_release, std::memory_order_relaxed)) {
                return;
            }
        }
    }
    /// The extreme, or `none`; starts anew.
    std::int64_t take() noexcept
    {
        // Most shards are idle most ticks: leave their lines alone.
        if (value_.load(std::memory_order_relaxed) == none_) {
            return none_;
        }
        return value_.exchange(none_, std::memory_order_acquire);
    }

private:
    std::int64_t none_;
    std::atomic<std::int64_t> value_;
};

}  // namespace headroom
