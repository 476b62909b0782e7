// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace headroom::ui {

/// One alert from its first step to its last, put together from the steps that were heard.
struct AlertLife {
    QString id;
    AlertType type = AlertType::Source;
    Level level = Level::Unknown;  ///< the last it had while it was up
    Level peak = Level::Unknown;
    double value = 0;  ///< at its peak
    double threshold = 0;
    SystemTime raisedAt {};
    bool isBeginningKnown = true;  ///< false: older steps are not in what was asked for
    std::optional<SystemTime> clearedAt;
    QString escalation;  ///< "Ops_Team"; empty: nobody was told
    QString responseTimeline;  ///< "6_HOURS"
    QString acknowledgedBy;  ///< the last who did; empty: nobody
    std::optional<SystemTime> acknowledgedAt;
    bool wasOverdue = false;
    std::vector<AlertEvent> steps;  ///< oldest first
};

/// The alerts in the history's steps, oldest first by their first step; steps of one alert need not
/// follow each other.
[[nodiscard]] std::vector<AlertLife> livesOf(const std::vector<AlertEvent>& steps);

/// One more step of `life`; later than those it has.
void addStep(AlertLife& life, const AlertEvent& step);

/// "→ Ops_Team, 6_HOURS" somewhere in a step's reason; both empty when there is none or it says
/// nobody.
struct EscalationWords {
    QString to;
    QString within;
};
[[nodiscard]] EscalationWords escalationIn(const std::string& reason);

}  // namespace headroom::ui
