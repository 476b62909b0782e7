// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/v1_sections.h"
#include "monitor_core/api/v1_answers.h"
#include "monitor_core/monitor.h"

#include <utility>

namespace headroom::api {

namespace {

constexpr std::size_t kBodyLimit = 4096;
// The workload knows its ranges and says which value is out of them; these keep the types.
constexpr IntegerRange kWriters { 0, 100'000 };
constexpr IntegerRange kBytes { 0, std::int64_t { 1 } << 53 };
constexpr NumberRange kRate { 0, 1e9 };
constexpr NumberRange kShare { 0, 1 };

template <typename To, typename From, typename Make>
void overlay(To& setting, const std::optional<From>& given, Make make)
{
    if (given) {
        setting = make(*given);
    }
}

/// What is left out stays as it is.
void readSettings(JsonBody& body, WorkloadSettings& settings)
{
    const auto bytes = [](std::int64_t count) { return Bytes { count }; };
    const auto rate = [](double value) { return PerSecond { value }; };
    overlay(settings.writers, body.integer("writers", kWriters),
        [](std::int64_t count) { return static_cast<int>(count); });
    overlay(settings.writeRate, body.number("writes_per_second", kRate), rate);
    overlay(settings.maxArtifactSize, body.integer("max_artifact_bytes", kBytes), bytes);
    overlay(settings.storageLimit, body.integer("storage_limit_bytes", kBytes), bytes);
    overlay(settings.queryRate, body.number("queries_per_second", kRate), rate);
    overlay(settings.deleteOldest, body.flag("delete_oldest"), [](bool flag) { return flag; });
    overlay(settings.keepBelow, body.number("keep_below_ratio", kShare),
        [](double value) { return Ratio { value }; });
}

void configure(const ApiContext& context, const Request& request, const Reply& reply)
{
    const auto snapshot = context.monitor.latest();
    const auto inForce = snapshot ? snapshot->source.workload : std::nullopt;
    JsonBody body(request, UnknownKeys::Refuse);
    auto settings = inForce.value_or(WorkloadSettings());
    readSettings(body, settings);
    const auto by = readBy(body);
    if (auto refusal = body.refusal()) {
        return reply(std::move(*refusal));
    }
    submitLater(context, { actorOf(request.caller, by), ConfigureWorkload { settings } }, reply);
}

void freeSpace(const ApiContext& context, const Request& request, const Reply& reply)
{
    JsonBody body(request, UnknownKeys::Refuse);
    const auto keep = body.number("keep_ratio", kShare);
    const auto by = readBy(body);
    body.need({ "keep_ratio" });
    if (auto refusal = body.refusal()) {
        return reply(std::move(*refusal));
    }
    submitLater(context, { actorOf(request.caller, by), FreeWorkloadSpace { { *keep } } }, reply);
}

}  // namespace

std::vector<Route> workloadRoutes(ApiContext& context)
{
    return {
        { Method::Post, "/api/v1/workload", Role::Admin,
            [&context](
                const Request& request, const Reply& reply) { configure(context, request, reply); },
            "Change what the local workload does; what is left out stays", {}, "WorkloadChange",
            "Done", kBodyLimit },
        { Method::Post, "/api/v1/workload/free-space", Role::Admin,
            [&context](
                const Request& request, const Reply& reply) { freeSpace(context, request, reply); },
            "Delete the local workload's oldest artifacts", {}, "FreeSpace", "Done", kBodyLimit },
    };
}

}  // namespace headroom::api
