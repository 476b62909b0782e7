// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/contract_sections.h"
#include "monitor_core/api/detail/json.h"
#include "monitor_core/monitor.h"

namespace headroom::api {

namespace {

std::string_view monitorState(const SnapshotPtr& snapshot, const Clock& clock)
{
    if (!snapshot) {
        return "starting";
    }
    return isStuck(*snapshot, clock) ? "stuck" : "active";
}

std::string_view auditState(const AuditSummary& audit)
{
    if (!audit.isKnown) {
        return "unknown";
    }
    return audit.isBroken ? "broken" : "active";
}

/// What runs inside, a word each. Without paths or texts of errors: anybody may ask.
json::object services(ApiContext& context)
{
    const auto snapshot = context.monitor.latest();
    json::object all { { "monitor", monitorState(snapshot, context.clock) } };
    if (snapshot) {
        all["source"] = snapshot->source.problem.empty() ? "active" : "failing";
        all["records"] = context.monitor.query() == nullptr ? "none"
            : snapshot->recordsProblem.empty()              ? "active"
                                                            : "failing";
        all["audit_trail"] = auditState(snapshot->audit);
    }
    return all;
}

/// 200 as long as it answers at all; the words say the rest.
Response health(ApiContext& context)
{
    auto all = services(context);
    bool isHealthy = true;
    for (const auto& service : all) {
        const auto& state = service.value().as_string();
        isHealthy = isHealthy && (state == "active" || state == "none" || state == "unknown");
    }
    return jsonResponse(200,
        json::object { { "status", isHealthy ? "healthy" : "degraded" },
            { "services", std::move(all) }, { "timestamp", toUtcText(context.clock.systemNow()) },
            { "version", context.version } });
}

/// Whether what it answers is worth asking for: it measures, and knows its alerts.
Response ready(ApiContext& context)
{
    const auto snapshot = context.monitor.latest();
    if (!snapshot) {
        return unavailable("nothing has been measured yet");
    }
    if (isStuck(*snapshot, context.clock)) {
        return unavailable("the monitor is stuck");
    }
    if (context.monitor.query() != nullptr && !context.monitor.alerts()) {
        return unavailable("what was stored has not been read yet");
    }
    return jsonResponse(200, json::object { { "status", "ready" } });
}

}  // namespace

void addHealthRoutes(ApiContext& context, std::vector<Route>& routes)
{
    Route forLife { Method::Get, "/health", Role::Nobody,
        [&context](const Request&, const Reply& reply) { reply(health(context)); },
        "200 while the service answers, with a word on each of its parts.", {}, "", "Health" };
    routes.push_back(std::move(forLife));
    Route forUse { Method::Get, "/ready", Role::Nobody,
        [&context](const Request&, const Reply& reply) { reply(ready(context)); },
        "200 when there are readings and alerts to answer with, else 503.", {}, "", "Ready" };
    routes.push_back(std::move(forUse));
}

}  // namespace headroom::api
