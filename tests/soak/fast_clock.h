// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <cstdint>

namespace headroom {

/// The machine's time, running so many times as fast. Goes on across processes that were given the
/// same beginning, as the machine's own clocks do; so a life of 0.2 s has history to lose.
class FastClock final : public Clock {
public:
    FastClock(SteadyTime beginning, int speed)
        : beginning_(beginning)
        , speed_(speed)
    {
    }
    [[nodiscard]] SteadyTime steadyNow() const noexcept override
    {
        return beginning_ + (BootClock::now() - beginning_) * speed_;
    }
    [[nodiscard]] SystemTime systemNow() const noexcept override
    {
        // 2026-08-03T10:03:53Z at the beginning.
        return SystemTime(std::chrono::seconds(1'785'751'433)) + (steadyNow() - beginning_);
    }

private:
    SteadyTime beginning_;
    int speed_;
};

}  // namespace headroom
