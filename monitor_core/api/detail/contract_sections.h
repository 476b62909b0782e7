// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/api_context.h"
#include "monitor_core/api/routes.h"
#include "monitor_core/snapshot.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace headroom::api {

/// A monitor that has published nothing for this long is stuck: it publishes once a second.
inline constexpr std::chrono::seconds kStuckAfter { 2 };

bool isStuck(const Snapshot& snapshot, const Clock& clock);

/// 503 with Retry-After.
Response unavailable(std::string_view why);

/// Calls `answer` with a snapshot that shows what callers have told, or answers 503: nothing has
/// been measured yet, or the monitor is stuck, and then the last readings are no readings.
void withSnapshot(
    ApiContext& context, const Reply& reply, std::function<Response(const SnapshotPtr&)> answer);

/// The body of a snapshot, made once however many ask for it. Any thread.
class SnapshotBody {
public:
    using Write = std::function<std::string(const Snapshot&)>;

    explicit SnapshotBody(Write write)
        : write_(std::move(write))
    {
    }
    [[nodiscard]] std::shared_ptr<const std::string> of(const SnapshotPtr& snapshot);

private:
    Write write_;
    std::mutex mutex_;
    SnapshotPtr snapshot_;  ///< kept, so that no other one can have its address
    std::shared_ptr<const std::string> body_;
};

// The parts of contractRoutes().
void addMetricRoutes(ApiContext& context, std::vector<Route>& routes);
void addAlertRoutes(ApiContext& context, std::vector<Route>& routes);
void addCertificationRoutes(ApiContext& context, std::vector<Route>& routes);
void addLimitRoutes(ApiContext& context, std::vector<Route>& routes);
void addHealthRoutes(ApiContext& context, std::vector<Route>& routes);

}  // namespace headroom::api
