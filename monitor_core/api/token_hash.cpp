// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/token_hash.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <cstddef>
#include <stdexcept>

namespace headroom::api {

namespace {

bool isAlphanumeric(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::optional<std::uint8_t> digitOf(char c) noexcept
{
    if (c >= '0' && c <= '9') {
        return static_cast<std::uint8_t>(c - '0');
    }
    if (c >= 'a' && c <= 'f') {
        return static_cast<std::uint8_t>(c - 'a' + 10);
    }
    return std::nullopt;
}

}  // namespace

TokenHash tokenHash(std::string_view token)
{
    TokenHash hash {};
    if (EVP_Digest(token.data(), token.size(), hash.data(), nullptr, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("tokens: OpenSSL has no SHA-256");
    }
    return hash;
}

std::string toHex(const TokenHash& hash)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const auto byte : hash) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

std::optional<TokenHash> tokenHashFromHex(std::string_view text)
{
    TokenHash hash {};
    if (text.size() != 2 * hash.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < hash.size(); ++i) {
        const auto high = digitOf(text[2 * i]);
        const auto low = digitOf(text[2 * i + 1]);
        if (!high || !low) {
            return std::nullopt;
        }
        hash[i] = static_cast<std::uint8_t>(*high * 16U + *low);
    }
    return hash;
}

std::string newToken()
{
    // 43 letters of 6 bits hold 256; a 44th would be padding.
    constexpr std::string_view kLetters
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<unsigned char, 43> random {};
    if (RAND_priv_bytes(random.data(), static_cast<int>(random.size())) != 1) {
        throw std::runtime_error("tokens: the system has no randomness to give");
    }
    std::string token = "hr_";
    for (const auto byte : random) {
        token += kLetters[byte % kLetters.size()];
    }
    return token;
}

bool looksLikeToken(std::string_view text) noexcept
{
    const auto body = text.substr(0, text.find_last_not_of('=') + 1);
    return !body.empty() && std::ranges::all_of(body, [](char c) {
        return isAlphanumeric(c) || std::string_view("-._~+/").find(c) != std::string_view::npos;
    });
}

}  // namespace headroom::api
