// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/api_context.h"
#include "monitor_core/api/routes.h"

#include <vector>

namespace headroom::api {

/// The fifteen endpoints that older clients know (contract §5), the two limits endpoints beside
/// them, /health, /ready and /metrics. `context` outlives the routes.
std::vector<Route> contractRoutes(ApiContext& context);

}  // namespace headroom::api
