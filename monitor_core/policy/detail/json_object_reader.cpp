// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/detail/json_object_reader.h"

#include "monitor_core/policy/detail/json_text.h"

#include <boost/json/object.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

namespace headroom {

namespace {

namespace json = boost::json;

constexpr double kMillion = 1e6;

std::string kindName(const json::value& value)
{
    switch (value.kind()) {
    case json::kind::null:
        return "null";
    case json::kind::bool_:
        return value.get_bool() ? "true" : "false";
    case json::kind::string:
        return "a text";
    case json::kind::array:
        return "a list";
    case json::kind::object:
        return "an object";
    default:
        return "a number";
    }
}

std::optional<double> numberOf(const json::value& value)
{
    if (value.is_int64()) {
        return static_cast<double>(value.get_int64());
    }
    if (value.is_uint64()) {
        return static_cast<double>(value.get_uint64());
    }
    return value.is_double() ? std::optional(value.get_double()) : std::nullopt;
}

std::string checkedText(
    const json::value& value, const std::string& path, const TextRule& rule, Faults& faults)
{
    const json::string* text = value.if_string();
    const std::string found
        = text == nullptr ? std::string() : std::string(text->data(), text->size());
    if (text == nullptr) {
        faults.add(path, "must be " + rule.what + ", is " + kindName(value));
    } else if (!rule.fits(found)) {
        faults.add(path,
            "must be " + rule.what
                + (rule.isSecret ? std::string() : ", is \"" + shownKey(found) + "\""));
    }
    return found;
}

/// Whether this is the double nearest to some whole number of millionths.
bool isMillionths(double value) { return std::round(value * kMillion) / kMillion == value; }

}  // namespace

void Faults::add(const std::string& path, const std::string& what)
{
    constexpr std::size_t kShown = 50;
    if (lines_.size() == kShown) {
        ++more_;
        return;
    }
    lines_.push_back(path.empty() ? what : path + ": " + what);
}

void Faults::add(const Faults& others)
{
    for (const auto& line : others.lines_) {
        add({}, line);
    }
    more_ += others.more_;
}

std::string Faults::text() const
{
    std::string all;
    for (const auto& line : lines_) {
        all += (all.empty() ? "" : "\n") + line;
    }
    return more_ == 0 ? all : all + "\nand " + std::to_string(more_) + " more";
}

JsonObjectReader::JsonObjectReader(Faults& faults, std::string path, const json::value* value)
    : faults_(&faults)
    , path_(std::move(path))
{
    if (value == nullptr) {
        return;
    }
    object_ = value->if_object();
    if (object_ == nullptr) {
        faults_->add(path_, "must be an object, is " + kindName(*value));
    }
}

bool JsonObjectReader::has(std::string_view key) const
{
    return object_ != nullptr && object_->contains(key);
}

std::vector<std::string> JsonObjectReader::keys() const
{
    std::vector<std::string> all;
    if (object_ != nullptr) {
        for (const auto& member : *object_) {
            all.emplace_back(member.key().data(), member.key().size());
        }
    }
    return all;
}

void JsonObjectReader::allow(std::initializer_list<const char*> keys)
{
    for (const auto* key : keys) {
        know(key);
    }
}

void JsonObjectReader::know(const std::string& key)
{
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) {
        known_.push_back(key);
    }
}

std::string JsonObjectReader::pathOf(const std::string& key) const
{
    const auto shown = shownKey(key);
    return path_.empty() ? shown : path_ + "." + shown;
}

const json::value* JsonObjectReader::need(const std::string& key)
{
    know(key);
    if (object_ == nullptr) {
        return nullptr;
    }
    const json::value* value = object_->if_contains(key);
    if (value == nullptr) {
        faults_->add(pathOf(key), "is missing");
    }
    return value;
}

double JsonObjectReader::number(const std::string& key, const NumberRule& rule)
{
    const json::value* value = need(key);
    if (value == nullptr) {
        return rule.most;
    }
    const auto number = numberOf(*value);
    if (!number) {
        refuseNumber(key, rule, kindName(*value));
        return rule.most;
    }
    // Comparisons with NaN are false, so this refuses it too; 1e999 reads as infinity.
    const bool inRange = *number >= rule.least && *number <= rule.most;
    const bool fractionFits = (!rule.whole || std::trunc(*number) == *number)
        && (!rule.millionths || isMillionths(*number));
    if (!inRange || !fractionFits) {
        refuseNumber(key, rule, std::isfinite(*number) ? numberText(*number) : "not finite");
        return rule.most;
    }
    return *number;
}

void JsonObjectReader::refuseNumber(
    const std::string& key, const NumberRule& rule, const std::string& found)
{
    const std::string what = rule.whole ? "a whole number"
        : rule.millionths               ? "a number with at most six decimals"
                                        : "a number";
    faults_->add(pathOf(key),
        "must be " + what + " from " + numberText(rule.least) + " to " + numberText(rule.most)
            + ", is " + found);
}

bool JsonObjectReader::flag(const std::string& key)
{
    const json::value* value = need(key);
    if (value == nullptr) {
        return false;
    }
    if (!value->is_bool()) {
        faults_->add(pathOf(key), "must be true or false, is " + kindName(*value));
        return false;
    }
    return value->get_bool();
}

JsonObjectReader JsonObjectReader::object(const std::string& key)
{
    const json::value* value = need(key);
    return { *faults_, pathOf(key), value };
}

std::string JsonObjectReader::text(const std::string& key, const TextRule& rule)
{
    const json::value* value = need(key);
    return value == nullptr ? std::string() : checkedText(*value, pathOf(key), rule, *faults_);
}

const json::array* JsonObjectReader::needList(const std::string& key, std::size_t most)
{
    const json::value* value = need(key);
    if (value == nullptr) {
        return nullptr;
    }
    const json::array* list = value->if_array();
    if (list == nullptr) {
        faults_->add(pathOf(key), "must be a list, is " + kindName(*value));
    } else if (list->size() > most) {
        faults_->add(pathOf(key),
            "must have at most " + std::to_string(most) + " elements, has "
                + std::to_string(list->size()));
        return nullptr;
    }
    return list;
}

std::vector<std::string> JsonObjectReader::texts(
    const std::string& key, const TextRule& rule, std::size_t most)
{
    std::vector<std::string> all;
    if (const json::array* list = needList(key, most)) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            const auto path = pathOf(key) + "[" + std::to_string(i) + "]";
            all.push_back(checkedText((*list)[i], path, rule, *faults_));
        }
    }
    return all;
}

std::vector<JsonObjectReader> JsonObjectReader::objects(const std::string& key, std::size_t most)
{
    std::vector<JsonObjectReader> all;
    if (const json::array* list = needList(key, most)) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            all.emplace_back(*faults_, pathOf(key) + "[" + std::to_string(i) + "]", &(*list)[i]);
        }
    }
    return all;
}

void JsonObjectReader::refuse(const std::string& key, const std::string& why)
{
    faults_->add(pathOf(key), why);
}

void JsonObjectReader::refuseOthers()
{
    if (object_ == nullptr) {
        return;
    }
    std::string names;
    for (const auto& name : known_) {
        names += (names.empty() ? "" : ", ") + name;
    }
    for (const auto& member : *object_) {
        const std::string_view key(member.key().data(), member.key().size());
        if (std::find(known_.begin(), known_.end(), key) == known_.end()) {
            faults_->add(pathOf(std::string(key)), "unknown key; there are " + names);
        }
    }
}

std::string numberText(double value)
{
    constexpr double kWholeUpTo = 9'007'199'254'740'992.0;
    if (std::abs(value) <= kWholeUpTo && std::trunc(value) == value) {
        return std::to_string(static_cast<std::int64_t>(value));
    }
    std::array<char, 400> buffer {};
    const auto end = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return end.ec == std::errc {} ? std::string(buffer.data(), end.ptr) : "a very long number";
}

}  // namespace headroom
