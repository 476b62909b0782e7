// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/metrics/catalog.h"

#include <QString>

namespace headroom::ui {

/// What a metric's unit is called in files.
[[nodiscard]] inline QString unitKey(Metric metric)
{
    switch (info(metric).unit) {
    case Unit::Writers:
        return QStringLiteral("writers");
    case Unit::Bytes:
        return QStringLiteral("bytes");
    case Unit::WritesPerSecond:
        return QStringLiteral("writes_per_second");
    case Unit::Milliseconds:
        return QStringLiteral("ms");
    case Unit::Artifacts:
        return QStringLiteral("artifacts");
    case Unit::BrokenLinks:
        break;
    }
    return QStringLiteral("broken_links");
}

}  // namespace headroom::ui
