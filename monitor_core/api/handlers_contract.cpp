// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/handlers_contract.h"

#include "monitor_core/api/detail/contract_sections.h"
#include "monitor_core/api/exposition.h"
#include "monitor_core/base/utc_text.h"
#include "monitor_core/monitor.h"

#include <utility>

namespace headroom::api {

bool isStuck(const Snapshot& snapshot, const Clock& clock)
{
    return clock.steadyNow() - snapshot.at > kStuckAfter;
}

Response unavailable(std::string_view why)
{
    auto response = errorResponse(503, why);
    response.headers.emplace_back("Retry-After", "1");
    return response;
}

void withSnapshot(
    ApiContext& context, const Reply& reply, std::function<Response(const SnapshotPtr&)> answer)
{
    const auto latest = context.monitor.latest();
    if (!latest) {
        return reply(unavailable("nothing has been measured yet"));
    }
    if (isStuck(*latest, context.clock)) {
        return reply(unavailable(
            "the monitor is stuck: nothing has been judged since " + toUtcText(latest->atUtc)));
    }
    context.queries->withTold([reply, answer = std::move(answer)](
                                  const SnapshotPtr& snapshot) { reply(answer(snapshot)); });
}

std::shared_ptr<const std::string> SnapshotBody::of(const SnapshotPtr& snapshot)
{
    const std::lock_guard lock(mutex_);
    if (snapshot_ != snapshot) {
        body_ = std::make_shared<const std::string>(write_(*snapshot));
        snapshot_ = snapshot;
    }
    return body_;
}

std::vector<Route> contractRoutes(ApiContext& context)
{
    std::vector<Route> routes;
    addMetricRoutes(context, routes);
    addAlertRoutes(context, routes);
    addCertificationRoutes(context, routes);
    addLimitRoutes(context, routes);
    addHealthRoutes(context, routes);
    routes.push_back(expositionRoute(context));
    return routes;
}

}  // namespace headroom::api
