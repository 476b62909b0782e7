// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/current_escalation.h"
#include "monitor_core/api/http_service.h"
#include "monitor_core/api/ingest_counters.h"
#include "monitor_core/api/operation_book.h"
#include "monitor_core/api/product_registry.h"
#include "monitor_core/api/query_intake.h"
#include "monitor_core/api/random_id.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/policy/threshold_policy.h"

#include <functional>
#include <memory>
#include <string>

namespace headroom {

class Monitor;
class Observations;
class Recorder;
class SlowQueryLog;

namespace api {

/// What the handlers work with. Everything outlives the service.
struct ApiContext {
    Monitor& monitor;
    Recorder& recorder;
    Observations* observations = nullptr;  ///< null: the source measures by itself, and 400 says so
    SlowQueryLog& slowQueries;
    const Clock& clock;
    ThresholdPolicy certified;  ///< what `values` and forms compare with
    CurrentEscalation escalation;
    std::string version;  ///< of the program
    /// Runs what waits (a command, at most 5 s) on a thread of the service's own. When too much
    /// waits already it is not run, and false comes back: answer 503.
    std::function<bool(std::function<void()>)> later;
    /// HttpService::counters(), for /metrics; empty: none are shown.
    std::function<HttpCounters()> httpCounters;
    /// Takes the ends of operations that have arrived and wait; empty: they come by request alone.
    /// On the threads of the service.
    std::function<void()> takeWaitingEnds {};
    std::shared_ptr<ProductRegistry> products = std::make_shared<ProductRegistry>();
    /// Where queries that callers tell of come in.
    std::shared_ptr<QueryIntake> queries
        = std::make_shared<QueryIntake>(monitor, recorder, slowQueries, *products, clock);
    /// Random per start: tells clients a restart from events that come out of order.
    std::string instance = randomId();
    std::shared_ptr<IngestCounters> ingest = std::make_shared<IngestCounters>();
    /// The leases of callers, whoever ends them.
    std::shared_ptr<OperationBook> operations = std::make_shared<OperationBook>(recorder, clock);
};

}  // namespace api
}  // namespace headroom
