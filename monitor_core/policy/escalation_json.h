// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/policy/escalation_policy.h"

#include <string_view>

namespace headroom {

/// The certified escalation with what this JSON text says of contacts and of rows that the
/// certified matrix leaves open; reads all of it or nothing. The error's message lists every fault,
/// one a line: where it is ("contacts.Ops_Team.webhook_url") and what would be right. No file is
/// opened here. FORMAT.md describes the keys.
Result<EscalationPolicy> escalationFromJson(std::string_view text);

}  // namespace headroom
