// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/hash_chain.h"

#include "monitor_core/base/utc_text.h"

#include <charconv>

namespace headroom {

namespace {

constexpr std::string_view kSequence = "{\"seq\":";
constexpr std::string_view kTime = ",\"time\":\"";
constexpr std::string_view kAfterTime = "\",\"actor\":\"";
constexpr std::string_view kPrevious = ",\"prev\":\"";
constexpr std::string_view kHash = "\",\"hash\":\"";
constexpr std::string_view kEnd = "\"}";
constexpr std::size_t kTimeLength = 24;

}  // namespace

std::optional<ChainLink> linkOf(std::string_view line)
{
    constexpr std::size_t kTail
        = kPrevious.size() + kHashDigits + kHash.size() + kHashDigits + kEnd.size();
    if (!line.starts_with(kSequence) || line.size() < kTail || line.size() > kMaxLineBytes) {
        return std::nullopt;
    }
    ChainLink link;
    const char* digits = line.data() + kSequence.size();
    const auto [end, error] = std::from_chars(digits, line.data() + line.size(), link.sequence);
    auto rest = line.substr(static_cast<std::size_t>(end - line.data()));
    if (error != std::errc {} || *digits == '0' || !rest.starts_with(kTime)
        || rest.substr(kTime.size()).size() < kTimeLength + kAfterTime.size() + kTail
        || rest.substr(kTime.size() + kTimeLength, kAfterTime.size()) != kAfterTime) {
        return std::nullopt;
    }
    link.time = rest.substr(kTime.size(), kTimeLength);
    const auto tail = line.substr(line.size() - kTail);
    if (!tail.starts_with(kPrevious)
        || tail.substr(kPrevious.size() + kHashDigits, kHash.size()) != kHash
        || !tail.ends_with(kEnd)) {
        return std::nullopt;
    }
    link.previousHash = tail.substr(kPrevious.size(), kHashDigits);
    link.hash = tail.substr(kTail - kEnd.size() - kHashDigits, kHashDigits);
    // Up to and with the quote that closes "prev".
    link.hashed = line.substr(0, line.size() - kEnd.size() - kHashDigits - kHash.size() + 1);
    return link;
}

bool hasAction(std::string_view line, std::string_view action)
{
    // Quotes inside a text are escaped, so this is found only where the field is.
    const std::string field = ",\"action\":\"" + std::string(action) + "\",";
    return line.find(field) != std::string_view::npos;
}

std::string_view HashChain::take(std::string_view line)
{
    const auto link = linkOf(line);
    if (!link) {
        return "not a record";
    }
    if (link->sequence != head_.sequence + 1) {
        return link->sequence > head_.sequence ? "records are missing before the next one"
                                               : "an earlier record stands in its place";
    }
    if (!agreesWithItself(*link)) {
        return "its bytes do not have its hash";
    }
    if (!anyPrevious_ && link->previousHash != head_.hash) {
        return "it does not follow the record before it";
    }
    moveTo(*link);
    return {};
}

bool HashChain::restartAt(std::string_view line, std::optional<std::string_view> previousHash)
{
    const auto link = linkOf(line);
    if (!link || !agreesWithItself(*link)
        || (previousHash && link->previousHash != *previousHash)) {
        return false;
    }
    moveTo(*link);
    return true;
}

void HashChain::expectAnyFrom(std::uint64_t sequence)
{
    head_ = { sequence - 1, std::string(kGenesisHash), {} };
    anyPrevious_ = true;
}

bool HashChain::agreesWithItself(const ChainLink& link)
{
    const auto hash = sha_.hex(link.hashed);
    return link.hash == std::string_view(hash.data(), hash.size());
}

void HashChain::moveTo(const ChainLink& link)
{
    head_.sequence = link.sequence;
    head_.hash.assign(link.hash);
    head_.time = parseUtcText(link.time).value_or(SystemTime {});
    anyPrevious_ = false;
}

}  // namespace headroom
