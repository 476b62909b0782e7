// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/retention.h"

#include "monitor_core/audit/hash_chain.h"
#include "monitor_core/audit/segments.h"
#include "monitor_core/base/utc_text.h"

#include <algorithm>

namespace headroom {

namespace {

Result<ExpiredSegment> examine(
    FileSystem& files, const std::filesystem::path& directory, const std::string& name)
{
    auto file = files.open(directory / name, OpenMode::Read);
    if (!file) {
        return file.error();
    }
    ExpiredSegment segment;
    segment.name = name;
    segment.newest = SystemTime::min();
    const auto read = readLines(**file, [&](const SegmentLine& line) {
        const auto link = linkOf(line.text);
        const auto time = link ? parseUtcText(link->time) : std::nullopt;
        // What cannot be dated is not known to be old.
        segment.newest = std::max(segment.newest, time.value_or(SystemTime::max()));
        if (link) {
            segment.last
                = { link->sequence, std::string(link->hash), time.value_or(SystemTime {}) };
        }
        if (segment.records++ == 0) {
            segment.oldestLeft = time.value_or(SystemTime {});
        }
        return true;
    });
    if (!read) {
        return read.error();
    }
    return segment;
}

}  // namespace

bool isExpired(SystemTime written, SystemTime now)
{
    const auto day = std::chrono::floor<std::chrono::days>(written);
    std::chrono::year_month_day date(day);
    date += kAuditRetention;
    // The 29th of February ends on the 1st of March: a day late, never early.
    const auto last = date.ok() ? std::chrono::sys_days(date)
                                : std::chrono::sys_days(date.year() / std::chrono::March / 1);
    const auto until = SystemTime(last) + (written - SystemTime(day));
    return now >= until;
}

Result<std::vector<ExpiredSegment>> expiredSegments(
    FileSystem& files, const std::filesystem::path& directory, SystemTime now)
{
    const auto segments = listSegments(files, directory);
    if (!segments) {
        return segments.error();
    }
    std::vector<ExpiredSegment> expired;
    for (std::size_t i = 0; i + 1 < segments->size(); ++i) {
        auto segment = examine(files, directory, (*segments)[i].name);
        if (!segment) {
            return segment.error();
        }
        if (segment->newest == SystemTime::max() || !isExpired(segment->newest, now)) {
            break;
        }
        const auto next = examine(files, directory, (*segments)[i + 1].name);
        if (!next) {
            return next.error();
        }
        segment->oldestLeft = next->oldestLeft;
        expired.push_back(std::move(*segment));
    }
    return expired;
}

}  // namespace headroom
