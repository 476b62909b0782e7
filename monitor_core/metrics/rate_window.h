// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/units.h"

#include <chrono>
#include <cstdint>
#include <deque>

namespace headroom {

/// The rate of a growing total over the last seconds: what was added between two moments that were
/// really looked at, divided by the time between them. One thread.
class RateWindow {
public:
    /// The total is 0 at `start`.
    RateWindow(std::chrono::nanoseconds length, SteadyTime start);

    /// `total` only grows, `now` does not go back.
    void note(std::uint64_t total, SteadyTime now);

    /// Over the window; over the time since `start` while that is shorter, but at least one second,
    /// because three writes in the first millisecond are not 3000 a second.
    [[nodiscard]] PerSecond rate() const noexcept;

private:
    struct Look {
        SteadyTime at;
        std::uint64_t total = 0;
    };

    std::chrono::nanoseconds length_;
    std::deque<Look> looks_;  ///< the first is the newest that is a whole window old, or the start
    Look latest_;
};

}  // namespace headroom
