// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/escalation.h"

#include "monitor_core/alerts/alert_text.h"

namespace headroom {

namespace {

using std::chrono::nanoseconds;
using std::chrono::seconds;

/// A step this long after its time is late, and says so; ticks come once a second at least.
constexpr auto kPunctual = seconds(2);

}  // namespace

const EscalationRow* rowInForce(
    const AlertRecord& alert, AlertType type, const EscalationMatrix& matrix) noexcept
{
    for (std::size_t i = kTriggerCount; i-- > 0;) {
        const auto* const row = findRow(matrix, type, static_cast<Trigger>(i));
        if (alert.reached[i] && row != nullptr) {
            return row;
        }
    }
    return nullptr;
}

void reachTriggers(AlertRecord& alert, Level level, bool isAtLimit, AlertTime now)
{
    for (std::size_t i = 0; i < kTriggerCount; ++i) {
        const auto trigger = static_cast<Trigger>(i);
        const bool applies = trigger == Trigger::AtLimit ? isAtLimit : level >= levelOf(trigger);
        auto& reached = alert.reached[i];
        if (!applies) {
            reached.reset();
        } else if (!reached) {
            reached = Reached { now, false };
        }
    }
}

void setDeadline(AlertRecord& alert, AlertType type, const AlertRules& rules, Instant now)
{
    if (alert.acknowledged && rowInForce(alert, type, rules.matrix) != nullptr) {
        return;  // answered: the deadline stays to be seen, and passes without a step
    }
    std::optional<AlertTime> deadline;
    nanoseconds grace { 0 };
    for (std::size_t i = 0; i < kTriggerCount; ++i) {
        const auto* const row = findRow(rules.matrix, type, static_cast<Trigger>(i));
        const auto& reached = alert.reached[i];
        if (!reached || reached->isAnswered || row == nullptr) {
            continue;
        }
        const auto due = reached->since + row->respondWithin;
        if (!deadline || due < *deadline) {
            deadline = due;
            grace = row->respondWithin == seconds(0) ? rules.immediateGrace : seconds(0);
        }
    }
    if (deadline == alert.deadline) {
        return;
    }
    alert.deadline = deadline;
    alert.deadlineUtc.reset();
    alert.overdueFrom.reset();
    if (deadline) {
        alert.deadlineUtc = now.utc + (*deadline - now.at);
        alert.overdueFrom = *deadline + grace;
    }
    if (!deadline || *alert.overdueFrom >= now.at) {
        alert.isOverdueDone = false;
    }
}

bool isOverdueDue(const AlertRecord& alert, AlertTime now) noexcept
{
    return alert.overdueFrom && now >= *alert.overdueFrom && !alert.isOverdueDone
        && !alert.acknowledged && !alert.shelved;
}

std::string overdueReason(const AlertRecord& alert, const EscalationRow* row, Instant now)
{
    auto reason = "overdue " + clockText(now.utc) + ": " + (row != nullptr ? row->to : "nobody")
        + " did not acknowledge"
        + (row == nullptr ? ""
                : row->respondWithin == seconds(0)
                ? ", IMMEDIATE"
                : " within " + responseTimeline(row->respondWithin));
    const auto lateBy = now.at - *alert.overdueFrom;
    if (alert.shelfEnded && *alert.shelfEnded >= *alert.overdueFrom) {
        reason += "; held back while shelved, " + durationText(lateBy);
    } else if (lateBy > kPunctual) {
        reason
            += "; late by " + durationText(lateBy) + ", Headroom did not run or the machine slept";
    }
    return reason;
}

std::string pathText(const EscalationRow* row)
{
    return row == nullptr ? "→ nobody, monitor"
                          : "→ " + row->to + ", " + responseTimeline(row->respondWithin);
}

}  // namespace headroom
