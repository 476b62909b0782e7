// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/file_system.h"

#include <stop_token>
#include <utility>

namespace headroom {

/// Another file system to read from, until it is asked to stop: then every read fails, so that a
/// look at seven years of records ends at once when the program does. Writes nothing.
class StoppableFiles final : public FileSystem {
public:
    /// `files` outlives it and may be read by this thread too.
    StoppableFiles(FileSystem& files, std::stop_token stop)
        : files_(files)
        , stop_(std::move(stop))
    {
    }

    Result<std::unique_ptr<File>> open(const std::filesystem::path& path, OpenMode mode) override
    {
        if (mode != OpenMode::Read) {
            return readOnly();
        }
        auto file = files_.open(path, mode);
        if (!file) {
            return file.error();
        }
        return std::unique_ptr<File>(std::make_unique<StoppableFile>(std::move(*file), stop_));
    }
    Result<std::vector<std::string>> list(const std::filesystem::path& directory) override
    {
        return files_.list(directory);
    }
    Result<void> createDirectories(const std::filesystem::path&) override { return readOnly(); }
    Result<void> rename(const std::filesystem::path&, const std::filesystem::path&) override
    {
        return readOnly();
    }
    Result<void> remove(const std::filesystem::path&) override { return readOnly(); }
    Result<void> syncDirectory(const std::filesystem::path&) override { return readOnly(); }

private:
    class StoppableFile final : public File {
    public:
        StoppableFile(std::unique_ptr<File> file, std::stop_token stop)
            : file_(std::move(file))
            , stop_(std::move(stop))
        {
        }
        Result<std::size_t> read(std::uint64_t offset, std::span<char> into) override
        {
            if (stop_.stop_requested()) {
                return Error { ErrorCode::Unavailable, "Headroom is stopping", "storage" };
            }
            return file_->read(offset, into);
        }
        Result<void> write(std::uint64_t, std::string_view) override { return readOnly(); }
        Result<std::uint64_t> size() override { return file_->size(); }
        Result<void> truncate(std::uint64_t) override { return readOnly(); }
        Result<void> reserve(std::uint64_t) override { return readOnly(); }
        Result<void> sync() override { return readOnly(); }

    private:
        std::unique_ptr<File> file_;
        std::stop_token stop_;
    };

    static Error readOnly() { return { ErrorCode::Unsupported, "only read here", "storage" }; }

    FileSystem& files_;
    std::stop_token stop_;
};

}  // namespace headroom
