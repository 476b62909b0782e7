// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/rules/prometheus_rules.h"
#include "monitor_core/rules/rule_text.h"

namespace headroom {

namespace {

using namespace rules;

const std::string kTarget = "instance=\"depot:8000\",job=\"headroom\"";

void beginTest(std::string& out, const std::string& name)
{
    out += "  - name: " + quoted(name) + "\n    interval: 1m\n    input_series:\n";
}

void series(std::string& out, const std::string& name, const std::string& values)
{
    out += "      - { series: " + quoted(name) + ", values: " + quoted(values) + " }\n";
}

void expect(std::string& out, const std::string& expression, int minute, const std::string& labels,
    double value)
{
    out += "      - expr: " + quoted(expression) + "\n        eval_time: " + std::to_string(minute)
        + "m\n        exp_samples: [ { labels: " + quoted(labels) + ", value: " + numberText(value)
        + " } ]\n";
}

/// The five samples of a level, GREEN in the first minute and then `level`.
void levelSeries(
    std::string& out, const std::string& name, const std::string& labels, std::string_view level)
{
    for (const std::string_view word : { "UNKNOWN", "GREEN", "YELLOW", "ORANGE", "RED" }) {
        const std::string values = word == "GREEN" ? "1 0 0 0"
            : word == level                        ? "0 1 1 1"
                                                   : "0 0 0 0";
        series(
            out, name + "{" + labels + kTarget + ",level=\"" + std::string(word) + "\"}", values);
    }
}

// Before, at and after every bound.
void addBoundTests(std::string& out, const ThresholdPolicy& policy)
{
    constexpr double kStep = 1e-4;
    for (const auto& row : catalog()) {
        const auto& thresholds = policy.thresholds[indexOf(row.metric)];
        const auto judged = judgedBy(row.metric, thresholds.basis);
        int reached = 0;
        for (const auto& [level, bound, weight] : boundsOf(thresholds)) {
            beginTest(out, std::string(row.key) + " " + std::string(toString(level)));
            const double at = bound.value * judged.scale;
            series(out, judged.selector + kTarget + "}",
                numberText(at - at * kStep) + " " + numberText(at) + " "
                    + numberText(at + at * kStep));
            out += "    promql_expr_test:\n";
            const std::string rule
                = "headroom:policy_level{metric=\"" + std::string(row.key) + "\"}";
            const std::string labels
                = "headroom:policy_level{" + kTarget + ",metric=\"" + std::string(row.key) + "\"}";
            const int now = reached + weight;
            expect(out, rule, 0, labels, reached);
            expect(out, rule, 1, labels, bound.side == Side::AtLeast ? now : reached);
            expect(out, rule, 2, labels, now);
            reached = now;
        }
    }
}

void addLevelTests(std::string& out)
{
    int number = 1;
    for (const std::string_view level : { "YELLOW", "ORANGE", "RED" }) {
        beginTest(out, "the worst level is " + std::string(level));
        levelSeries(out, "headroom_worst_level", "", level);
        out += "    promql_expr_test:\n";
        expect(out, "headroom:level", 0, "headroom:level{" + kTarget + "}", 0);
        expect(out, "headroom:level", 1, "headroom:level{" + kTarget + "}", number++);
    }
    beginTest(out, "an unknown level is no number, and is said");
    levelSeries(out, "headroom_worst_level", "", "UNKNOWN");
    out += "    promql_expr_test:\n"
           "      - { expr: 'headroom:level', eval_time: 1m, exp_samples: [] }\n"
           "      - { expr: 'headroom:unknown', eval_time: 0m, exp_samples: [] }\n";
    expect(out, "headroom:unknown", 1, "headroom:unknown{" + kTarget + "}", 1);
    beginTest(out, "headroom is what is left, and negative beyond the limit");
    series(out, "headroom_usage_ratio{" + kTarget + ",metric=\"total_storage\"}", "0.75 1.25");
    out += "    promql_expr_test:\n";
    const std::string ratio = "headroom:headroom_ratio{" + kTarget + ",metric=\"total_storage\"}";
    expect(out, "headroom:headroom_ratio", 0, ratio, 0.25);
    expect(out, "headroom:headroom_ratio", 1, ratio, -0.25);
}

void addRankTests(std::string& out)
{
    const std::string rank = "headroom:rank{" + kTarget + "}";
    const auto count = [&](int minute, const std::string& eighths) {
        expect(out, "headroom:rank_count", minute,
            "headroom:rank_count{job=\"headroom\",eighths=\"" + eighths + "\"}", 1);
    };
    beginTest(out, "the rank is the level and a share of a quarter, and says what is silent");
    levelSeries(out, "headroom_worst_level", "", "RED");
    series(
        out, "headroom_usage_ratio{" + kTarget + ",metric=\"total_storage\"}", "0.5 2 stale stale");
    series(out, "up{" + kTarget + "}", "1 1 1 0");
    out += "    promql_expr_test:\n";
    expect(out, "headroom:rank", 0, rank, 0.0625);
    count(0, "0");
    expect(out, "headroom:rank", 1, rank, 3.25);
    count(1, "26");
    expect(out, "headroom:rank", 2, rank, 3);
    expect(out, "headroom:rank", 3, rank, 0.5);
    count(3, "4");
    beginTest(out, "a depository without a level has a rank of its own");
    series(out, "up{" + kTarget + "}", "1");
    out += "    promql_expr_test:\n";
    expect(out, "headroom:rank", 0, rank, 0.375);
    count(0, "3");
}

std::string withInstance(std::string text)
{
    const std::string label = "{{ $labels.instance }}";
    for (auto at = text.find(label); at != std::string::npos; at = text.find(label)) {
        text.replace(at, label.size(), "depot:8000");
    }
    return text;
}

void addInputs(std::string& out, const PolicyAlert& alert)
{
    const auto metric = metricOf(alert.type);
    const std::string label
        = metric ? "metric=\"" + std::string(info(*metric).key) + "\"," : std::string();
    if (!alert.isAtLimit && metric) {
        levelSeries(out, "headroom_level", label, toString(alert.level));
    } else if (!alert.isAtLimit) {
        series(out,
            "headroom_alert{" + kTarget + ",type=\"SOURCE\",state=\"ACTIVE\",level=\""
                + std::string(toString(alert.level)) + "\"}",
            "_ 1 1 1");
    } else if (metric) {
        series(out, "headroom_usage_ratio{" + label + kTarget + "}", "0.5 1.5 1.5 1.5");
    } else {
        series(out, "headroom_gate_state{" + kTarget + ",state=\"HALTED\"}", "0 1 1 1");
        levelSeries(out, "headroom_level", "metric=\"total_storage\",", "UNKNOWN");
    }
}

void addAlertTests(
    std::string& out, const PolicyInForce& inForce, const EscalationPolicy& escalation)
{
    for (const auto& alert : alertsOf(inForce, escalation)) {
        beginTest(out, alert.name);
        addInputs(out, alert);
        const auto metric = metricOf(alert.type);
        out += "    alert_rule_test:\n      - { eval_time: 0m, alertname: " + alert.name
            + ", exp_alerts: [] }\n      - eval_time: 1m\n        alertname: " + alert.name
            + "\n        exp_alerts:\n          - exp_labels:\n"
              "              instance: 'depot:8000'\n              job: headroom\n"
            + (metric && !alert.isAtLimit
                    ? "              metric: " + quoted(info(*metric).key) + '\n'
                    : std::string())
            + (metric || alert.isAtLimit ? "" : "              state: 'ACTIVE'\n")
            + "              type: " + quoted(toString(alert.type))
            + "\n              level: " + quoted(toString(alert.level))
            + "\n              at_limit: " + quoted(alert.isAtLimit ? "true" : "false")
            + "\n              severity: " + quoted(severityOf(alert.level))
            + "\n              escalation_path: " + quoted(alert.row.to)
            + "\n              response_timeline: "
            + quoted(responseTimeline(alert.row.respondWithin))
            + "\n            exp_annotations:\n              summary: "
            + quoted(withInstance(alert.summary))
            + "\n              description: " + quoted(alert.description) + '\n';
    }
}

}  // namespace

std::string prometheusRuleTests(
    const PolicyInForce& inForce, const EscalationPolicy& escalation, const std::string& rulesFile)
{
    std::string out = "# Made by `headroomd rules --test`; run by `promtool test rules`.\n"
                      "rule_files: [ "
        + quoted(rulesFile) + " ]\nevaluation_interval: 1m\ntests:\n";
    addBoundTests(out, inForce.policy);
    addLevelTests(out);
    addRankTests(out);
    addAlertTests(out, inForce, escalation);
    return out;
}

}  // namespace headroom
