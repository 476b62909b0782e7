// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// An open file of a FileSystem, closed by its destructor. One thread at a time.
class File {
public:
    virtual ~File() = default;

    /// Up to `into.size()` bytes from `offset` on; fewer only where the file ends.
    virtual Result<std::size_t> read(std::uint64_t offset, std::span<char> into) = 0;

    /// Writes all of `bytes` at `offset`. After a failure any part of them may be there.
    virtual Result<void> write(std::uint64_t offset, std::string_view bytes) = 0;

    virtual Result<std::uint64_t> size() = 0;
    virtual Result<void> truncate(std::uint64_t size) = 0;

    /// Makes the file `size` bytes long with disk space behind every byte (NoSpace if there is
    /// none), so that removing the file later gives that much back.
    virtual Result<void> reserve(std::uint64_t size) = 0;

    /// Returns once bytes and length are on the disk; the name is only there after
    /// syncDirectory(). After a failure the kernel may take unwritten bytes for written: what was
    /// written since the last success must be written again, another sync() proves nothing.
    virtual Result<void> sync() = 0;
};

enum class OpenMode : std::uint8_t {
    Read,  ///< must exist
    ReadWrite,  ///< must exist
    Create,  ///< to read and write; made, empty, if there is none
};

/// The disk, as a seam: rooms that must survive failing disks and power cuts reach theirs through
/// it, so that tests can fail the n-th operation or drop what was not synced. Errors are NotFound,
/// NoSpace (disk or quota full) or Io, and name the path. One thread at a time, unless an
/// implementation says more.
class FileSystem {
public:
    virtual ~FileSystem() = default;

    /// Symbolic links are not followed; a new file can be read by its owner only.
    virtual Result<std::unique_ptr<File>> open(const std::filesystem::path& path, OpenMode mode)
        = 0;

    /// Names (without the directory) of everything in `directory`, sorted.
    virtual Result<std::vector<std::string>> list(const std::filesystem::path& directory) = 0;

    /// Makes the directory and those above it, open to their owner only, and syncs their names.
    virtual Result<void> createDirectories(const std::filesystem::path& directory) = 0;

    /// Replaces `to`. Durable after syncDirectory().
    virtual Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to)
        = 0;
    virtual Result<void> remove(const std::filesystem::path& path) = 0;

    /// Returns once the names in `directory` (made, renamed, removed) are on the disk.
    virtual Result<void> syncDirectory(const std::filesystem::path& directory) = 0;
};

}  // namespace headroom
