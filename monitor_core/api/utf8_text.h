// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace headroom::api {

/// Whether every byte belongs to a character of UTF-8: no overlong form, no surrogate, none above
/// U+10FFFF.
bool isUtf8(std::string_view text) noexcept;

/// The text with U+FFFD in place of each byte that belongs to no character.
std::string withReplacements(std::string_view text);

}  // namespace headroom::api
