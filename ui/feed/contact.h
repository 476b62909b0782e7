// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"

#include <QString>

#include <chrono>

namespace headroom::ui {

/// Whether a feed hears from what it shows. Readings may be old while there is contact, and are
/// never to be believed without it.
struct FeedContact {
    bool isConnected = true;
    SteadyTime since {};  ///< when contact was lost: the last sign of life; only if not connected
    SystemTime sinceUtc {};
    QString why;  ///< for people: "the core has not answered"; empty while connected
    /// The source's wall clock less this machine's; 0 where they are one.
    std::chrono::nanoseconds clockOffset { 0 };
    /// For people: the source's audit trail is another one than was seen here before. Stays until a
    /// person accepts it; empty while nothing is wrong.
    QString chainAlarm;

    bool operator==(const FeedContact&) const = default;
};

/// A clock that is further off than this is an alarm: times of alerts and audit records are wrong
/// by as much.
inline constexpr std::chrono::seconds kClockOffsetAtMost { 5 };

[[nodiscard]] inline bool isClockOff(const FeedContact& contact)
{
    return std::chrono::abs(contact.clockOffset) > kClockOffsetAtMost;
}

}  // namespace headroom::ui
