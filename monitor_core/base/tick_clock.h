// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace headroom {

/// Time stamps for durations, for code that takes two of them around every write: the processor's
/// time stamp counter where it runs at a constant rate (about 8 ns a reading), clock_gettime (about
/// 22 ns) elsewhere. Any thread may stamp; one at a time may refine().
class TickClock {
public:
    /// Measures the counter against CLOCK_MONOTONIC for half a millisecond.
    TickClock() noexcept;

    [[nodiscard]] std::uint64_t now() const noexcept
    {
#if defined(__x86_64__)
        if (usesCounter_) {
            return __rdtsc();
        }
#endif
        return monotonicNanoseconds();
    }

    /// 0 when `end` lies before `begin`: two processors' counters may differ by a few ticks.
    [[nodiscard]] std::chrono::nanoseconds between(
        std::uint64_t begin, std::uint64_t end) const noexcept
    {
        __extension__ using Wide = unsigned __int128;
        const std::uint64_t ticks = end > begin ? end - begin : 0;
        const Wide scaled = Wide { ticks } * nanosecondsPerTick_.load(std::memory_order_relaxed);
        return std::chrono::nanoseconds(static_cast<std::int64_t>(scaled >> kFractionBits));
    }

    /// Measures the rate again, over the time since the last measurement, once that is a second:
    /// half a millisecond knows it to some 0.01 %, a second to 0.00001 %. Called by the tick.
    void refine() noexcept;

    [[nodiscard]] bool usesCounter() const noexcept { return usesCounter_; }

private:
    static constexpr int kFractionBits = 32;
    struct Instant {
        std::uint64_t ticks = 0;
        std::uint64_t nanoseconds = 0;
    };

    static std::uint64_t monotonicNanoseconds() noexcept;
    Instant readBoth() const noexcept;
    static std::uint64_t rate(const Instant& from, const Instant& to) noexcept;

    std::atomic<std::uint64_t> nanosecondsPerTick_ { std::uint64_t { 1 } << kFractionBits };
    bool usesCounter_ = false;
    Instant measuredAt_;
    bool doubted_ = false;  ///< the last measurement was far from the rate in use
};

}  // namespace headroom
