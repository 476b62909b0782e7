// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/snapshot_values.h"
#include "monitor_core/api/detail/v1_sections.h"
#include "monitor_core/api/query_parameters.h"
#include "monitor_core/api/snapshot_json.h"
#include "monitor_core/api/v1_answers.h"
#include "monitor_core/monitor.h"
#include "monitor_core/slow_query_log.h"

#include <mutex>
#include <utility>

namespace headroom::api {

namespace {

/// The body of GET /api/v1/snapshot, made once a snapshot and board.
class SnapshotBody {
public:
    std::shared_ptr<const std::string> get(const ApiContext& context, const SnapshotPtr& snapshot)
    {
        const auto board = context.monitor.alerts();
        const std::lock_guard lock(mutex_);
        if (body_ == nullptr || snapshot != snapshot_ || board != board_) {
            const ServiceIdentity service { context.instance, context.version };
            const BoardMoment now { context.clock.steadyNow(), context.clock.systemNow() };
            body_ = std::make_shared<const std::string>(documentOf(
                snapshotJson(*snapshot, service), alertBoardJson(board.get(), now, service)));
            snapshot_ = snapshot;
            board_ = board;
        }
        return body_;
    }

private:
    std::mutex mutex_;
    SnapshotPtr snapshot_;
    AlertBoardPtr board_;
    std::shared_ptr<const std::string> body_;
};

void answerSnapshot(const ApiContext& context, SnapshotBody& body, const Reply& reply)
{
    const auto snapshot = context.monitor.latest();
    if (!snapshot) {
        return reply(tryLater("nothing has been measured yet"));
    }
    Response response;
    response.body = body.get(context, snapshot);
    // The body is older than the answer; by how much, only the answer can say.
    response.headers.emplace_back("X-Headroom-Age-Ms",
        std::to_string(millisecondsOf(context.clock.steadyNow() - snapshot->at)));
    reply(std::move(response));
}

void answerWhoAmI(const Request& request, const Reply& reply)
{
    const Role role = request.caller.role;
    reply(jsonResponse(200,
        json::object { { "name", textValue(request.caller.name) }, { "role", toString(role) },
            { "may_read", role >= Role::Read }, { "may_ingest", role >= Role::Ingest },
            { "may_administer", role >= Role::Admin } }));
}

void answerSlowQueries(const ApiContext& context, const Request& request, const Reply& reply)
{
    QueryParameters query(request);
    const auto limit
        = query.optionalInteger("limit", { 1, static_cast<std::int64_t>(SlowQueryLog::kKept) });
    if (query.isFaulty()) {
        return reply(query.refusal());
    }
    json::array list;
    for (const auto& slow :
        context.slowQueries.newest(static_cast<std::size_t>(limit.value_or(100)))) {
        list.push_back(json::object { { "at", toUtcText(slow.at) },
            { "latency_ms", std::chrono::duration<double, std::milli>(slow.latency).count() },
            { "name", textValue(slow.name) }, { "product", textValue(slow.product) },
            { "size_bytes", slow.size ? json::value(slow.size->count) : json::value() } });
    }
    reply(jsonResponse(200,
        json::object { { "queries", std::move(list) }, { "total", context.slowQueries.total() } }));
}

}  // namespace

std::vector<Route> snapshotRoutes(ApiContext& context)
{
    const auto body = std::make_shared<SnapshotBody>();
    return {
        { Method::Get, "/api/v1/snapshot", Role::Read,
            [&context, body](
                const Request&, const Reply& reply) { answerSnapshot(context, *body, reply); },
            "Everything that is known now, and what is being done about it", {}, "",
            "SnapshotDocument" },
        { Method::Get, "/api/v1/events", Role::Read, {},
            "Server-sent events: snapshot, alerts, heartbeat",
            { { "Last-Event-ID", "header", "string", false, "the id of the last event seen" } }, "",
            "EventData", 0, true },
        { Method::Get, "/api/v1/whoami", Role::Read,
            [](const Request& request, const Reply& reply) { answerWhoAmI(request, reply); },
            "Who the service takes the caller for, and what that one may do", {}, "", "WhoAmI" },
        { Method::Get, "/api/v1/slow-queries", Role::Read,
            [&context](const Request& request, const Reply& reply) {
                answerSlowQueries(context, request, reply);
            },
            "The last queries that were slower than they may be, newest first",
            { { "limit", "query", "integer", false, "1 to 1000; 100 if left out" } }, "",
            "SlowQueries" },
    };
}

}  // namespace headroom::api
