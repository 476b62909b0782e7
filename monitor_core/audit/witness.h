// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/audit/audit_record.h"
#include "monitor_core/base/file_system.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace headroom {

/// The last acknowledged head, kept beside the trail (file `head`, FORMAT.md), so that a trail
/// whose tail was cut off at a record shows. It is written only after the record is on the disk
/// and before the record is acknowledged: it may lag behind the trail by the one record in
/// between, and never leads it. Two slots are written in turn, so that a torn write leaves the
/// other. One thread.
class Witness {
public:
    Witness(FileSystem& files, std::filesystem::path directory);

    /// What the file says; nothing if there is none, or none of its slots is whole.
    static Result<std::optional<AuditHead>> read(
        FileSystem& files, const std::filesystem::path& directory);

    /// Returns once `head` is on the disk. Makes the file if there is none.
    Result<void> write(const AuditHead& head);

private:
    Result<void> makeReady(const AuditHead& head);
    Result<void> put(int slot, std::string_view bytes);

    FileSystem& files_;
    std::filesystem::path directory_;
    std::unique_ptr<File> file_;
    std::optional<AuditHead> base_;  ///< what the file said when it was opened
    int nextSlot_ = 0;
    bool isReady_ = false;
};

}  // namespace headroom
