// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/exposition.h"

#include "monitor_core/api/detail/contract_sections.h"
#include "monitor_core/api/detail/metric_text.h"
#include "monitor_core/api/json_text.h"
#include "monitor_core/monitor.h"
#include "monitor_core/slow_query_log.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>

namespace headroom::api {

namespace {

using Seconds = std::chrono::duration<double>;

constexpr std::array kLevels { Level::Unknown, Level::Green, Level::Yellow, Level::Orange,
    Level::Red };
constexpr double kMilli = 1e-3;

double unixSeconds(SystemTime time) { return Seconds(time.time_since_epoch()).count(); }

std::optional<double> freshValue(const MetricState& state)
{
    const bool isFresh = state.reading
        && (state.freshness == Freshness::Live || state.freshness == Freshness::Late);
    return isFresh ? std::optional(state.reading->value) : std::nullopt;
}

// ---- levels, ages, shares: the same for every metric ----

void writeLevels(MetricText& out, const Snapshot& snapshot)
{
    out.family("headroom_level", "gauge",
        "1 for the level that a metric has, 0 for the other four. UNKNOWN: no fresh reading.");
    for (const auto& row : catalog()) {
        for (const Level level : kLevels) {
            const bool holds = snapshot.of(row.metric).level == level;
            out.sample(holds ? 1 : 0, { { "metric", row.key }, { "level", toString(level) } });
        }
    }
    out.family("headroom_worst_level", "gauge",
        "1 for the worst level of all metrics that are measured, 0 for the other four.");
    for (const Level level : kLevels) {
        out.sample(snapshot.worst == level ? 1 : 0, { { "level", toString(level) } });
    }
}

void writeShares(MetricText& out, const Exposed& exposed)
{
    const auto& snapshot = *exposed.snapshot;
    out.family("headroom_usage_ratio", "gauge", "Share of a limit that is in use; 1 is the limit.");
    for (const auto& row : catalog()) {
        const auto& state = snapshot.of(row.metric);
        if (const auto value = freshValue(state); value && state.limit > 0) {
            out.sample(*value / state.limit, { { "metric", row.key } });
        }
    }
    out.family("headroom_reading_age_seconds", "gauge", "Time since a metric was last measured.");
    for (const auto& row : catalog()) {
        if (const auto& reading = snapshot.of(row.metric).reading) {
            const auto age
                = std::max(std::chrono::nanoseconds(0), exposed.now - reading->measuredAt);
            out.sample(Seconds(age).count(), { { "metric", row.key } });
        }
    }
}

// ---- readings and limits, each in its unit ----

struct ReadingText {
    Metric metric;
    double scale;  ///< from the catalog's unit
    std::string_view name;
    std::string_view help;
    std::string_view limitName;
    std::string_view limitHelp;
};

constexpr std::array<ReadingText, 5> kReadings { {
    { Metric::ConcurrentWrites, 1, "headroom_concurrent_writes",
        "Writes in flight: the highest since the tick before.", "headroom_concurrent_writes_limit",
        "Writes in flight that are certified." },
    { Metric::TotalStorage, 1, "headroom_storage_used_bytes", "Storage in use.",
        "headroom_storage_limit_bytes", "Storage that there is." },
    { Metric::WriteThroughput, 1, "headroom_writes_per_second",
        "Completed writes per second over the throughput window.",
        "headroom_writes_per_second_limit", "Writes per second that are certified." },
    { Metric::ArtifactSize, 1, "headroom_artifact_size_bytes",
        "Largest artifact written in the latency window.", "headroom_artifact_size_limit_bytes",
        "Size of an artifact that is certified." },
    { Metric::ArtifactCount, 1, "headroom_artifacts", "Artifacts stored.",
        "headroom_artifacts_limit", "Artifacts that are certified." },
} };

void writeReadings(MetricText& out, const Snapshot& snapshot)
{
    for (const auto& row : kReadings) {
        const auto& state = snapshot.of(row.metric);
        if (const auto value = freshValue(state)) {
            out.gauge(row.name, row.help, *value * row.scale);
        }
        if (state.limit > 0) {
            out.gauge(row.limitName, row.limitHelp, state.limit * row.scale);
        }
    }
    out.gauge("headroom_concurrent_reads", "Reads in progress.", snapshot.concurrentReads);
    if (snapshot.largestArtifactEverBytes > 0) {
        out.gauge("headroom_artifact_size_largest_bytes", "Largest artifact ever seen.",
            snapshot.largestArtifactEverBytes);
    }
}

// ---- queries ----

void writeHistogram(MetricText& out, const LatencyTotals& totals)
{
    out.family("headroom_query_latency_seconds", "histogram",
        "Latency of all queries since the start. Bounds hold within 0.2 %.");
    for (std::size_t i = 0; i < LatencyTotals::kBounds.size(); ++i) {
        const auto bound = numberText(Seconds(LatencyTotals::kBounds[i]).count());
        out.sample(static_cast<double>(totals.atMost(i)), { { "le", bound } }, "_bucket");
    }
    const auto count = static_cast<double>(totals.count());
    out.sample(count, { { "le", "+Inf" } }, "_bucket");
    out.sample(totals.sum().count(), {}, "_sum");
    out.sample(count, {}, "_count");
}

void writeQueries(MetricText& out, const Exposed& exposed)
{
    const auto& snapshot = *exposed.snapshot;
    writeHistogram(out, snapshot.queriesEver);
    const auto& latency = snapshot.latency;
    const auto& state = snapshot.of(Metric::QueryResponse);
    out.family("headroom_query_latency_window_seconds", "gauge",
        "Percentiles of query latency over the latency window, from its own histogram.");
    const auto percentile = [&out](std::string_view name, std::optional<double> ms) {
        if (ms) {
            out.sample(*ms * kMilli, { { "percentile", name } });
        }
    };
    percentile("p50", latency.p50Ms);
    percentile("p99", latency.p99Ms ? latency.p99Ms : freshValue(state));
    percentile("p999", latency.p999Ms);
    out.gauge("headroom_query_latency_window_samples", "Queries in the latency window.",
        static_cast<double>(latency.sampleCount));
    out.gauge("headroom_query_latency_limit_seconds", "Latency that p99 has to stay below.",
        state.limit * kMilli);
    out.counter("headroom_slow_queries", "Queries that were slower than the RED bound or the SLA.",
        exposed.slowQueries);
}

// ---- the gate ----

void writeGate(MetricText& out, const GateSummary& gate)
{
    out.family(
        "headroom_gate_state", "gauge", "1 for the state of the write gate, 0 for the other two.");
    for (const auto state : { GateState::Open, GateState::Paused, GateState::Halted }) {
        out.sample(gate.state == state ? 1 : 0, { { "state", toString(state) } });
    }
    out.gauge("headroom_gate_writes_in_flight", "Writes that hold a place now.", gate.inFlight);
    out.gauge("headroom_gate_storage_unknown",
        "1 while there is no fresh storage reading to judge by.", gate.storageUnknown ? 1 : 0);
    out.counter("headroom_gate_writes_admitted", "Writes admitted.", gate.admittedTotal);
    out.family("headroom_gate_writes_refused", "counter", "Writes refused, by reason.");
    out.sample(static_cast<double>(gate.refusedPausedTotal), { { "reason", "paused" } });
    out.sample(static_cast<double>(gate.refusedHaltedTotal), { { "reason", "halted" } });
    out.sample(static_cast<double>(gate.refusedTooLargeTotal), { { "reason", "too_large" } });
    out.counter("headroom_gate_leases_expired",
        "Writes that ended because their holder was silent.", gate.expiredLeasesTotal);
}

// ---- alerts ----

void writeAlerts(MetricText& out, const AlertBoard& board)
{
    const auto count = [&board](auto&& counts) {
        return static_cast<double>(std::count_if(board.open.begin(), board.open.end(), counts));
    };
    out.family("headroom_alerts", "gauge", "Open alerts by level.");
    for (const Level level : { Level::Yellow, Level::Orange, Level::Red }) {
        out.sample(count([level](const AlertView& alert) { return alert.level == level; }),
            { { "level", toString(level) } });
    }
    out.family("headroom_alert", "gauge", "1 for every open alert.");
    for (const auto& alert : board.open) {
        out.sample(1,
            { { "type", toString(alert.type) }, { "level", toString(alert.level) },
                { "state", toString(alert.state) } });
    }
    out.gauge("headroom_alerts_overdue", "Open alerts whose deadline has passed unanswered.",
        count([](const AlertView& alert) { return alert.isOverdue; }));
    out.gauge("headroom_alerts_unacknowledged", "Open alerts that nobody has acknowledged.",
        count([](const AlertView& alert) { return alert.acknowledgedBy.empty(); }));
    out.counter("headroom_alert_steps", "Steps in the lives of all alerts, across restarts.",
        board.lastSequence);
    out.gauge("headroom_alert_messages_waiting", "Messages to people that are not delivered yet.",
        static_cast<double>(board.waitingMessages));
}

// ---- what lasts, and where readings come from ----

void writeRecords(MetricText& out, const Snapshot& snapshot)
{
    const auto& audit = snapshot.audit;
    if (audit.isKnown) {
        out.gauge("headroom_audit_chain_broken", "1 once the audit chain does not verify.",
            audit.isBroken ? 1 : 0);
        out.gauge("headroom_audit_entries", "Entries of the audit trail.",
            static_cast<double>(audit.records));
    }
    if (audit.oldest) {
        out.gauge("headroom_audit_oldest_entry_timestamp_seconds",
            "When the oldest entry of the audit trail was written.", unixSeconds(*audit.oldest));
    }
    out.gauge("headroom_records_failing", "1 while history or alerts cannot be stored or read.",
        snapshot.recordsProblem.empty() ? 0 : 1);
    out.family("headroom_source_failing", "gauge", "1 while the last measurement failed.");
    out.sample(snapshot.source.problem.empty() ? 0 : 1, { { "source", snapshot.source.name } });
    out.gauge("headroom_thresholds_version",
        "Version of the thresholds in force; 0: the certified ones.",
        static_cast<double>(snapshot.thresholdsVersion));
}

// ---- the service ----

void writeService(MetricText& out, const Exposed& exposed)
{
    out.family("headroom_build_info", "gauge", "Always 1; its label is the program's version.");
    out.sample(1, { { "version", exposed.version } });
    out.gauge("headroom_monitor_active", "0 while nothing is judged: starting, or stuck.",
        exposed.snapshot ? 1 : 0);
    out.gauge(
        "headroom_products", "Products that are known.", static_cast<double>(exposed.products));
    out.counter("headroom_products_left_out", "Times that a product's name found no room.",
        exposed.productsLeftOut);
}

void writeIngest(MetricText& out, const IngestCounters& told)
{
    const auto fate = [&out](std::string_view word, std::uint64_t count) {
        out.sample(static_cast<double>(count), { { "fate", word } });
    };
    out.family(
        "headroom_ingest_batches", "counter", "Batches of observations, by what became of them.");
    fate("taken", told.batchesTaken);
    fate("repeated", told.batchesRepeated);
    fate("too_old", told.batchesTooOld);
    fate("refused", told.batchesRefused);
    out.counter("headroom_ingest_ignored_keys", "Keys of bodies that this version does not know.",
        told.ignoredKeys);
    out.counter("headroom_ingest_leases_over_cap",
        "Operations refused because their caller had too many under way.", told.leasesOverCap);
    out.family("headroom_proxy_lines", "counter",
        "Lines of a proxy's access log, by what became of them.");
    fate("write_ended", told.proxyWrites);
    fate("read_counted", told.proxyReads);
    fate("repeated", told.proxyRepeated);
    fate("lease_expired", told.proxyExpired);
    fate("unknown_request", told.proxyUnknown);
    fate("malformed", told.proxyMalformed);
    fate("oversized", told.proxyOversized);
    out.counter("headroom_proxy_lines_dropped",
        "Lines that the system threw away because they came too fast.", told.proxyDropped);
}

/// The name of a line's family, and what of the line's own name comes after it.
std::pair<std::string_view, std::string_view> splitName(const HttpCounters::Line& line)
{
    const std::string_view name = line.name;
    const auto splitAt = [name](std::string_view end) {
        const auto at = name.size() - end.size();
        return std::pair(name.substr(0, at), name.substr(at));
    };
    if (line.type == "counter" && name.ends_with("_total")) {
        return { splitAt("_total").first, {} };
    }
    if (line.type == "histogram") {
        for (const std::string_view part : { "_bucket", "_sum", "_count" }) {
            if (name.ends_with(part)) {
                return splitAt(part);
            }
        }
    }
    return { name, {} };
}

void writeHttp(MetricText& out, const HttpCounters& http)
{
    std::string_view last;
    for (const auto& line : http.lines) {
        const auto [family, suffix] = splitName(line);
        if (family != last) {
            last = family;
            out.family(family, line.type, line.help);
        }
        MetricText::Labels labels;
        for (const auto& [key, value] : line.labels) {
            labels.emplace_back(key, value);
        }
        out.sample(line.value, labels, suffix);
    }
}

Exposed gather(ApiContext& context)
{
    Exposed exposed;
    exposed.snapshot = context.monitor.latest();
    if (exposed.snapshot && isStuck(*exposed.snapshot, context.clock)) {
        exposed.snapshot = nullptr;
    }
    exposed.alerts = context.monitor.alerts();
    exposed.now = context.clock.steadyNow();
    if (context.httpCounters) {
        exposed.http = context.httpCounters();
    }
    exposed.version = context.version;
    exposed.slowQueries = context.slowQueries.total();
    exposed.products = context.products->list(exposed.now).size();
    exposed.productsLeftOut = context.products->leftOut();
    exposed.ingest = context.ingest;
    return exposed;
}

}  // namespace

std::string exposition(const Exposed& exposed, ExpositionFormat format)
{
    MetricText out(format);
    writeService(out, exposed);
    if (exposed.ingest) {
        writeIngest(out, *exposed.ingest);
    }
    if (exposed.snapshot) {
        const auto& snapshot = *exposed.snapshot;
        out.counter(
            "headroom_snapshots", "Snapshots published since the start.", snapshot.sequence);
        out.gauge("headroom_snapshot_timestamp_seconds", "When the readings were judged.",
            unixSeconds(snapshot.atUtc));
        writeLevels(out, snapshot);
        writeShares(out, exposed);
        writeReadings(out, snapshot);
        writeQueries(out, exposed);
        writeGate(out, snapshot.gate);
        writeRecords(out, snapshot);
    }
    if (exposed.alerts) {
        writeAlerts(out, *exposed.alerts);
    }
    writeHttp(out, exposed.http);
    return out.take();
}

Route expositionRoute(ApiContext& context)
{
    Route route { Method::Get, "/metrics", Role::Read,
        [&context](const Request& request, const Reply& reply) {
            const auto format = wantedFormat(request.accept);
            Response response;
            response.contentType = format == ExpositionFormat::OpenMetrics
                ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                : "text/plain; version=0.0.4; charset=utf-8";
            response.body
                = std::make_shared<const std::string>(exposition(gather(context), format));
            reply(std::move(response));
        },
        "Everything as metrics: Prometheus text 0.0.4, or OpenMetrics 1.0 by Accept.",
        { { "Accept", "header", "string", false,
            "application/openmetrics-text for OpenMetrics." } },
        "", "" };
    return route;
}

}  // namespace headroom::api
