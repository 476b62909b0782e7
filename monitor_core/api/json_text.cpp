// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/json_text.h"

#include "monitor_core/api/detail/json.h"

#include <boost/json/serialize.hpp>

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>

namespace headroom::api {

namespace {

void append(std::string& out, const json::value& value);

void append(std::string& out, const json::object& object)
{
    out += '{';
    for (const auto& pair : object) {
        if (out.back() != '{') {
            out += ',';
        }
        out += json::serialize(json::string_view(pair.key()));
        out += ':';
        append(out, pair.value());
    }
    out += '}';
}

void append(std::string& out, const json::array& array)
{
    out += '[';
    bool isFirst = true;
    for (const auto& element : array) {
        if (!std::exchange(isFirst, false)) {
            out += ',';
        }
        append(out, element);
    }
    out += ']';
}

void append(std::string& out, const json::value& value)
{
    switch (value.kind()) {
    case json::kind::object:
        return append(out, value.get_object());
    case json::kind::array:
        return append(out, value.get_array());
    case json::kind::double_:
        out += numberText(value.get_double());
        return;
    default:
        out += json::serialize(value);
    }
}

}  // namespace

std::string numberText(double value)
{
    assert(std::isfinite(value));
    if (!std::isfinite(value)) {
        return "null";
    }
    // Left alone, to_chars would write 100000 as 1e+05: correct, and not what people write.
    constexpr double kLeastFixed = 1e-5;
    constexpr double kMostFixed = 1e16;
    const double size = std::abs(value);
    const bool isFixed = size == 0 || (size >= kLeastFixed && size < kMostFixed);
    constexpr std::size_t kLongest = 40;
    std::array<char, kLongest> text {};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
        isFixed ? std::chars_format::fixed : std::chars_format::scientific);
    std::string number(text.data(), end);
    if (number.find_first_of(".e") == std::string::npos) {
        number += ".0";
    }
    return number;
}

std::string shownNumber(double value)
{
    auto text = numberText(value);
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return text;
}

std::string serialised(const json::value& value)
{
    constexpr std::size_t kUsual = 1024;
    std::string out;
    out.reserve(kUsual);
    append(out, value);
    return out;
}

json::value finite(std::optional<double> value)
{
    return value && std::isfinite(*value) ? json::value(*value) : json::value();
}

json::value wholeOrNot(double value)
{
    constexpr double kExactIntegers = 9'007'199'254'740'992.0;  // 2^53
    const bool isWhole = std::abs(value) <= kExactIntegers && std::trunc(value) == value;
    return isWhole ? json::value(static_cast<std::int64_t>(value)) : finite(value);
}

json::value timeOrNull(std::optional<SystemTime> time)
{
    return time ? json::value(toUtcText(*time)) : json::value();
}

json::value textOrNull(std::string_view text)
{
    return text.empty() ? json::value() : json::value(text);
}

Response jsonResponse(int status, const json::value& body)
{
    return Response::json(status, serialised(body));
}

}  // namespace headroom::api
