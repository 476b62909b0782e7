// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/shelf.h"

#include "monitor_core/alerts/alert_text.h"

namespace headroom {

Result<void> putOnShelf(AlertRecord& alert, const std::string& by, const std::string& reason,
    std::chrono::seconds duration, const ShelfLimits& limits, AlertTime now)
{
    if (reason.empty()) {
        return Error { ErrorCode::InvalidArgument, "shelving needs a reason", {} };
    }
    if (duration <= std::chrono::seconds(0)) {
        return Error { ErrorCode::InvalidArgument, "shelving needs a time above 0 s", {} };
    }
    const auto from = alert.shelved ? alert.shelved->from : now;
    const auto most = limits.of(alert.level);
    // Compared in seconds first: the longest duration would overflow in nanoseconds.
    if (duration > most || now + duration > from + most) {
        return Error { ErrorCode::Refused,
            "a " + std::string(toString(alert.level)) + " alert can be shelved for at most "
                + durationText(most) + (alert.shelved ? " from when it was shelved first" : ""),
            {} };
    }
    alert.shelved = Shelving { by, reason, from, now + duration };
    return {};
}

void takeOffShelf(AlertRecord& alert, AlertTime at)
{
    if (alert.shelved) {
        alert.shelved.reset();
        alert.shelfEnded = at;
    }
}

}  // namespace headroom
