// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/simulation/simulation.h"

#include "monitor_core/simulation/simulation_run.h"

#include <algorithm>
#include <utility>

namespace headroom {

using std::chrono::nanoseconds;

namespace {

/// Spans of what `stateOf(step)` says, joined where it stays the same.
template <typename State, typename Of>
std::vector<SimulatedSpan<State>> spansOf(
    const std::vector<SimulatedStep>& steps, nanoseconds end, Of stateOf)
{
    std::vector<SimulatedSpan<State>> spans;
    for (const auto& step : steps) {
        const State state = stateOf(step);
        if (spans.empty() || spans.back().state != state) {
            if (!spans.empty()) {
                spans.back().to = step.at;
            }
            spans.push_back({ step.at, end, state });
        }
    }
    return spans;
}

/// What the live percentiles are in proportion to their p99; the simulated ones keep it.
std::optional<double> inProportion(
    const std::optional<double>& live, const std::optional<double>& liveP99, double p99)
{
    if (!live || !liveP99 || !(*liveP99 > 0)) {
        return std::nullopt;
    }
    return *live / *liveP99 * p99;
}

}  // namespace

struct Simulation::Played {
    explicit Played(SimulationSetup wanted)
        : setup(std::move(wanted))
        , run(setup)
    {
        run.play();
    }

    [[nodiscard]] nanoseconds within(nanoseconds time) const
    {
        return std::clamp(time, nanoseconds(0), setup.scenario.length);
    }
    [[nodiscard]] const SimulatedStep& stepAt(nanoseconds time)
    {
        auto& steps = run.steps();
        const auto next = std::upper_bound(steps.begin(), steps.end(), time,
            [](nanoseconds wanted, const SimulatedStep& step) { return wanted < step.at; });
        return next == steps.begin() ? steps.front() : *(next - 1);
    }

    SimulationSetup setup;
    SimulationRun run;
};

SimulationSetup simulationLike(const SnapshotPtr& live, EscalationMatrix matrix)
{
    SimulationSetup setup;
    setup.matrix = std::move(matrix);
    setup.live = live;
    for (const auto& row : catalog()) {
        setup.policy.limits[indexOf(row.metric)] = row.certifiedLimit;
    }
    if (!live) {
        return setup;
    }
    setup.startsAt = live->at;
    setup.startsAtUtc = live->atUtc;
    auto& gate = setup.policy.gate;
    gate.pauseAt = live->gate.pauseAt;
    gate.resumeBelow = live->gate.resumeBelow;
    gate.haltAt = live->gate.haltAt;
    gate.resumeStorageBelow = live->gate.resumeStorageBelow;
    gate.failClosed = live->gate.failClosed;
    for (const auto& row : catalog()) {
        const auto& state = live->of(row.metric);
        setup.policy.thresholds[indexOf(row.metric)] = state.thresholds;
        if (!state.reading || state.level == Level::Unknown) {
            continue;
        }
        const double limit = row.metric == Metric::TotalStorage && state.limit > 0
            ? state.limit
            : row.certifiedLimit;
        const double share = limit > 0 ? state.reading->value / limit : 0;
        setup.start.set(row.metric,
            row.metric == Metric::TotalStorage ? share * row.certifiedLimit : state.reading->value);
    }
    return setup;
}

int httpStatusOf(GateState state) noexcept
{
    switch (state) {
    case GateState::Paused:
        return static_cast<int>(Admission::Paused);
    case GateState::Halted:
        return static_cast<int>(Admission::Halted);
    case GateState::Open:
        break;
    }
    return static_cast<int>(Admission::Admitted);
}

Simulation::Simulation(SimulationSetup setup)
    : played_(std::make_unique<Played>(std::move(setup)))
{
}

Simulation::~Simulation() = default;

const SimulationSetup& Simulation::setup() const { return played_->setup; }

nanoseconds Simulation::length() const { return played_->setup.scenario.length; }

SimulatedLoad Simulation::loadAt(nanoseconds time) const
{
    return played_->run.curves().at(played_->within(time));
}

Snapshot Simulation::snapshotAt(nanoseconds time) const
{
    time = played_->within(time);
    const auto& step = played_->stepAt(time);
    const auto& live = played_->setup.live;
    auto snapshot = played_->run.pattern();
    snapshot.at = played_->setup.startsAt + time;
    snapshot.atUtc = played_->setup.startsAtUtc + time;
    snapshot.worst = step.worst;
    const auto load = measuredAt(time, step, played_->run.curves());
    for (const Metric metric : kSimulatedMetrics) {
        snapshot.of(metric).reading->value = load.of(metric);
    }
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        auto& state = snapshot.metrics[i];
        state.level = step.levels[i];
        state.lastKnownLevel = step.levels[i];
        if (state.reading) {
            state.reading->measuredAt = snapshot.at;
            state.reading->measuredAtUtc = snapshot.atUtc;
        }
    }
    snapshot.gate = step.gate;
    snapshot.gate.inFlight = static_cast<int>(load.writers);
    snapshot.latency.p99Ms = load.latencyMs;
    if (live) {
        snapshot.latency.p50Ms
            = inProportion(live->latency.p50Ms, live->latency.p99Ms, load.latencyMs);
        snapshot.latency.p999Ms
            = inProportion(live->latency.p999Ms, live->latency.p99Ms, load.latencyMs);
        snapshot.audit = live->audit;
        snapshot.thresholdsVersion = live->thresholdsVersion;
    }
    return snapshot;
}

AlertBoardPtr Simulation::boardAt(nanoseconds time) const
{
    return played_->stepAt(played_->within(time)).board;
}

const std::vector<SimulatedEvent>& Simulation::events() const { return played_->run.events(); }

std::vector<SimulatedSpan<Level>> Simulation::levelsOf(Metric metric) const
{
    return spansOf<Level>(played_->run.steps(), length(),
        [&](const SimulatedStep& step) { return step.levels[indexOf(metric)]; });
}

std::vector<SimulatedSpan<GateState>> Simulation::gateStates() const
{
    return spansOf<GateState>(
        played_->run.steps(), length(), [](const SimulatedStep& step) { return step.gate.state; });
}

Snapshot shifted(Snapshot snapshot, nanoseconds by)
{
    snapshot.at += by;
    snapshot.atUtc += by;
    snapshot.gate.since += by;
    for (auto& metric : snapshot.metrics) {
        if (metric.reading) {
            metric.reading->measuredAt += by;
            metric.reading->measuredAtUtc += by;
        }
    }
    return snapshot;
}

AlertBoard shifted(AlertBoard board, nanoseconds by)
{
    const auto shift = [&](auto& time) {
        if (time) {
            *time += by;
        }
    };
    for (auto* alerts : { &board.open, &board.lastCleared }) {
        for (auto& alert : *alerts) {
            alert.raisedAt += by;
            alert.raisedAtUtc += by;
            shift(alert.clearedAtUtc);
            shift(alert.deadline);
            shift(alert.deadlineUtc);
            shift(alert.overdueFrom);
            auto steps = std::make_shared<std::vector<AlertEvent>>(*alert.steps);
            for (auto& step : *steps) {
                step.at += by;
            }
            alert.steps = std::move(steps);
        }
    }
    return board;
}

}  // namespace headroom
