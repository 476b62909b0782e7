// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/gate/write_gate.h"

#include <algorithm>
#include <utility>

namespace headroom {

namespace {

constexpr int kMostPlaces = 65'536;  // fits the word and the lease tokens

}  // namespace

WriteGate::WriteGate(const GateSettings& settings, const Clock& clock)
    : pauseAt_(static_cast<std::uint64_t>(std::clamp(settings.pauseAt, 1, kMostPlaces)))
    , resumeBelow_(static_cast<std::uint64_t>(
          std::clamp(settings.resumeBelow, 1, static_cast<int>(pauseAt_))))
    , clock_(clock)
    , since_(clock.systemNow().time_since_epoch().count())
{
}

void WriteGate::setHalted(bool halted)
{
    const std::uint64_t before = halted ? word_.fetch_or(kHalted, std::memory_order_acq_rel)
                                        : word_.fetch_and(~kHalted, std::memory_order_acq_rel);
    const std::uint64_t after = halted ? before | kHalted : before & ~kHalted;
    if (stateOf(before) != stateOf(after)) {
        noteChange();
    }
}

void WriteGate::setResumeBelow(int resumeBelow)
{
    const auto bound
        = static_cast<std::uint64_t>(std::clamp(resumeBelow, 1, static_cast<int>(pauseAt_)));
    resumeBelow_.store(bound, std::memory_order_relaxed);
    std::uint64_t word = word_.load(std::memory_order_relaxed);
    while ((word & kPaused) != 0 && (word & kCount) < bound) {
        if (swap(word, word & ~kPaused)) {
            if ((word & kHalted) == 0) {
                noteChange();
            }
            return;
        }
    }
}

GateState WriteGate::stateOf(std::uint64_t word) noexcept
{
    if ((word & kHalted) != 0) {
        return GateState::Halted;
    }
    return (word & kPaused) != 0 ? GateState::Paused : GateState::Open;
}

WriteGate::Look WriteGate::look() noexcept
{
    std::uint64_t word = word_.load(std::memory_order_relaxed);
    std::uint64_t next = 0;
    do {
        next = (word & ~(kCount << kPeakShift)) | ((word & kCount) << kPeakShift);
    } while (!word_.compare_exchange_weak(
        word, next, std::memory_order_acq_rel, std::memory_order_relaxed));
    return {
        .state = stateOf(word),
        .inFlight = static_cast<int>(word & kCount),
        .peak = static_cast<int>((word >> kPeakShift) & kCount),
        .since = SystemTime(std::chrono::nanoseconds(since_.load(std::memory_order_acquire))),
        .changesTotal = changes_.load(std::memory_order_acquire),
        .pausesTotal = pauses_.load(std::memory_order_acquire),
    };
}

void WriteGate::onChange(std::function<void()> wake)
{
    const std::lock_guard lock(wakeMutex_);
    wake_ = std::move(wake);
}

void WriteGate::notePause() noexcept
{
    pauses_.fetch_add(1, std::memory_order_acq_rel);
    noteChange();
}

void WriteGate::noteChange() noexcept
{
    since_.store(clock_.systemNow().time_since_epoch().count(), std::memory_order_release);
    changes_.fetch_add(1, std::memory_order_acq_rel);
    const std::lock_guard lock(wakeMutex_);
    if (wake_) {
        wake_();
    }
}

}  // namespace headroom
