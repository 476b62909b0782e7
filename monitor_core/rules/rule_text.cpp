// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/rules/rule_text.h"

#include <array>
#include <cctype>
#include <charconv>

namespace headroom::rules {

namespace {

constexpr std::array kLevels { Level::Yellow, Level::Orange, Level::Red };

/// STORAGE_CAPACITY is StorageCapacity.
std::string camelCase(std::string_view words)
{
    std::string name;
    bool isFirst = true;
    for (const char c : words) {
        if (c == '_') {
            isFirst = true;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        name += static_cast<char>(isFirst ? std::toupper(byte) : std::tolower(byte));
        isFirst = false;
    }
    return name;
}

int rank(Level level) { return level == Level::Red ? 3 : level == Level::Orange ? 2 : 1; }

std::string unitText(Metric metric)
{
    switch (info(metric).unit) {
    case Unit::Writers:
        return " writers";
    case Unit::Bytes:
        return " bytes";
    case Unit::WritesPerSecond:
        return " writes/s";
    case Unit::Milliseconds:
        return " ms";
    case Unit::Artifacts:
        return " artifacts";
    case Unit::BrokenLinks:
        return " broken link";
    }
    return {};
}

std::string boundText(Metric metric, const MetricThresholds& thresholds, Level level)
{
    const auto& bound = thresholds.bound(level);
    if (!bound) {
        return "has no bound of its own";
    }
    const bool isShare = thresholds.basis == Basis::OfLimit;
    return std::string(bound->side == Side::AtLeast ? "from " : "above ")
        + numberText(isShare ? bound->value * 100 : bound->value)
        + (isShare ? " % of the limit" : unitText(metric));
}

std::string whoText(const EscalationRow& row)
{
    return row.to
        + (row.respondWithin.count() == 0
                ? " answers at once."
                : " answers within " + responseTimeline(row.respondWithin) + ".");
}

std::string levelExpression(AlertType type, Level level)
{
    const auto metric = metricOf(type);
    if (!metric) {
        return "headroom_alert{type=\"SOURCE\",level=\"" + std::string(toString(level))
            + "\"} == 1";
    }
    return "headroom:metric_level{metric=\"" + std::string(info(*metric).key)
        + "\"} == " + std::to_string(rank(level));
}

/// The value is at its limit, or the gate is closed because of it. Both sides have the labels of
/// the depository alone, so that it is one alert.
std::string limitExpression(AlertType type, const ThresholdPolicy& policy)
{
    const auto gateIs = [](const std::string& state) {
        return "max without (state) (headroom_gate_state{state=\"" + state + "\"} == 1)";
    };
    if (type == AlertType::Source) {
        return gateIs("HALTED")
            + " and max without (metric, level) (headroom_level{metric=\"total_storage\","
              "level=\"UNKNOWN\"} == 1)";
    }
    const auto metric = *metricOf(type);
    const auto ratio = metric == Metric::TotalStorage ? policy.gate.haltAt.value : 1.0;
    const auto reached = "max without (metric) (headroom_usage_ratio{metric=\""
        + std::string(info(metric).key) + "\"} >= " + numberText(ratio) + ")";
    if (type == AlertType::StorageCapacity) {
        return reached + " or (" + gateIs("HALTED")
            + " unless max without (metric, level) (headroom_level{metric=\"total_storage\","
              "level=\"UNKNOWN\"} == 1))";
    }
    return type == AlertType::ConcurrentWrites ? reached + " or " + gateIs("PAUSED") : reached;
}

PolicyAlert levelAlert(
    AlertType type, Level level, const EscalationRow& row, const MetricThresholds& thresholds)
{
    PolicyAlert alert;
    alert.name = "Headroom" + camelCase(toString(type)) + camelCase(toString(level));
    alert.expression = levelExpression(type, level);
    alert.type = type;
    alert.level = level;
    alert.row = row;
    const auto metric = metricOf(type);
    const auto what = metric ? std::string(info(*metric).name) : std::string("Source");
    alert.summary = "{{ $labels.instance }}: " + what + " " + std::string(toString(level));
    alert.description = (metric ? std::string(toString(level)) + " "
                                    + boundText(*metric, thresholds, level) + ". "
                                : std::string("Readings are missing or late. "))
        + whoText(row);
    return alert;
}

PolicyAlert limitAlert(AlertType type, const EscalationRow& row, const ThresholdPolicy& policy)
{
    PolicyAlert alert;
    alert.name = "Headroom" + camelCase(toString(type)) + "AtLimit";
    alert.expression = limitExpression(type, policy);
    alert.type = type;
    alert.isAtLimit = true;
    alert.row = row;
    const auto metric = metricOf(type);
    alert.summary = "{{ $labels.instance }}: "
        + (metric ? std::string(info(*metric).name) + " at its limit"
                  : std::string("takes no writes, because storage is not known"));
    alert.description = "The limit is reached, or new writes are refused for it. " + whoText(row);
    return alert;
}

}  // namespace

std::string quoted(std::string_view text)
{
    std::string scalar = "'";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        scalar += c == '\'' ? "''" : byte < 0x20 || byte == 0x7F ? " " : std::string(1, c);
    }
    return scalar + "'";
}

std::string numberText(double value)
{
    // Shortest text that reads back the same.
    std::array<char, 40> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return { digits.data(), end };
}

Judged judgedBy(Metric metric, Basis basis)
{
    const std::string label = "metric=\"" + std::string(info(metric).key) + "\"";
    if (basis == Basis::OfLimit) {
        return { "headroom_usage_ratio{" + label + "}", "headroom_usage_ratio{" + label + "," };
    }
    const auto plain = [](const std::string& name) { return Judged { name, name + "{" }; };
    switch (metric) {
    case Metric::ConcurrentWrites:
        return plain("headroom_concurrent_writes");
    case Metric::TotalStorage:
        return plain("headroom_storage_used_bytes");
    case Metric::WriteThroughput:
        return plain("headroom_writes_per_second");
    case Metric::ArtifactSize:
        return plain("headroom_artifact_size_bytes");
    case Metric::ArtifactCount:
        return plain("headroom_artifacts");
    case Metric::AuditRetention:
        return plain("headroom_audit_chain_broken");
    case Metric::QueryResponse:
        break;
    }
    const std::string latency = "headroom_query_latency_window_seconds{percentile=\"p99\"";
    return { latency + "}", latency + ",", 1e-3 };
}

std::vector<LevelBound> boundsOf(const MetricThresholds& thresholds)
{
    std::vector<LevelBound> bounds;
    int reached = 0;
    for (const auto level : kLevels) {
        if (const auto& bound = thresholds.bound(level)) {
            bounds.push_back({ level, *bound, rank(level) - reached });
            reached = rank(level);
        }
    }
    return bounds;
}

std::vector<PolicyAlert> alertsOf(const PolicyInForce& inForce, const EscalationPolicy& escalation)
{
    std::vector<PolicyAlert> alerts;
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        const auto type = static_cast<AlertType>(i);
        const auto metric = metricOf(type);
        const auto thresholds
            = metric ? inForce.policy.thresholds[indexOf(*metric)] : MetricThresholds {};
        for (const auto level : kLevels) {
            // A level that is never reached wakes nobody.
            const bool canBe = !metric || thresholds.bound(level).has_value();
            const auto* row = rowFor(escalation.matrix, type, level, false);
            if (canBe && row != nullptr && levelOf(row->when) != Level::Unknown) {
                alerts.push_back(levelAlert(type, level, *row, thresholds));
            }
        }
        if (const auto* row = findRow(escalation.matrix, type, Trigger::AtLimit)) {
            alerts.push_back(limitAlert(type, *row, inForce.policy));
        }
    }
    return alerts;
}

const std::vector<FleetAlert>& fleetAlerts()
{
    static const std::vector<FleetAlert> kAlerts {
        { "HeadroomDown", "up{job=\"headroom\"} == 0", "1m", "critical",
            "{{ $labels.instance }}: does not answer",
            "Nothing is known of this depository since a minute: headroomd or the way to it is "
            "down." },
        { "HeadroomStuck", "headroom_monitor_active == 0", "1m", "critical",
            "{{ $labels.instance }}: judges nothing",
            "headroomd answers, but its monitor has published nothing." },
        { "HeadroomAlertsOverdue", "headroom_alerts_overdue > 0", "0s", "critical",
            "{{ $labels.instance }}: alerts that nobody has acknowledged in time",
            "Acknowledge them in the dashboard or by POST /api/v1/alerts/ID/acknowledge." },
        { "HeadroomRecordsFailing", "headroom_records_failing == 1", "1m", "critical",
            "{{ $labels.instance }}: cannot store its history or alerts",
            "Look at the disk of headroomd's state folder." },
        { "HeadroomCalmerThanPolicy", "headroom:policy_level > headroom:metric_level", "5m",
            "warning", "{{ $labels.instance }}: judges {{ $labels.metric }} calmer than the policy",
            "Its thresholds were edited, or these rules are older than its policy." },
    };
    return kAlerts;
}

std::string_view severityOf(Level level) noexcept
{
    return level == Level::Red ? "critical" : level == Level::Orange ? "warning" : "info";
}

EscalationRow fleetRow(const EscalationPolicy& escalation)
{
    const auto* row = findRow(escalation.matrix, AlertType::Source, Trigger::Orange);
    if (row != nullptr) {
        return *row;
    }
    EscalationRow nobody;
    nobody.to = escalation.contacts.empty() ? "NONE" : escalation.contacts.begin()->first;
    return nobody;
}

}  // namespace headroom::rules
