// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/posix_file_system.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <new>

namespace headroom {

/// The machine's disk, with a hand on it: while held, reads or syncs begin and do not come back, as
/// with a disk that hangs; or there is no memory to open a file with. Any thread.
class HoldingFileSystem final : public FileSystem {
public:
    enum class What { Reads, Syncs };

    /// Lets go of everything.
    ~HoldingFileSystem() override { release(); }

    void hold(What what)
    {
        const std::lock_guard lock(mutex_);
        (what == What::Reads ? holdsReads_ : holdsSyncs_) = true;
    }
    void release()
    {
        {
            const std::lock_guard lock(mutex_);
            holdsReads_ = holdsSyncs_ = false;
        }
        wake_.notify_all();
    }
    /// Whether opening a file throws std::bad_alloc from now on.
    void setOutOfMemory(bool isOut) { isOutOfMemory_ = isOut; }
    /// Calls that are held now.
    [[nodiscard]] int held() const
    {
        const std::lock_guard lock(mutex_);
        return held_;
    }

    Result<std::unique_ptr<File>> open(const std::filesystem::path& path, OpenMode mode) override
    {
        if (isOutOfMemory_) {
            throw std::bad_alloc();
        }
        auto file = disk_.open(path, mode);
        if (!file) {
            return file.error();
        }
        return std::unique_ptr<File>(std::make_unique<HeldFile>(std::move(*file), *this));
    }
    Result<std::vector<std::string>> list(const std::filesystem::path& directory) override
    {
        return disk_.list(directory);
    }
    Result<void> createDirectories(const std::filesystem::path& directory) override
    {
        return disk_.createDirectories(directory);
    }
    Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override
    {
        return disk_.rename(from, to);
    }
    Result<void> remove(const std::filesystem::path& path) override { return disk_.remove(path); }
    Result<void> syncDirectory(const std::filesystem::path& directory) override
    {
        wait(What::Syncs);
        return disk_.syncDirectory(directory);
    }

private:
    class HeldFile final : public File {
    public:
        HeldFile(std::unique_ptr<File> file, HoldingFileSystem& disk)
            : file_(std::move(file))
            , disk_(disk)
        {
        }
        Result<std::size_t> read(std::uint64_t offset, std::span<char> into) override
        {
            disk_.wait(What::Reads);
            return file_->read(offset, into);
        }
        Result<void> write(std::uint64_t offset, std::string_view bytes) override
        {
            return file_->write(offset, bytes);
        }
        Result<std::uint64_t> size() override { return file_->size(); }
        Result<void> truncate(std::uint64_t size) override { return file_->truncate(size); }
        Result<void> reserve(std::uint64_t size) override { return file_->reserve(size); }
        Result<void> sync() override
        {
            disk_.wait(What::Syncs);
            return file_->sync();
        }

    private:
        std::unique_ptr<File> file_;
        HoldingFileSystem& disk_;
    };

    void wait(What what)
    {
        std::unique_lock lock(mutex_);
        const bool& isHeld = what == What::Reads ? holdsReads_ : holdsSyncs_;
        ++held_;
        wake_.wait(lock, [&isHeld] { return !isHeld; });
        --held_;
    }

    PosixFileSystem disk_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::atomic<bool> isOutOfMemory_ = false;
    bool holdsReads_ = false;
    bool holdsSyncs_ = false;
    int held_ = 0;
};

}  // namespace headroom
