// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/metrics/catalog.h"

#include <QString>

namespace headroom::ui {

inline constexpr QChar kNoBreakSpace(0x00A0);

/// The sign that a unit always has: "/s", "ms". Empty where there is none, or where the size of the
/// value decides, as with bytes.
[[nodiscard]] inline QString unitSign(Unit unit)
{
    switch (unit) {
    case Unit::WritesPerSecond:
        return QStringLiteral("/s");
    case Unit::Milliseconds:
        return QStringLiteral("ms");
    case Unit::Writers:
    case Unit::Artifacts:
    case Unit::Bytes:
    case Unit::BrokenLinks:
        break;
    }
    return {};
}

}  // namespace headroom::ui
