// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/notify_step.h"

#include "monitor_core/alerts/alert_codec.h"
#include "monitor_core/alerts/alert_text.h"
#include "monitor_core/alerts/message_text.h"

#include <algorithm>

namespace headroom {

namespace {

bool isTold(AlertEventKind kind)
{
    switch (kind) {
    case AlertEventKind::Raised:
    case AlertEventKind::Rose:
    case AlertEventKind::Escalated:
    case AlertEventKind::Fell:
    case AlertEventKind::Eased:
    case AlertEventKind::Unshelved:
    case AlertEventKind::Overdue:
    case AlertEventKind::Cleared:
        return true;
    default:
        return false;
    }
}

/// Not held back by chattering.
bool isUrgent(AlertEventKind kind)
{
    return kind == AlertEventKind::Escalated || kind == AlertEventKind::Overdue;
}

/// The channels that the alert should be firing on now.
std::vector<std::string> channelsFor(
    const AlertRecord& alert, AlertType type, const AlertRules& rules, bool isOverdueStep)
{
    std::vector<std::string> keys;
    const auto* const row = rowInForce(alert, type, rules.matrix);
    if (alert.clearedAtUtc || alert.shelved || row == nullptr) {
        return keys;
    }
    for (const auto& channel : channelsOf(row->to, rules.contacts)) {
        keys.push_back(channel.key);
    }
    // Who was told when a deadline passed stays told until it ends.
    if (!rules.overdueAlsoTo.empty() && (isOverdueStep || alert.isOverdueDone)) {
        for (const auto& channel : channelsOf(rules.overdueAlsoTo, rules.contacts)) {
            if (std::find(keys.begin(), keys.end(), channel.key) == keys.end()) {
                keys.push_back(channel.key);
            }
        }
    }
    return keys;
}

Notice noticeOf(const AlertRecord& alert, AlertType type, const AlertEvent& step,
    const AlertRules& rules, Instant now)
{
    const auto* const row = rowInForce(alert, type, rules.matrix);
    Notice notice;
    notice.alertId = alert.id;
    notice.type = type;
    notice.kind = step.kind;
    notice.level = alert.level;
    notice.value = alert.value;
    notice.threshold = alert.threshold;
    notice.summary = summaryOf(alert, type);
    notice.reason = step.reason;
    notice.escalationPath = row == nullptr ? "NONE" : row->to;
    notice.responseTimeline = row == nullptr ? "N/A" : responseTimeline(row->respondWithin);
    notice.startsAt = alert.raisedAtUtc;
    notice.at = now.utc;
    notice.firingUntil = now.utc + rules.firingFor;
    if (alert.deadline) {
        notice.deadline = now.utc + (*alert.deadline - now.at);
    }
    return notice;
}

}  // namespace

std::string summaryOf(const AlertRecord& alert, AlertType type)
{
    if (type == AlertType::Source && !alert.detail.empty()) {
        return "Source: " + alert.detail;
    }
    auto text = std::string(nameOf(type)) + ' ' + valueText(type, alert.value, alert.limit);
    if (alert.level >= Level::Yellow) {
        text += ", " + std::string(toString(alert.level)) + " from "
            + valueText(type, alert.threshold, alert.limit);
    }
    return text;
}

std::vector<StoredRow> queueMessages(AlertBookState& state, AlertType type,
    const std::vector<AlertEvent>& steps, bool resends, const AlertRules& rules, Instant now)
{
    auto& record = state.types[indexOf(type)];
    const auto lastTold = std::find_if(
        steps.rbegin(), steps.rend(), [](const AlertEvent& e) { return isTold(e.kind); });
    if (lastTold == steps.rend() && !resends) {
        return {};
    }
    auto& alert = record.open ? *record.open : *record.lastCleared;
    if (alert.shelved && !alert.clearedAtUtc) {
        return {};
    }
    const auto step = lastTold == steps.rend() ? alert.steps->back() : *lastTold;
    // A repetition without a step needs a number of its own, or receivers would drop it.
    const auto number = lastTold == steps.rend() ? "again-" + std::to_string(state.nextOrder)
                                                 : std::to_string(step.sequence);
    const auto wanted = channelsFor(alert, type, rules, step.kind == AlertEventKind::Overdue);
    auto keys = wanted;
    for (const auto& firing : alert.firing) {
        if (std::find(keys.begin(), keys.end(), firing.channel) == keys.end()) {
            keys.push_back(firing.channel);
        }
    }
    const bool isHeldBack = record.isChattering && !isUrgent(step.kind);

    std::vector<StoredRow> rows;
    std::vector<FiringAt> firing;
    for (const auto& key : keys) {
        OutboxMessage message;
        message.notice = noticeOf(alert, type, step, rules, now);
        message.notice.isFiring = std::find(wanted.begin(), wanted.end(), key) != wanted.end();
        for (const auto& before : alert.firing) {
            if (before.channel == key
                && !(message.notice.isFiring && before.level == alert.level)) {
                message.notice.ended.push_back(before.level);
            }
        }
        if (message.notice.isFiring) {
            firing.push_back({ key, alert.level });
        }
        message.id = alert.id + '/' + number + '/' + key;
        message.channel = key;
        message.order = state.nextOrder++;
        message.notBefore = isHeldBack ? now.at + rules.chatterPause : now.at;
        if (isHeldBack) {
            for (const auto& waiting : state.outbox.messages()) {
                if (waiting.channel == key && waiting.notice.type == type && !waiting.isInFlight
                    && waiting.attempts == 0) {
                    message.notBefore = std::min(message.notBefore, waiting.notBefore);
                }
            }
        }
        for (const auto& replaced : state.outbox.add(std::move(message), record.isChattering)) {
            rows.push_back({ messageKey(replaced), std::nullopt });
        }
        rows.push_back(messageRow(state.outbox.messages().back()));
    }
    alert.firing = std::move(firing);
    alert.sentAt = now.at;
    return rows;
}

}  // namespace headroom
