// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/notifier.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace headroom {

/// Delivers messages one after the other on a thread of its own: a receiver that takes its time
/// holds up no alert.
class DeliveryThread {
public:
    using Answer = std::function<void(const Delivery&, Result<void>)>;

    /// `answer` is called on the delivery thread. `notifier` outlives this.
    DeliveryThread(Notifier& notifier, Answer answer);
    /// Ends after the delivery in progress; what waits stays in the outbox on disk.
    ~DeliveryThread();
    DeliveryThread(const DeliveryThread&) = delete;
    DeliveryThread& operator=(const DeliveryThread&) = delete;

    void add(Delivery delivery);

private:
    void run();

    Notifier& notifier_;
    Answer answer_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Delivery> waiting_;
    bool isStopping_ = false;
    std::jthread thread_;
};

}  // namespace headroom
