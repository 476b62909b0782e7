// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/api_context.h"
#include "monitor_core/api/routes.h"

#include <vector>

namespace headroom::api {

// The parts of v1Routes(), each in handlers_v1_NOUN.cpp.
std::vector<Route> snapshotRoutes(ApiContext& context);
std::vector<Route> operationRoutes(ApiContext& context);
std::vector<Route> observationRoutes(ApiContext& context);
std::vector<Route> historyRoutes(ApiContext& context);
std::vector<Route> alertRoutes(ApiContext& context);
std::vector<Route> thresholdRoutes(ApiContext& context);
std::vector<Route> certificationRoutes(ApiContext& context);
std::vector<Route> auditRoutes(ApiContext& context);
std::vector<Route> workloadRoutes(ApiContext& context);

}  // namespace headroom::api
