// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/level.h"

namespace headroom {

namespace {

int rank(Level level) noexcept
{
    switch (level) {
    case Level::Green:
        return 0;
    case Level::Unknown:
        return 1;
    case Level::Yellow:
        return 2;
    case Level::Orange:
        return 3;
    case Level::Red:
        return 4;
    }
    return 1;
}

}  // namespace

std::string_view toString(Level level) noexcept
{
    switch (level) {
    case Level::Green:
        return "GREEN";
    case Level::Yellow:
        return "YELLOW";
    case Level::Orange:
        return "ORANGE";
    case Level::Red:
        return "RED";
    case Level::Unknown:
        break;
    }
    return "UNKNOWN";
}

Level worse(Level a, Level b) noexcept { return rank(a) >= rank(b) ? a : b; }

}  // namespace headroom
