// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/contract_json.h"
#include "monitor_core/api/detail/contract_sections.h"
#include "monitor_core/api/query_parameters.h"
#include "monitor_core/monitor.h"
#include "monitor_core/records_query.h"

#include <iostream>

// Endpoints 6 and 7 of the contract. They only read: the alert book alone raises alerts.

namespace headroom::api {

namespace {

constexpr std::int64_t kUsualLimit = 50;
constexpr std::int64_t kMostSteps = 100;

Response alertsOf(ApiContext& context)
{
    const auto board = context.monitor.alerts();
    if (!board) {
        return unavailable("the alerts are not known yet");
    }
    json::array active;
    for (const auto& alert : board->open) {
        active.push_back(alertJson(alert));
    }
    const auto count = active.size();
    return jsonResponse(200,
        json::object { { "active_alerts", std::move(active) }, { "count", count },
            { "timestamp", toUtcText(context.clock.systemNow()) } });
}

Response historyOf(const Result<AlertHistoryAnswer>& answer)
{
    if (!answer) {
        // Its text may name files: it is for the operator, not for the caller.
        std::clog << "alert history: " + answer.error().text() + '\n';
        return unavailable("the alert history cannot be read now");
    }
    json::array alerts;
    for (const auto& event : answer->events) {
        alerts.push_back(alertEventJson(event));
    }
    const auto count = alerts.size();
    return jsonResponse(200,
        json::object { { "alerts", std::move(alerts) }, { "count", count },
            { "total_in_history", answer->total }, { "damaged", answer->damagedRows } });
}

void alertHistory(ApiContext& context, const Request& request, const Reply& reply)
{
    QueryParameters query(request);
    const auto limit = query.optionalInteger("limit", { 1, kMostSteps });
    if (query.isFaulty()) {
        return reply(query.refusal());
    }
    auto* const records = context.monitor.query();
    if (records == nullptr) {
        return reply(unavailable("nothing is kept here"));
    }
    records->queryAlertHistory(static_cast<std::size_t>(limit.value_or(kUsualLimit)),
        [reply](const Result<AlertHistoryAnswer>& answer) { reply(historyOf(answer)); });
}

}  // namespace

void addAlertRoutes(ApiContext& context, std::vector<Route>& routes)
{
    Route alerts { Method::Get, "/metrics/alerts", Role::Read,
        [&context](const Request&, const Reply& reply) {
            // An empty list of a monitor that judges no more would claim that all is well.
            withSnapshot(
                context, reply, [&context](const SnapshotPtr&) { return alertsOf(context); });
        },
        "The open alerts, worst first. Reading them creates none.", {}, "", "ActiveAlerts" };
    routes.push_back(std::move(alerts));
    Route history { Method::Get, "/metrics/alert-history", Role::Read,
        [&context](
            const Request& request, const Reply& reply) { alertHistory(context, request, reply); },
        "The newest steps in the lives of all alerts, newest last; kept across restarts.",
        { { "limit", "query", "integer", false, "How many: 1 to 100, 50 unless told." } }, "",
        "AlertHistory" };
    routes.push_back(std::move(history));
}

}  // namespace headroom::api
