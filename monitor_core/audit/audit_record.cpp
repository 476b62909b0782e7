// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/audit_record.h"

#include "monitor_core/audit/detail/sha256.h"
#include "monitor_core/base/utc_text.h"

#include <array>
#include <charconv>
#include <optional>

namespace headroom {

namespace {

/// Length of the UTF-8 character at the start of `text`; 0 if it is none (overlong forms,
/// surrogates and what lies above U+10FFFF are none).
std::size_t characterLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80) {
            return 0;
        }
    }
    const unsigned char second = byte(1);
    const bool isBad = (first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f)
        || (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f);
    return isBad ? 0 : length;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const auto length = characterLength(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

void appendQuoted(std::string& out, std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 15U];
        } else {
            out += c;
        }
    }
    out += '"';
}

/// Takes the pieces of a line off its front, in order.
class LineReader {
public:
    explicit LineReader(std::string_view line)
        : rest_(line)
    {
    }

    bool skip(std::string_view expected)
    {
        if (!rest_.starts_with(expected)) {
            return false;
        }
        rest_.remove_prefix(expected.size());
        return true;
    }

    std::optional<std::uint64_t> number()
    {
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc {} || rest_.starts_with('0')) {
            return std::nullopt;
        }
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }

    std::optional<std::string> quoted()
    {
        if (!skip("\"")) {
            return std::nullopt;
        }
        std::string text;
        while (!rest_.empty() && rest_.front() != '"') {
            if (skip("\\u00")) {
                unsigned code = 0;
                const auto digits = rest_.substr(0, 2);
                const auto [end, error]
                    = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
                if (error != std::errc {} || end != digits.data() + 2) {
                    return std::nullopt;
                }
                text += static_cast<char>(code);
                rest_.remove_prefix(2);
                continue;
            }
            if (skip("\\") && rest_.empty()) {
                return std::nullopt;
            }
            text += rest_.front();
            rest_.remove_prefix(1);
        }
        return skip("\"") ? std::optional(std::move(text)) : std::nullopt;
    }

    [[nodiscard]] bool atEnd() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

struct Field {
    std::string_view name;
    std::string AuditEntry::*text;
};
constexpr std::array<Field, 5> kFields { {
    { "actor", &AuditEntry::actor },
    { "action", &AuditEntry::action },
    { "subject", &AuditEntry::subject },
    { "old", &AuditEntry::oldValue },
    { "new", &AuditEntry::newValue },
} };

/// Everything before `,"hash":`, which is what the hash is over.
std::string encodeBody(
    std::uint64_t sequence, SystemTime time, const AuditEntry& entry, std::string_view previousHash)
{
    std::string line = "{\"seq\":" + std::to_string(sequence);
    line += ",\"time\":\"";
    line += toUtcText(time);
    line += '"';
    for (const auto& field : kFields) {
        line += ",\"";
        line += field.name;
        line += "\":";
        appendQuoted(line, entry.*field.text);
    }
    line += ",\"prev\":\"";
    line += previousHash;
    line += '"';
    return line;
}

std::string closed(std::string body, std::string_view hash)
{
    body += ",\"hash\":\"";
    body += hash;
    body += "\"}";
    return body;
}

Error invalid(std::string message)
{
    return { ErrorCode::InvalidArgument, std::move(message), "audit" };
}

}  // namespace

Result<void> checkEntry(const AuditEntry& entry, bool reserved)
{
    std::size_t bytes = 0;
    for (const auto& field : kFields) {
        const auto& text = entry.*field.text;
        bytes += text.size();
        if (!isUtf8(text)) {
            return invalid("the " + std::string(field.name) + " is not valid UTF-8");
        }
    }
    if (bytes > kMaxEntryBytes) {
        return invalid("an entry of " + std::to_string(bytes) + " bytes is over the "
            + std::to_string(kMaxEntryBytes) + " that a record holds; shorten its texts");
    }
    if (entry.actor.empty() || entry.action.empty()) {
        return invalid("an entry needs an actor and an action");
    }
    if (!reserved && entry.action.starts_with(kReservedActions)) {
        return invalid("actions that begin with \"audit.\" are the trail's own");
    }
    return {};
}

std::string encodeRecord(
    const AuditHead& previous, SystemTime time, const AuditEntry& entry, std::string& hash)
{
    auto body = encodeBody(previous.sequence + 1, time, entry, previous.hash);
    hash = Sha256().text(body);
    return closed(std::move(body), hash) + '\n';
}

Result<AuditRecord> parseRecord(std::string_view line)
{
    const Error damaged { ErrorCode::Damaged, "not a record of the audit trail", "audit" };
    LineReader reader(line);
    AuditRecord record;
    if (!reader.skip("{\"seq\":")) {
        return damaged;
    }
    const auto sequence = reader.number();
    if (!sequence || !reader.skip(",\"time\":")) {
        return damaged;
    }
    const auto time = parseUtcText(reader.quoted().value_or(""));
    if (!time) {
        return damaged;
    }
    for (const auto& field : kFields) {
        if (!reader.skip(",\"" + std::string(field.name) + "\":")) {
            return damaged;
        }
        auto text = reader.quoted();
        if (!text) {
            return damaged;
        }
        record.entry.*field.text = std::move(*text);
    }
    if (!reader.skip(",\"prev\":")) {
        return damaged;
    }
    auto previous = reader.quoted();
    if (!previous || !reader.skip(",\"hash\":")) {
        return damaged;
    }
    auto hash = reader.quoted();
    if (!hash || !reader.skip("}") || !reader.atEnd()) {
        return damaged;
    }
    record.sequence = *sequence;
    record.time = *time;
    record.previousHash = std::move(*previous);
    record.hash = std::move(*hash);
    // One text for one record: whatever is spelled differently was not written by us.
    const auto body = encodeBody(record.sequence, record.time, record.entry, record.previousHash);
    if (!checkEntry(record.entry, true) || closed(body, record.hash) != line) {
        return damaged;
    }
    return record;
}

std::string toText(const AuditHead& head)
{
    return std::to_string(head.sequence) + ":" + head.hash;
}

std::optional<AuditHead> headFromText(std::string_view text)
{
    AuditHead head;
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + colon, head.sequence);
        if (error != std::errc {} || end != text.data() + colon || head.sequence == 0) {
            return std::nullopt;
        }
        text.remove_prefix(colon + 1);
    }
    const bool isHash = text.size() == kHashDigits
        && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    head.hash = text;
    return isHash ? std::optional(std::move(head)) : std::nullopt;
}

}  // namespace headroom
