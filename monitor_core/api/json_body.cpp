// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/json_body.h"

#include "monitor_core/api/detail/json.h"
#include "monitor_core/api/json_text.h"
#include "monitor_core/policy/detail/json_text.h"

#include <boost/json/parser.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace headroom::api {

namespace {

constexpr std::size_t kMostElements = 1000;
constexpr double kTwoTo63 = 9223372036854775808.0;

bool hasControl(std::string_view text)
{
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// Whether any list in it is longer than is read.
bool hasLongList(const json::value& value)
{
    if (const auto* array = value.if_array()) {
        return array->size() > kMostElements || std::ranges::any_of(*array, hasLongList);
    }
    if (const auto* object = value.if_object()) {
        return std::any_of(object->begin(), object->end(),
            [](const auto& pair) { return hasLongList(pair.value()); });
    }
    return false;
}

bool hasNotFinite(const json::value& value)
{
    if (const auto* array = value.if_array()) {
        return std::ranges::any_of(*array, hasNotFinite);
    }
    if (const auto* object = value.if_object()) {
        return std::any_of(object->begin(), object->end(),
            [](const auto& pair) { return hasNotFinite(pair.value()); });
    }
    return value.is_double() && !std::isfinite(value.get_double());
}

std::optional<double> toDouble(const json::value& value)
{
    if (const auto* number = value.if_double()) {
        return *number + 0.0;  // -0 becomes 0
    }
    if (const auto* number = value.if_int64()) {
        return static_cast<double>(*number);
    }
    if (const auto* number = value.if_uint64()) {
        return static_cast<double>(*number);
    }
    return std::nullopt;
}

std::string rangeText(NumberRange range)
{
    const bool hasTop = range.most < std::numeric_limits<double>::max();
    return numberText(range.least) + (hasTop ? " to " + numberText(range.most) : " or more");
}

/// The number, or the type and the words of what is wrong with it.
struct NumberFound {
    double value = 0;
    std::string_view type;  ///< empty: nothing
    std::string msg;
};

NumberFound numberIn(const json::value& value, NumberRange range)
{
    const auto number = toDouble(value);
    if (!number) {
        return { 0, "not_a_number", "must be a number" };
    }
    if (!std::isfinite(*number)) {
        return { 0, "not_finite", "must be a finite number" };
    }
    if (*number < range.least || *number > range.most) {
        return { 0, "out_of_range", "must be " + rangeText(range) };
    }
    return { *number, {}, {} };
}

}  // namespace

struct JsonBody::Document {
    json::value root;

    [[nodiscard]] const json::value* find(std::string_view key) const
    {
        const auto* object = root.if_object();
        return object != nullptr ? object->if_contains(key) : nullptr;
    }
    /// The refusal of a text that is not one strict JSON object.
    std::optional<Response> read(std::string_view text)
    {
        json::parser parser;
        json::error_code error;
        const std::size_t consumed = parser.write_some(text.data(), text.size(), error);
        if (error) {
            return errorResponse(
                400, "not JSON at " + lineAndColumn(text, consumed) + ": " + error.message());
        }
        const std::size_t rest = text.find_first_not_of(" \t\r\n", consumed);
        if (rest != std::string_view::npos) {
            return errorResponse(400, "text after the JSON at " + lineAndColumn(text, rest));
        }
        if (const auto doubled = duplicateKeys(text); !doubled.empty()) {
            return errorResponse(400, "the key " + doubled.front() + " stands twice");
        }
        root = parser.release();
        if (!root.is_object()) {
            return errorResponse(400, "the body must be a JSON object");
        }
        if (hasLongList(root)) {
            return errorResponse(413,
                "a list has more than " + std::to_string(kMostElements)
                    + " elements; send several requests");
        }
        return std::nullopt;
    }
};

JsonBody::JsonBody(const Request& request, UnknownKeys unknown, BodyPresence presence)
    : document_(std::make_unique<Document>())
    , unknown_(unknown)
{
    if (presence == BodyPresence::Optional && request.body.empty()) {
        document_->root = json::object();
    } else if (!request.contentType.empty() && request.contentType != "application/json") {
        broken_ = errorResponse(415, "the body must be application/json");
    } else {
        broken_ = document_->read(request.body);
    }
}

JsonBody::~JsonBody() = default;

void JsonBody::addFault(std::string_view key, std::string_view type, std::string msg)
{
    faults_.push_back({ { "body", std::string(key) }, std::move(msg), std::string(type) });
}

std::optional<double> JsonBody::number(std::string_view key, NumberRange range)
{
    known_.emplace_back(key);
    const auto* value = document_->find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    auto found = numberIn(*value, range);
    if (!found.type.empty()) {
        addFault(key, found.type, std::move(found.msg));
        return std::nullopt;
    }
    return found.value;
}

std::optional<std::int64_t> JsonBody::integer(std::string_view key, IntegerRange range)
{
    known_.emplace_back(key);
    const auto* value = document_->find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    std::optional<std::int64_t> whole;
    if (const auto* integer = value->if_int64()) {
        whole = *integer;
    } else if (const auto number = toDouble(*value)) {
        if (!std::isfinite(*number)) {
            addFault(key, "not_finite", "must be a finite number");
            return std::nullopt;
        }
        if (*number != std::floor(*number)) {
            addFault(key, "not_an_integer", "must be a whole number");
            return std::nullopt;
        }
        if (*number >= -kTwoTo63 && *number < kTwoTo63) {
            whole = static_cast<std::int64_t>(*number);
        }
    } else {
        addFault(key, "not_a_number", "must be a whole number");
        return std::nullopt;
    }
    if (!whole || *whole < range.least || *whole > range.most) {
        addFault(key, "out_of_range",
            "must be " + std::to_string(range.least) + " to " + std::to_string(range.most));
        return std::nullopt;
    }
    return whole;
}

std::optional<bool> JsonBody::flag(std::string_view key)
{
    known_.emplace_back(key);
    const auto* value = document_->find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_bool()) {
        addFault(key, "not_a_boolean", "must be true or false");
        return std::nullopt;
    }
    return value->get_bool();
}

std::optional<std::string> JsonBody::text(std::string_view key, TextRule rule)
{
    known_.emplace_back(key);
    const auto* value = document_->find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_string()) {
        addFault(key, "not_a_text", "must be a text");
        return std::nullopt;
    }
    std::string text(value->get_string());
    if (text.size() < rule.least || text.size() > rule.most) {
        addFault(key, text.size() > rule.most ? "too_long" : "empty",
            "must be " + std::to_string(rule.least) + " to " + std::to_string(rule.most)
                + " bytes");
        return std::nullopt;
    }
    if (text.find('\0') != std::string::npos || (rule.isLine && hasControl(text))) {
        addFault(key, "control_character",
            rule.isLine ? "must have no control characters" : "must not have U+0000");
        return std::nullopt;
    }
    return text;
}

std::optional<std::string> JsonBody::choice(
    std::string_view key, std::initializer_list<std::string_view> words)
{
    auto word = text(key, kName);
    if (!word || std::ranges::find(words, std::string_view(*word)) != words.end()) {
        return word;
    }
    std::string all;
    for (const auto one : words) {
        all.append(all.empty() ? "" : ", ").append(one);
    }
    addFault(key, "not_a_choice", "must be one of: " + all);
    return std::nullopt;
}

std::optional<SystemTime> JsonBody::time(std::string_view key)
{
    const auto written = text(key, kName);
    if (!written) {
        return std::nullopt;
    }
    const auto time = timeFromText(*written);
    if (!time) {
        addFault(key, "not_a_time", "must be a time in UTC, like 2026-08-03T10:03:53.000Z");
    }
    return time;
}

std::vector<double> JsonBody::numbers(std::string_view key, NumberRange range)
{
    known_.emplace_back(key);
    std::vector<double> numbers;
    const auto* value = document_->find(key);
    if (value == nullptr) {
        return numbers;
    }
    if (!value->is_array()) {
        addFault(key, "not_a_list", "must be a list of numbers");
        return numbers;
    }
    for (const auto& element : value->get_array()) {
        auto found = numberIn(element, range);
        if (!found.type.empty()) {
            faults_.push_back({ { "body", std::string(key), std::to_string(numbers.size()) },
                std::move(found.msg), std::string(found.type) });
            return {};
        }
        numbers.push_back(found.value);
    }
    return numbers;
}

std::optional<std::string> JsonBody::object(std::string_view key)
{
    known_.emplace_back(key);
    const auto* value = document_->find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_object()) {
        addFault(key, "not_an_object", "must be an object");
        return std::nullopt;
    }
    if (hasNotFinite(*value)) {
        addFault(key, "not_finite", "every number in it must be finite");
        return std::nullopt;
    }
    return serialised(*value);
}

void JsonBody::need(std::initializer_list<std::string_view> keys)
{
    for (const auto key : keys) {
        if (document_->find(key) == nullptr) {
            addFault(key, "missing", "is required");
        }
    }
}

std::size_t JsonBody::ignoredKeys() const
{
    const auto* object = document_->root.if_object();
    if (object == nullptr) {
        return 0;
    }
    return static_cast<std::size_t>(
        std::count_if(object->begin(), object->end(), [this](const auto& pair) {
            return std::ranges::find(known_, std::string_view(pair.key())) == known_.end();
        }));
}

std::optional<Response> JsonBody::refusal()
{
    if (broken_) {
        return broken_;
    }
    if (unknown_ == UnknownKeys::Refuse && ignoredKeys() > 0) {
        std::string names;
        for (const auto& pair : document_->root.get_object()) {
            if (std::ranges::find(known_, std::string_view(pair.key())) == known_.end()) {
                names += (names.empty() ? "" : ", ") + shownKey(pair.key());
            }
        }
        return errorResponse(400, "unknown keys: " + names);
    }
    if (!faults_.empty()) {
        return faultsResponse(faults_);
    }
    return std::nullopt;
}

std::optional<SystemTime> timeFromText(std::string_view text)
{
    constexpr std::size_t kWithoutMilliseconds = 20;
    if (text.size() == kWithoutMilliseconds && text.ends_with('Z')) {
        return parseUtcText(std::string(text.substr(0, kWithoutMilliseconds - 1)) + ".000Z");
    }
    return parseUtcText(text);
}

}  // namespace headroom::api
