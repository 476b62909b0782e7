// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/snapshot_json.h"

#include "monitor_core/api/detail/snapshot_values.h"
#include "monitor_core/api/utf8_text.h"

#include <utility>

namespace headroom::api {

namespace {

std::string_view toString(Freshness freshness) noexcept
{
    static constexpr std::string_view kWords[] = { "LIVE", "LATE", "STALE", "MISSING" };
    return kWords[static_cast<std::size_t>(freshness)];
}

std::string_view toString(Unit unit) noexcept
{
    static constexpr std::string_view kWords[]
        = { "writers", "bytes", "per_second", "ms", "artifacts", "broken_links" };
    return kWords[static_cast<std::size_t>(unit)];
}

json::value boundValue(const std::optional<Bound>& bound)
{
    if (!bound) {
        return {};
    }
    return json::object { { "value", finite(bound->value) },
        { "side", bound->side == Side::AtLeast ? "at_least" : "above" },
        { "hysteresis", finite(bound->hysteresis) } };
}

json::object thresholdsValue(const MetricThresholds& thresholds)
{
    return { { "basis", thresholds.basis == Basis::OfLimit ? "of_limit" : "absolute" },
        { "yellow", boundValue(thresholds.yellow) }, { "orange", boundValue(thresholds.orange) },
        { "red", boundValue(thresholds.red) }, { "hold_ms", thresholds.onDelay.count() } };
}

json::value readingValue(const std::optional<Reading>& reading, SteadyTime now)
{
    if (!reading) {
        return {};
    }
    return json::object { { "value", finite(reading->value) },
        { "measured_at", toUtcText(reading->measuredAtUtc) },
        { "age_ms", millisecondsOf(now - reading->measuredAt) },
        { "late_after_ms", reading->limits.lateAfter.count() },
        { "stale_after_ms", reading->limits.staleAfter.count() },
        { "limit", finite(reading->limit) } };
}

json::object metricValue(const MetricInfo& metric, const MetricState& state, SteadyTime now)
{
    return { { "unit", toString(metric.unit) }, { "level", headroom::toString(state.level) },
        { "last_known_level", headroom::toString(state.lastKnownLevel) },
        { "freshness", toString(state.freshness) }, { "limit", finite(state.limit) },
        { "reading", readingValue(state.reading, now) },
        { "thresholds", thresholdsValue(state.thresholds) },
        { "why_missing", textValue(state.whyMissing) }, { "note", textValue(state.note) },
        { "is_estimate", state.isEstimate } };
}

json::object latencyValue(const LatencySummary& latency)
{
    return { { "p50_ms", finite(latency.p50Ms) }, { "p99_ms", finite(latency.p99Ms) },
        { "p999_ms", finite(latency.p999Ms) }, { "min_ms", finite(latency.minMs) },
        { "max_ms", finite(latency.maxMs) }, { "sample_count", latency.sampleCount },
        { "overflow_count", latency.overflowCount } };
}

json::object gateValue(const GateSummary& gate)
{
    return { { "state", headroom::toString(gate.state) }, { "in_flight", gate.inFlight },
        { "pause_at", gate.pauseAt }, { "resume_below", gate.resumeBelow },
        { "halt_at_ratio", finite(gate.haltAt.value) },
        { "resume_storage_below_ratio", finite(gate.resumeStorageBelow.value) },
        { "fail_closed", gate.failClosed }, { "storage_unknown", gate.storageUnknown },
        { "since", toUtcText(gate.since) }, { "admitted_total", gate.admittedTotal },
        { "refused_paused_total", gate.refusedPausedTotal },
        { "refused_halted_total", gate.refusedHaltedTotal },
        { "refused_too_large_total", gate.refusedTooLargeTotal },
        { "expired_leases_total", gate.expiredLeasesTotal },
        { "audit_problem", textValue(gate.auditProblem) } };
}

json::array marksValue(const std::vector<StorageMark>& marks)
{
    json::array values;
    for (const auto& mark : marks) {
        values.push_back(json::object { { "at_ratio", finite(mark.atRatio) },
            { "text", textValue(mark.text) }, { "label", textValue(mark.label) } });
    }
    return values;
}

json::object sourceValue(const SourceSummary& source)
{
    return { { "name", textValue(source.name) }, { "problem", textValue(source.problem) },
        { "workload",
            source.workload ? json::value(workloadValue(*source.workload)) : json::value() },
        { "storage_marks", marksValue(source.storageMarks) },
        { "is_gated_elsewhere", source.isGatedElsewhere } };
}

json::object auditValue(const AuditSummary& audit)
{
    return { { "is_known", audit.isKnown }, { "is_broken", audit.isBroken },
        { "first_bad_sequence", audit.firstBadSequence }, { "why", textValue(audit.why) },
        { "records", audit.records }, { "oldest", timeOrNull(audit.oldest) },
        { "head", textValue(audit.head) } };
}

json::object serviceValue(const ServiceIdentity& service)
{
    return { { "api_version", kApiVersion }, { "program_version", service.version },
        { "instance", service.instance } };
}

}  // namespace

json::string textValue(std::string_view text)
{
    return isUtf8(text) ? json::string(text) : json::string(withReplacements(text));
}

std::int64_t millisecondsOf(std::chrono::nanoseconds duration)
{
    return std::chrono::floor<std::chrono::milliseconds>(duration).count();
}

json::object workloadValue(const WorkloadSettings& settings)
{
    return { { "writers", settings.writers },
        { "writes_per_second", finite(settings.writeRate.value) },
        { "max_artifact_bytes", settings.maxArtifactSize.count },
        { "storage_limit_bytes", settings.storageLimit.count },
        { "queries_per_second", finite(settings.queryRate.value) },
        { "delete_oldest", settings.deleteOldest },
        { "keep_below_ratio", finite(settings.keepBelow.value) } };
}

std::string snapshotJson(const Snapshot& snapshot, const ServiceIdentity& service)
{
    json::object metrics;
    for (const auto& metric : catalog()) {
        metrics[metric.key] = metricValue(metric, snapshot.of(metric.metric), snapshot.at);
    }
    return serialised(
        json::object { { "service", serviceValue(service) }, { "sequence", snapshot.sequence },
            { "at", toUtcText(snapshot.atUtc) }, { "level", headroom::toString(snapshot.worst) },
            { "metrics", std::move(metrics) }, { "latency", latencyValue(snapshot.latency) },
            { "gate", gateValue(snapshot.gate) }, { "concurrent_reads", snapshot.concurrentReads },
            { "largest_artifact_ever_bytes", finite(snapshot.largestArtifactEverBytes) },
            { "source", sourceValue(snapshot.source) }, { "audit", auditValue(snapshot.audit) },
            { "thresholds_version", snapshot.thresholdsVersion },
            { "thresholds_problem", textValue(snapshot.thresholdsProblem) },
            { "records_problem", textValue(snapshot.recordsProblem) } });
}

std::string alertBoardJson(
    const AlertBoard* board, const BoardMoment& now, const ServiceIdentity& service)
{
    return board == nullptr ? "null" : serialised(boardValue(*board, now, service));
}

std::string documentOf(std::string_view snapshotJson, std::string_view alertsJson)
{
    std::string body = "{\"snapshot\":";
    body.append(snapshotJson).append(",\"alerts\":").append(alertsJson).append("}");
    return body;
}

}  // namespace headroom::api
