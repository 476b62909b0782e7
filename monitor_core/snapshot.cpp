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

}  // namespace headroom
