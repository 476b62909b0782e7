// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/tick_judge.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace headroom {

namespace {

/// The metrics that a source which goes through the recorder need not measure itself.
bool isRecorded(Metric metric) noexcept
{
    return metric == Metric::ConcurrentWrites || metric == Metric::WriteThroughput
        || metric == Metric::QueryResponse || metric == Metric::ArtifactSize;
}

/// A source that could not start does nothing, and an idle recorder says nothing about it.
bool recorderSpeaks(const SourceStates& sources) noexcept
{
    return std::any_of(sources.begin(), sources.end(),
        [](const SourceState& source) { return source.usesRecorder && source.readings; });
}

std::string whyNoSourceHas(Metric metric, const SourceStates& sources)
{
    if (metric == Metric::AuditRetention) {
        return "the audit trail has not been verified yet";
    }
    for (const auto& source : sources) {
        if (!source.readings) {
            return source.problem.empty() ? "waiting for the first reading" : source.problem;
        }
        const auto& why = source.readings->whyMissing[indexOf(metric)];
        if (!why.empty()) {
            return why;
        }
    }
    return "not measured by this source";
}

std::string nothingIn(std::chrono::seconds window, const std::string& what)
{
    return what + " in the last " + std::to_string(window.count()) + " s";
}

SourceSummary summaryOf(const SourceStates& sources)
{
    SourceSummary summary;
    for (const auto& source : sources) {
        if (summary.name.empty()) {
            summary.name = source.name;
        }
        if (!summary.workload) {
            summary.workload = source.workload;
        }
        summary.isGatedElsewhere
            = summary.isGatedElsewhere || (source.readings && source.readings->isGatedElsewhere);
        if (source.readings && summary.storageMarks.empty()) {
            summary.storageMarks = source.readings->storageMarks;
        }
        if (!source.problem.empty()) {
            summary.problem += (summary.problem.empty() ? "" : "; ") + source.problem;
        }
    }
    return summary;
}

/// The readings among which readingOf() found this metric's.
const Readings* readingsWith(const SourceStates& sources, Metric metric)
{
    for (const auto& source : sources) {
        if (source.readings && source.readings->slots[indexOf(metric)]) {
            return source.readings.get();
        }
    }
    return nullptr;
}

/// What a source says of latency that has no samples here.
LatencySummary latencyBySources(const SourceStates& sources)
{
    LatencySummary latency;
    for (const auto& source : sources) {
        const auto* readings = source.readings.get();
        if (readings != nullptr && readings->slots[indexOf(Metric::QueryResponse)]) {
            latency.p50Ms = readings->latencyP50Ms;
            latency.p99Ms = readings->slots[indexOf(Metric::QueryResponse)]->value;
            latency.p999Ms = readings->latencyP999Ms;
            break;
        }
    }
    return latency;
}

double largestEver(const SourceStates& sources, Bytes recorded) noexcept
{
    auto largest = static_cast<double>(recorded.count);
    for (const auto& source : sources) {
        if (source.readings) {
            largest = std::max(largest, source.readings->largestArtifactEverBytes.value_or(0));
        }
    }
    return largest;
}

}  // namespace

const Reading* readingOf(const SourceStates& sources, Metric metric) noexcept
{
    for (const auto& source : sources) {
        if (source.readings) {
            const auto& slot = source.readings->slots[indexOf(metric)];
            if (slot) {
                return &*slot;
            }
        }
    }
    return nullptr;
}

TickJudge::TickJudge(ThresholdPolicy policy)
    : policy_(std::move(policy))
{
}

void TickJudge::judgeBy(const ThresholdTable& thresholds)
{
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        judges_[i].noteChange(policy_.thresholds[i], thresholds[i]);
    }
    policy_.thresholds = thresholds;
}

Snapshot TickJudge::judge(const SourceStates& sources, const Recorder::Reading& recorded,
    bool storageUnknown, SteadyTime now, SystemTime nowUtc)
{
    Snapshot snapshot;
    snapshot.at = now;
    snapshot.atUtc = nowUtc;
    Reading atTick;
    atTick.measuredAt = now;
    atTick.measuredAtUtc = nowUtc;
    for (const auto& metric : catalog()) {
        snapshot.of(metric.metric)
            = judgeMetric(metric.metric, find(metric.metric, sources, recorded, atTick), now);
    }
    snapshot.worst = worstOf(snapshot);
    snapshot.gate = recorded.gate;
    snapshot.gate.storageUnknown = storageUnknown;
    snapshot.queriesEver = recorded.queriesEver;
    if (recorderSpeaks(sources)) {
        snapshot.latency = recorded.queries;
        snapshot.concurrentReads = recorded.concurrentReads;
    } else {
        snapshot.latency = latencyBySources(sources);
    }
    snapshot.largestArtifactEverBytes = largestEver(sources, recorded.largestArtifactEver);
    snapshot.source = summaryOf(sources);
    return snapshot;
}

TickJudge::Found TickJudge::find(Metric metric, const SourceStates& sources,
    const Recorder::Reading& recorded, const Reading& now) const
{
    if (const Reading* reading = readingOf(sources, metric)) {
        // A number that is not finite would compare as calm.
        if (!std::isfinite(reading->value)) {
            return { {}, "the source gave no finite number" };
        }
        Found found { *reading, {} };
        if (const auto* readings = readingsWith(sources, metric)) {
            found.note = readings->notes[indexOf(metric)];
            found.isEstimate = readings->isEstimate[indexOf(metric)];
        }
        return found;
    }
    if (isRecorded(metric) && recorderSpeaks(sources)) {
        return findRecorded(metric, recorded, now);
    }
    return { {}, whyNoSourceHas(metric, sources) };
}

TickJudge::Found TickJudge::findRecorded(
    Metric metric, const Recorder::Reading& recorded, const Reading& now) const
{
    Reading reading = now;
    switch (metric) {
    case Metric::ConcurrentWrites:
        reading.value = recorded.peakWritesInFlight;
        return { reading, {} };
    case Metric::WriteThroughput:
        reading.value = recorded.writeThroughput.value;
        return { reading, {} };
    case Metric::QueryResponse:
        if (!recorded.queries.p99Ms) {
            return { {}, nothingIn(policy_.windows.latency, "no query") };
        }
        reading.value = *recorded.queries.p99Ms;
        return { reading, {} };
    default:
        if (!recorded.largestArtifactInWindow) {
            return { {}, nothingIn(policy_.windows.latency, "no artifact written") };
        }
        reading.value = static_cast<double>(recorded.largestArtifactInWindow->count);
        return { reading, {} };
    }
}

MetricState TickJudge::judgeMetric(Metric metric, Found found, SteadyTime now)
{
    const std::size_t i = indexOf(metric);
    MetricState state;
    state.reading = found.reading;
    state.whyMissing = std::move(found.whyMissing);
    state.note = std::move(found.note);
    state.isEstimate = found.isEstimate;
    state.thresholds = policy_.thresholds[i];
    state.limit = policy_.limits[i];
    if (state.reading) {
        state.limit = state.reading->limit.value_or(state.limit);
        state.freshness = freshnessAt(now - state.reading->measuredAt, state.reading->limits);
    }
    if (state.freshness == Freshness::Live || state.freshness == Freshness::Late) {
        state.level = judges_[i].judge(state.thresholds, state.reading->value, state.limit, now);
    } else {
        judges_[i].noteGap();
    }
    if (state.level != Level::Unknown) {
        lastKnown_[i] = state.level;
    }
    state.lastKnownLevel = lastKnown_[i];
    return state;
}

}  // namespace headroom
