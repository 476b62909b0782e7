// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <atomic>
#include <cstdint>
#include <string>

namespace headroom {

/// What lies below a folder.
struct FolderTotals {
    std::int64_t bytes = 0;  ///< sum of the sizes of regular files, each file once
    std::int64_t files = 0;
    std::int64_t largest = 0;
    std::int64_t unreadable = 0;  ///< folders that could not be read and are not in the sums
    std::string firstUnreadable;  ///< one of them, with the reason
};

/// Adds up the regular files below `root`, on its own file system only and without following
/// symbolic links below it. What vanishes while it looks is not counted and no fault. Costs one
/// stat a file and the names of the folders still to visit; may take minutes on a slow mount, and
/// ends early with Unavailable once `stop` is set.
Result<FolderTotals> walkFolder(const std::string& root, const std::atomic<bool>& stop);

}  // namespace headroom
