// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/audit/audit_record.h"
#include "monitor_core/base/file_system.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace headroom {

/// Years that every record is kept (contract §1).
inline constexpr std::chrono::years kAuditRetention { 7 };

/// Whether seven calendar years have passed since `written`: on that day and time (≥).
bool isExpired(SystemTime written, SystemTime now);

/// A segment that holds only expired records.
struct ExpiredSegment {
    std::string name;
    AuditHead last;  ///< its last record
    std::uint64_t records = 0;
    SystemTime newest {};  ///< the latest time in it; clocks step, so not always that of the last
    SystemTime oldestLeft {};  ///< time of the first record behind it
};

/// Those segments at the front of a whole trail, oldest first; never the one that is written to.
Result<std::vector<ExpiredSegment>> expiredSegments(
    FileSystem& files, const std::filesystem::path& directory, SystemTime now);

}  // namespace headroom
