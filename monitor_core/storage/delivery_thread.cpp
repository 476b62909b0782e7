// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/storage/delivery_thread.h"

#include <exception>
#include <utility>

namespace headroom {

DeliveryThread::DeliveryThread(Notifier& notifier, Answer answer)
    : notifier_(notifier)
    , answer_(std::move(answer))
    , thread_([this] { run(); })
{
}

DeliveryThread::~DeliveryThread()
{
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
    }
    wake_.notify_all();
}

void DeliveryThread::add(Delivery delivery)
{
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(delivery));
    }
    wake_.notify_all();
}

void DeliveryThread::run()
{
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return isStopping_ || !waiting_.empty(); });
        if (isStopping_) {
            return;
        }
        const Delivery delivery = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        Result<void> outcome;
        try {
            outcome = notifier_.deliver(delivery);
        } catch (const std::exception& failure) {
            outcome = Error { ErrorCode::Unavailable, failure.what(), "notify" };
        }
        answer_(delivery, outcome);
        lock.lock();
    }
}

}  // namespace headroom
