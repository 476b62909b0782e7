// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/contract_json.h"

#include "monitor_core/api/detail/words.h"
#include "monitor_core/certification/evidence.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/policy/judging.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

namespace headroom::api {

namespace {

constexpr std::chrono::years kRetention { 7 };

double gigabytesOf(double bytes) { return bytes / static_cast<double>(gigabytes(1).count); }

bool isFresh(const MetricState& state)
{
    return state.reading
        && (state.freshness == Freshness::Live || state.freshness == Freshness::Late);
}

std::optional<double> freshValue(const MetricState& state)
{
    return isFresh(state) ? std::optional(state.reading->value) : std::nullopt;
}

json::value whole(std::optional<double> value)
{
    return value && std::isfinite(*value) ? json::value(static_cast<std::int64_t>(*value))
                                          : json::value();
}

json::value percentIf(std::optional<double> value, double limit)
{
    return value ? percentOf(*value, limit) : json::value();
}

/// How far the figures beside it can be trusted.
void addQuality(json::object& object, const MetricState& state)
{
    object["freshness"] = toString(state.freshness);
    object["measured_at"]
        = state.reading ? json::value(toUtcText(state.reading->measuredAtUtc)) : json::value();
    if (!state.whyMissing.empty()) {
        object["why_missing"] = state.whyMissing;
    }
}

/// What is in use under `key`, its limit under another, the share of it, and the level.
json::object useOfLimit(const MetricState& state, std::string_view key, json::value used,
    std::string_view limitKey = "limit")
{
    json::object object;
    object[key] = std::move(used);
    object[limitKey] = whole(state.limit);
    object["percentage"] = percentIf(freshValue(state), state.limit);
    object["status"] = toString(state.level);
    return object;
}

json::value writersAlert(Level level)
{
    switch (level) {
    case Level::Yellow:
        return "CONCURRENT_WRITES_ELEVATED";
    case Level::Orange:
        return "CONCURRENT_WRITES_APPROACHING_LIMIT";
    case Level::Red:
        return "CONCURRENT_WRITES_LIMIT_REACHED";
    case Level::Green:
    case Level::Unknown:
        break;
    }
    return nullptr;
}

std::string_view storageStatus(Level level)
{
    return level == Level::Green ? "HEALTHY" : severityOf(AlertType::StorageCapacity, level);
}

std::string_view storageAction(Level level, bool isAtLimit)
{
    if (isAtLimit) {
        return "HALT_WRITES";
    }
    switch (level) {
    case Level::Yellow:
        return "PLAN_EXPANSION";
    case Level::Orange:
        return "EXPAND_NOW";
    case Level::Red:
        return "PREPARE_HALT";
    case Level::Green:
    case Level::Unknown:
        break;
    }
    return "NONE";
}

void addEscalation(json::object& object, const EscalationRow* row)
{
    object["escalation_path"] = row != nullptr ? row->to : "NONE";
    object["response_timeline"] = row != nullptr ? responseTimeline(row->respondWithin) : "N/A";
}

/// Figures, and what they call for.
json::object storageFigures(
    Level level, double used, double total, bool isAtLimit, const EscalationMatrix& matrix)
{
    json::object object;
    object["status"] = storageStatus(level);
    object["level"] = toString(level);
    object["usage_ratio"] = finite(total > 0 ? std::optional(used / total) : std::nullopt);
    object["usage_percent"] = percentOf(used, total);
    object["used_gb"] = gigabytesOf(used);
    object["total_gb"] = gigabytesOf(total);
    object["free_gb"] = gigabytesOf(std::max(0.0, total - used));
    object["action_required"] = storageAction(level, isAtLimit);
    addEscalation(object, rowFor(matrix, AlertType::StorageCapacity, level, isAtLimit));
    return object;
}

bool isHaltedByStorage(const GateSummary& gate)
{
    return gate.state == GateState::Halted && !gate.storageUnknown;
}

json::object unknownStorage(const GateSummary& gate, const EscalationMatrix& matrix)
{
    json::object object;
    object["status"] = toString(Level::Unknown);
    object["level"] = toString(Level::Unknown);
    for (const auto* key : { "usage_ratio", "usage_percent", "used_gb", "total_gb", "free_gb" }) {
        object[key] = nullptr;
    }
    // Closed because nobody knows, or still closed from when somebody knew: both halt writes.
    const bool isHalted = gate.state == GateState::Halted;
    object["action_required"] = storageAction(Level::Unknown, isHalted);
    const auto type = gate.storageUnknown ? AlertType::Source : AlertType::StorageCapacity;
    addEscalation(object, rowFor(matrix, type, Level::Unknown, isHalted));
    return object;
}

json::object auditTrailJson(const AuditSummary& audit, Level level)
{
    json::value expiry;
    if (audit.oldest) {
        auto day = utcDate(*audit.oldest) + kRetention;
        if (!day.ok()) {  // 29 February
            day = day.year() / day.month() / std::chrono::last;
        }
        expiry = toDateText(day);
    }
    json::object object;
    object["chain_verified"] = audit.isKnown ? json::value(!audit.isBroken) : json::value();
    object["retention_expiry"] = std::move(expiry);
    object["status"] = toString(level);
    object["entries"] = audit.isKnown ? json::value(audit.records) : json::value();
    object["oldest_entry"] = timeOrNull(audit.oldest);
    object["first_bad_entry"]
        = audit.isBroken ? json::value(audit.firstBadSequence) : json::value();
    return object;
}

json::object artifactSizeJson(const Snapshot& snapshot)
{
    const auto& state = snapshot.of(Metric::ArtifactSize);
    auto object = useOfLimit(state, "largest_bytes", whole(freshValue(state)), "limit_bytes");
    object["largest_ever_bytes"] = whole(snapshot.largestArtifactEverBytes > 0
            ? std::optional(snapshot.largestArtifactEverBytes)
            : std::nullopt);
    addQuality(object, state);
    return object;
}

json::object artifactCountJson(const Snapshot& snapshot)
{
    const auto& state = snapshot.of(Metric::ArtifactCount);
    auto object = useOfLimit(state, "current", whole(freshValue(state)));
    addQuality(object, state);
    return object;
}

json::object writeGateJson(const GateSummary& gate)
{
    return {
        { "state", toString(gate.state) },
        { "since", toUtcText(gate.since) },
        { "in_flight", gate.inFlight },
        { "pause_at", gate.pauseAt },
        { "resume_below", gate.resumeBelow },
        { "halt_at_ratio", gate.haltAt.value },
        { "resume_storage_below_ratio", gate.resumeStorageBelow.value },
        { "storage_unknown", gate.storageUnknown },
        { "admitted_total", gate.admittedTotal },
        { "refused_paused_total", gate.refusedPausedTotal },
        { "refused_halted_total", gate.refusedHaltedTotal },
        { "refused_too_large_total", gate.refusedTooLargeTotal },
        { "expired_leases_total", gate.expiredLeasesTotal },
        { "problem", textOrNull(gate.auditProblem) },
    };
}

json::object productsJson(const std::vector<ProductRegistry::Product>& products)
{
    json::object object;
    for (const auto& product : products) {
        object[product.name] = json::object { { "status", product.isActive ? "ACTIVE" : "IDLE" },
            { "last_seen", timeOrNull(product.lastSeen) } };
    }
    return object;
}

/// p99 as it was judged: a source that measures latency itself knows no other quantile.
std::optional<double> judgedP99(const Snapshot& snapshot)
{
    return snapshot.latency.p99Ms ? snapshot.latency.p99Ms
                                  : freshValue(snapshot.of(Metric::QueryResponse));
}

std::string_view slaStatus(std::optional<double> p99, const MetricState& state)
{
    if (!p99) {
        return "NO_DATA";
    }
    const bool isBreached
        = state.level == Level::Red || !isWithin(Metric::QueryResponse, *p99, state.limit);
    return isBreached ? "BREACHED" : "MET";
}

}  // namespace

json::value percentOf(double value, double limit)
{
    if (!(limit > 0)) {
        return nullptr;
    }
    constexpr double kFull = 100;
    const double percent = value * kFull / limit;
    return finite(value < limit ? std::min(percent, std::nextafter(kFull, 0.0)) : percent);
}

json::object concurrentWritesJson(const Snapshot& snapshot)
{
    const auto& state = snapshot.of(Metric::ConcurrentWrites);
    auto object = useOfLimit(state, "current", whole(freshValue(state)));
    object["alert"] = writersAlert(state.level);
    object["action_required"]
        = state.level == Level::Red ? json::value("PAUSE_NEW_WRITES") : json::value();
    addQuality(object, state);
    return object;
}

json::object storageJson(const Snapshot& snapshot, const EscalationMatrix& matrix)
{
    const auto& state = snapshot.of(Metric::TotalStorage);
    json::object object;
    if (isFresh(state) && state.level != Level::Unknown) {
        const double used = state.reading->value;
        const bool isAtLimit = isHaltedByStorage(snapshot.gate)
            || reaches(
                used, snapshot.gate.haltAt.value, Side::AtLeast, Basis::OfLimit, state.limit);
        object = storageFigures(state.level, used, state.limit, isAtLimit, matrix);
    } else {
        object = unknownStorage(snapshot.gate, matrix);
    }
    object["simulated"] = false;
    addQuality(object, state);
    return object;
}

json::object simulatedStorageJson(
    const Snapshot& snapshot, const EscalationMatrix& matrix, Bytes used, Bytes total)
{
    const auto usedBytes = static_cast<double>(used.count);
    const auto totalBytes = static_cast<double>(total.count);
    const Level level
        = levelOf(snapshot.of(Metric::TotalStorage).thresholds, usedBytes, totalBytes);
    const bool isAtLimit
        = reaches(usedBytes, snapshot.gate.haltAt.value, Side::AtLeast, Basis::OfLimit, totalBytes);
    auto object = storageFigures(level, usedBytes, totalBytes, isAtLimit, matrix);
    object["simulated"] = true;
    return object;
}

json::object writeThroughputJson(const Snapshot& snapshot)
{
    const auto& state = snapshot.of(Metric::WriteThroughput);
    auto object = useOfLimit(state, "current_writes_per_sec", finite(freshValue(state)));
    addQuality(object, state);
    return object;
}

json::object queryPerformanceJson(const Snapshot& snapshot)
{
    const auto& state = snapshot.of(Metric::QueryResponse);
    const auto& latency = snapshot.latency;
    const auto p99 = judgedP99(snapshot);
    json::object object;
    object["p50_ms"] = finite(latency.p50Ms);
    object["p99_ms"] = finite(p99);
    object["p999_ms"] = finite(latency.p999Ms);
    object["sla_status"] = slaStatus(p99, state);
    object["sample_count"] = latency.sampleCount;
    object["status"] = toString(state.level);
    object["min_ms"] = finite(latency.minMs);
    object["max_ms"] = finite(latency.maxMs);
    object["sla_limit_ms"] = finite(state.limit);
    addQuality(object, state);
    return object;
}

json::object scaleStatusJson(const Snapshot& snapshot, const EscalationMatrix& matrix,
    const std::vector<ProductRegistry::Product>& products)
{
    json::object object;
    object["timestamp"] = toUtcText(snapshot.atUtc);
    object["level"] = toString(snapshot.worst);
    object["concurrent_writes"] = concurrentWritesJson(snapshot);
    object["storage"] = storageJson(snapshot, matrix);
    object["write_throughput"] = writeThroughputJson(snapshot);
    object["query_performance"] = queryPerformanceJson(snapshot);
    object["artifact_size"] = artifactSizeJson(snapshot);
    object["artifact_count"] = artifactCountJson(snapshot);
    object["audit_trail"]
        = auditTrailJson(snapshot.audit, snapshot.of(Metric::AuditRetention).level);
    object["concurrent_reads"] = snapshot.concurrentReads;
    object["write_gate"] = writeGateJson(snapshot.gate);
    object["products"] = productsJson(products);
    object["source"] = json::object { { "name", snapshot.source.name },
        { "problem", textOrNull(snapshot.source.problem) } };
    object["sequence"] = snapshot.sequence;
    return object;
}

}  // namespace headroom::api
