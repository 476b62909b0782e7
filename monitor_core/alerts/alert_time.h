// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <chrono>
#include <string>

namespace headroom {

/// The alert book's own time: counts what has really passed, process and machine restarts included,
/// and never goes back. Every deadline is a point of it, so that no setting of a clock moves one.
struct AlertClock {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<AlertClock>;
    static constexpr bool is_steady = true;
};
using AlertTime = AlertClock::time_point;

/// Both clocks of the machine at one instant.
struct Moment {
    SteadyTime steady {};
    SystemTime utc {};
};

inline Moment momentOf(const Clock& clock) { return { clock.steadyNow(), clock.systemNow() }; }

/// Where the book's time stood when both clocks were last read. Kept on disk.
struct TimeMark {
    AlertTime at {};
    Moment moment;
    std::string bootId;  ///< of the kernel; empty: unknown, and then never the same boot
};

/// A machine that was off for longer than this is not believed: its clock was set meanwhile.
inline constexpr auto kLongestBelievedOutage = std::chrono::hours(24 * 30);

/// What has passed since the mark. In the same boot: the steady clock, suspend included, whatever
/// the wall clock did. After a reboot: the wall clock's difference, if it lies between 0 and 30
/// days; otherwise 0, because the clock was set while the machine was off (empty battery: 1970; ten
/// years ahead). Deadlines then keep the rest that they had: late by the outage, never lost, never
/// early by years.
std::chrono::nanoseconds passedSince(
    const TimeMark& mark, const Moment& now, const std::string& bootId);

/// The mark that is right now.
TimeMark moved(const TimeMark& mark, const Moment& now, const std::string& bootId);

/// By how much the wall clock was set since the mark; 0 after a reboot, when nobody can know.
std::chrono::nanoseconds wallClockStep(
    const TimeMark& mark, const Moment& now, const std::string& bootId);

}  // namespace headroom
