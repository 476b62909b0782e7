// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_rules.h"
#include "monitor_core/alerts/alert_time.h"
#include "monitor_core/metrics/alert_type.h"
#include "monitor_core/snapshot.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace headroom {

/// What one snapshot says about one alert type.
struct Sighting {
    Level level = Level::Unknown;  ///< Unknown: no evidence, neither for nor against
    bool isSilent = false;  ///< Unknown for long enough to say so
    bool isAtLimit = false;  ///< Trigger::AtLimit applies
    double value = 0;
    double threshold = 0;  ///< the bound of `level`, in the unit of `value`
    double limit = 0;
    std::string detail;  ///< for Source: what is wrong
};

/// What a metric's state says to its alert; the level is the state's, but for a closed gate or a
/// breached limit below ORANGE. Unknown without a level. `isGateClosed`: because of this metric.
Sighting sighted(
    Metric metric, const MetricState& state, bool isGateClosed, const EscalationMatrix& matrix);

/// What a sighting does to the alert of its type: the one rule of when alerts begin and end.
enum class AlertTurn : std::uint8_t { None, Raise, Follow, Clear };
AlertTurn turnOf(bool isOpen, const Sighting& seen) noexcept;

using Sightings = std::array<Sighting, kAlertTypeCount>;

/// Turns snapshots into sightings. The level is the snapshot's; only the source, which no
/// threshold judges, and a closed gate are judged here. Remembers since when something is missing,
/// from the first snapshot that it sees: after a start nothing is called missing before its time.
class Observer {
public:
    Sightings observe(const Snapshot& snapshot, SteadyTime now, const AlertRules& rules);

private:
    Sighting ofMetric(
        Metric metric, const Snapshot& snapshot, SteadyTime now, const AlertRules& rules);
    Sighting ofSource(const Snapshot& snapshot, SteadyTime now, const AlertRules& rules);

    std::array<std::optional<SteadyTime>, kMetricCount> missingSince_;
    std::optional<SteadyTime> problemSince_;
};

}  // namespace headroom
