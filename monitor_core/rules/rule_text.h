// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/policy/threshold_policy.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::rules {

/// A YAML scalar in single quotes, on one line whatever it contains.
std::string quoted(std::string_view text);

/// As PromQL and YAML read it: 0.7, 1000, 0.0001.
std::string numberText(double value);

/// What a metric is judged by in PromQL, in the unit of its bounds times `scale`.
struct Judged {
    std::string series;  ///< `headroom_usage_ratio{metric="total_storage"}`
    std::string
        selector;  ///< the same with more labels to come: "headroom_x{metric=\"y\"," or "x{"
    double scale = 1;
};
Judged judgedBy(Metric metric, Basis basis);

/// The bounds that there are, lowest first.
struct LevelBound {
    Level level = Level::Yellow;
    Bound bound;
    int weight = 0;  ///< what reaching it adds to 0 … 3
};
std::vector<LevelBound> boundsOf(const MetricThresholds& thresholds);

/// One alerting rule of the policy: a level of a type, or its limit.
struct PolicyAlert {
    std::string name;  ///< "HeadroomStorageCapacityRed"
    std::string expression;
    AlertType type = AlertType::Source;
    Level level = Level::Red;
    bool isAtLimit = false;
    EscalationRow row;
    std::string summary;
    std::string description;
};
std::vector<PolicyAlert> alertsOf(const PolicyInForce& inForce, const EscalationPolicy& escalation);

/// What a rule of the fleet's own is called and says; those are of no policy.
struct FleetAlert {
    std::string_view name;
    std::string_view expression;
    std::string_view holdFor;
    std::string_view severity;
    std::string_view summary;
    std::string_view description;
};
const std::vector<FleetAlert>& fleetAlerts();

std::string_view severityOf(Level level) noexcept;
/// Of a type's SOURCE ORANGE row, or of nobody.
EscalationRow fleetRow(const EscalationPolicy& escalation);

}  // namespace headroom::rules
