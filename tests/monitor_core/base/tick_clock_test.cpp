// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/tick_clock.h"

#include <gtest/gtest.h>

#include <chrono>

namespace headroom {
namespace {

TEST(TickClock, neverMeasuresANegativeDuration)
{
    const TickClock clock;
    const std::uint64_t now = clock.now();
    EXPECT_EQ(clock.between(now, now).count(), 0);
    EXPECT_EQ(clock.between(now, now - 1).count(), 0);
    EXPECT_GT(clock.between(now, now + 1'000'000'000).count(), 0);
}

TEST(TickClock, measuresWhatTheKernelsClockMeasures)
{
    TickClock clock;
    clock.refine();
    using Kernel = std::chrono::steady_clock;
    // Kernel, ours, …, ours, kernel: being preempted anywhere can only widen the outer bracket or
    // narrow the inner one in the direction that is allowed for.
    const auto outerBegin = Kernel::now();
    const std::uint64_t begin = clock.now();
    const auto innerBegin = Kernel::now();
    while (Kernel::now() - innerBegin < std::chrono::milliseconds(20)) { }
    const auto innerEnd = Kernel::now();
    const std::uint64_t end = clock.now();
    const auto outerEnd = Kernel::now();
    const auto measured = static_cast<double>(clock.between(begin, end).count());
    const auto atLeast = static_cast<double>((innerEnd - innerBegin) / std::chrono::nanoseconds(1));
    const auto atMost = static_cast<double>((outerEnd - outerBegin) / std::chrono::nanoseconds(1));
    constexpr double kRateError = 0.002;  // of half a millisecond's calibration, with room
    EXPECT_GE(measured, atLeast * (1 - kRateError));
    EXPECT_LE(measured, atMost * (1 + kRateError));
}

}  // namespace
}  // namespace headroom
