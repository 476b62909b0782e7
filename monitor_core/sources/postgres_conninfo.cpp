// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/postgres_conninfo.h"

#include "monitor_core/sources/postgres_keys.h"
#include "monitor_core/sources/postgres_settings.h"

#include <libpq-fe.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <memory>
#include <optional>

namespace headroom {

namespace {

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

    Result<ConninfoPairs> read()
    {
        ConninfoPairs pairs;
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

Result<ConninfoPairs> readUri(std::string_view text)
{
    // Our own keys are none of libpq's.
    const auto question = text.find('?');
    std::string theirs(text.substr(0, question));
    ConninfoPairs pairs;
    char separator = '?';
    for (auto rest
         = question == std::string_view::npos ? std::string_view() : text.substr(question + 1);
         !rest.empty();) {
        const auto part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (!part.starts_with(kPostgresKeyPrefix)) {
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

}  // namespace

Result<ConninfoPairs> readConninfo(std::string_view conninfo)
{
    if (conninfo.size() > 16'384 || conninfo.find('\0') != std::string_view::npos) {
        return fault("the settings are longer than 16 KB, or not text");
    }
    const bool isUri = conninfo.starts_with("postgresql://") || conninfo.starts_with("postgres://");
    return isUri ? readUri(conninfo) : KeywordReader(conninfo).read();
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

std::string libpqDefaultOf(std::string_view keyword)
{
    const Options known(PQconndefaults(), PQconninfoFree);
    for (const auto* option = known.get(); option && option->keyword != nullptr; ++option) {
        if (keyword == option->keyword) {
            return option->val == nullptr ? "" : option->val;
        }
    }
    return {};
}

}  // namespace headroom
