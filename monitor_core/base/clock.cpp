// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/clock.h"

#include <ctime>

namespace headroom {

BootClock::time_point BootClock::now() noexcept
{
    timespec ts {};
    ::clock_gettime(CLOCK_BOOTTIME, &ts);
    return time_point(std::chrono::seconds(ts.tv_sec) + std::chrono::nanoseconds(ts.tv_nsec));
}

SteadyTime SystemClock::steadyNow() const noexcept { return BootClock::now(); }

SystemTime SystemClock::systemNow() const noexcept
{
    return std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
}

}  // namespace headroom
