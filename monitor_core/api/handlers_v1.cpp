// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/handlers_v1.h"

#include "monitor_core/api/detail/v1_sections.h"

#include <iterator>
#include <utility>

namespace headroom::api {

std::vector<Route> v1Routes(ApiContext& context)
{
    std::vector<Route> routes;
    for (const auto section : { snapshotRoutes, operationRoutes, observationRoutes, historyRoutes,
             alertRoutes, thresholdRoutes, certificationRoutes, auditRoutes, workloadRoutes }) {
        auto rows = section(context);
        routes.insert(routes.end(), std::make_move_iterator(rows.begin()),
            std::make_move_iterator(rows.end()));
    }
    return routes;
}

}  // namespace headroom::api
