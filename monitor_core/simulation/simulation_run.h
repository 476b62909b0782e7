// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_book.h"
#include "monitor_core/gate/write_gate.h"
#include "monitor_core/policy/level_judge.h"
#include "monitor_core/simulation/curve.h"
#include "monitor_core/simulation/simulation.h"
#include "monitor_core/tick/storage_judge.h"
#include "monitor_core/tick/tick_judge.h"

#include <array>
#include <map>
#include <set>
#include <vector>

namespace headroom {

/// What is known of one moment at which something could change; until the next one levels, gate
/// and alerts stay.
struct SimulatedStep {
    std::chrono::nanoseconds at { 0 };
    std::array<Level, kMetricCount> levels {};
    Level worst = Level::Unknown;
    GateSummary gate;
    double storageAtMost = 0;  ///< a halted gate writes nothing: storage does not grow beyond it
    bool isThroughputOver = false;  ///< nothing has been written for the throughput window
    AlertBoardPtr board;
};

/// What writers and readers ask for over time.
struct SimulatedCurves {
    SimulatedCurves(const SimulatedLoad& start, const Scenario& scenario);

    [[nodiscard]] SimulatedLoad at(std::chrono::nanoseconds time) const;
    [[nodiscard]] const Curve& of(Metric metric) const;

    Curve storage;
    Curve writers;
    Curve throughput;
    Curve latency;
};

/// What the sources of the simulated depository say at a time of the step's: the load as far as the
/// gate lets it through. Whole bytes and writers.
SimulatedLoad measuredAt(
    std::chrono::nanoseconds time, const SimulatedStep& step, const SimulatedCurves& curves);

/// Plays a setup once. Used by Simulation only.
class SimulationRun {
public:
    explicit SimulationRun(const SimulationSetup& setup);

    void play();

    [[nodiscard]] std::vector<SimulatedStep>& steps() { return steps_; }
    [[nodiscard]] std::vector<SimulatedEvent>& events() { return events_; }
    /// A snapshot with all that does not change.
    [[nodiscard]] const Snapshot& pattern() const { return pattern_; }
    [[nodiscard]] const SimulatedCurves& curves() const { return curves_; }

private:
    /// The clock that the gate sees.
    struct TurnedClock final : Clock {
        TurnedClock(SteadyTime steadyTime, SystemTime utcTime)
            : steady(steadyTime)
            , utc(utcTime)
        {
        }
        [[nodiscard]] SteadyTime steadyNow() const noexcept override { return steady; }
        [[nodiscard]] SystemTime systemNow() const noexcept override { return utc; }
        SteadyTime steady;
        SystemTime utc;
    };

    void plan(std::chrono::nanoseconds time);
    void planCrossings();
    void planBounds(Metric metric, const Curve& curve);
    void step(std::chrono::nanoseconds time);
    void takeGate(SimulatedStep& step, std::chrono::nanoseconds time);
    void noteEvents(
        const std::vector<AlertEvent>& events, const SimulatedStep& step, GateState gateBefore);
    [[nodiscard]] SourceStates sourceStates(
        const SimulatedStep& step, std::chrono::nanoseconds time);
    [[nodiscard]] AlertRules rules() const;

    const SimulationSetup& setup_;
    SimulatedCurves curves_;
    TurnedClock clock_;
    WriteGate gate_;
    StorageJudge storageJudge_;
    TickJudge tickJudge_;
    AlertBook book_;
    std::set<std::chrono::nanoseconds> planned_;
    std::optional<std::chrono::nanoseconds> haltedSince_;
    std::vector<SimulatedStep> steps_;
    std::vector<SimulatedEvent> events_;
    Snapshot pattern_;
};

}  // namespace headroom
