// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/snapshot_values.h"

#include <utility>

namespace headroom::api {

namespace {

/// Until a moment of steady time; negative once it has passed.
json::value remaining(const std::optional<SteadyTime>& until, const BoardMoment& now)
{
    return until ? json::value(millisecondsOf(*until - now.steady)) : json::value();
}

json::value acknowledgement(const AlertView& alert)
{
    if (alert.acknowledgedBy.empty()) {
        return {};
    }
    return json::object { { "by", textValue(alert.acknowledgedBy) },
        { "note", textValue(alert.acknowledgedNote) },
        { "at", timeOrNull(alert.acknowledgedAtUtc) } };
}

json::value shelving(const AlertView& alert, const BoardMoment& now)
{
    if (alert.shelvedBy.empty()) {
        return {};
    }
    return json::object { { "by", textValue(alert.shelvedBy) },
        { "reason", textValue(alert.shelvedReason) },
        { "until", timeOrNull(alert.shelvedUntilUtc) },
        { "remaining_ms", remaining(alert.shelvedUntil, now) } };
}

json::array stepsValue(const AlertSteps& steps)
{
    json::array list;
    if (steps) {
        for (const auto& step : *steps) {
            list.push_back(stepValue(step));
        }
    }
    return list;
}

json::object alertValue(const AlertView& alert, const BoardMoment& now)
{
    return { { "id", textValue(alert.id) }, { "type", toString(alert.type) },
        { "level", toString(alert.level) }, { "peak_level", toString(alert.peak) },
        { "severity", textValue(alert.severity) }, { "message", textValue(alert.message) },
        { "value", finite(alert.value) }, { "threshold", finite(alert.threshold) },
        { "state", toString(alert.state) }, { "is_unverified", alert.isUnverified },
        { "is_chattering", alert.isChattering }, { "is_overdue", alert.isOverdue },
        { "raised_at", toUtcText(alert.raisedAtUtc) },
        { "age_ms", millisecondsOf(now.steady - alert.raisedAt) },
        { "cleared_at", timeOrNull(alert.clearedAtUtc) },
        { "escalation_path", textValue(alert.escalationPath) },
        { "response_timeline", textValue(alert.responseTimeline) },
        { "is_house_default", alert.isHouseDefault }, { "deadline", timeOrNull(alert.deadlineUtc) },
        { "remaining_ms", remaining(alert.deadline, now) },
        { "overdue_in_ms", remaining(alert.overdueFrom, now) },
        { "acknowledged", acknowledgement(alert) }, { "shelved", shelving(alert, now) },
        { "shelf_maximum_seconds", alert.shelfMaximum.count() },
        { "steps", stepsValue(alert.steps) }, { "steps_omitted", alert.stepsOmitted } };
}

json::array alertList(const std::vector<AlertView>& alerts, const BoardMoment& now)
{
    json::array list;
    for (const auto& alert : alerts) {
        list.push_back(alertValue(alert, now));
    }
    return list;
}

json::value clockChangeValue(const std::optional<ClockChange>& change)
{
    if (!change) {
        return {};
    }
    return json::object { { "by_ms", millisecondsOf(change->by) },
        { "to", toUtcText(change->toUtc) } };
}

}  // namespace

json::object stepValue(const AlertEvent& event)
{
    return { { "sequence", event.sequence }, { "alert_id", textValue(event.alertId) },
        { "type", toString(event.type) }, { "kind", toString(event.kind) },
        { "level", toString(event.level) }, { "level_before", toString(event.levelBefore) },
        { "value", finite(event.value) }, { "threshold", finite(event.threshold) },
        { "at", toUtcText(event.at) }, { "actor", textValue(event.actor) },
        { "reason", textValue(event.reason) } };
}

json::object boardValue(
    const AlertBoard& board, const BoardMoment& now, const ServiceIdentity& service)
{
    return { { "instance", service.instance }, { "at", toUtcText(now.utc) },
        { "last_sequence", board.lastSequence }, { "open", alertList(board.open, now) },
        { "last_cleared", alertList(board.lastCleared, now) },
        { "raised_24h",
            json::object { { "YELLOW", board.raised24h[0] }, { "ORANGE", board.raised24h[1] },
                { "RED", board.raised24h[2] } } },
        { "waiting_messages", board.waitingMessages },
        { "delivery_problem", textValue(board.deliveryProblem) },
        { "store_problem", textValue(board.storeProblem) },
        { "clock_change", clockChangeValue(board.clockChange) } };
}

}  // namespace headroom::api
