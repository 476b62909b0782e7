// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/api_context.h"
#include "monitor_core/api/routes.h"

#include <vector>

namespace headroom::api {

/// Every row of /api/v1 (API.md). The context outlives the rows, and they are dropped before its
/// monitor is: among what they share is a subscription to it.
std::vector<Route> v1Routes(ApiContext& context);

}  // namespace headroom::api
