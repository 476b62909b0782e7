// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/simulation/simulation.h"

#include <memory>

namespace headroom::ui {

inline double gigabytesOf(double count) { return count * 1024 * 1024 * 1024; }

/// The live load with storage at this many GB.
inline std::shared_ptr<const Simulation> simulationAt(
    const SnapshotPtr& live, double storageGb, Scenario scenario = holdScenario())
{
    auto setup = simulationLike(live, certifiedEscalation().matrix);
    setup.start.storageBytes = gigabytesOf(storageGb);
    setup.scenario = std::move(scenario);
    return std::make_shared<const Simulation>(std::move(setup));
}

}  // namespace headroom::ui
