// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_board_builder.h"

#include "monitor_core/alerts/escalation.h"
#include "monitor_core/alerts/notify_step.h"

#include <algorithm>
#include <chrono>

namespace headroom {

namespace {

/// A point of the book's time on the machine's clocks, as they are now.
SteadyTime steadyOf(AlertTime at, const TimeMark& now) { return now.moment.steady + (at - now.at); }
SystemTime utcOf(AlertTime at, const TimeMark& now) { return now.moment.utc + (at - now.at); }

AlertState stateOf(const AlertRecord& alert)
{
    if (alert.clearedAtUtc) {
        return AlertState::Cleared;
    }
    if (alert.shelved) {
        return AlertState::Shelved;
    }
    if (alert.acknowledged) {
        return AlertState::Acknowledged;
    }
    return alert.isOverdueDone ? AlertState::Overdue : AlertState::Open;
}

void showDeadline(AlertView& view, const AlertRecord& alert, const TimeMark& now)
{
    if (alert.deadline) {
        view.deadline = steadyOf(*alert.deadline, now);
        view.deadlineUtc = utcOf(*alert.deadline, now);
        view.overdueFrom = steadyOf(*alert.overdueFrom, now);
    }
}

void showPeople(AlertView& view, const AlertRecord& alert, const TimeMark& now)
{
    if (alert.acknowledged) {
        view.acknowledgedBy = alert.acknowledged->by;
        view.acknowledgedNote = alert.acknowledged->note;
        view.acknowledgedAtUtc = alert.acknowledged->atUtc;
    }
    if (alert.shelved) {
        view.shelvedBy = alert.shelved->by;
        view.shelvedReason = alert.shelved->reason;
        view.shelvedUntil = steadyOf(alert.shelved->until, now);
        view.shelvedUntilUtc = utcOf(alert.shelved->until, now);
    }
}

AlertView viewOf(const AlertRecord& alert, AlertType type, bool isChattering,
    const AlertRules& rules, const TimeMark& now)
{
    AlertView view;
    view.id = alert.id;
    view.type = type;
    view.level = alert.level;
    view.peak = alert.peak;
    view.severity = severityOf(type, alert.level);
    view.message = summaryOf(alert, type);
    view.value = alert.value;
    view.threshold = alert.threshold;
    view.state = stateOf(alert);
    view.isUnverified = alert.isUnverified;
    view.isChattering = isChattering;
    view.isOverdue = alert.isOverdueDone && !alert.acknowledged && !alert.clearedAtUtc;
    view.raisedAt = steadyOf(alert.raisedAt, now);
    view.raisedAtUtc = alert.raisedAtUtc;
    view.clearedAtUtc = alert.clearedAtUtc;
    const auto* const row = rowInForce(alert, type, rules.matrix);
    view.escalationPath = row == nullptr ? "NONE" : row->to;
    view.responseTimeline = row == nullptr ? "N/A" : responseTimeline(row->respondWithin);
    view.isHouseDefault = row != nullptr && row->isHouseDefault;
    view.shelfMaximum = rules.shelf.of(alert.level);
    view.steps = alert.steps;
    view.stepsOmitted = alert.stepsOmitted;
    showDeadline(view, alert, now);
    showPeople(view, alert, now);
    return view;
}

}  // namespace

std::int64_t quarterOf(AlertTime at) noexcept
{
    return std::chrono::floor<std::chrono::minutes>(at.time_since_epoch()).count() / 15;
}

AlertBoard buildBoard(const AlertBookState& state, const AlertRules& rules, const TimeMark& now)
{
    AlertBoard board;
    for (std::size_t i = 0; i < kAlertTypeCount; ++i) {
        const auto type = static_cast<AlertType>(i);
        const auto& record = state.types[i];
        if (record.open) {
            board.open.push_back(viewOf(*record.open, type, record.isChattering, rules, now));
        }
        if (record.lastCleared) {
            board.lastCleared.push_back(
                viewOf(*record.lastCleared, type, record.isChattering, rules, now));
        }
    }
    std::stable_sort(board.open.begin(), board.open.end(), [](const auto& a, const auto& b) {
        return a.level != b.level ? a.level > b.level : a.raisedAt < b.raisedAt;
    });
    // By the number of the step that cleared: the wall clock may have been set between two.
    std::stable_sort(
        board.lastCleared.begin(), board.lastCleared.end(), [](const auto& a, const auto& b) {
            return a.steps->back().sequence > b.steps->back().sequence;
        });
    for (const auto& [quarter, counts] : state.raised) {
        if (quarter > quarterOf(now.at) - 96) {
            for (std::size_t i = 0; i < counts.size(); ++i) {
                board.raised24h[i] += counts[i];
            }
        }
    }
    board.lastSequence = state.nextSequence - 1;
    board.waitingMessages = state.outbox.messages().size();
    board.clockChange = state.clockChange;
    return board;
}

}  // namespace headroom
