// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace headroom {

/// Time since boot, suspend included (CLOCK_BOOTTIME): a reading taken before the machine slept is
/// old after it, and a deadline passes while the lid is closed. std::chrono::steady_clock stops in
/// suspend, hence a type of its own.
struct BootClock {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<BootClock>;
    static constexpr bool is_steady = true;
    static time_point now() noexcept;
};

/// To measure and for deadlines.
using SteadyTime = BootClock::time_point;
/// UTC; only to show and to store.
using SystemTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::nanoseconds>;

/// The time, as an argument: code that needs it takes a Clock&, so that tests can turn it. Any
/// thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual SteadyTime steadyNow() const noexcept = 0;
    [[nodiscard]] virtual SystemTime systemNow() const noexcept = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] SteadyTime steadyNow() const noexcept override;
    [[nodiscard]] SystemTime systemNow() const noexcept override;
};

}  // namespace headroom
