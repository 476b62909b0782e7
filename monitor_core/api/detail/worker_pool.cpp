// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/worker_pool.h"

#include <utility>

namespace headroom::api::detail {

WorkerPool::WorkerPool(
    std::size_t threads, std::size_t maxWaiting, std::function<void()> onException)
    : maxWaiting_(maxWaiting)
    , onException_(std::move(onException))
{
    for (std::size_t i = 0; i < threads; ++i) {
        threads_.emplace_back([this] { work(); });
    }
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::run(std::function<void()> work)
{
    {
        const std::scoped_lock lock(guard_);
        if (isStopped_ || waiting_.size() >= maxWaiting_) {
            return false;
        }
        waiting_.push_back(std::move(work));
    }
    hasWork_.notify_one();
    return true;
}

void WorkerPool::stop()
{
    std::deque<std::function<void()>> dropped;
    {
        const std::scoped_lock lock(guard_);
        isStopped_ = true;
        dropped.swap(waiting_);
    }
    hasWork_.notify_all();
    threads_.clear();
}

void WorkerPool::work()
{
    while (true) {
        std::unique_lock lock(guard_);
        hasWork_.wait(lock, [this] { return isStopped_ || !waiting_.empty(); });
        if (waiting_.empty()) {
            return;
        }
        auto next = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        try {
            next();
        } catch (...) {
            onException_();
        }
    }
}

}  // namespace headroom::api::detail
