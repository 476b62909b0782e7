// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/segments.h"

#include "monitor_core/audit/audit_record.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace headroom {

namespace {

constexpr std::string_view kPrefix = "audit-";
constexpr std::string_view kSuffix = ".jsonl";
constexpr std::size_t kDigits = 20;
// The same whatever the size of the file: a buffer that grew with the trail would leave its largest
// size with the allocator, for the life of the program.
constexpr std::size_t kChunkBytes = 65'536;
constexpr std::size_t kMostBytes = 1'048'576;
static_assert(kMostBytes > 2 * kMaxLineBytes);

std::optional<std::uint64_t> firstSequenceOf(std::string_view name)
{
    if (name.size() != kPrefix.size() + kDigits + kSuffix.size() || !name.starts_with(kPrefix)
        || !name.ends_with(kSuffix)) {
        return std::nullopt;
    }
    const auto digits = name.substr(kPrefix.size(), kDigits);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + kDigits, value);
    if (error != std::errc {} || end != digits.data() + kDigits || value == 0
        || value > kMaxSequence) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

std::string segmentName(std::uint64_t firstSequence)
{
    auto digits = std::to_string(firstSequence);
    std::string name(kPrefix);
    name.append(kDigits - digits.size(), '0');
    name += digits;
    name += kSuffix;
    return name;
}

Result<std::vector<Segment>> listSegments(FileSystem& files, const std::filesystem::path& directory)
{
    std::vector<Segment> segments;
    auto names = files.list(directory);
    if (!names) {
        return names.error().code == ErrorCode::NotFound
            ? Result<std::vector<Segment>>(std::move(segments))
            : Result<std::vector<Segment>>(names.error());
    }
    for (auto& name : *names) {
        if (const auto first = firstSequenceOf(name)) {
            segments.push_back({ *first, std::move(name) });
        }
    }
    return segments;
}

Result<void> readLines(File& file, const std::function<bool(const SegmentLine&)>& onLine)
{
    const auto size = file.size();
    if (!size) {
        return size.error();
    }
    std::string buffer(kChunkBytes, '\0');
    std::size_t held = 0;  // bytes of a begun line at the front of the buffer
    std::uint64_t lineOffset = 0;
    bool atEnd = false;
    while (!atEnd) {
        auto got = file.read(lineOffset + held, std::span(buffer).subspan(held));
        if (!got) {
            return got.error();
        }
        atEnd = held + *got < buffer.size();
        std::string_view rest(buffer.data(), held + *got);
        for (auto end = rest.find('\n', held); end != std::string_view::npos;
             end = rest.find('\n')) {
            const auto next = lineOffset + end + 1;
            if (!onLine({ rest.substr(0, end), lineOffset, true, next >= *size })) {
                return {};
            }
            lineOffset = next;
            rest.remove_prefix(end + 1);
        }
        if (rest.size() == buffer.size() && buffer.size() < kMostBytes) {
            held = rest.size();  // a line that is longer
            buffer.resize(2 * buffer.size());
            continue;
        }
        if (rest.size() > kMaxLineBytes || (atEnd && !rest.empty())) {
            if (!onLine({ rest, lineOffset, false, atEnd })) {
                return {};
            }
            lineOffset += rest.size();
            rest = {};
        }
        held = rest.size();
        buffer.replace(0, held, rest);  // rest lies further back in the same buffer
    }
    return {};
}

}  // namespace headroom
