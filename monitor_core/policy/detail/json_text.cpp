// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/detail/json_text.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <cstdint>
#include <set>

namespace headroom {

namespace {

namespace json = boost::json;

/// Hears what the parser reads and remembers the keys of the objects that are open.
struct KeyWatcher {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    struct Open {
        std::set<std::string, std::less<>> keys;
        std::string current;
    };
    std::vector<Open> open;
    std::string pending;
    std::vector<std::string> duplicates;

    bool begin()
    {
        open.emplace_back();
        return true;
    }
    bool end()
    {
        open.pop_back();
        return true;
    }
    void take(std::string key)
    {
        if (!open.back().keys.insert(key).second) {
            duplicates.push_back(pathTo(key));
        }
        open.back().current = std::move(key);
    }
    [[nodiscard]] std::string pathTo(std::string_view key) const
    {
        std::string path;
        for (std::size_t i = 0; i + 1 < open.size(); ++i) {
            path += shownKey(open[i].current) + ".";
        }
        return path + shownKey(key);
    }

    // NOLINTBEGIN(readability-identifier-naming): the names are Boost.JSON's
    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return begin(); }
    bool on_object_end(std::size_t, json::error_code&) { return end(); }
    bool on_array_begin(json::error_code&) { return begin(); }
    bool on_array_end(std::size_t, json::error_code&) { return end(); }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&)
    {
        pending.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view rest, std::size_t, json::error_code&)
    {
        pending.append(rest.data(), rest.size());
        take(std::move(pending));
        pending.clear();
        return true;
    }
    bool on_string_part(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_string(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return true; }
    bool on_double(double, json::string_view, json::error_code&) { return true; }
    bool on_bool(bool, json::error_code&) { return true; }
    bool on_null(json::error_code&) { return true; }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
    // NOLINTEND(readability-identifier-naming)
};

}  // namespace

std::vector<std::string> duplicateKeys(std::string_view text)
{
    json::basic_parser<KeyWatcher> parser { json::parse_options {} };
    json::error_code error;
    parser.write_some(false, text.data(), text.size(), error);
    return std::move(parser.handler().duplicates);
}

std::string lineAndColumn(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lineStart = before.rfind('\n');
    const std::size_t column
        = before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

std::string shownKey(std::string_view key)
{
    constexpr std::size_t kLongest = 60;
    std::string shown(key.substr(0, kLongest));
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    std::replace_if(shown.begin(), shown.end(), isControl, '?');
    // Never half a UTF-8 character at the cut.
    while (key.size() > kLongest && !shown.empty()
        && (static_cast<unsigned char>(key[shown.size()]) & 0xC0U) == 0x80U) {
        shown.pop_back();
    }
    return key.size() > kLongest ? shown + "..." : shown;
}

}  // namespace headroom
