// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace headroom::ui {

/// Who sits here, for the audit trail: the account's name, or "operator" where there is none.
[[nodiscard]] std::string actorName();

}  // namespace headroom::ui
