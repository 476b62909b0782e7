// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom {

// What libpq calls a conninfo, taken apart by its own rules, so that our keys may stand among its.
// No message repeats what was given but a key: there may be a password in any of it.

using ConninfoPairs = std::vector<std::pair<std::string, std::string>>;

/// Keys and values as they were given, in "key=value key='with blanks'" or "postgresql://…".
Result<ConninfoPairs> readConninfo(std::string_view conninfo);

/// host, dbname, sslmode ….
bool isLibpqKeyword(const std::string& key);

/// What libpq would take where nothing was given: PGHOST and the like.
std::string libpqDefaultOf(std::string_view keyword);

}  // namespace headroom
