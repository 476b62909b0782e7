// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/proxy_line.h"

#include <algorithm>
#include <charconv>

namespace headroom::api {

namespace {

constexpr std::int64_t kMostBytes = std::int64_t { 1 } << 53;
constexpr std::int64_t kMostSeconds = 1'000'000;
constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kLongestMethod = 32;
constexpr int kMostTries = 16;

bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Digits alone, and no more than `most`.
std::optional<std::int64_t> numberOf(std::string_view text, std::int64_t most) noexcept
{
    std::int64_t value = 0;
    if (text.empty() || !std::ranges::all_of(text, isDigit)) {
        return std::nullopt;
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc {} && value <= most ? std::optional(value) : std::nullopt;
}

/// Takes up to and with `separator`; false when it is not there.
bool takeThrough(std::string_view& rest, char separator, std::string_view& field) noexcept
{
    const auto end = rest.find(separator);
    if (end == std::string_view::npos) {
        return false;
    }
    field = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return true;
}

bool takeWord(std::string_view& rest, std::string_view word) noexcept
{
    const bool isThere = rest.starts_with(word);
    rest.remove_prefix(isThere ? word.size() : 0);
    return isThere;
}

/// "Nov 23 21:18:03 ": a letter for A, a digit for 0. When it says is not looked at: what counts
/// is when it comes.
bool takeTime(std::string_view& rest) noexcept
{
    constexpr std::string_view kShape = "AAA _0 00:00:00 ";
    if (rest.size() < kShape.size()) {
        return false;
    }
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        const char c = rest[i];
        const char shape = kShape[i];
        const bool isLetter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        const bool fits = (shape == 'A' && isLetter) || (shape == '0' && isDigit(c))
            || (shape == '_' && (c == ' ' || isDigit(c))) || shape == c;
        if (!fits) {
            return false;
        }
    }
    rest.remove_prefix(kShape.size());
    return true;
}

bool takeHeader(std::string_view& rest) noexcept
{
    constexpr std::int64_t kMostPriority = 191;
    std::string_view priority;
    return takeWord(rest, "<") && takeThrough(rest, '>', priority) && priority.size() <= 3
        && numberOf(priority, kMostPriority) && takeTime(rest)
        && takeWord(rest, "headroom: headroom1 ");
}

bool isRequestId(std::string_view text) noexcept
{
    return text.size() == kIdDigits
        && std::ranges::all_of(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

bool isMethod(std::string_view text) noexcept
{
    return !text.empty() && text.size() <= kLongestMethod && std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    });
}

/// "0.012", in seconds.
std::optional<std::chrono::milliseconds> durationOf(std::string_view text) noexcept
{
    constexpr std::size_t kDecimals = 3;
    const auto point = text.find('.');
    if (point == std::string_view::npos || text.size() - point - 1 != kDecimals) {
        return std::nullopt;
    }
    const auto seconds = numberOf(text.substr(0, point), kMostSeconds);
    const auto thousandths = numberOf(text.substr(point + 1), 999);
    if (!seconds || !thousandths) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(*seconds * 1000 + *thousandths);
}

/// "0.012", "-", or several when the proxy has tried more than one upstream: "0.001, 0.002 : -".
bool readTries(std::string_view text, std::optional<std::chrono::milliseconds>& total) noexcept
{
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto end = std::min(text.find(", "), text.find(" : "));
        const auto one = text.substr(0, end);
        const auto took = durationOf(one);
        if (!took && one != "-") {
            return false;
        }
        if (took) {
            total = total.value_or(std::chrono::milliseconds(0)) + *took;
        }
        if (end == std::string_view::npos) {
            return true;
        }
        text.remove_prefix(end + (text[end] == ',' ? 2 : 3));
    }
    return false;
}

}  // namespace

std::optional<ProxyLine> readProxyLine(std::string_view rest) noexcept
{
    ProxyLine line;
    std::string_view status;
    std::string_view requestBytes;
    std::string_view announced;
    if (rest.size() > kLongestProxyLine || !takeHeader(rest)
        || !takeThrough(rest, ' ', line.requestId) || !isRequestId(line.requestId)
        || !takeThrough(rest, ' ', line.method) || !isMethod(line.method)
        || !takeThrough(rest, ' ', status) || status.size() != 3
        || !takeThrough(rest, ' ', requestBytes) || !takeThrough(rest, ' ', announced)
        || !readTries(rest, line.answeredIn)) {
        return std::nullopt;
    }
    const auto code = numberOf(status, 999);
    const auto bytes = numberOf(requestBytes, kMostBytes);
    if (!code || !bytes) {
        return std::nullopt;
    }
    line.status = static_cast<int>(*code);
    line.requestBytes = *bytes;
    if (announced != "-") {
        line.announcedBytes = numberOf(announced, kMostBytes);
        if (!line.announcedBytes) {
            return std::nullopt;
        }
    }
    return line;
}

}  // namespace headroom::api
