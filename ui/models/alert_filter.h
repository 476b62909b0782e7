// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/level.h"
#include "monitor_core/metrics/alert_type.h"

#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace headroom::ui {

/// Which alerts a person wants to see.
struct AlertFilter {
    enum class Acknowledged { Any, Yes, No };

    std::optional<Level> level;  ///< the highest that it had
    std::optional<AlertType> type;
    Acknowledged acknowledged = Acknowledged::Any;
    std::optional<std::chrono::hours> within;  ///< raised no longer ago; open ones always
    QString text;  ///< all of its words must be somewhere in the alert, in any case

    bool operator==(const AlertFilter&) const = default;
};

/// How many alerts there are, by the level that a person can choose; the other filters hold.
struct AlertCounts {
    int all = 0;
    std::array<int, 5> byLevel {};  ///< by Level

    bool operator==(const AlertCounts&) const = default;
};

}  // namespace headroom::ui
