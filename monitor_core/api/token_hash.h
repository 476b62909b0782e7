// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace headroom::api {

/// SHA-256 of a token, all that is kept of it. A token has 256 random bits, so neither salt nor a
/// slow hash would make it harder to find.
using TokenHash = std::array<std::uint8_t, 32>;

/// Throws std::runtime_error where OpenSSL has no SHA-256 to give.
TokenHash tokenHash(std::string_view token);

/// 64 lower-case hex digits, and back; empty for anything else.
std::string toHex(const TokenHash& hash);
std::optional<TokenHash> tokenHashFromHex(std::string_view text);

/// A new token: "hr_" and 43 letters, 256 bits of the system's randomness. Throws
/// std::runtime_error when the system has none to give.
std::string newToken();

/// Whether a text can be a token in an Authorization header (RFC 6750's b64token).
bool looksLikeToken(std::string_view text) noexcept;

}  // namespace headroom::api
