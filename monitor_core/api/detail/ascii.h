// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace headroom::api::detail {

constexpr char lowerCase(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `lower` must be in lower case.
constexpr bool equalsIgnoringCase(std::string_view text, std::string_view lower) noexcept
{
    if (text.size() != lower.size()) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (lowerCase(text[i]) != lower[i]) {
            return false;
        }
    }
    return true;
}

constexpr bool startsIgnoringCase(std::string_view text, std::string_view lower) noexcept
{
    return text.size() >= lower.size() && equalsIgnoringCase(text.substr(0, lower.size()), lower);
}

/// RFC 9110's tchar: what methods and field names are made of.
constexpr bool isTokenCharacter(char c) noexcept
{
    constexpr auto kTable = [] {
        std::array<bool, 256> table {};
        for (const char allowed :
            std::string_view("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                             "abcdefghijklmnopqrstuvwxyz")) {
            table[static_cast<unsigned char>(allowed)] = true;
        }
        return table;
    }();
    return kTable[static_cast<unsigned char>(c)];
}

}  // namespace headroom::api::detail
