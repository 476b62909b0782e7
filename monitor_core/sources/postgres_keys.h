// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/sources/postgres_settings.h"

#include <string>
#include <string_view>

namespace headroom {

// Headroom's own keys among libpq's.

inline constexpr std::string_view kPostgresKeyPrefix = "headroom_";

bool isPostgresKey(std::string_view key);
/// Takes the value of such a key into the settings; the message says what it must be, not what it
/// was.
Result<void> takePostgresKey(
    PostgresSettings& settings, std::string_view key, const std::string& value);
/// All of them, for messages: "headroom_limit, …".
std::string postgresKeyNames();

}  // namespace headroom
