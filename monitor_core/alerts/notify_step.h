// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_book_state.h"
#include "monitor_core/alerts/alert_rules.h"
#include "monitor_core/alerts/escalation.h"

#include <string>
#include <vector>

namespace headroom {

/// "Storage 91.2 % of its limit, ORANGE from 90.0 % of its limit".
std::string summaryOf(const AlertRecord& alert, AlertType type);

/// Queues what the steps of one type have to tell: to the contacts of the row in force, and to
/// those who still believe that it fires otherwise. A shelved alert tells nothing but its end. With
/// `resends` a firing alert is told again without a step. Returns the rows that this changes.
std::vector<StoredRow> queueMessages(AlertBookState& state, AlertType type,
    const std::vector<AlertEvent>& steps, bool resends, const AlertRules& rules, Instant now);

}  // namespace headroom
