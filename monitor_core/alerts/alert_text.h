// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/metrics/alert_type.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace headroom {

/// "2026-08-03T10:03:53.000Z". What 64 bits of nanoseconds can hold, 1677 to 2262, has four digits.
std::string rfc3339(SystemTime at);

/// "14:03:11Z", for reasons.
std::string clockText(SystemTime at);

/// "0:12:04", "8:00:00", hours as many as there are; a negative one counts as 0.
std::string durationText(std::chrono::nanoseconds duration);

/// "Concurrent writes", …, "Source".
std::string_view nameOf(AlertType type) noexcept;

/// The value with its unit: "103", "91.2 % of its limit", "1042 /s", "340 ms". Percents are cut,
/// not rounded: 99.99 % is not 100 %.
std::string valueText(AlertType type, double value, double limit);

/// Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text) noexcept;

/// For text from outside: broken UTF-8 and control characters become U+FFFD, and what is longer
/// than `maxBytes` ends in "…".
std::string tamed(std::string_view text, std::size_t maxBytes);

}  // namespace headroom
