// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/commands.h"
#include "monitor_core/metrics/catalog.h"
#include "monitor_core/metrics/thresholds.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <vector>

namespace headroom {

// What thresholds would have done to what was: stored history, judged by the level judge of the
// tick and told to alerts by the alert machine's own rules. Pure; any thread.

/// What is judged of one stretch of history, in the catalog's unit: its highest value, of query
/// latency the p99. Several raises within one stretch are one.
struct BacktestSample {
    SystemTime at {};
    double value = 0;
};

/// History of one fineness, oldest first.
struct BacktestStretch {
    std::chrono::seconds step { 1 };  ///< that each sample is about
    std::vector<BacktestSample> samples;
};

/// The write gate as far as one metric closes it: while it is closed, its alert is at its limit.
struct BacktestGate {
    double closesAt = 0;  ///< (≥), in the catalog's unit
    double reopensBelow = 0;  ///< (<)

    bool operator==(const BacktestGate&) const = default;
};

struct BacktestQuestion {
    Metric metric = Metric::ConcurrentWrites;
    MetricThresholds thresholds;
    double limit = 0;  ///< in the catalog's unit
    std::optional<BacktestGate> gate;

    bool operator==(const BacktestQuestion&) const = default;
};

/// How one metric is judged by `wanted`; `pauseAt` and `haltAt` are not among what people set.
BacktestQuestion backtestQuestion(
    Metric metric, const EditableThresholds& wanted, double limit, int pauseAt, Ratio haltAt);

/// One alert that would have been.
struct BacktestAlert {
    SystemTime raisedAt {};
    std::optional<SystemTime> clearedAt;  ///< empty: it would still be open
    Level peak = Level::Unknown;
};

/// The alerts that would have been raised, oldest first, on a machine that begins with the first
/// sample. What has no sample had no fresh reading: levels are judged anew after it, and an open
/// alert stays. `isCancelled`, when given, ends it early with what there is.
std::vector<BacktestAlert> backtest(const BacktestQuestion& question,
    const std::vector<BacktestStretch>& history, const std::atomic<bool>* isCancelled = nullptr);

}  // namespace headroom
