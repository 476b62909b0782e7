// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fleet_model.h"

namespace headroom::ui {

[[nodiscard]] QString fleetWord(FleetState state);
/// All texts of one row; `now` decides whether a time needs its day.
[[nodiscard]] FleetRowText fleetRowText(const FleetRow& row, SystemTime now);
/// "3 depositories need somebody", by the worst that there is.
[[nodiscard]] QString fleetTitle(const FleetPicture& picture);

}  // namespace headroom::ui
