// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace headroom {

/// Lets any thread end another one's wait, without a lock (an eventfd). Several wakes before a wait
/// are one.
class Wakeup {
public:
    /// Throws std::system_error when the process has no descriptor left.
    Wakeup();
    ~Wakeup();
    Wakeup(const Wakeup&) = delete;
    Wakeup& operator=(const Wakeup&) = delete;

    void wake() const noexcept;
    /// True when woken, false after `timeout`.
    bool waitFor(std::chrono::milliseconds timeout) const noexcept;

private:
    int fd_;
};

}  // namespace headroom
