// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/audit/audit_record.h"
#include "monitor_core/base/file_system.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace headroom {

/// The newest `count` records before the record `before` (the very newest without it), oldest
/// first, for showing. Reads only the segments that hold them; lines that are no records are left
/// out. Does not verify.
Result<std::vector<AuditRecord>> readRecords(FileSystem& files,
    const std::filesystem::path& directory, std::size_t count, std::uint64_t before = kMaxSequence);

/// The first `count` records after the record `after`, oldest first; else the same.
Result<std::vector<AuditRecord>> readRecordsAfter(FileSystem& files,
    const std::filesystem::path& directory, std::uint64_t after, std::size_t count);

}  // namespace headroom
