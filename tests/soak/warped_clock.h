// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"

#include <atomic>
#include <chrono>

namespace headroom {

/// The machine's time, and whatever a soak adds to it: an hour can pass in seconds, or at once, as
/// it does for a machine that was asleep. Any thread.
class WarpedClock final : public Clock {
public:
    [[nodiscard]] SteadyTime steadyNow() const noexcept override
    {
        return BootClock::now() + std::chrono::nanoseconds(added_.load());
    }
    [[nodiscard]] SystemTime systemNow() const noexcept override
    {
        return machine_.systemNow() + std::chrono::nanoseconds(added_.load());
    }
    void add(std::chrono::nanoseconds more) { added_ += more.count(); }

private:
    SystemClock machine_;
    std::atomic<std::int64_t> added_ { 0 };
};

}  // namespace headroom
