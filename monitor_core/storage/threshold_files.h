// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/file_system.h"
#include "monitor_core/policy/threshold_policy.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace headroom {

/// What is in force when a program starts: the newest thresholds that were kept in the state folder
/// and can be read, with the limits and all that people may not set as `certified` has them.
/// Damaged ones are left where they are, and `problem` says so; without any it is the certified
/// policy, version 0. Before the recorder is made. FORMAT.md describes the files.
PolicyInForce loadThresholds(FileSystem& files, const std::filesystem::path& stateDirectory,
    const ThresholdPolicy& certified);

/// Keeps thresholds, one file a version, the newest twenty. Storage thread.
class ThresholdFiles {
public:
    /// `files` outlives it.
    ThresholdFiles(FileSystem& files, const std::filesystem::path& stateDirectory);

    /// Returns once the file and its name are on the disk. After an error there is no such version,
    /// if the disk still lets itself be changed.
    Result<void> save(std::uint64_t version, const std::string& json);

private:
    Result<void> write(const std::filesystem::path& path, const std::string& text);
    void removeOld();

    FileSystem& files_;
    std::filesystem::path directory_;
};

}  // namespace headroom
