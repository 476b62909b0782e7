// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/api/detail/json.h"
#include "monitor_core/api/product_registry.h"
#include "monitor_core/base/units.h"
#include "monitor_core/metrics/escalation.h"
#include "monitor_core/snapshot.h"

#include <vector>

namespace headroom::api {

// The contract's objects, from values alone. Levels are the snapshot's: nothing is judged here.
// Figures without a fresh reading are null.

json::object concurrentWritesJson(const Snapshot& snapshot);
json::object storageJson(const Snapshot& snapshot, const EscalationMatrix& matrix);
json::object writeThroughputJson(const Snapshot& snapshot);
json::object queryPerformanceJson(const Snapshot& snapshot);
json::object scaleStatusJson(const Snapshot& snapshot, const EscalationMatrix& matrix,
    const std::vector<ProductRegistry::Product>& products);

/// What endpoint 3 would say if `used` of `total` were in use: judged by the bounds in force, and
/// marked as simulated.
json::object simulatedStorageJson(
    const Snapshot& snapshot, const EscalationMatrix& matrix, Bytes used, Bytes total);

json::object alertJson(const AlertView& alert);
json::object alertEventJson(const AlertEvent& event);

/// 100 · value / limit; below 100 while the value is below the limit, however close. Null without a
/// limit.
json::value percentOf(double value, double limit);

}  // namespace headroom::api
