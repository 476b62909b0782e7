// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/file_system.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// A file of the trail. Its name says which record it begins with, so that a missing file shows
/// and sorting by name is sorting by age.
struct Segment {
    std::uint64_t firstSequence = 0;
    std::string name;
};

/// "audit-00000000000000000001.jsonl".
std::string segmentName(std::uint64_t firstSequence);

/// The segments in `directory`, oldest first; none if there is no directory. Other files there are
/// not ours and are left alone.
Result<std::vector<Segment>> listSegments(
    FileSystem& files, const std::filesystem::path& directory);

/// A line of a segment, without its newline. Valid during the call only.
struct SegmentLine {
    std::string_view text;
    std::uint64_t offset = 0;
    bool isTerminated = false;  ///< a newline follows
    bool isLast = false;  ///< nothing follows
};

/// Calls `onLine` for each line until it says false, holding 64 KiB in memory, and at most a
/// megabyte for a line that needs it, whatever is in the file: what has no newline for longer than
/// any record is handed over in pieces that are neither terminated nor last.
Result<void> readLines(File& file, const std::function<bool(const SegmentLine&)>& onLine);

}  // namespace headroom
