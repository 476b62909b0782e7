// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/contract_json.h"
#include "monitor_core/api/detail/contract_sections.h"
#include "monitor_core/api/query_parameters.h"

#include <cmath>
#include <utility>

// Endpoints 1 to 5 and 8 of the contract.

namespace headroom::api {

namespace {

/// Beyond it the bytes would not fit their type; an exabyte is enough.
constexpr double kMostGigabytes = 1e9;
constexpr std::size_t kLongestText = 200;

using WriteJson = std::function<json::object(const Snapshot&)>;

/// Answers with the body of the snapshot, which all who ask for the same one share.
Handler fromSnapshot(ApiContext& context, const WriteJson& write)
{
    auto body = std::make_shared<SnapshotBody>(
        [write](const Snapshot& snapshot) { return serialised(write(snapshot)); });
    return [&context, body](const Request&, const Reply& reply) {
        withSnapshot(context, reply, [body](const SnapshotPtr& snapshot) {
            Response response;
            response.body = body->of(snapshot);
            return response;
        });
    };
}

/// The whole bytes of so many GB; a part of a byte does not count, so that 999.9999999999 GB are
/// not 1000.
Bytes bytesOf(double gb)
{
    return { static_cast<std::int64_t>(std::floor(gb * static_cast<double>(gigabytes(1).count))) };
}

/// What if the certified storage held so much? Nothing is changed and nothing remembered.
void simulateStorage(ApiContext& context, const Reply& reply, double usedGb)
{
    withSnapshot(context, reply, [&context, usedGb](const SnapshotPtr& snapshot) {
        const Bytes total { static_cast<std::int64_t>(
            context.certified.limits[indexOf(Metric::TotalStorage)]) };
        return jsonResponse(200,
            simulatedStorageJson(
                *snapshot, context.escalation.now()->matrix, bytesOf(usedGb), total));
    });
}

Handler storageCapacity(ApiContext& context)
{
    auto measured = fromSnapshot(context, [&context](const Snapshot& snapshot) {
        return storageJson(snapshot, context.escalation.now()->matrix);
    });
    return [&context, measured](const Request& request, const Reply& reply) {
        QueryParameters query(request);
        const auto usedGb = query.optionalNumber("used_gb", { 0, kMostGigabytes });
        if (query.isFaulty()) {
            return reply(query.refusal());
        }
        if (usedGb) {
            return simulateStorage(context, reply, *usedGb);
        }
        measured(request, reply);
    };
}

void recordLatency(ApiContext& context, const Request& request, const Reply& reply)
{
    using Milliseconds = std::chrono::duration<double, std::milli>;
    QueryParameters query(request);
    const auto latency
        = query.number("latency_ms", { 0, Milliseconds(QueryIntake::kLongestLatency).count() });
    const auto name = query.optionalText("name", kLongestText);
    const auto product = query.optionalText("product", ProductRegistry::kLongestName);
    const auto size = query.optionalInteger("size_bytes", {});
    if (query.isFaulty() || !latency) {
        return reply(query.refusal());
    }
    constexpr double kNanoseconds = 1e6;
    SlowQuery told;
    told.at = context.clock.systemNow();
    told.latency = std::chrono::nanoseconds(std::llround(*latency * kNanoseconds));
    told.name = name.value_or(std::string_view());
    told.product = product.value_or(std::string_view());
    if (size) {
        told.size = Bytes { *size };
    }
    const auto recordedAt = told.at;
    context.queries->record(std::move(told));
    reply(jsonResponse(200,
        json::object { { "success", true }, { "latency_ms", *latency },
            { "recorded_at", toUtcText(recordedAt) } }));
}

}  // namespace

void addMetricRoutes(ApiContext& context, std::vector<Route>& routes)
{
    const auto add = [&](Method method, std::string_view pattern, Role role, Handler handler,
                         std::string_view summary, std::vector<ParameterInfo> parameters,
                         std::string_view schema) {
        Route route { method, pattern, role, std::move(handler), summary, std::move(parameters), "",
            schema };
        routes.push_back(std::move(route));
    };
    add(Method::Get, "/metrics/scale-status", Role::Read,
        fromSnapshot(context,
            [&context](const Snapshot& snapshot) {
                return scaleStatusJson(snapshot, context.escalation.now()->matrix,
                    context.products->list(context.clock.steadyNow()));
            }),
        "Everything that is measured, with its levels, at one moment.", {}, "ScaleStatus");
    add(Method::Get, "/metrics/concurrent-writes", Role::Read,
        fromSnapshot(context, concurrentWritesJson),
        "Writes in flight, and how close they are to their limit.", {}, "ConcurrentWrites");
    add(Method::Get, "/metrics/storage-capacity", Role::Read, storageCapacity(context),
        "Storage in use, what it calls for and who has to answer. With used_gb a what-if that "
        "changes nothing.",
        { { "used_gb", "query", "number", false,
            "What if so many GB (2^30 bytes) of the certified storage were in use? 0 to 1e9. The "
            "answer is marked \"simulated\": true." } },
        "StorageCapacity");
    add(Method::Get, "/metrics/write-throughput", Role::Read,
        fromSnapshot(context, writeThroughputJson),
        "Completed writes a second over the throughput window.", {}, "WriteThroughput");
    add(Method::Get, "/metrics/query-performance", Role::Read,
        fromSnapshot(context, queryPerformanceJson),
        "Percentiles of query latency over the latency window, and whether the SLA is met.", {},
        "QueryPerformance");
    add(
        Method::Post, "/metrics/record-query-latency", Role::Ingest,
        [&context](
            const Request& request, const Reply& reply) { recordLatency(context, request, reply); },
        "Counts one query. What is asked afterwards shows it. Slow ones are kept and logged.",
        {
            { "latency_ms", "query", "number", true, "How long it took: 0 to 3600000." },
            { "name", "query", "string", false, "What was asked, at most 200 bytes." },
            { "product", "query", "string", false, "In whose name, at most 64 bytes." },
            { "size_bytes", "query", "integer", false, "How much was read." },
        },
        "RecordedLatency");
}

}  // namespace headroom::api
