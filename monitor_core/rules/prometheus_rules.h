// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/policy/threshold_policy.h"

#include <string>

namespace headroom {

// What Prometheus and Alertmanager are told of a policy, as text for their files. Pure; any thread.
// docs/prometheus.md says what the names mean.

/// Recording and alerting rules. Alerts go by the levels that each service has judged; the bounds
/// of the policy are judged beside them, to say where a service is calmer than it.
std::string prometheusRules(const PolicyInForce& inForce, const EscalationPolicy& escalation);

/// Unit tests of these rules for `promtool test rules`: every bound from below, at it and above,
/// and every alert. They look for the rules in `rulesFile`.
std::string prometheusRuleTests(
    const PolicyInForce& inForce, const EscalationPolicy& escalation, const std::string& rulesFile);

/// A configuration of Alertmanager with a route for every row of the matrix, and receivers that
/// people complete.
std::string alertmanagerRoutes(const EscalationPolicy& escalation);

}  // namespace headroom
