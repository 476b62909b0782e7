// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/file_system.h"

namespace headroom {

/// The machine's disk. Holds no state: any thread, each File one thread at a time.
class PosixFileSystem final : public FileSystem {
public:
    Result<std::unique_ptr<File>> open(const std::filesystem::path& path, OpenMode mode) override;
    Result<std::vector<std::string>> list(const std::filesystem::path& directory) override;
    Result<void> createDirectories(const std::filesystem::path& directory) override;
    Result<void> rename(
        const std::filesystem::path& from, const std::filesystem::path& to) override;
    Result<void> remove(const std::filesystem::path& path) override;
    Result<void> syncDirectory(const std::filesystem::path& directory) override;
};

}  // namespace headroom
