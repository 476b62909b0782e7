// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"
#include "ui/text/display.h"

namespace headroom::ui {

/// The list of open alerts, worst first. `board` null: nobody has read yet what was stored, which
/// is not "none".
[[nodiscard]] AlertsDisplay makeAlerts(
    const AlertBoard* board, const Snapshot* snapshot, SteadyTime now);

/// Puts what is being done about it on the banner: how many alerts, who was told, what waits for a
/// person.
void addAlerts(BannerDisplay& banner, const AlertBoard* board, SteadyTime now);

/// Marks a gauge whose alert waits for a person, or says who has it.
void addAlert(GaugeDisplay& gauge, Metric metric, const AlertBoard* board);

}  // namespace headroom::ui
