// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace headroom::api::detail {

/// Threads for what must wait: a command, a query. Bounded; work that throws only loses itself.
class WorkerPool {
public:
    /// `onException` is called on a worker, while an exception is being handled.
    WorkerPool(std::size_t threads, std::size_t maxWaiting, std::function<void()> onException);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False when too much waits already, or after stop(). Any thread.
    bool run(std::function<void()> work);
    /// Drops what waits and waits for what runs. Not from a worker.
    void stop();

private:
    void work();

    std::size_t maxWaiting_;
    std::function<void()> onException_;
    std::mutex guard_;
    std::condition_variable hasWork_;
    std::deque<std::function<void()>> waiting_;
    bool isStopped_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace headroom::api::detail
