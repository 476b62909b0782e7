// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace headroom {

/// The largest value noted in the last seconds. Keeps only values that no later one exceeds, at
/// most some 600: one that comes within a 600th of the window after a larger one leaves with it.
/// One thread.
class MaxWindow {
public:
    explicit MaxWindow(std::chrono::nanoseconds length);

    /// `now` does not go back.
    void note(std::int64_t value, SteadyTime now);
    /// Lets go of what is a whole window old.
    void advance(SteadyTime now);
    /// Empty when nothing was noted in the window.
    [[nodiscard]] std::optional<std::int64_t> max() const noexcept;

private:
    struct Noted {
        std::int64_t value;
        SteadyTime at;
    };

    std::chrono::nanoseconds length_;
    std::deque<Noted> falling_;  ///< older first, larger first
};

}  // namespace headroom
