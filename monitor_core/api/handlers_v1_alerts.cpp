// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/snapshot_values.h"
#include "monitor_core/api/detail/v1_sections.h"
#include "monitor_core/api/query_parameters.h"
#include "monitor_core/api/snapshot_json.h"
#include "monitor_core/api/v1_answers.h"
#include "monitor_core/monitor.h"
#include "monitor_core/records_query.h"

#include <utility>

namespace headroom::api {

namespace {

constexpr std::size_t kBodyLimit = 16 * 1024;  // a note of 1000 bytes, each written \uXXXX
constexpr IntegerRange kShelving { 1, 8 * 3600 };

void answerAlerts(const ApiContext& context, const Reply& reply)
{
    const auto board = context.monitor.alerts();
    reply(Response::json(200,
        "{\"alerts\":"
            + alertBoardJson(board.get(), { context.clock.steadyNow(), context.clock.systemNow() },
                { context.instance, context.version })
            + "}"));
}

void answerHistory(const ApiContext& context, const Request& request, const Reply& reply)
{
    QueryParameters query(request);
    const auto limit = query.optionalInteger("limit", { 1, 1000 }).value_or(100);
    if (query.isFaulty()) {
        return reply(query.refusal());
    }
    RecordsQuery* records = queryOr400(context, reply);
    if (records == nullptr) {
        return;
    }
    records->queryAlertHistory(
        static_cast<std::size_t>(limit), [reply](const Result<AlertHistoryAnswer>& found) {
            if (!found) {
                return reply(errorOf(found.error()));
            }
            json::array events;
            for (const auto& event : found->events) {
                events.push_back(stepValue(event));
            }
            reply(jsonResponse(200,
                json::object { { "events", std::move(events) }, { "total", found->total },
                    { "damaged_rows", found->damagedRows } }));
        });
}

void acknowledge(const ApiContext& context, const Request& request, const Reply& reply)
{
    JsonBody body(request, UnknownKeys::Refuse, BodyPresence::Optional);
    auto note = body.text("note", kNote);
    const auto by = readBy(body);
    if (auto refusal = body.refusal()) {
        return reply(std::move(*refusal));
    }
    submitLater(context,
        { actorOf(request.caller, by),
            AcknowledgeAlert {
                std::string(request.argument("id")), note.value_or(std::string()) } },
        reply);
}

void shelve(const ApiContext& context, const Request& request, const Reply& reply)
{
    JsonBody body(request, UnknownKeys::Refuse);
    const auto duration = body.integer("duration_seconds", kShelving);
    auto reason = body.text("reason", kReason);
    const auto by = readBy(body);
    body.need({ "duration_seconds", "reason" });
    if (auto refusal = body.refusal()) {
        return reply(std::move(*refusal));
    }
    submitLater(context,
        { actorOf(request.caller, by),
            ShelveAlert { std::string(request.argument("id")), std::chrono::seconds(*duration),
                std::move(*reason) } },
        reply);
}

void unshelve(const ApiContext& context, const Request& request, const Reply& reply)
{
    JsonBody body(request, UnknownKeys::Refuse, BodyPresence::Optional);
    const auto by = readBy(body);
    if (auto refusal = body.refusal()) {
        return reply(std::move(*refusal));
    }
    submitLater(context,
        { actorOf(request.caller, by), UnshelveAlert { std::string(request.argument("id")) } },
        reply);
}

}  // namespace

std::vector<Route> alertRoutes(ApiContext& context)
{
    const ParameterInfo id { "id", "path", "string", true, "of the alert" };
    const auto on = [&context](void (*handler)(const ApiContext&, const Request&, const Reply&)) {
        return Handler([&context, handler](const Request& request, const Reply& reply) {
            handler(context, request, reply);
        });
    };
    return {
        { Method::Get, "/api/v1/alerts", Role::Read,
            [&context](const Request&, const Reply& reply) { answerAlerts(context, reply); },
            "Open alerts, worst first, and the last cleared ones; null until they are read", {}, "",
            "Alerts" },
        { Method::Get, "/api/v1/alerts/history", Role::Read, on(answerHistory),
            "The newest steps of all alerts, newest last",
            { { "limit", "query", "integer", false, "1 to 1000; 100 if left out" } }, "",
            "AlertSteps" },
        { Method::Post, "/api/v1/alerts/{id}/acknowledge", Role::Admin, on(acknowledge),
            "Somebody has it: stops the escalation, not the alert", { id }, "Acknowledgement",
            "Done", kBodyLimit },
        { Method::Post, "/api/v1/alerts/{id}/shelve", Role::Admin, on(shelve),
            "Takes the alert off the list for a time", { id }, "Shelving", "Done", kBodyLimit },
        { Method::Post, "/api/v1/alerts/{id}/unshelve", Role::Admin, on(unshelve),
            "Puts a shelved alert back", { id }, "Unshelving", "Done", kBodyLimit },
    };
}

}  // namespace headroom::api
