// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/audit_reader.h"

#include "monitor_core/audit/hash_chain.h"
#include "monitor_core/audit/segments.h"

#include <deque>
#include <iterator>
#include <string>

namespace headroom {

namespace {

/// Takes a segment's first records after `after` until there are `count`.
Result<void> takeAfter(FileSystem& files, const std::filesystem::path& path, std::uint64_t after,
    std::size_t count, std::vector<AuditRecord>& into)
{
    auto file = files.open(path, OpenMode::Read);
    if (!file) {
        return file.error();
    }
    return readLines(**file, [&](const SegmentLine& line) {
        const auto link = linkOf(line.text);
        if (link && line.isTerminated && link->sequence > after) {
            if (auto record = parseRecord(line.text)) {
                into.push_back(std::move(*record));
            }
        }
        return into.size() < count;
    });
}

/// The last `count` lines of a segment that are records before `before`.
Result<std::deque<std::string>> lastLines(
    FileSystem& files, const std::filesystem::path& path, std::size_t count, std::uint64_t before)
{
    auto file = files.open(path, OpenMode::Read);
    if (!file) {
        return file.error();
    }
    std::deque<std::string> lines;
    const auto read = readLines(**file, [&](const SegmentLine& line) {
        const auto link = linkOf(line.text);
        if (link && line.isTerminated && link->sequence < before) {
            lines.emplace_back(line.text);
            if (lines.size() > count) {
                lines.pop_front();
            }
        }
        return true;
    });
    if (!read) {
        return read.error();
    }
    return lines;
}

}  // namespace

Result<std::vector<AuditRecord>> readRecords(FileSystem& files,
    const std::filesystem::path& directory, std::size_t count, std::uint64_t before)
{
    const auto segments = listSegments(files, directory);
    if (!segments) {
        return segments.error();
    }
    std::vector<AuditRecord> newestFirst;
    for (auto segment = segments->rbegin();
         segment != segments->rend() && newestFirst.size() < count; ++segment) {
        if (segment->firstSequence >= before) {
            continue;
        }
        const auto lines
            = lastLines(files, directory / segment->name, count - newestFirst.size(), before);
        if (!lines) {
            return lines.error();
        }
        for (auto line = lines->rbegin(); line != lines->rend(); ++line) {
            if (auto record = parseRecord(*line)) {
                newestFirst.push_back(std::move(*record));
            }
        }
    }
    return std::vector<AuditRecord>(
        std::make_move_iterator(newestFirst.rbegin()), std::make_move_iterator(newestFirst.rend()));
}

Result<std::vector<AuditRecord>> readRecordsAfter(FileSystem& files,
    const std::filesystem::path& directory, std::uint64_t after, std::size_t count)
{
    const auto segments = listSegments(files, directory);
    if (!segments) {
        return segments.error();
    }
    std::vector<AuditRecord> records;
    for (auto segment = segments->begin(); segment != segments->end() && records.size() < count;
         ++segment) {
        const auto next = std::next(segment);
        if (next != segments->end() && next->firstSequence <= after + 1) {
            continue;
        }
        const auto taken = takeAfter(files, directory / segment->name, after, count, records);
        if (!taken) {
            return taken.error();
        }
    }
    return records;
}

}  // namespace headroom
