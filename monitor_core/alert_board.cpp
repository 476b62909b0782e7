// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alert_board.h"

namespace headroom {

std::string_view toString(AlertEventKind kind) noexcept
{
    static constexpr std::string_view kWords[] = { "raised", "rose", "escalated", "fell", "eased",
        "acknowledged", "noted", "shelved", "unshelved", "overdue", "unverified", "verified",
        "chattering_began", "chattering_ended", "cleared" };
    return kWords[static_cast<std::size_t>(kind)];
}

std::string_view toString(AlertState state) noexcept
{
    static constexpr std::string_view kWords[]
        = { "OPEN", "OVERDUE", "ACKNOWLEDGED", "SHELVED", "CLEARED" };
    return kWords[static_cast<std::size_t>(state)];
}

std::string_view severityOf(AlertType type, Level level) noexcept
{
    if (type != AlertType::StorageCapacity || level < Level::Yellow) {
        return toString(level);
    }
    return level == Level::Yellow ? "WARNING" : "CRITICAL";
}

}  // namespace headroom
