// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/policy/escalation_policy.h"

#include <filesystem>

namespace headroom::app {

/// The file that is looked for in the state folder.
inline constexpr auto kContactsFile = "contacts.json";

/// The escalation of contacts.json in the state folder; the certified one, where nobody has an
/// address, when there is no such file. A file that is there and cannot be used is an error: it
/// would mean that nobody is told. So is one that others than root and we can write, because it
/// names programs that are run.
Result<EscalationPolicy> contactsOfState(const std::filesystem::path& stateDirectory);

/// The same for a file that somebody named: it must be there. Symbolic links are followed.
Result<EscalationPolicy> contactsFromFile(const std::filesystem::path& file);

}  // namespace headroom::app
