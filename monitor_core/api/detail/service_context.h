// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/detail/admission.h"
#include "monitor_core/api/detail/connection.h"
#include "monitor_core/api/detail/http_statistics.h"
#include "monitor_core/api/detail/reply_desk.h"
#include "monitor_core/api/detail/response_writer.h"
#include "monitor_core/api/detail/route_index.h"
#include "monitor_core/api/http_service.h"
#include "monitor_core/base/clock.h"

namespace headroom::api::detail {

class EventHub;

/// What every connection works with; outlives them all.
struct ServiceContext {
    const HttpSettings& settings;
    const Clock& clock;
    const RouteIndex& routes;
    Admission& admission;
    const ResponseWriter& writer;
    HttpStatistics& statistics;
    ConnectionList& connections;
    ReplyDesk& desk;
    EventHub* events = nullptr;  ///< null: there are none
};

}  // namespace headroom::api::detail
