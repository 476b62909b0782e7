// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/http_message.h"
#include "monitor_core/api/query_parameters.h"
#include "monitor_core/base/clock.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::api {

/// What becomes of keys that nobody reads. A person who changes something must hear of a slip of
/// the pen; a program that reports may know more than this version does.
enum class UnknownKeys : std::uint8_t { Refuse, Ignore };

/// Whether a request may leave its body out, which then stands for {}.
enum class BodyPresence : std::uint8_t { Needed, Optional };

/// What a text must be like. U+0000 is refused everywhere; everything else is kept as it came.
struct TextRule {
    std::size_t least = 0;  ///< bytes of UTF-8
    std::size_t most = 1000;
    bool isLine = true;  ///< no control characters
};

/// A text in one line: a name, an id.
inline constexpr TextRule kName { 1, 64, true };
/// What a person writes.
inline constexpr TextRule kNote { 0, 1000, false };
inline constexpr TextRule kReason { 1, 1000, false };

/// Reads the JSON object of one request strictly and remembers every fault, so that all are
/// answered at once:
///
///     JsonBody body(request, UnknownKeys::Refuse);
///     const auto note = body.text("note", kNote);
///     body.need({ "note" });
///     if (auto refusal = body.refusal()) { return reply(*refusal); }
///
/// 415 for another content type than JSON; 400 with the line and column for text that is none
/// (trailing text, comments, a byte order mark, bad UTF-8, deeper than 32), for a key that stands
/// twice and, if they are refused, for unknown keys; 413 for a list of more than 1000; 422 for the
/// rest. A number is finite and in its range; a whole one may be written 5 or 5.0, not "5", true or
/// 5.1; null is no value of any type.
class JsonBody {
public:
    JsonBody(
        const Request& request, UnknownKeys unknown, BodyPresence presence = BodyPresence::Needed);
    ~JsonBody();
    JsonBody(const JsonBody&) = delete;
    JsonBody& operator=(const JsonBody&) = delete;

    // Each is empty when the key is not there, and with a fault.
    std::optional<double> number(std::string_view key, NumberRange range);
    std::optional<std::int64_t> integer(std::string_view key, IntegerRange range);
    std::optional<bool> flag(std::string_view key);
    std::optional<std::string> text(std::string_view key, TextRule rule);
    std::optional<std::string> choice(
        std::string_view key, std::initializer_list<std::string_view> words);
    /// RFC 3339 in UTC, with or without milliseconds.
    std::optional<SystemTime> time(std::string_view key);
    std::vector<double> numbers(std::string_view key, NumberRange range);
    /// An object, as text for another reader.
    std::optional<std::string> object(std::string_view key);

    /// A fault for each of these that is not there.
    void need(std::initializer_list<std::string_view> keys);
    void addFault(std::string_view key, std::string_view type, std::string msg);

    /// Why the body cannot be taken; empty when it can. After all the readers.
    std::optional<Response> refusal();
    /// Keys that were there and nobody read.
    [[nodiscard]] std::size_t ignoredKeys() const;

private:
    struct Document;
    std::unique_ptr<Document> document_;
    UnknownKeys unknown_;
    std::vector<std::string> known_;
    std::vector<FieldFault> faults_;
    std::optional<Response> broken_;  ///< the 400, 413 or 415 that makes all else pointless
};

/// As toUtcText() writes it, or without the milliseconds.
std::optional<SystemTime> timeFromText(std::string_view text);

}  // namespace headroom::api
