// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/escalation.h"

#include <algorithm>

namespace headroom {

const EscalationRow* findRow(const EscalationMatrix& matrix, AlertType type, Trigger when) noexcept
{
    const auto row = std::find_if(matrix.begin(), matrix.end(),
        [&](const EscalationRow& r) { return r.type == type && r.when == when; });
    return row == matrix.end() ? nullptr : &*row;
}

Level levelOf(Trigger trigger) noexcept
{
    switch (trigger) {
    case Trigger::Yellow:
        return Level::Yellow;
    case Trigger::Orange:
        return Level::Orange;
    case Trigger::Red:
    case Trigger::AtLimit:
        break;
    }
    return Level::Red;
}

std::string responseTimeline(std::chrono::seconds respondWithin)
{
    const auto seconds = respondWithin.count();
    const auto words = [](std::int64_t n, const char* unit) {
        return std::to_string(n) + '_' + unit + (n == 1 ? "" : "S");
    };
    if (seconds == 0) {
        return "IMMEDIATE";
    }
    if (seconds % 3600 == 0) {
        return words(seconds / 3600, "HOUR");
    }
    if (seconds % 60 == 0) {
        return words(seconds / 60, "MINUTE");
    }
    return words(seconds, "SECOND");
}

}  // namespace headroom
