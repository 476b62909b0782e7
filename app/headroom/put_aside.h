// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"

#include <filesystem>
#include <string>

namespace headroom {

/// Renames a file that cannot be used, so that it is neither read again nor overwritten: it may
/// still be worth something to a person. The error tells what happened; `why` goes on "x.json …".
[[nodiscard]] Error putAside(const std::filesystem::path& file, const std::string& why);

}  // namespace headroom
