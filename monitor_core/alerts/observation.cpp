// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/observation.h"

#include "monitor_core/alerts/alert_text.h"

#include <algorithm>
#include <cmath>

namespace headroom {

namespace {

constexpr std::size_t kLongestDetail = 300;

double inUnits(const MetricState& state, Level level)
{
    if (level < Level::Yellow) {
        return 0;
    }
    const auto& bound = state.thresholds.bound(level);
    const double value = bound ? bound->value : 0;
    return state.thresholds.basis == Basis::OfLimit ? value * state.limit : value;
}

/// The gate refuses writes because of this metric.
bool isGateClosedFor(Metric metric, const GateSummary& gate)
{
    return (metric == Metric::ConcurrentWrites && gate.state == GateState::Paused)
        || (metric == Metric::TotalStorage && gate.state == GateState::Halted
            && !gate.storageUnknown);
}

void rememberSince(std::optional<SteadyTime>& since, bool holds, SteadyTime now)
{
    if (!holds) {
        since.reset();
    } else if (!since) {
        since = now;
    }
}

}  // namespace

Sighting sighted(
    Metric metric, const MetricState& state, bool isGateClosed, const EscalationMatrix& matrix)
{
    Sighting seen;
    seen.limit = std::isfinite(state.limit) ? state.limit : 0;
    if (!state.reading || state.level == Level::Unknown || !std::isfinite(state.reading->value)) {
        return seen;
    }
    seen.level = state.level;
    seen.value = state.reading->value;
    seen.isAtLimit = isGateClosed || (seen.limit > 0 && seen.value >= seen.limit);
    seen.threshold = inUnits(state, seen.level);
    // Only edited thresholds can leave a closed gate or a breached limit below ORANGE; those who
    // must be told IMMEDIATELY are told even then.
    if (seen.isAtLimit && seen.level < Level::Orange
        && findRow(matrix, alertTypeOf(metric), Trigger::AtLimit) != nullptr) {
        seen.level = Level::Orange;
        seen.threshold = seen.limit;
    }
    return seen;
}

AlertTurn turnOf(bool isOpen, const Sighting& seen) noexcept
{
    if (!isOpen) {
        return seen.level >= Level::Yellow ? AlertTurn::Raise : AlertTurn::None;
    }
    if (seen.level == Level::Unknown) {
        return AlertTurn::None;
    }
    return seen.level >= Level::Yellow ? AlertTurn::Follow : AlertTurn::Clear;
}

Sightings Observer::observe(const Snapshot& snapshot, SteadyTime now, const AlertRules& rules)
{
    Sightings all;
    for (const auto& row : catalog()) {
        all[indexOf(alertTypeOf(row.metric))] = ofMetric(row.metric, snapshot, now, rules);
    }
    all[indexOf(AlertType::Source)] = ofSource(snapshot, now, rules);
    return all;
}

Sighting Observer::ofMetric(
    Metric metric, const Snapshot& snapshot, SteadyTime now, const AlertRules& rules)
{
    const auto& state = snapshot.of(metric);
    auto& missingSince = missingSince_[indexOf(metric)];
    rememberSince(missingSince, !state.reading, now);

    Sighting seen = sighted(metric, state, isGateClosedFor(metric, snapshot.gate), rules.matrix);
    // A stale reading has been late long enough; one that never came or has nothing to measure
    // gets a moment, so that a start or a quiet minute is not called a silence.
    seen.isSilent = seen.level == Level::Unknown
        && (!missingSince || now - *missingSince >= rules.unverifiedAfter);
    return seen;
}

Sighting Observer::ofSource(const Snapshot& snapshot, SteadyTime now, const AlertRules& rules)
{
    const auto& storage = snapshot.of(Metric::TotalStorage).reading;
    const auto& missingSince = missingSince_[indexOf(Metric::TotalStorage)];
    const auto age = std::max(std::chrono::nanoseconds(0),
        storage ? now - storage->measuredAt : now - missingSince.value_or(now));
    const bool isStale = age >= rules.storageStaleAfter;
    rememberSince(problemSince_, !snapshot.source.problem.empty(), now);
    const bool isFailing = problemSince_ && now - *problemSince_ >= rules.problemAfter;

    Sighting seen;
    seen.value = std::chrono::duration<double>(age).count();
    seen.threshold = std::chrono::duration<double>(rules.storageStaleAfter).count();
    if (isStale || isFailing) {
        seen.isAtLimit = snapshot.gate.state == GateState::Halted && snapshot.gate.storageUnknown;
        seen.level = seen.isAtLimit ? Level::Red : Level::Orange;
        // No age in the text: it would be another text, and another step on disk, every second.
        const auto what = isStale ? std::string("no storage reading; ") : std::string();
        const auto why = snapshot.source.problem.empty()
            ? snapshot.of(Metric::TotalStorage).whyMissing
            : snapshot.source.problem;
        seen.detail = tamed(
            what + snapshot.source.name + ": " + (why.empty() ? "silent" : why), kLongestDetail);
    } else if (storage && snapshot.source.problem.empty()
        && snapshot.of(Metric::TotalStorage).level != Level::Unknown) {
        seen.level = Level::Green;
    }
    return seen;
}

}  // namespace headroom
