// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/rules/prometheus_rules.h"

#include "monitor_core/rules/rule_text.h"

#include <string_view>

namespace headroom {

namespace {

using namespace rules;

/// 0 … 3 from five samples of 0 and 1; none while it is UNKNOWN.
std::string levelNumber(const std::string& series)
{
    return "max without (level) ((" + series + "{level=\"GREEN\"} == 1) * 0 or (" + series
        + "{level=\"YELLOW\"} == 1) or (" + series + "{level=\"ORANGE\"} == 1) * 2 or (" + series
        + "{level=\"RED\"} == 1) * 3)";
}

std::string policyLevel(Metric metric, const MetricThresholds& thresholds)
{
    const auto judged = judgedBy(metric, thresholds.basis);
    std::string sum;
    for (const auto& [level, bound, weight] : boundsOf(thresholds)) {
        sum += (sum.empty() ? "" : " + ") + std::to_string(weight) + " * (" + judged.series
            + (bound.side == Side::AtLeast ? " >= bool " : " > bool ")
            + numberText(bound.value * judged.scale) + ")";
    }
    return "max without (percentile) (" + sum + ")";
}

void record(std::string& out, std::string_view name, const std::string& expression,
    const std::string& metric = {})
{
    out += "      - record: " + std::string(name) + "\n        expr: " + quoted(expression) + '\n';
    if (!metric.empty()) {
        out += "        labels: { metric: " + quoted(metric) + " }\n";
    }
}

void addRecordings(std::string& out, const ThresholdPolicy& policy)
{
    // One group: its rules are evaluated in order, so that alerts see the levels of their moment.
    out += "  - name: headroom\n    rules:\n";
    record(out, "headroom:level", levelNumber("headroom_worst_level"));
    record(out, "headroom:metric_level", levelNumber("headroom_level"));
    record(out, "headroom:unknown",
        "max without (level) ((headroom_worst_level{level=\"UNKNOWN\"} == 1)"
        " or (headroom_monitor_active == 0) + 1 or (up{job=\"headroom\"} == 0) + 1)");
    record(out, "headroom:headroom_ratio", "1 - headroom_usage_ratio");
    for (const auto& row : catalog()) {
        const auto& thresholds = policy.thresholds[indexOf(row.metric)];
        if (!boundsOf(thresholds).empty()) {
            record(out, "headroom:policy_level", policyLevel(row.metric, thresholds),
                std::string(row.key));
        }
    }
}

/// One number a depository, by which the fleet's page sorts, counts and pages (docs/fleet.md): its
/// level and up to a quarter for the use of its fullest limit; 0.5 when its scrape fails, 0.375
/// when a scrape brings no level. Behind the levels, in their group.
void addRank(std::string& out)
{
    record(out, "headroom:rank",
        "0.5 + 0 * (up{job=\"headroom\"} == 0) or on (instance) (headroom:level{job=\"headroom\"}"
        " + 0.125 * clamp(1 - min without (limit, metric) (headroom:headroom_ratio), 0, 2))"
        " or on (instance) headroom:level{job=\"headroom\"}"
        " or on (instance) 0.375 + 0 * up{job=\"headroom\"}");
    // How many there are of each, in eighths of the rank: 4 is STALE, 3 without a level.
    record(out, "headroom:rank_count",
        "count_values by (job) (\"eighths\", floor(8 * headroom:rank))");
}

void addPolicyAlert(std::string& out, const PolicyAlert& alert)
{
    out += "      - alert: " + alert.name + "\n        expr: " + quoted(alert.expression)
        + "\n        labels:\n          type: " + quoted(toString(alert.type))
        + "\n          level: " + quoted(toString(alert.level)) + "\n          at_limit: "
        + quoted(alert.isAtLimit ? "true" : "false") + "\n          severity: "
        + quoted(severityOf(alert.level)) + "\n          escalation_path: " + quoted(alert.row.to)
        + "\n          response_timeline: " + quoted(responseTimeline(alert.row.respondWithin))
        + "\n        annotations:\n          summary: " + quoted(alert.summary)
        + "\n          description: " + quoted(alert.description) + '\n';
}

void addFleetAlert(std::string& out, const FleetAlert& alert, const EscalationRow& row)
{
    out += "      - alert: " + std::string(alert.name) + "\n        expr: "
        + quoted(alert.expression) + "\n        for: " + std::string(alert.holdFor)
        + "\n        labels:\n          severity: " + quoted(alert.severity)
        + "\n          escalation_path: " + quoted(row.to)
        + "\n          response_timeline: " + quoted(responseTimeline(row.respondWithin))
        + "\n        annotations:\n          summary: " + quoted(alert.summary)
        + "\n          description: " + quoted(alert.description) + '\n';
}

}  // namespace

std::string prometheusRules(const PolicyInForce& inForce, const EscalationPolicy& escalation)
{
    std::string out = "# Made by `headroomd rules` from thresholds version "
        + std::to_string(inForce.version) + (inForce.version == 0 ? " (the certified ones)" : "")
        + ".\n# Make it again when the policy changes; docs/prometheus.md says how.\ngroups:\n";
    addRecordings(out, inForce.policy);
    addRank(out);
    for (const auto& alert : alertsOf(inForce, escalation)) {
        addPolicyAlert(out, alert);
    }
    const auto row = fleetRow(escalation);
    for (const auto& alert : fleetAlerts()) {
        addFleetAlert(out, alert, row);
    }
    return out;
}

}  // namespace headroom
