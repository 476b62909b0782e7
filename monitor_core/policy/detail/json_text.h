// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// The keys that stand twice in one object, as paths ("gate.pause_at_writers"): Boost.JSON takes
/// the last of them without a word. The text is valid JSON.
std::vector<std::string> duplicateKeys(std::string_view text);

/// "line 3, column 14" of a byte of the text; both count from 1.
std::string lineAndColumn(std::string_view text, std::size_t offset);

/// A key as a message may show it: control characters replaced, cut at 60 bytes.
std::string shownKey(std::string_view key);

}  // namespace headroom
