// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/postgres_keys.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <functional>
#include <map>
#include <optional>

namespace headroom {

namespace {

constexpr std::size_t kLongestName = 63;  ///< PostgreSQL cuts longer ones off

/// As SQL reads it: "Exact", or folded to lower case. Empty when it is no name.
std::optional<std::string> takeName(std::string_view& text)
{
    std::string name;
    if (text.starts_with('"')) {
        for (std::size_t i = 1; i < text.size(); ++i) {
            if (text[i] != '"') {
                name += text[i];
            } else if (text.substr(i + 1).starts_with('"')) {
                name += text[i++];
            } else {
                text.remove_prefix(i + 1);
                return name.empty() || name.size() > kLongestName ? std::nullopt
                                                                  : std::optional(name);
            }
        }
        return std::nullopt;
    }
    const auto end = std::min(text.find_first_of(".\""), text.size());
    for (const char c : text.substr(0, end)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && std::isalnum(byte) == 0 && c != '_' && c != '$') {
            return std::nullopt;
        }
        name += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
    }
    text.remove_prefix(end);
    return name.empty() || name.size() > kLongestName ? std::nullopt : std::optional(name);
}

bool takeWholeName(std::string& into, std::string_view text)
{
    const auto name = takeName(text);
    if (!name || !text.empty()) {
        return false;
    }
    into = *name;
    return true;
}

bool takeTable(PostgresSettings& settings, std::string_view text)
{
    const auto first = takeName(text);
    if (!first || (!text.empty() && text.front() != '.')) {
        return false;
    }
    settings.table = *first;
    if (text.empty()) {
        return true;
    }
    settings.schema = *first;
    return takeWholeName(settings.table, text.substr(1));
}

std::optional<double> numberOf(std::string_view text, double least, double most)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = error == std::errc {} && end == text.data() + text.size();
    return isWhole && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

bool takeLimit(PostgresSettings& settings, std::string_view text)
{
    static const std::map<std::string_view, double> kUnits { { "", 1 }, { "B", 1 }, { "KB", 1024 },
        { "MB", 1048576 }, { "GB", 1073741824 }, { "TB", 1099511627776 } };
    const auto digits = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto unit = kUnits.find(text.substr(digits));
    const auto number = numberOf(text.substr(0, digits), 0, 1e15);
    constexpr double kMost = 1e15;
    if (unit == kUnits.end() || !number || *number * unit->second < 1
        || *number * unit->second > kMost) {
        return false;
    }
    settings.limit = Bytes { static_cast<std::int64_t>(*number * unit->second) };
    return true;
}

struct OwnKey {
    std::string_view rule;
    std::function<bool(PostgresSettings&, const std::string&)> take;
};

const std::map<std::string, OwnKey, std::less<>>& ownKeys()
{
    static const std::map<std::string, OwnKey, std::less<>> kKeys {
        { "headroom_table",
            { "a table as SQL writes it, SCHEMA.TABLE, names of at most 63 bytes",
                [](auto& s, const auto& v) { return takeTable(s, v); } } },
        { "headroom_size",
            { "the name of a column, of at most 63 bytes",
                [](auto& s, const auto& v) { return takeWholeName(s.sizeColumn, v); } } },
        { "headroom_tablespace",
            { "the name of a tablespace, of at most 63 bytes",
                [](auto& s, const auto& v) { return takeWholeName(s.tablespace, v); } } },
        { "headroom_probe",
            { "one query",
                [](auto& s, const auto& v) {
                    s.probe = v;
                    return !v.empty() && v.size() <= 10'000;
                } } },
        { "headroom_limit",
            { "a size such as 8GB or 1TB",
                [](auto& s, const auto& v) { return takeLimit(s, v); } } },
        { "headroom_platform",
            { "the name of a platform in lower case",
                [](auto& s, const auto& v) {
                    s.platform = v;
                    return !v.empty() && v.size() <= kLongestName;
                } } },
        { "headroom_scan_cost",
            { "a number from 0 to 1000000000",
                [](auto& s, const auto& v) {
                    const auto cost = numberOf(v, 0, 1e9);
                    s.mostScanCost = cost.value_or(0);
                    return cost.has_value();
                } } },
        { "headroom_timeout_ms",
            { "a number from 100 to 60000",
                [](auto& s, const auto& v) {
                    const auto ms = numberOf(v, 100, 60'000);
                    s.timeout = std::chrono::milliseconds(static_cast<int>(ms.value_or(100)));
                    return ms.has_value();
                } } },
    };
    return kKeys;
}

}  // namespace

bool isPostgresKey(std::string_view key) { return ownKeys().contains(key); }

Result<void> takePostgresKey(
    PostgresSettings& settings, std::string_view key, const std::string& value)
{
    const auto own = ownKeys().find(key);
    if (own == ownKeys().end() || !own->second.take(settings, value)) {
        return Error { ErrorCode::InvalidArgument,
            std::string(key) + ": must be "
                + (own == ownKeys().end() ? "a key of Headroom's" : std::string(own->second.rule)),
            "postgres" };
    }
    return {};
}

std::string postgresKeyNames()
{
    std::string names;
    for (const auto& [key, row] : ownKeys()) {
        names += (names.empty() ? "" : ", ") + key;
    }
    return names;
}

}  // namespace headroom
