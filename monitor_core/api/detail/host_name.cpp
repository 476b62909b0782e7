// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/host_name.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace headroom::api {

namespace {

constexpr std::size_t kLongest = 255;

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool isPort(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc {} && end == text.data() + text.size() && port != 0;
}

bool consistsOf(std::string_view text, std::string_view others)
{
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || others.find(c) != std::string_view::npos;
    });
}

}  // namespace

std::optional<std::string> hostName(std::string_view header)
{
    if (header.empty() || header.size() > kLongest) {
        return std::nullopt;
    }
    const bool isBracketed = header.front() == '[';
    const auto nameEnd = header.find(isBracketed ? ']' : ':');
    if (isBracketed && nameEnd == std::string_view::npos) {
        return std::nullopt;
    }
    auto name = header.substr(isBracketed ? 1 : 0, isBracketed ? nameEnd - 1 : nameEnd);
    const auto rest = nameEnd == std::string_view::npos
        ? std::string_view()
        : header.substr(nameEnd + (isBracketed ? 1 : 0));
    if (!rest.empty() && (rest.front() != ':' || !isPort(rest.substr(1)))) {
        return std::nullopt;
    }
    if (!isBracketed && name.ends_with('.')) {
        name.remove_suffix(1);
    }
    std::string result(name);
    std::ranges::transform(result, result.begin(), lower);
    if (!consistsOf(result, isBracketed ? ":." : "-._")) {
        return std::nullopt;
    }
    return result;
}

}  // namespace headroom::api
