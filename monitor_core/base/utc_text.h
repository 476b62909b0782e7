// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace headroom {

/// RFC 3339 in UTC with Z and milliseconds, as on the wire and in files:
/// "2026-08-03T10:03:53.000Z", 24 characters. Parts of a millisecond are cut off, not rounded.
std::string toUtcText(SystemTime time);

/// Exactly the form that toUtcText() writes, and a date that exists; else nothing.
std::optional<SystemTime> parseUtcText(std::string_view text);

/// "2026-08-03".
std::string toDateText(std::chrono::year_month_day date);
std::optional<std::chrono::year_month_day> parseDateText(std::string_view text);

/// The UTC day that `time` falls on.
std::chrono::year_month_day utcDate(SystemTime time);

}  // namespace headroom
