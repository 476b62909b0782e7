// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/gate_settings.h"
#include "monitor_core/snapshot.h"

#include <atomic>
#include <cassert>
#include <cstdint>
#include <functional>
#include <mutex>

namespace headroom {

/// The gate's answer to one write, with the HTTP status that says the same.
enum class Admission : std::uint16_t {
    Admitted = 200,
    TooLarge = 413,  ///< announced larger than the certified artifact size; took no place
    Paused = 429,
    Halted = 503,
};

/// May this write go ahead? (contract §4) One 64-bit word holds the writes in flight, their peak,
/// and whether the gate is paused or halted, and changes by compare-and-swap: every change of state
/// has one place in one order, so that no thread can see a 101st write or an open moment between
/// 100 and 74. Nothing here waits: the halt is a flag that the tick sets. Any thread.
class WriteGate {
public:
    /// `clock` outlives the gate; it is read when the state changes, never for a decision.
    WriteGate(const GateSettings& settings, const Clock& clock);

    /// Takes a place if there is one. Entering the last place pauses the gate in the same step.
    [[nodiscard]] Admission enter() noexcept
    {
        std::uint64_t word = word_.load(std::memory_order_relaxed);
        for (;;) {
            if ((word & (kHalted | kPaused)) != 0) [[unlikely]] {
                return (word & kHalted) != 0 ? Admission::Halted : Admission::Paused;
            }
            const std::uint64_t inFlight = (word & kCount) + 1;
            const std::uint64_t peak = (word >> kPeakShift) & kCount;
            std::uint64_t next = word + 1;
            if (inFlight > peak) [[unlikely]] {
                next += (inFlight - peak) << kPeakShift;
            }
            const bool pauses = inFlight >= pauseAt_;
            if (pauses) [[unlikely]] {
                next |= kPaused;
            }
            if (swap(word, next)) [[likely]] {
                if (pauses) [[unlikely]] {
                    notePause();
                }
                return Admission::Admitted;
            }
        }
    }

    /// Gives a place back. With fewer than `resumeBelow` left in flight a paused gate opens in the
    /// same step.
    void leave() noexcept
    {
        std::uint64_t word = word_.load(std::memory_order_relaxed);
        for (;;) {
            assert((word & kCount) > 0);
            std::uint64_t next = word - 1;
            const bool resumes = (word & kPaused) != 0
                && (next & kCount) < resumeBelow_.load(std::memory_order_relaxed);
            if (resumes) [[unlikely]] {
                next &= ~kPaused;
            }
            if (swap(word, next)) [[likely]] {
                if (resumes && (word & kHalted) == 0) [[unlikely]] {
                    noteChange();
                }
                return;
            }
        }
    }

    void setHalted(bool halted);

    /// A paused gate opens with fewer than this in flight, from 1 to pauseAt; at once, if there are
    /// fewer now. A writer that is leaving in this moment may still go by the old bound, and then
    /// the next one opens it. Any thread.
    void setResumeBelow(int resumeBelow);

    [[nodiscard]] GateState state() const noexcept
    {
        return stateOf(word_.load(std::memory_order_acquire));
    }
    [[nodiscard]] int inFlight() const noexcept
    {
        return static_cast<int>(word_.load(std::memory_order_acquire) & kCount);
    }
    [[nodiscard]] int pauseAt() const noexcept { return static_cast<int>(pauseAt_); }
    [[nodiscard]] int resumeBelow() const noexcept
    {
        return static_cast<int>(resumeBelow_.load(std::memory_order_relaxed));
    }

    /// The gate at one moment.
    struct Look {
        GateState state = GateState::Open;
        int inFlight = 0;
        int peak = 0;  ///< the most in flight since the look before
        SystemTime since {};  ///< when the state began
        std::uint64_t changesTotal = 0;
        std::uint64_t pausesTotal = 0;
    };
    /// Looks, and starts a new peak. One thread at a time (the tick).
    Look look() noexcept;

    /// Called on the thread that changed the state, after the change. Replaces the one before,
    /// which is not running any more on return.
    void onChange(std::function<void()> wake);

private:
    static constexpr int kPeakShift = 24;
    static constexpr std::uint64_t kCount = (std::uint64_t { 1 } << kPeakShift) - 1;
    static constexpr std::uint64_t kPaused = std::uint64_t { 1 } << 48;
    static constexpr std::uint64_t kHalted = std::uint64_t { 1 } << 49;

    static GateState stateOf(std::uint64_t word) noexcept;
    [[nodiscard]] bool swap(std::uint64_t& word, std::uint64_t next) noexcept
    {
        return word_.compare_exchange_weak(
            word, next, std::memory_order_acq_rel, std::memory_order_relaxed);
    }
    void notePause() noexcept;
    void noteChange() noexcept;

    // Settings are read by every writer; a line of their own is never taken away by a writer.
    alignas(64) std::uint64_t pauseAt_;
    // Relaxed: on the processors that we build for, a plain load, read only while a writer leaves.
    std::atomic<std::uint64_t> resumeBelow_;
    const Clock& clock_;

    alignas(64) std::atomic<std::uint64_t> word_ { 0 };

    alignas(64) std::atomic<std::int64_t> since_;  ///< nanoseconds of SystemTime
    std::atomic<std::uint64_t> changes_ { 0 };
    std::atomic<std::uint64_t> pauses_ { 0 };
    std::mutex wakeMutex_;  ///< taken when the state has changed, never to decide
    std::function<void()> wake_;
};

}  // namespace headroom
