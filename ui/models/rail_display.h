// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"
#include "ui/text/display.h"

#include <chrono>

namespace headroom::ui {

/// What stands beside the rail's entries. `board` null: nobody knows how the alerts stand, and no
/// number is shown.
[[nodiscard]] RailDisplay makeRail(const AlertBoard* board, std::chrono::year_month_day today);

}  // namespace headroom::ui
