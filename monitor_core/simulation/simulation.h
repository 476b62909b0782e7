// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/metrics/escalation.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/simulation/scenario.h"
#include "monitor_core/snapshot.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// What a simulation goes by. A value.
struct SimulationSetup {
    ThresholdPolicy policy;  ///< its limits are those of the simulated depository
    EscalationMatrix matrix;
    SimulatedLoad start;  ///< before the scenario begins
    Scenario scenario = holdScenario();
    SteadyTime startsAt {};
    SystemTime startsAtUtc {};
    /// What is not simulated stays as it is here: the other three limits and the audit trail.
    /// Without it they are missing.
    SnapshotPtr live;
};

/// By the thresholds and the gate's bounds that are in force in `live`, and the certified limits:
/// what a planner asks is about the certified depository, whatever the source's own limits are
/// (contract §5.3). The load is what is measured now; storage as the same share of its limit; 0
/// where nothing is known.
SimulationSetup simulationLike(const SnapshotPtr& live, EscalationMatrix matrix);

/// One thing that would happen.
struct SimulatedEvent {
    std::chrono::nanoseconds at { 0 };  ///< from the start
    std::optional<AlertEventKind> kind;  ///< empty: only the gate changed
    AlertType type = AlertType::Source;  ///< of an alert
    Level level = Level::Unknown;  ///< after the step
    double value = 0;  ///< in the catalog's unit
    double limit = 0;
    std::string escalationPath;  ///< a contact, or "NONE"
    std::string responseTimeline;  ///< "6_HOURS", "IMMEDIATE", or "N/A"
    GateState gate = GateState::Open;  ///< after it
    bool isGateChange = false;

    bool operator==(const SimulatedEvent&) const = default;
};

/// A stretch in which something is the same.
template <typename State>
struct SimulatedSpan {
    std::chrono::nanoseconds from { 0 };
    std::chrono::nanoseconds to { 0 };
    State state {};

    bool operator==(const SimulatedSpan&) const = default;
};

/// HTTP status that new writes get: 200, 429 or 503.
int httpStatusOf(GateState state) noexcept;

/// A made-up depository, played through from its start to the end of its scenario by the real
/// policy, gate and alert book, on a clock of its own. It goes from one moment at which something
/// can change to the next, so two days are done in milliseconds. The same setup gives the same
/// answers. Nothing leaves it: it stores, audits and sends nothing. Immutable; any thread.
///
/// What the model adds to the load: writers beyond the gate's limit are refused and not in flight;
/// a halted gate lets those in flight end, at the latest with their leases, and nothing is written
/// then, so that storage that would grow does not.
class Simulation {
public:
    explicit Simulation(SimulationSetup setup);
    ~Simulation();
    Simulation(const Simulation&) = delete;
    Simulation& operator=(const Simulation&) = delete;

    [[nodiscard]] const SimulationSetup& setup() const;
    [[nodiscard]] std::chrono::nanoseconds length() const;

    /// The snapshot at a time from the start, held within 0 … length().
    [[nodiscard]] Snapshot snapshotAt(std::chrono::nanoseconds time) const;
    /// What would be done about it then. Never null.
    [[nodiscard]] AlertBoardPtr boardAt(std::chrono::nanoseconds time) const;
    /// What is asked for then, before the gate answers.
    [[nodiscard]] SimulatedLoad loadAt(std::chrono::nanoseconds time) const;

    /// In the order in which they happen.
    [[nodiscard]] const std::vector<SimulatedEvent>& events() const;
    [[nodiscard]] std::vector<SimulatedSpan<Level>> levelsOf(Metric metric) const;
    [[nodiscard]] std::vector<SimulatedSpan<GateState>> gateStates() const;

private:
    struct Played;
    std::unique_ptr<Played> played_;
};

/// The same snapshot and board as if all of it happened later by `by`.
Snapshot shifted(Snapshot snapshot, std::chrono::nanoseconds by);
AlertBoard shifted(AlertBoard board, std::chrono::nanoseconds by);

}  // namespace headroom
