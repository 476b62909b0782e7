// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/query_parameters.h"

#include "monitor_core/api/json_text.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace headroom::api {

namespace {

constexpr bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The parts of a decimal number; `isWhole` when it is nothing but a sign and digits.
struct Shape {
    bool isNumber = false;
    bool isWhole = false;
    /// Decimal places from the point to the first digit that is not 0: 3 for 123, -1 for 0.01.
    std::int64_t magnitude = 0;
    bool isZero = true;
};

std::size_t digitsAt(std::string_view text, std::size_t at) noexcept
{
    const auto end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
        [](char c) { return isDigit(c); });
    return static_cast<std::size_t>(end - text.begin()) - at;
}

/// An exponent, cut where it decides all by itself.
std::int64_t exponentOf(std::string_view digits, bool isNegative) noexcept
{
    constexpr std::int64_t kBeyondAll = 1'000'000'000;
    std::int64_t exponent = 0;
    for (const char c : digits) {
        exponent = std::min(kBeyondAll, exponent * 10 + (c - '0'));
    }
    return isNegative ? -exponent : exponent;
}

void noteMagnitude(Shape& shape, std::string_view whole, std::string_view fraction) noexcept
{
    const auto first = whole.find_first_not_of('0');
    const auto firstBehind = fraction.find_first_not_of('0');
    shape.isZero = first == std::string_view::npos && firstBehind == std::string_view::npos;
    if (first != std::string_view::npos) {
        shape.magnitude = static_cast<std::int64_t>(whole.size() - first);
    } else if (!shape.isZero) {
        shape.magnitude = -static_cast<std::int64_t>(firstBehind);
    }
}

Shape shapeOf(std::string_view text) noexcept
{
    Shape shape;
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = digitsAt(text, at);
    // As in JSON a number does not begin with a 0 that is not all of it.
    if (whole == 0 || (whole > 1 && text[at] == '0')) {
        return shape;
    }
    const auto wholeDigits = text.substr(at, whole);
    at += whole;
    shape.isWhole = at == text.size();
    std::string_view fraction;
    if (at < text.size() && text[at] == '.') {
        const std::size_t digits = digitsAt(text, at + 1);
        if (digits == 0) {
            return shape;
        }
        fraction = text.substr(at + 1, digits);
        at += 1 + digits;
    }
    noteMagnitude(shape, wholeDigits, fraction);
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        const bool hasSign = at < text.size() && (text[at] == '-' || text[at] == '+');
        const bool isNegative = hasSign && text[at] == '-';
        at += hasSign ? 1 : 0;
        const std::size_t digits = digitsAt(text, at);
        if (digits == 0) {
            return shape;
        }
        shape.magnitude += exponentOf(text.substr(at, digits), isNegative);
        at += digits;
    }
    shape.isNumber = at == text.size();
    return shape;
}

/// What other programs write for numbers that are none.
bool isNotFiniteWord(std::string_view text) noexcept
{
    if (text.starts_with('-') || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    const auto is = [text](std::string_view word) {
        return std::equal(text.begin(), text.end(), word.begin(), word.end(),
            [](char a, char b) { return static_cast<char>(a | 0x20) == b; });
    };
    return is("nan") || is("inf") || is("infinity");
}

}  // namespace

NumberFault parseNumber(std::string_view text, double& value) noexcept
{
    const Shape shape = shapeOf(text);
    if (!shape.isNumber) {
        return isNotFiniteWord(text) ? NumberFault::NotFinite : NumberFault::NotANumber;
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range) {
        // from_chars says the same of what is too large and of what is too small.
        if (!shape.isZero && shape.magnitude > 0) {
            return NumberFault::NotFinite;
        }
        value = 0;
    }
    value += 0.0;  // -0 becomes 0
    return NumberFault::Good;
}

NumberFault parseInteger(std::string_view text, std::int64_t& value) noexcept
{
    double number = 0;
    const NumberFault fault = parseNumber(text, number);
    if (fault != NumberFault::Good) {
        return fault;
    }
    if (!shapeOf(text).isWhole) {
        return NumberFault::NotAnInteger;
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc {} ? NumberFault::Good : NumberFault::OutOfRange;
}

std::optional<double> QueryParameters::number(std::string_view name, NumberRange range)
{
    return toNumber(name, required(name), range);
}

std::optional<double> QueryParameters::optionalNumber(std::string_view name, NumberRange range)
{
    return toNumber(name, once(name), range);
}

std::optional<std::int64_t> QueryParameters::integer(std::string_view name, IntegerRange range)
{
    return toInteger(name, required(name), range);
}

std::optional<std::int64_t> QueryParameters::optionalInteger(
    std::string_view name, IntegerRange range)
{
    return toInteger(name, once(name), range);
}

std::optional<std::string_view> QueryParameters::choice(
    std::string_view name, std::initializer_list<std::string_view> words)
{
    return toChoice(name, required(name), words);
}

std::optional<std::string_view> QueryParameters::optionalChoice(
    std::string_view name, std::initializer_list<std::string_view> words)
{
    return toChoice(name, once(name), words);
}

std::optional<std::string_view> QueryParameters::optionalText(
    std::string_view name, std::size_t longest)
{
    const auto text = once(name);
    if (text && text->empty()) {
        addFault(name, "empty", "must not be empty");
        return std::nullopt;
    }
    if (text && text->size() > longest) {
        addFault(name, "too_long", "must be at most " + std::to_string(longest) + " bytes");
        return std::nullopt;
    }
    return text;
}

void QueryParameters::addFault(std::string_view name, std::string_view type, std::string msg)
{
    faults_.push_back({ { "query", std::string(name) }, std::move(msg), std::string(type) });
}

std::optional<std::string_view> QueryParameters::once(std::string_view name)
{
    const auto times = std::count_if(request_.query.begin(), request_.query.end(),
        [name](const auto& pair) { return pair.first == name; });
    if (times > 1) {
        addFault(name, "doubled", "must stand once");
        return std::nullopt;
    }
    return request_.parameter(name);
}

std::optional<std::string_view> QueryParameters::required(std::string_view name)
{
    const std::size_t faultsBefore = faults_.size();
    auto text = once(name);
    if (!text && faults_.size() == faultsBefore) {
        addFault(name, "missing", "is required");
    }
    return text;
}

std::optional<double> QueryParameters::toNumber(
    std::string_view name, std::optional<std::string_view> text, NumberRange range)
{
    if (!text) {
        return std::nullopt;
    }
    double value = 0;
    auto fault = parseNumber(*text, value);
    if (fault == NumberFault::Good && (value < range.least || value > range.most)) {
        fault = NumberFault::OutOfRange;
    }
    if (fault == NumberFault::Good) {
        return value;
    }
    const bool hasTop = range.most < std::numeric_limits<double>::max();
    addNumberFault(name, fault,
        hasTop ? shownNumber(range.least) + " to " + shownNumber(range.most)
               : shownNumber(range.least) + " or more");
    return std::nullopt;
}

std::optional<std::int64_t> QueryParameters::toInteger(
    std::string_view name, std::optional<std::string_view> text, IntegerRange range)
{
    if (!text) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    auto fault = parseInteger(*text, value);
    if (fault == NumberFault::Good && (value < range.least || value > range.most)) {
        fault = NumberFault::OutOfRange;
    }
    if (fault == NumberFault::Good) {
        return value;
    }
    addNumberFault(name, fault, std::to_string(range.least) + " to " + std::to_string(range.most));
    return std::nullopt;
}

std::optional<std::string_view> QueryParameters::toChoice(std::string_view name,
    std::optional<std::string_view> text, std::initializer_list<std::string_view> words)
{
    if (!text || std::find(words.begin(), words.end(), *text) != words.end()) {
        return text;
    }
    std::string all;
    for (const auto word : words) {
        all.append(all.empty() ? "" : ", ").append(word);
    }
    addFault(name, "not_a_choice", "must be one of: " + all);
    return std::nullopt;
}

void QueryParameters::addNumberFault(
    std::string_view name, NumberFault fault, const std::string& range)
{
    switch (fault) {
    case NumberFault::NotFinite:
        addFault(name, "not_finite", "must be a finite number");
        return;
    case NumberFault::NotAnInteger:
        addFault(name, "not_an_integer", "must be a whole number in digits");
        return;
    case NumberFault::OutOfRange:
        addFault(name, "out_of_range", "must be " + range);
        return;
    case NumberFault::NotANumber:
    case NumberFault::Good:
        break;
    }
    addFault(name, "not_a_number", "must be a number, like 42.5");
}

}  // namespace headroom::api
