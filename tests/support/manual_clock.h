// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <atomic>
#include <chrono>

namespace headroom {

/// A clock that tests turn. Any thread.
class ManualClock final : public Clock {
public:
    [[nodiscard]] SteadyTime steadyNow() const noexcept override
    {
        return SteadyTime(std::chrono::nanoseconds(steady_.load()));
    }
    [[nodiscard]] SystemTime systemNow() const noexcept override
    {
        return SystemTime(std::chrono::nanoseconds(system_.load()));
    }

    /// Time passes: both clocks go on.
    void advance(std::chrono::nanoseconds by)
    {
        steady_ += by.count();
        system_ += by.count();
    }
    /// Somebody sets the wall clock; no time passes.
    void stepSystem(std::chrono::nanoseconds by) { system_ += by.count(); }

private:
    std::atomic<std::int64_t> steady_ { 1'000'000'000'000 };
    std::atomic<std::int64_t> system_ { 1'785'751'433'000'000'000 };  // 2026-08-03T10:03:53Z
};

}  // namespace headroom
