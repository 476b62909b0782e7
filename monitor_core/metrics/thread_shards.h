// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/sharded_counter.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace headroom {

/// A shard of its own for every thread that asks, so that counting needs no shared line. A thread
/// that ends leaves its shard, counts and all, to the next new thread. The first `kOwnShards`
/// threads alive have their own; the others share one whose additions are atomic, which bounds the
/// memory. `Shard` is constructible from Writers and never moves. local() is for any thread,
/// shards() for one at a time (the tick).
template <typename Shard>
class ThreadShards {
public:
    static constexpr std::size_t kOwnShards = 64;

    ThreadShards()
        : pool_(std::make_shared<Pool>())
        , id_(pool_->id)
    {
    }

    /// This thread's shard. The first call of a thread takes a mutex and memory, later ones
    /// neither.
    [[nodiscard]] Shard& local() noexcept
    {
        if (lastUsed_.poolId == id_) [[likely]] {
            return *lastUsed_.shard;
        }
        return find();
    }

    /// Every shard there ever was: none goes away before the object does.
    [[nodiscard]] std::vector<Shard*> shards() const
    {
        const std::lock_guard lock(pool_->mutex);
        std::vector<Shard*> all { &pool_->common };
        for (const auto& shard : pool_->own) {
            all.push_back(shard.get());
        }
        return all;
    }

private:
    struct Pool {
        const std::uint64_t id = nextId_.fetch_add(1, std::memory_order_relaxed);
        Shard common { Writers::Many };
        std::mutex mutex;
        std::vector<std::unique_ptr<Shard>> own;
        std::vector<Shard*> unused;

        Shard& take()
        {
            const std::lock_guard lock(mutex);
            if (!unused.empty()) {
                Shard* shard = unused.back();
                unused.pop_back();
                return *shard;
            }
            if (own.size() == kOwnShards) {
                return common;
            }
            unused.reserve(own.size() + 1);  // so that giveBack() needs no memory
            own.push_back(std::make_unique<Shard>(Writers::One));
            return *own.back();
        }
        void giveBack(Shard* shard) noexcept
        {
            if (shard != &common) {
                const std::lock_guard lock(mutex);
                unused.push_back(shard);
            }
        }
    };

    struct Claim {
        std::uint64_t poolId;
        std::weak_ptr<Pool> pool;
        Shard* shard;
    };
    /// What this thread has claimed of every pool; given back when the thread ends.
    struct Claims {
        std::vector<Claim> list;
        ~Claims()
        {
            threadEnds_ = true;
            lastUsed_ = {};
            for (const Claim& claim : list) {
                if (const auto pool = claim.pool.lock()) {
                    pool->giveBack(claim.shard);
                }
            }
        }
    };
    struct LastUsed {
        std::uint64_t poolId = 0;  ///< 0 for none
        Shard* shard = nullptr;
    };

    Shard& find() noexcept
    {
        // Other thread-locals may still count while they are destroyed.
        if (threadEnds_) {
            return pool_->common;
        }
        Shard* shard = &pool_->common;
        try {
            shard = &claimed();
        } catch (...) {  // no memory: the common shard needs none
        }
        lastUsed_ = { id_, shard };
        return *shard;
    }

    Shard& claimed()
    {
        thread_local Claims claims;
        const auto known = std::find_if(claims.list.begin(), claims.list.end(),
            [this](const Claim& claim) { return claim.poolId == id_; });
        if (known != claims.list.end()) {
            return *known->shard;
        }
        std::erase_if(claims.list, [](const Claim& claim) { return claim.pool.expired(); });
        claims.list.reserve(claims.list.size() + 1);
        claims.list.push_back({ id_, pool_, &pool_->take() });
        return *claims.list.back().shard;
    }

    static inline std::atomic<std::uint64_t> nextId_ { 1 };
    static inline constinit thread_local LastUsed lastUsed_ {};
    static inline constinit thread_local bool threadEnds_ = false;

    std::shared_ptr<Pool> pool_;
    std::uint64_t id_;
};

}  // namespace headroom
