// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/simulation/simulation_run.h"

#include "monitor_core/policy/judging.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom {

namespace {

using std::chrono::nanoseconds;

constexpr std::array kRaised { Level::Yellow, Level::Orange, Level::Red };
/// Far more than any scenario of people has; a script that jumps about all day is cut off there.
constexpr std::size_t kMostSteps = 20'000;

/// Steps that a planner looks for; data never stop in a simulation, and chatter is a matter of how
/// messages are sent, which are none.
bool isTold(AlertEventKind kind)
{
    switch (kind) {
    case AlertEventKind::Raised:
    case AlertEventKind::Rose:
    case AlertEventKind::Escalated:
    case AlertEventKind::Fell:
    case AlertEventKind::Eased:
    case AlertEventKind::Overdue:
    case AlertEventKind::Cleared:
        return true;
    default:
        return false;
    }
}

const AlertView* findView(const AlertBoard& board, AlertType type)
{
    const auto view = std::find_if(board.open.begin(), board.open.end(),
        [&](const AlertView& alert) { return alert.type == type; });
    return view == board.open.end() ? nullptr : &*view;
}

}  // namespace

SimulatedCurves::SimulatedCurves(const SimulatedLoad& start, const Scenario& scenario)
    : storage(start.storageBytes, Metric::TotalStorage, scenario)
    , writers(start.writers, Metric::ConcurrentWrites, scenario)
    , throughput(start.writesPerSecond, Metric::WriteThroughput, scenario)
    , latency(start.latencyMs, Metric::QueryResponse, scenario)
{
}

const Curve& SimulatedCurves::of(Metric metric) const
{
    switch (metric) {
    case Metric::TotalStorage:
        return storage;
    case Metric::ConcurrentWrites:
        return writers;
    case Metric::WriteThroughput:
        return throughput;
    default:
        return latency;
    }
}

SimulatedLoad SimulatedCurves::at(nanoseconds time) const
{
    return { storage.at(time), writers.at(time), throughput.at(time), latency.at(time) };
}

SimulatedLoad measuredAt(nanoseconds time, const SimulatedStep& step, const SimulatedCurves& curves)
{
    auto load = curves.at(time);
    load.storageBytes = std::floor(std::min(load.storageBytes, step.storageAtMost));
    // Open: all of them. Closed: those that were in flight, as far as they still want to be.
    load.writers = std::floor(load.writers);
    if (step.gate.state != GateState::Open) {
        load.writers = std::min(load.writers, static_cast<double>(step.gate.inFlight));
    }
    if (step.isThroughputOver) {
        load.writesPerSecond = 0;
    }
    return load;
}

SimulationRun::SimulationRun(const SimulationSetup& setup)
    : setup_(setup)
    , curves_(setup.start, setup.scenario)
    , clock_(setup.startsAt, setup.startsAtUtc)
    , gate_(setup.policy.gate, clock_)
    , storageJudge_(setup.policy.gate)
    , tickJudge_(setup.policy)
    , book_(rules(), {}, { setup.startsAt, setup.startsAtUtc })
{
}

/// No contacts: there is nobody whom a message could reach.
AlertRules SimulationRun::rules() const
{
    AlertRules rules;
    rules.matrix = setup_.matrix;
    rules.storageStaleAfter = setup_.policy.gate.storageStaleAfter;
    return rules;
}

void SimulationRun::plan(nanoseconds time)
{
    if (time >= nanoseconds(0) && time <= setup_.scenario.length) {
        planned_.insert(time);
    }
}

void SimulationRun::planBounds(Metric metric, const Curve& curve)
{
    const auto& thresholds = setup_.policy.thresholds[indexOf(metric)];
    const double limit = setup_.policy.limits[indexOf(metric)];
    const auto planAt = [&](double bound) {
        for (const auto time : curve.crossings(bound)) {
            plan(time);
            plan(time + thresholds.onDelay);
        }
    };
    planAt(limit);
    for (const Level level : kRaised) {
        if (const auto& bound = thresholds.bound(level)) {
            planAt(inUnit(*bound, thresholds.basis, limit));
            planAt(thresholds.basis == Basis::OfLimit ? (bound->value - bound->hysteresis) * limit
                                                      : bound->value - bound->hysteresis);
        }
    }
    for (const auto time : curve.knots()) {
        plan(time);
        plan(time + thresholds.onDelay);
    }
}

void SimulationRun::planCrossings()
{
    plan(nanoseconds(0));
    for (const Metric metric : kSimulatedMetrics) {
        planBounds(metric, curves_.of(metric));
    }
    const auto& gate = setup_.policy.gate;
    const double storageLimit = setup_.policy.limits[indexOf(Metric::TotalStorage)];
    const std::pair<const Curve&, double> bounds[] = {
        { curves_.writers, gate.pauseAt },
        { curves_.writers, gate.resumeBelow },
        { curves_.storage, gate.haltAt.value * storageLimit },
        { curves_.storage, gate.resumeStorageBelow.value * storageLimit },
    };
    for (const auto& [curve, bound] : bounds) {
        for (const auto time : curve.crossings(bound)) {
            plan(time);
        }
    }
}

void SimulationRun::play()
{
    planCrossings();
    while (!planned_.empty() && steps_.size() < kMostSteps) {
        const auto time = *planned_.begin();
        planned_.erase(planned_.begin());
        step(time);
    }
}

SourceStates SimulationRun::sourceStates(const SimulatedStep& step, nanoseconds time)
{
    auto readings = std::make_shared<Readings>();
    if (setup_.live) {
        for (const auto& row : catalog()) {
            auto reading = setup_.live->of(row.metric).reading;
            if (reading && setup_.live->of(row.metric).level != Level::Unknown) {
                reading->measuredAt = clock_.steady;
                reading->measuredAtUtc = clock_.utc;
                readings->set(row.metric, *reading);
            }
            readings->whyMissing[indexOf(row.metric)] = setup_.live->of(row.metric).whyMissing;
        }
        readings->largestArtifactEverBytes = setup_.live->largestArtifactEverBytes;
    }
    const auto load = measuredAt(time, step, curves_);
    for (const Metric metric : kSimulatedMetrics) {
        Reading reading;
        reading.value = load.of(metric);
        reading.measuredAt = clock_.steady;
        reading.measuredAtUtc = clock_.utc;
        reading.limit = setup_.policy.limits[indexOf(metric)];
        readings->set(metric, reading);
    }
    SourceState source;
    source.name = "simulated";
    source.readings = std::move(readings);
    return { source };
}

/// The same order as the tick's: storage is judged, the gate told, and then asked.
void SimulationRun::takeGate(SimulatedStep& step, nanoseconds time)
{
    const auto load = curves_.at(time);
    // What a halted gate has kept out stays out, until it opens again.
    step.storageAtMost = steps_.empty() || steps_.back().gate.state != GateState::Halted
        ? std::numeric_limits<double>::infinity()
        : steps_.back().storageAtMost;
    Reading storage;
    storage.value = std::floor(std::min(load.storageBytes, step.storageAtMost));
    storage.measuredAt = clock_.steady;
    const auto verdict = storageJudge_.judge(
        &storage, setup_.policy.limits[indexOf(Metric::TotalStorage)], clock_.steady);
    gate_.setHalted(verdict.halt);
    if (!verdict.halt) {
        haltedSince_.reset();
        step.storageAtMost = std::numeric_limits<double>::infinity();
    } else if (!haltedSince_) {
        haltedSince_ = time;
        step.storageAtMost = storage.value;
        plan(time + setup_.policy.gate.leaseTtl);
        plan(time + setup_.policy.windows.throughput);
    }
    const bool isDrained = haltedSince_ && time - *haltedSince_ >= setup_.policy.gate.leaseTtl;
    const int wanted = isDrained ? 0 : static_cast<int>(std::floor(std::max(0.0, load.writers)));
    while (gate_.inFlight() < wanted && gate_.enter() == Admission::Admitted) { }
    while (gate_.inFlight() > wanted) {
        gate_.leave();
    }
    step.isThroughputOver
        = haltedSince_ && time - *haltedSince_ >= setup_.policy.windows.throughput;
    const auto look = gate_.look();
    const auto& settings = setup_.policy.gate;
    step.gate.state = look.state;
    step.gate.inFlight = look.inFlight;
    step.gate.since = look.since;
    step.gate.pauseAt = settings.pauseAt;
    step.gate.resumeBelow = settings.resumeBelow;
    step.gate.haltAt = settings.haltAt;
    step.gate.resumeStorageBelow = settings.resumeStorageBelow;
    step.gate.failClosed = settings.failClosed;
}

void SimulationRun::step(nanoseconds time)
{
    clock_.steady = setup_.startsAt + time;
    clock_.utc = setup_.startsAtUtc + time;
    const auto gateBefore = steps_.empty() ? GateState::Open : steps_.back().gate.state;
    SimulatedStep step;
    step.at = time;
    takeGate(step, time);

    Recorder::Reading recorded;
    recorded.gate = step.gate;
    auto snapshot
        = tickJudge_.judge(sourceStates(step, time), recorded, false, clock_.steady, clock_.utc);
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        step.levels[i] = snapshot.metrics[i].level;
    }
    step.worst = snapshot.worst;

    auto proposal = book_.observe(snapshot, { clock_.steady, clock_.utc });
    const auto events = proposal.changes.events;
    static_cast<void>(book_.commit(std::move(proposal)));
    step.board = book_.board({ clock_.steady, clock_.utc });

    for (const auto& alert : step.board->open) {
        if (alert.overdueFrom) {
            const auto due = *alert.overdueFrom - setup_.startsAt;
            if (due > time) {
                plan(due);
            }
        }
    }
    if (!events.empty()) {
        plan(time + book_.rules().chatterWindow);
    }
    if (step.gate.state != gateBefore) {
        // Who was kept out comes back at once when it opens; that may have to hold for a while.
        for (const Metric metric : kSimulatedMetrics) {
            plan(time + setup_.policy.thresholds[indexOf(metric)].onDelay);
        }
        planned_.erase(time);
    }
    noteEvents(events, step, gateBefore);
    if (steps_.empty()) {
        pattern_ = std::move(snapshot);
    }
    steps_.push_back(std::move(step));
}

void SimulationRun::noteEvents(
    const std::vector<AlertEvent>& events, const SimulatedStep& step, GateState gateBefore)
{
    bool isGateTold = step.gate.state == gateBefore;
    for (const auto& event : events) {
        if (!isTold(event.kind)) {
            continue;
        }
        SimulatedEvent told;
        told.at = step.at;
        told.kind = event.kind;
        told.type = event.type;
        told.level = event.level;
        told.value = event.value;
        told.escalationPath = "NONE";
        told.responseTimeline = "N/A";
        if (const auto metric = metricOf(event.type)) {
            told.limit = setup_.policy.limits[indexOf(*metric)];
        }
        if (const auto* view = findView(*step.board, event.type)) {
            told.escalationPath = view->escalationPath;
            told.responseTimeline = view->responseTimeline;
        }
        told.gate = step.gate.state;
        const auto closes = step.gate.state == GateState::Halted ? AlertType::StorageCapacity
                                                                 : AlertType::ConcurrentWrites;
        if (!isGateTold && step.gate.state != GateState::Open && event.type == closes) {
            told.isGateChange = true;
            isGateTold = true;
        }
        events_.push_back(std::move(told));
    }
    if (!isGateTold) {
        SimulatedEvent gate;
        gate.at = step.at;
        gate.gate = step.gate.state;
        gate.isGateChange = true;
        events_.push_back(std::move(gate));
    }
}

}  // namespace headroom
