// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/snapshot.h"

namespace headroom {

std::string_view toString(GateState state) noexcept
{
    switch (state) {
    case GateState::Open:
        return "OPEN";
    case GateState::Paused:
        return "PAUSED";
    case GateState::Halted:
        break;
    }
    return "HALTED";
}

Level worstOf(const Snapshot& snapshot) noexcept
{
    bool any = false;
    Level worst = Level::Green;
    for (const auto& metric : snapshot.metrics) {
        if (metric.reading) {
            worst = worse(worst, metric.level);
            any = true;
        }
    }
    return any ? worst : Level::Unknown;
}

}  // namespace headroom
