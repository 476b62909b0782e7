// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/postgres_settings.h"

#include <libpq-fe.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <functional>
#include <map>
#include <memory>

namespace headroom {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t kLongestName = 63;  ///< PostgreSQL cuts longer ones off
constexpr std::string_view kOwnPrefix = "headroom_";

Error fault(std::string message)
{
    return { ErrorCode::InvalidArgument, std::move(message), "postgres" };
}

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// ---- "key=value key='with blanks'" ----

class KeywordReader {
public:
    explicit KeywordReader(std::string_view text)
        : text_(text)
    {
    }

    Result<Pairs> read()
    {
        Pairs pairs;
        for (skipSpace(); at_ < text_.size(); skipSpace()) {
            auto key = readKey();
            if (key.empty()) {
                return fault("setting " + std::to_string(pairs.size() + 1)
                    + " is not of the form KEY=VALUE; a value with blanks needs 'quotes'");
            }
            auto value = readValue();
            if (!value) {
                return fault(key + ": the closing quote is missing");
            }
            pairs.emplace_back(std::move(key), *std::move(value));
        }
        return pairs;
    }

private:
    void skipSpace()
    {
        while (at_ < text_.size() && isSpace(text_[at_])) {
            ++at_;
        }
    }
    std::string readKey()
    {
        const auto begin = at_;
        while (at_ < text_.size()
            && (std::islower(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '_')) {
            ++at_;
        }
        std::string key(text_.substr(begin, at_ - begin));
        skipSpace();
        if (at_ >= text_.size() || text_[at_] != '=') {
            return {};
        }
        ++at_;
        skipSpace();
        return key;
    }
    std::optional<std::string> readValue()
    {
        const bool isQuoted = at_ < text_.size() && text_[at_] == '\'';
        at_ += isQuoted ? 1 : 0;
        std::string value;
        for (; at_ < text_.size(); ++at_) {
            if (isQuoted ? text_[at_] == '\'' : isSpace(text_[at_])) {
                at_ += isQuoted ? 1 : 0;
                return value;
            }
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
                ++at_;
            }
            value += text_[at_];
        }
        return isQuoted ? std::nullopt : std::optional(value);
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// ---- "postgresql://…" ----

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        unsigned value = 0;
        const auto* begin = text.data() + i + 1;
        if (i + 2 >= text.size() || std::from_chars(begin, begin + 2, value, 16).ptr != begin + 2
            || value == 0) {
            return std::nullopt;
        }
        decoded += static_cast<char>(value);
        i += 2;
    }
    return decoded;
}

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

Result<Pairs> readUri(std::string_view text)
{
    // Our own keys are none of libpq's.
    const auto question = text.find('?');
    std::string theirs(text.substr(0, question));
    Pairs pairs;
    char separator = '?';
    for (auto rest
         = question == std::string_view::npos ? std::string_view() : text.substr(question + 1);
         !rest.empty();) {
        const auto part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (!part.starts_with(kOwnPrefix)) {
            theirs += separator + std::string(part);
            separator = '&';
            continue;
        }
        const std::string key(part.substr(0, part.find('=')));
        const auto value
            = part.size() > key.size() ? percentDecoded(part.substr(key.size() + 1)) : std::nullopt;
        if (!value) {
            return fault(plainLine(key) + ": its value is missing or not percent-encoded text");
        }
        pairs.emplace_back(key, *value);
    }
    char* message = nullptr;
    const Options options(PQconninfoParse(theirs.c_str(), &message), PQconninfoFree);
    PQfreemem(message);  // it repeats parts of the address
    if (!options) {
        return fault("is not an address as PostgreSQL has them: "
                     "postgresql://USER@HOST:PORT/DATABASE?KEY=VALUE&…");
    }
    for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val != nullptr) {
            pairs.emplace_back(option->keyword, option->val);
        }
    }
    return pairs;
}

bool isLibpqKeyword(const std::string& key)
{
    const Options known(PQconndefaults(), PQconninfoFree);
    for (const auto* option = known.get(); option && option->keyword != nullptr; ++option) {
        if (key == option->keyword) {
            return true;
        }
    }
    return false;
}

/// What libpq would take where nothing was given: PGHOST and the like.
std::string defaultOf(std::string_view keyword)
{
    const Options known(PQconndefaults(), PQconninfoFree);
    for (const auto* option = known.get(); option && option->keyword != nullptr; ++option) {
        if (keyword == option->keyword) {
            return option->val == nullptr ? "" : option->val;
        }
    }
    return {};
}

// ---- our own keys ----

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

std::string ownKeyNames()
{
    std::string names;
    for (const auto& [key, row] : ownKeys()) {
        names += (names.empty() ? "" : ", ") + key;
    }
    return names;
}

bool isLocal(const std::string& host)
{
    if (host.find(',') != std::string::npos) {
        return false;  // several: some may be elsewhere
    }
    return host.empty() || host.front() == '/' || host.front() == '@' || host == "localhost"
        || host == "::1" || host.starts_with("127.");
}

/// Nobody reads a password or the readings along unless somebody said that it may be so.
void secure(PostgresSettings& settings)
{
    const auto* address = settings.find("hostaddr");
    const auto* host = address != nullptr ? address : settings.find("host");
    const bool isByService = settings.find("service") != nullptr || !defaultOf("service").empty();
    const bool isSaid = settings.find("sslmode") != nullptr || defaultOf("sslmode") != "prefer";
    if (!isSaid && !isByService && !isLocal(host != nullptr ? *host : defaultOf("host"))) {
        settings.parameters.emplace_back("sslmode", "require");
    }
}

void guessPlatform(PostgresSettings& settings)
{
    const auto* host = settings.find("host");
    if (settings.platform.empty() && host != nullptr
        && (host->ends_with(".supabase.co") || host->ends_with(".supabase.com"))) {
        settings.platform = "supabase";
    }
}

}  // namespace

const std::string* PostgresSettings::find(std::string_view keyword) const
{
    const std::string* found = nullptr;  // the last one counts, as for libpq
    for (const auto& [key, value] : parameters) {
        if (key == keyword) {
            found = &value;
        }
    }
    return found;
}

Result<PostgresSettings> postgresSettings(std::string_view conninfo)
{
    if (conninfo.size() > 16'384 || conninfo.find('\0') != std::string_view::npos) {
        return fault("the settings are longer than 16 KB, or not text");
    }
    const bool isUri = conninfo.starts_with("postgresql://") || conninfo.starts_with("postgres://");
    const auto pairs = isUri ? readUri(conninfo) : KeywordReader(conninfo).read();
    if (!pairs) {
        return pairs.error();
    }
    PostgresSettings settings;
    for (const auto& [key, value] : *pairs) {
        if (const auto own = ownKeys().find(key); own != ownKeys().end()) {
            if (!own->second.take(settings, value)) {
                return fault(key + ": must be " + std::string(own->second.rule));
            }
        } else if (isLibpqKeyword(key)) {
            settings.parameters.emplace_back(key, value);
        } else {
            return fault(plainLine(key) + ": is neither a setting of PostgreSQL's nor one of "
                + ownKeyNames());
        }
    }
    if (settings.table.empty() && !settings.sizeColumn.empty()) {
        return fault("headroom_size: of which table? headroom_table says it");
    }
    secure(settings);
    guessPlatform(settings);
    return settings;
}

std::string postgresName(const PostgresSettings& settings)
{
    const auto* service = settings.find("service");
    if (service != nullptr) {
        return plainLine("PostgreSQL service " + *service);
    }
    const auto valueOf = [&settings](std::string_view keyword) {
        const auto* given = settings.find(keyword);
        return given != nullptr ? *given : defaultOf(keyword);
    };
    const auto host = valueOf("host").empty() ? valueOf("hostaddr") : valueOf("host");
    const auto port = valueOf("port");
    auto database = valueOf("dbname");
    if (database.empty()) {
        database = valueOf("user");
    }
    return plainLine("PostgreSQL " + database + " at "
        + (host.empty() || host.front() == '/' ? std::string("this machine") : host)
        + (port.empty() || port == "5432" ? "" : ":" + port));
}

std::string plainLine(std::string_view text)
{
    constexpr std::size_t kMost = 300;
    std::string line;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
        if (line.size() >= kMost) {
            // Not in the middle of a character.
            while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U) {
                line.pop_back();
            }
            if (!line.empty() && static_cast<unsigned char>(line.back()) >= 0xC0U) {
                line.pop_back();
            }
            return line + "…";
        }
    }
    while (line.ends_with(' ')) {
        line.pop_back();
    }
    return line;
}

}  // namespace headroom
