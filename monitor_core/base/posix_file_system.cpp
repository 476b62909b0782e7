// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/posix_file_system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace headroom {

namespace {

Error failure(std::string_view doing, const std::filesystem::path& path, int error)
{
    ErrorCode code = ErrorCode::Io;
    if (error == ENOENT) {
        code = ErrorCode::NotFound;
    } else if (error == ENOSPC || error == EDQUOT) {
        code = ErrorCode::NoSpace;
    }
    std::string message = "cannot ";
    message += doing;
    message += ' ';
    message += path.string();
    message += ": ";
    message += std::generic_category().message(error);
    return { code, std::move(message), {} };
}

class PosixFile final : public File {
public:
    PosixFile(int descriptor, std::filesystem::path path)
        : descriptor_(descriptor)
        , path_(std::move(path))
    {
    }
    // What counts was synced before; a failing close of synced bytes loses nothing.
    ~PosixFile() override { ::close(descriptor_); }
    PosixFile(const PosixFile&) = delete;
    PosixFile& operator=(const PosixFile&) = delete;

    Result<std::size_t> read(std::uint64_t offset, std::span<char> into) override
    {
        std::size_t done = 0;
        while (done < into.size()) {
            const auto n = ::pread(descriptor_, into.data() + done, into.size() - done,
                static_cast<off_t>(offset + done));
            if (n < 0 && errno == EINTR) {
                continue;
            }
            if (n < 0) {
                return failure("read", path_, errno);
            }
            if (n == 0) {
                break;
            }
            done += static_cast<std::size_t>(n);
        }
        return done;
    }

    Result<void> write(std::uint64_t offset, std::string_view bytes) override
    {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const auto n = ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done,
                static_cast<off_t>(offset + done));
            if (n < 0 && errno == EINTR) {
                continue;
            }
            if (n < 0) {
                return failure("write", path_, errno);
            }
            done += static_cast<std::size_t>(n);
        }
        return {};
    }

    Result<std::uint64_t> size() override
    {
        struct stat status { };
        if (::fstat(descriptor_, &status) != 0) {
            return failure("examine", path_, errno);
        }
        return static_cast<std::uint64_t>(status.st_size);
    }

    Result<void> truncate(std::uint64_t size) override
    {
        if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) {
            return failure("cut", path_, errno);
        }
        return {};
    }

    Result<void> reserve(std::uint64_t size) override
    {
        if (const int error = ::posix_fallocate(descriptor_, 0, static_cast<off_t>(size))) {
            return failure("reserve space for", path_, error);
        }
        return {};
    }

    Result<void> sync() override
    {
        if (::fdatasync(descriptor_) != 0) {
            return failure("sync", path_, errno);
        }
        return {};
    }

private:
    int descriptor_;
    std::filesystem::path path_;
};

int flagsOf(OpenMode mode)
{
    // O_NONBLOCK does nothing to a file, and keeps a FIFO put in its place from stopping us.
    constexpr int kAlways = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    switch (mode) {
    case OpenMode::Read:
        return O_RDONLY | kAlways;
    case OpenMode::ReadWrite:
        return O_RDWR | kAlways;
    case OpenMode::Create:
        break;
    }
    return O_RDWR | O_CREAT | kAlways;
}

}  // namespace

Result<std::unique_ptr<File>> PosixFileSystem::open(
    const std::filesystem::path& path, OpenMode mode)
{
    const int descriptor = ::open(path.c_str(), flagsOf(mode), S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return failure("open", path, errno);
    }
    return std::unique_ptr<File>(std::make_unique<PosixFile>(descriptor, path));
}

Result<std::vector<std::string>> PosixFileSystem::list(const std::filesystem::path& directory)
{
    std::error_code error;
    std::vector<std::string> names;
    for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end;
         entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    if (error) {
        return failure("list", directory, error.value());
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<void> PosixFileSystem::createDirectories(const std::filesystem::path& directory)
{
    std::error_code error;
    if (std::filesystem::is_directory(directory, error)) {
        return {};
    }
    const auto parent = directory.parent_path();
    if (!parent.empty() && parent != directory) {
        if (auto made = createDirectories(parent); !made) {
            return made;
        }
    }
    if (::mkdir(directory.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        return failure("make", directory, errno);
    }
    return syncDirectory(parent.empty() ? std::filesystem::path(".") : parent);
}

Result<void> PosixFileSystem::rename(
    const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0) {
        return failure("rename", from, errno);
    }
    return {};
}

Result<void> PosixFileSystem::remove(const std::filesystem::path& path)
{
    if (::unlink(path.c_str()) != 0) {
        return failure("remove", path, errno);
    }
    return {};
}

Result<void> PosixFileSystem::syncDirectory(const std::filesystem::path& directory)
{
    const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return failure("open", directory, errno);
    }
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (error != 0) {
        return failure("sync", directory, error);
    }
    return {};
}

}  // namespace headroom
