// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/file_system.h"
#include "monitor_core/certification/review.h"

#include <chrono>
#include <filesystem>

namespace headroom {

/// The signed reviews in the state folder, one file, replaced as a whole. Storage thread.
class ReviewFile {
public:
    /// `files` outlives it.
    ReviewFile(FileSystem& files, std::filesystem::path directory);

    /// No file is a log without reviews; Damaged when it is not as it was written.
    Result<ReviewLog> load();
    /// Returns once the new content and its name are on the disk; on failure the old file is whole.
    Result<void> save(const ReviewLog& log);

private:
    FileSystem& files_;
    std::filesystem::path directory_;
};

}  // namespace headroom
