// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/simulation/simulation.h"
#include "ui/text/simulator_display.h"

namespace headroom::ui {

/// What is looked at.
struct SimulatorView {
    const Simulation& simulation;
    std::chrono::nanoseconds position { 0 };
    bool isPlaying = false;
    SnapshotPtr live;  ///< for the ghosts; may be null
    SteadyTime now {};  ///< of the screen, for the live one's age
};

[[nodiscard]] SimulatorDisplay makeSimulator(const SimulatorView& view);

}  // namespace headroom::ui
