// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/detail/contact_text.h"

#include <algorithm>

namespace headroom {

namespace {

constexpr std::string_view kNameLetters
    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.";

bool isBlankOrControl(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == '\x7f'; }

bool hasBlankOrControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), isBlankOrControl);
}

}  // namespace

bool isContactName(std::string_view text)
{
    return !text.empty() && text.size() <= 64
        && text.find_first_not_of(kNameLetters) == std::string_view::npos;
}

bool isPlainLine(std::string_view text)
{
    const auto isControl = [](char c) { return c != ' ' && isBlankOrControl(c); };
    return !text.empty() && text.size() <= 200 && std::none_of(text.begin(), text.end(), isControl);
}

bool isMailAddress(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.size() <= 254
        && at == text.rfind('@') && text.front() != '-' && !hasBlankOrControl(text)
        && text.find(',') == std::string_view::npos;
}

bool isWebhookUrl(std::string_view text)
{
    if (text.size() > 2000 || hasBlankOrControl(text)) {
        return false;
    }
    const auto start = text.find("://");
    const auto scheme = text.substr(0, start);
    if (scheme != "http" && scheme != "https") {
        return false;
    }
    const auto rest = text.substr(start + 3);
    const auto host = rest.substr(0, rest.find_first_of("/?#"));
    return !host.empty() && host.front() != ':'
        && host.find_first_of("@\\") == std::string_view::npos;
}

bool isArgument(std::string_view text)
{
    return text.size() <= 4096 && text.find('\0') == std::string_view::npos;
}

bool isProgram(std::string_view text)
{
    return !text.empty() && (text.front() == '/' || text.find('/') == std::string_view::npos);
}

}  // namespace headroom
