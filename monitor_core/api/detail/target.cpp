// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/target.h"

#include "monitor_core/api/utf8_text.h"

#include <algorithm>

namespace headroom::api::detail {

namespace {

constexpr HttpFault kBadEscape { 400, "bad_target",
    "the target is not percent-encoded UTF-8 text" };
constexpr HttpFault kTwoReadings { 404, "ambiguous_path", "no such path" };
constexpr HttpFault kManyParameters { 400, "too_many_parameters", "more than 64 query parameters" };

int digitOf(char c) noexcept
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// False when an escape is cut or no hexadecimal number.
bool decode(std::string_view text, bool plusIsSpace, std::string& out)
{
    out.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += plusIsSpace && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        if (text.size() - i < 3) {
            return false;
        }
        const int high = digitOf(text[i + 1]);
        const int low = digitOf(text[i + 2]);
        if (high < 0 || low < 0) {
            return false;
        }
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return true;
}

bool isText(std::string_view text) noexcept
{
    return std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    }) && isUtf8(text);
}

bool hasDotSegment(std::string_view path) noexcept
{
    while (!path.empty()) {
        const auto end = path.find('/', 1);
        const auto segment = path.substr(1, end == std::string_view::npos ? end : end - 1);
        if (segment == "." || segment == "..") {
            return true;
        }
        path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    }
    return false;
}

std::optional<HttpFault> readPath(std::string_view raw, std::string& path)
{
    if (raw.find('%') == std::string_view::npos) {
        path.assign(raw);  // the head has let nothing but visible ASCII through
    } else {
        if (!decode(raw, false, path) || !isText(path)) {
            return kBadEscape;
        }
        if (std::ranges::count(path, '/') != std::ranges::count(raw, '/')) {
            return kTwoReadings;
        }
    }
    if (path.find("/.") != std::string::npos && hasDotSegment(path)) {
        return kTwoReadings;
    }
    return std::nullopt;
}

}  // namespace

std::optional<HttpFault> readTarget(std::string_view target, std::string& path,
    std::vector<std::pair<std::string, std::string>>& query)
{
    query.clear();
    if (target.find('#') != std::string_view::npos) {
        return kBadEscape;  // a fragment is the client's own
    }
    const auto mark = target.find('?');
    if (auto fault = readPath(target.substr(0, mark), path)) {
        return fault;
    }
    auto rest = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
    while (!rest.empty()) {
        const auto pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        if (pair.empty()) {
            continue;
        }
        if (query.size() == kMaxParameters) {
            return kManyParameters;
        }
        const auto equals = pair.find('=');
        auto& [name, value] = query.emplace_back();
        const auto rawValue
            = equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        if (!decode(pair.substr(0, equals), true, name) || !decode(rawValue, true, value)
            || !isText(name) || !isText(value)) {
            return kBadEscape;
        }
    }
    return std::nullopt;
}

}  // namespace headroom::api::detail
