// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace headroom {

/// How close a metric is to its limit (contract §2). Unknown means that nothing fresh is known; it
/// is never Green.
enum class Level : std::uint8_t { Unknown, Green, Yellow, Orange, Red };

/// "GREEN", "YELLOW", "ORANGE", "RED", "UNKNOWN": the words of the wire and of the screen.
std::string_view toString(Level level) noexcept;

/// The level that a group of metrics has: Red > Orange > Yellow > Unknown > Green. A known alarm
/// outranks a missing reading, and a missing reading outranks calm, so that silence never looks
/// Green.
Level worse(Level a, Level b) noexcept;

}  // namespace headroom
