// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_record.h"
#include "monitor_core/alerts/alert_rules.h"

namespace headroom {

/// One instant in the book's time, with the wall clock to show.
struct Instant {
    AlertTime at {};
    SystemTime utc {};
};

/// The row that applies: that of the highest trigger reached that has one; null: nobody is told.
const EscalationRow* rowInForce(
    const AlertRecord& alert, AlertType type, const EscalationMatrix& matrix) noexcept;

/// Marks the triggers up to the level as reached now, if they were not before, and forgets those
/// above.
void reachTriggers(AlertRecord& alert, Level level, bool isAtLimit, AlertTime now);

/// Works out until when somebody must have acknowledged: the earliest deadline of the rows reached
/// since the last acknowledgement, each counted from when its trigger was reached. Two alerts that
/// took the same way have the same deadline. A deadline that changes to one still to come can
/// become overdue again; an alert that is overdue already does not become so twice.
void setDeadline(AlertRecord& alert, AlertType type, const AlertRules& rules, Instant now);

/// Whether the overdue step is to be taken: its time has come, nobody has acknowledged, and the
/// alert is not on the shelf.
bool isOverdueDue(const AlertRecord& alert, AlertTime now) noexcept;

/// "overdue 20:03:11Z: Ops_Team did not acknowledge within 6_HOURS", and why it comes late if it
/// does.
std::string overdueReason(const AlertRecord& alert, const EscalationRow* row, Instant now);

/// "→ Ops_Team, 6_HOURS", or "→ nobody, monitor".
std::string pathText(const EscalationRow* row);

}  // namespace headroom
