// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/tick_clock.h"

#include <ctime>
#include <limits>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace headroom {

namespace {

constexpr std::uint64_t kFirstMeasurement = 500'000;  // nanoseconds
constexpr std::uint64_t kRefineAfter = 1'000'000'000;  // nanoseconds

/// The counter runs at one rate in every power state, and reading it is not slower than asking the
/// kernel (a hypervisor may trap it).
bool counterIsUsable(std::uint64_t (*kernelClock)() noexcept) noexcept
{
#if defined(__x86_64__)
    constexpr unsigned kPowerManagementLeaf = 0x80000007;
    constexpr unsigned kInvariantTsc = 1U << 8U;
    unsigned eax = 0;
    unsigned ebx = 0;
    unsigned ecx = 0;
    unsigned edx = 0;
    if (__get_cpuid(kPowerManagementLeaf, &eax, &ebx, &ecx, &edx) == 0
        || (edx & kInvariantTsc) == 0) {
        return false;
    }
    constexpr int kReadings = 64;
    constexpr std::uint64_t kSlowest = 100;  // nanoseconds a reading; a trap costs over 1000
    const std::uint64_t begin = kernelClock();
    for (int i = 0; i < kReadings; ++i) {
        [[maybe_unused]] const volatile std::uint64_t reading = __rdtsc();
    }
    return kernelClock() - begin < kReadings * kSlowest;
#else
    (void)kernelClock;
    return false;
#endif
}

}  // namespace

TickClock::TickClock() noexcept
    : usesCounter_(counterIsUsable(&monotonicNanoseconds))
{
    measuredAt_ = readBoth();
    if (!usesCounter_) {
        return;
    }
    Instant later;
    do {
        later = readBoth();
    } while (later.nanoseconds - measuredAt_.nanoseconds < kFirstMeasurement);
    nanosecondsPerTick_.store(rate(measuredAt_, later), std::memory_order_relaxed);
}

void TickClock::refine() noexcept
{
    if (!usesCounter_ || monotonicNanoseconds() - measuredAt_.nanoseconds < kRefineAfter) {
        return;
    }
    const Instant now = readBoth();
    if (now.ticks > measuredAt_.ticks) {
        const std::uint64_t inUse = nanosecondsPerTick_.load(std::memory_order_relaxed);
        const std::uint64_t measured = rate(measuredAt_, now);
        const std::uint64_t difference = measured > inUse ? measured - inUse : inUse - measured;
        // After a suspend the two clocks may have counted differently, once. What is seen twice in
        // a row is a new rate: a virtual machine that moved to another host.
        const bool far = difference > inUse / 100;
        if (!far || doubted_) {
            nanosecondsPerTick_.store(measured, std::memory_order_relaxed);
        }
        doubted_ = far && !doubted_;
    }
    measuredAt_ = now;
}

std::uint64_t TickClock::monotonicNanoseconds() noexcept
{
    timespec ts {};
    ::clock_gettime(CLOCK_MONOTONIC, &ts);
    constexpr std::uint64_t kNanosecondsPerSecond = 1'000'000'000;
    return static_cast<std::uint64_t>(ts.tv_sec) * kNanosecondsPerSecond
        + static_cast<std::uint64_t>(ts.tv_nsec);
}

TickClock::Instant TickClock::readBoth() const noexcept
{
    // The closest of a few pairs, so that being preempted between the two readings does not count.
    constexpr int kTries = 5;
    Instant best;
    std::uint64_t bestGap = std::numeric_limits<std::uint64_t>::max();
    for (int i = 0; i < kTries; ++i) {
        const std::uint64_t before = now();
        const std::uint64_t nanoseconds = monotonicNanoseconds();
        const std::uint64_t after = now();
        if (after - before < bestGap) {
            bestGap = after - before;
            best = { before + (after - before) / 2, nanoseconds };
        }
    }
    return best;
}

std::uint64_t TickClock::rate(const Instant& from, const Instant& to) noexcept
{
    __extension__ using Wide = unsigned __int128;
    const Wide scaled = Wide { to.nanoseconds - from.nanoseconds } << kFractionBits;
    return static_cast<std::uint64_t>(scaled / (to.ticks - from.ticks));
}

}  // namespace headroom
