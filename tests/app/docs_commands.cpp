// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docs_commands.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <optional>
#include <sstream>

namespace headroom {

namespace json = boost::json;

namespace {

constexpr std::string_view kAny = "…";

bool isAny(const json::value& value)
{
    return value.is_string() && std::string_view(value.get_string()) == kAny;
}

std::string differenceAt(
    const std::string& path, const json::value& wanted, const json::value& got);

std::string differenceOfObjects(
    const std::string& path, const json::object& wanted, const json::object& got)
{
    for (const auto& [key, value] : wanted) {
        const auto at = path + "." + std::string(key);
        const auto* found = got.if_contains(key);
        if (found == nullptr) {
            return at + " is not there";
        }
        if (auto difference = differenceAt(at, value, *found); !difference.empty()) {
            return difference;
        }
    }
    return {};
}

std::string differenceOfLists(
    const std::string& path, const json::array& wanted, const json::array& got)
{
    const bool isOpen = !wanted.empty() && isAny(wanted.back());
    const auto count = isOpen ? wanted.size() - 1 : wanted.size();
    if (got.size() < count || (!isOpen && got.size() > count)) {
        return path + " has " + std::to_string(got.size()) + " elements";
    }
    for (std::size_t i = 0; i < count; ++i) {
        auto difference = differenceAt(path + "[" + std::to_string(i) + "]", wanted[i], got[i]);
        if (!difference.empty()) {
            return difference;
        }
    }
    return {};
}

std::string differenceAt(const std::string& path, const json::value& wanted, const json::value& got)
{
    if (isAny(wanted)) {
        return {};
    }
    if (wanted.is_object() && got.is_object()) {
        return differenceOfObjects(path, wanted.get_object(), got.get_object());
    }
    if (wanted.is_array() && got.is_array()) {
        return differenceOfLists(path, wanted.get_array(), got.get_array());
    }
    // 75 and 75.0 are one number to people.
    const bool isSame = wanted.is_number() && got.is_number()
        ? wanted.to_number<double>() == got.to_number<double>()
        : wanted == got;
    return isSame ? "" : path + " is " + json::serialize(got);
}

bool matchesLine(std::string_view wanted, std::string_view got)
{
    const auto any = wanted.find(kAny);
    if (any == std::string_view::npos) {
        return wanted == got;
    }
    if (!got.starts_with(wanted.substr(0, any))) {
        return false;
    }
    const auto rest = wanted.substr(any + kAny.size());
    for (auto from = any; from <= got.size(); ++from) {
        if (matchesLine(rest, got.substr(from))) {
            return true;
        }
    }
    return false;
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    std::istringstream in { std::string(text) };
    for (std::string line; std::getline(in, line);) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        lines.push_back(line);
    }
    while (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    return lines;
}

}  // namespace

std::vector<DocumentedCommand> commandsOf(std::string_view markdown)
{
    std::vector<DocumentedCommand> commands;
    std::optional<std::string> fence;  ///< the block that we are in
    std::string block;
    int number = 0;
    int begin = 0;
    for (const auto& line : linesOf(markdown)) {
        ++number;
        if (!fence && line.starts_with("```")) {
            fence = line.substr(3);
            block.clear();
            begin = number + 1;
        } else if (fence && line == "```") {
            if (fence == "sh") {
                commands.push_back({ begin, block, false, {} });
            } else if ((fence == "json" || fence == "text") && !commands.empty()
                && commands.back().answer.empty()) {
                commands.back().isJson = fence == "json";
                commands.back().answer = block;
            }
            fence.reset();
        } else if (fence) {
            block += line + '\n';
        }
    }
    return commands;
}

std::string differenceOf(const DocumentedCommand& documented, std::string_view answer)
{
    if (documented.isJson) {
        json::error_code error;
        const auto wanted = json::parse(documented.answer, error);
        if (error) {
            return "what is written is no JSON: " + error.message();
        }
        const auto got = json::parse(json::string_view(answer.data(), answer.size()), error);
        return error ? "the answer is no JSON" : differenceAt("answer", wanted, got);
    }
    const auto wanted = linesOf(documented.answer);
    const auto got = linesOf(answer);
    for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
        if (i >= wanted.size() || i >= got.size() || !matchesLine(wanted[i], got[i])) {
            return "line " + std::to_string(i + 1) + " of the answer is another";
        }
    }
    return {};
}

}  // namespace headroom
