// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/simulation_note.h"
#include "ui/text/display.h"

namespace headroom::ui {

/// Says on every card of a wall that what it shows is made up, who plays it, for how long yet, and
/// what is real meanwhile: the live values stand beside as ghosts.
void markSimulated(OverviewDisplay& display, const SimulationNote& note, SteadyTime now);

}  // namespace headroom::ui
