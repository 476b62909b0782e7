// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/file_system.h"

#include <filesystem>
#include <string>

namespace headroom {

/// Whether the write gate is HALTED, as far as a next run must know: a file of the state folder
/// that is there or not. Storage thread, and before it begins.
class HaltFile {
public:
    /// `files` outlives it.
    HaltFile(FileSystem& files, const std::filesystem::path& stateDirectory);

    /// Also when it cannot be told: a gate that is closed without need opens with the first storage
    /// reading.
    [[nodiscard]] bool isThere();

    /// Return once it is on the disk; doing it again does no harm. `why` is for people who look.
    Result<void> make(const std::string& why);
    Result<void> remove();

private:
    FileSystem& files_;
    std::filesystem::path directory_;
    std::filesystem::path path_;
};

}  // namespace headroom
