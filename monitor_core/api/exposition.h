// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/api/api_context.h"
#include "monitor_core/api/http_service.h"
#include "monitor_core/api/routes.h"
#include "monitor_core/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace headroom::api {

enum class ExpositionFormat : std::uint8_t {
    Prometheus,  ///< text, version 0.0.4
    OpenMetrics,  ///< text, version 1.0.0
};

/// By the Accept header, as Prometheus sends it; Prometheus unless OpenMetrics is wanted at least
/// as much.
ExpositionFormat wantedFormat(std::string_view accept) noexcept;

/// What is exposed. A reading that is missing or stale has no sample: it is never 0. A level is
/// five samples, of which the one that holds is 1; UNKNOWN is one of the five.
struct Exposed {
    SnapshotPtr snapshot;  ///< null: nothing measured yet, or the monitor is stuck
    AlertBoardPtr alerts;  ///< null: not known
    SteadyTime now {};
    HttpCounters http;
    std::string version;
    std::uint64_t slowQueries = 0;
    std::size_t products = 0;
    std::uint64_t productsLeftOut = 0;
    std::shared_ptr<const IngestCounters> ingest;  ///< null: not shown
};

std::string exposition(const Exposed& exposed, ExpositionFormat format);

/// GET /metrics. `context` outlives the route.
Route expositionRoute(ApiContext& context);

}  // namespace headroom::api
