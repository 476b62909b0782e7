// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_record.h"
#include "monitor_core/alerts/alert_rules.h"
#include "monitor_core/base/result.h"

#include <string>

namespace headroom {

/// Puts an alert on the shelf until `now + duration`, or says why not: no reason given, no time, or
/// longer than its level allows. An alert on the shelf can be shelved anew, but the maximum counts
/// from when it was put there: it comes back to the list at least that often.
Result<void> putOnShelf(AlertRecord& alert, const std::string& by, const std::string& reason,
    std::chrono::seconds duration, const ShelfLimits& limits, AlertTime now);

/// Takes it off; `at` is when the shelving ended. Nothing when it is not there.
void takeOffShelf(AlertRecord& alert, AlertTime at);

}  // namespace headroom
