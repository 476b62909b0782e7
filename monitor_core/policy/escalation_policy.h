// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/contacts.h"
#include "monitor_core/base/result.h"
#include "monitor_core/metrics/escalation.h"

#include <string>
#include <vector>

namespace headroom {

/// Who is told what, and how they are reached. A value.
struct EscalationPolicy {
    EscalationMatrix matrix;
    Contacts contacts;

    bool operator==(const EscalationPolicy&) const = default;
};

/// Contract §3 with the house defaults; the contacts have their names and members, and no address.
EscalationPolicy certifiedEscalation();

/// The row that a level calls for: of the highest trigger reached that has one. Null: nobody is
/// told. `isAtLimit`: the value is at its limit, or the write gate is closed because of it.
const EscalationRow* rowFor(
    const EscalationMatrix& matrix, AlertType type, Level level, bool isAtLimit) noexcept;

/// Everything that is wrong with a policy, one sentence each: doubled rows, contacts that nobody
/// described, groups that contain themselves, times below 0 or above 7 days. Empty when it can be
/// put in force.
std::vector<std::string> faultsOf(const EscalationPolicy& policy);

}  // namespace headroom
