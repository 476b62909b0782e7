// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/units.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/simulation/simulation.h"
#include "tests/support/certified_policy.h"

#include <sstream>

namespace headroom {

inline double gb(double value) { return value * static_cast<double>(gigabytes(1).count); }

inline SimulationSetup certifiedSetup(SimulatedLoad load, Scenario scenario = holdScenario())
{
    SimulationSetup setup;
    setup.policy = certifiedPolicy();
    setup.matrix = certifiedEscalation().matrix;
    setup.start = load;
    setup.scenario = std::move(scenario);
    setup.startsAt = SteadyTime(std::chrono::hours(5));
    setup.startsAtUtc = SystemTime(std::chrono::seconds(1'785'751'433));
    return setup;
}

/// Calm but for what is given.
inline SimulatedLoad calmLoad(double storageGb = 612.4) { return { gb(storageGb), 34, 312, 42 }; }

/// "8:46:00 raised STORAGE_CAPACITY YELLOW Ops_Team 6_HOURS OPEN", a line an event.
inline std::string printed(const std::vector<SimulatedEvent>& events)
{
    std::ostringstream out;
    for (const auto& event : events) {
        const auto total = std::chrono::duration_cast<std::chrono::seconds>(event.at).count();
        const auto two
            = [](long long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
        out << total / 3600 << ':' << two(total / 60 % 60) << ':' << two(total % 60);
        if (event.kind) {
            out << ' ' << toString(*event.kind) << ' ' << toString(event.type) << ' '
                << toString(event.level) << ' ' << event.escalationPath << ' '
                << event.responseTimeline;
        }
        out << ' ' << (event.isGateChange ? "gate becomes " : "") << toString(event.gate) << '\n';
    }
    return out.str();
}

}  // namespace headroom
