// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/contract_json.h"
#include "monitor_core/api/detail/contract_sections.h"
#include "monitor_core/api/detail/threshold_text.h"
#include "monitor_core/api/detail/words.h"
#include "monitor_core/api/json_text.h"
#include "monitor_core/api/query_parameters.h"
#include "monitor_core/certification/certificate.h"
#include "monitor_core/certification/evidence.h"
#include "monitor_core/monitor.h"
#include "monitor_core/policy/judging.h"

#include <array>
#include <utility>

// Endpoints 13 and 15 of the contract, and the two about limits that older clients call beside
// them.

namespace headroom::api {

namespace {

/// Far beyond every limit, and its percentage is finite.
constexpr double kMostValue = 1e18;
constexpr std::array kLevels { Level::Green, Level::Yellow, Level::Orange, Level::Red };

/// What a level asks of people, in the words of the certificate.
std::string_view adviceFor(Metric metric, Level level)
{
    switch (level) {
    case Level::Green:
        return "safe";
    case Level::Yellow:
        return metric == Metric::TotalStorage ? "plan expansion" : "monitor";
    case Level::Orange:
        return metric == Metric::TotalStorage ? "expand now" : "alert";
    default:
        break;
    }
    switch (metric) {
    case Metric::ConcurrentWrites:
        return "pause new writes";
    case Metric::TotalStorage:
        return "prepare to halt writes, halted at 100 %";
    case Metric::QueryResponse:
        return "SLA breach";
    default:
        return "critical";
    }
}

json::object levelTable(Metric metric, const MetricThresholds& thresholds)
{
    json::object table;
    for (const Level level : kLevels) {
        table[toString(level)] = rangeText(metric, thresholds, level) + " ("
            + std::string(adviceFor(metric, level)) + ")";
    }
    return table;
}

std::string rowText(const EscalationRow* row)
{
    return row != nullptr ? row->to + " (" + responseTimeline(row->respondWithin) + ")" : "NONE";
}

json::object escalationPaths(const EscalationMatrix& matrix)
{
    const auto path
        = [&matrix](AlertType type, Trigger when) { return rowText(findRow(matrix, type, when)); };
    return {
        { "storage_70_percent", path(AlertType::StorageCapacity, Trigger::Yellow) },
        { "storage_90_percent", path(AlertType::StorageCapacity, Trigger::Orange) },
        { "storage_99_percent", path(AlertType::StorageCapacity, Trigger::Red) },
        { "storage_100_percent", path(AlertType::StorageCapacity, Trigger::AtLimit) },
        { "concurrent_writes_100", path(AlertType::ConcurrentWrites, Trigger::AtLimit) },
        { "query_sla_breach", path(AlertType::QueryLatency, Trigger::Red) },
    };
}

json::array escalationRows(const EscalationMatrix& matrix)
{
    static constexpr std::array<std::string_view, kTriggerCount> kWords { "YELLOW", "ORANGE", "RED",
        "AT_LIMIT" };
    json::array rows;
    for (const auto& row : matrix) {
        rows.push_back(json::object { { "type", toString(row.type) },
            { "when", kWords[static_cast<std::size_t>(row.when)] }, { "to", row.to },
            { "respond_within", responseTimeline(row.respondWithin) },
            { "respond_within_seconds", row.respondWithin.count() },
            { "house_default", row.isHouseDefault } });
    }
    return rows;
}

json::value boundJson(const std::optional<Bound>& bound)
{
    if (!bound) {
        return nullptr;
    }
    return json::object { { "value", finite(bound->value) },
        { "side", bound->side == Side::AtLeast ? "at_least" : "above" },
        { "hysteresis", finite(bound->hysteresis) } };
}

json::object boundsJson(Metric metric, const MetricThresholds& thresholds)
{
    const bool isShare = thresholds.basis == Basis::OfLimit;
    return { { "unit", isShare ? "ratio_of_limit" : toString(info(metric).unit) },
        { "yellow", boundJson(thresholds.yellow) }, { "orange", boundJson(thresholds.orange) },
        { "red", boundJson(thresholds.red) }, { "hold_ms", thresholds.onDelay.count() } };
}

/// The numbers in force beside the certified ones.
void addValues(json::object& body, const Snapshot& snapshot, const ThresholdPolicy& certified)
{
    json::object values;
    json::array differing;
    for (const auto& row : catalog()) {
        const auto& state = snapshot.of(row.metric);
        const auto& wanted = certified.thresholds[indexOf(row.metric)];
        const bool differs = !(state.thresholds == wanted);
        auto value = boundsJson(row.metric, state.thresholds);
        value["limit"] = finite(state.limit);
        value["limit_unit"] = toString(row.unit);
        value["differs_from_certified"] = differs;
        value["certified"] = boundsJson(row.metric, wanted);
        values[row.key] = std::move(value);
        if (differs) {
            differing.push_back(json::value(row.key));
        }
    }
    body["values"] = std::move(values);
    body["differs_from_certified"] = std::move(differing);
    body["version"] = snapshot.thresholdsVersion;
    body["problem"] = textOrNull(snapshot.thresholdsProblem);
}

Response thresholdsOf(const ApiContext& context, const Snapshot& snapshot)
{
    const auto table
        = [&snapshot](Metric metric) { return levelTable(metric, snapshot.of(metric).thresholds); };
    json::object body;
    body["concurrent_writes"] = table(Metric::ConcurrentWrites);
    body["storage_capacity"] = table(Metric::TotalStorage);
    body["write_throughput"] = table(Metric::WriteThroughput);
    body["query_latency"] = table(Metric::QueryResponse);
    body["escalation_paths"] = escalationPaths(context.escalation.now()->matrix);
    body["escalation_matrix"] = escalationRows(context.escalation.now()->matrix);
    addValues(body, snapshot, context.certified);
    return jsonResponse(200, body);
}

// ---- validate ----

std::string excessText(Metric metric, double value, double limit)
{
    return std::string(info(metric).name) + " of " + shownNumber(value) + " is over the certified "
        + shownNumber(limit) + " " + std::string(toString(info(metric).unit));
}

/// Whether an operation stays within the certified limits. No artifact may be larger than the
/// certified one, whoever reads or writes it; the certified rate is one of writes.
void validate(const ApiContext& context, const Request& request, const Reply& reply)
{
    QueryParameters query(request);
    const auto type = query.choice("operation_type", { "write", "read" });
    const auto size = query.integer("data_size", {});
    const auto frequency = query.number("frequency", { 0, kMostValue });
    if (query.isFaulty() || !type || !size || !frequency) {
        return reply(query.refusal());
    }
    json::object body { { "operation_type", *type }, { "data_size", *size },
        { "frequency", wholeOrNot(*frequency) } };
    json::array exceeded;
    std::string error;
    const auto check = [&](Metric metric, double value) {
        const double limit = context.certified.limits[indexOf(metric)];
        if (!isWithin(metric, value, limit)) {
            exceeded.push_back(json::value(info(metric).key));
            error += (error.empty() ? "" : "; ") + excessText(metric, value, limit);
        }
    };
    check(Metric::ArtifactSize, static_cast<double>(*size));
    if (*type == "write") {
        check(Metric::WriteThroughput, *frequency);
    }
    if (exceeded.empty()) {
        body["valid"] = true;
        body["message"] = "Operation within scale limits";
        return reply(jsonResponse(200, body));
    }
    body["message"] = "Operation exceeds scale limits";
    body["error"] = error;
    body["exceeded"] = std::move(exceeded);
    reply(jsonResponse(400, json::object { { "detail", std::move(body) } }));
}

// ---- limits ----

Response limitsOf(const ApiContext& context)
{
    json::object limits;
    for (const auto& row : certificate().limits) {
        // The audit trail has no numeric limit: unlimited entries.
        const bool hasNumber = row.metric != Metric::AuditRetention;
        const double limit = context.certified.limits[indexOf(row.metric)];
        limits[info(row.metric).key]
            = json::object { { "limit", hasNumber ? wholeOrNot(limit) : json::value() },
                  { "unit", hasNumber ? toString(info(row.metric).unit) : "entries" },
                  { "safe_limit", row.safeLimit }, { "proof", row.proof },
                  { "status", row.status } };
    }
    const auto status = certificate().status;
    return jsonResponse(200,
        json::object { { "scale_limits", std::move(limits) }, { "enforcement", "hard_limits" },
            { "status", status } });
}

/// By its key, or by the name that older clients have for it.
std::optional<Metric> limitNamed(std::string_view name)
{
    if (name == "total_artifacts") {
        return Metric::ArtifactCount;
    }
    const auto metric = metricFromKey(name);
    return metric == Metric::AuditRetention ? std::nullopt : metric;
}

/// HEALTHY below 70 % of the limit, WARNING below 90 %, else CRITICAL: whatever the thresholds are.
std::string_view proximityStatus(double value, double limit)
{
    constexpr double kWarning = 0.7;
    constexpr double kCritical = 0.9;
    if (reaches(value, kCritical, Side::AtLeast, Basis::OfLimit, limit)) {
        return "CRITICAL";
    }
    return reaches(value, kWarning, Side::AtLeast, Basis::OfLimit, limit) ? "WARNING" : "HEALTHY";
}

void proximity(const ApiContext& context, const Request& request, const Reply& reply)
{
    const auto name = request.argument("limit");
    const auto metric = limitNamed(name);
    if (!metric) {
        std::string known;
        for (const auto& row : catalog()) {
            if (row.metric != Metric::AuditRetention) {
                known.append(known.empty() ? "" : ", ").append(row.key);
            }
        }
        return reply(errorResponse(404, "no such limit; there are: " + known));
    }
    QueryParameters query(request);
    const auto value = query.number("current_value", { 0, kMostValue });
    if (query.isFaulty() || !value) {
        return reply(query.refusal());
    }
    const double limit = context.certified.limits[indexOf(*metric)];
    reply(jsonResponse(200,
        json::object { { "limit_name", name }, { "current_value", wholeOrNot(*value) },
            { "limit_value", wholeOrNot(limit) }, { "unit", toString(info(*metric).unit) },
            { "usage_ratio", finite(*value / limit) },
            { "usage_percent", percentOf(*value, limit) },
            { "status", proximityStatus(*value, limit) } }));
}

}  // namespace

void addLimitRoutes(ApiContext& context, std::vector<Route>& routes)
{
    Route thresholds { Method::Get, "/governance/scale/thresholds", Role::Read,
        [&context](const Request&, const Reply& reply) {
            withSnapshot(context, reply, [&context](const SnapshotPtr& snapshot) {
                return thresholdsOf(context, *snapshot);
            });
        },
        "What begins where: the bounds in force in words and numbers, which differ from the "
        "certified ones, and who is told.",
        {}, "", "ThresholdTables" };
    routes.push_back(std::move(thresholds));
    Route validation { Method::Post, "/governance/scale/validate", Role::Read,
        [&context](
            const Request& request, const Reply& reply) { validate(context, request, reply); },
        "Whether an operation stays within the certified limits; 400 says which it is over. "
        "Changes nothing.",
        {
            { "operation_type", "query", "string", true, "write or read." },
            { "data_size", "query", "integer", true, "Bytes of one artifact, 0 or more." },
            { "frequency", "query", "number", true, "Operations a second, 0 or more." },
        },
        "", "Validation" };
    routes.push_back(std::move(validation));
    Route limits { Method::Get, "/governance/scale/limits", Role::Read,
        [&context](const Request&, const Reply& reply) { reply(limitsOf(context)); },
        "The certified limits as numbers and words.", {}, "", "ScaleLimits" };
    routes.push_back(std::move(limits));
    Route proximityTo { Method::Get, "/governance/scale/proximity/{limit}", Role::Read,
        [&context](
            const Request& request, const Reply& reply) { proximity(context, request, reply); },
        "How close a value is to a certified limit: HEALTHY below 70 %, WARNING below 90 %, else "
        "CRITICAL.",
        {
            { "limit", "path", "string", true,
                "concurrent_writes, total_storage, write_throughput, query_response, "
                "artifact_size or artifact_count." },
            { "current_value", "query", "number", true,
                "In the limit's unit (bytes, writers, milliseconds, …), 0 or more." },
        },
        "", "Proximity" };
    routes.push_back(std::move(proximityTo));
}

}  // namespace headroom::api
