// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/contract_json.h"

namespace headroom::api {

json::object alertJson(const AlertView& alert)
{
    return {
        { "type", toString(alert.type) },
        { "severity", alert.severity },
        { "message", alert.message },
        { "timestamp", toUtcText(alert.raisedAtUtc) },
        { "escalation_path", alert.escalationPath },
        { "response_timeline", alert.responseTimeline },
        { "id", alert.id },
        { "level", toString(alert.level) },
        { "peak_level", toString(alert.peak) },
        { "value", finite(alert.value) },
        { "threshold", finite(alert.threshold) },
        { "state", toString(alert.state) },
        { "deadline", timeOrNull(alert.deadlineUtc) },
        { "overdue", alert.isOverdue },
        { "acknowledged_by", textOrNull(alert.acknowledgedBy) },
        { "acknowledged_at", timeOrNull(alert.acknowledgedAtUtc) },
        { "acknowledged_note", textOrNull(alert.acknowledgedNote) },
        { "shelved_by", textOrNull(alert.shelvedBy) },
        { "shelved_until", timeOrNull(alert.shelvedUntilUtc) },
        { "shelved_reason", textOrNull(alert.shelvedReason) },
        { "unverified", alert.isUnverified },
        { "chattering", alert.isChattering },
        { "house_default", alert.isHouseDefault },
    };
}

json::object alertEventJson(const AlertEvent& event)
{
    return {
        { "type", toString(event.type) },
        { "severity", severityOf(event.type, event.level) },
        { "message", event.reason },
        { "timestamp", toUtcText(event.at) },
        { "id", event.alertId },
        { "event", toString(event.kind) },
        { "level", toString(event.level) },
        { "level_before", toString(event.levelBefore) },
        { "value", finite(event.value) },
        { "threshold", finite(event.threshold) },
        { "actor", event.actor },
        { "sequence", event.sequence },
    };
}

}  // namespace headroom::api
