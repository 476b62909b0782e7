// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/folder_walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace headroom {

namespace {

struct CloseDir {
    void operator()(DIR* dir) const { ::closedir(dir); }
};
using DirHandle = std::unique_ptr<DIR, CloseDir>;

std::string reasonOf(int error) { return std::generic_category().message(error); }

DirHandle openFolder(const std::string& path, int extraFlags)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | extraFlags);
    if (fd < 0) {
        return nullptr;
    }
    DIR* dir = ::fdopendir(fd);
    if (dir == nullptr) {
        const int error = errno;
        ::close(fd);
        errno = error;
    }
    return DirHandle(dir);
}

Error cannotRead(const std::string& path, int error)
{
    const bool isMissing = error == ENOENT || error == ENOTDIR;
    const std::string next = isMissing ? "; mount it, or choose another folder"
        : error == EACCES              ? "; give Headroom's user the right to read it"
                                       : "; look at the file system";
    return { isMissing ? ErrorCode::NotFound : ErrorCode::Io,
        "cannot read " + path + ": " + reasonOf(error) + next, "filesystem" };
}

/// One walk: the sums so far and the folders still to visit.
class Walk {
public:
    explicit Walk(const std::atomic<bool>& stop)
        : stop_(stop)
    {
    }

    Result<FolderTotals> run(const std::string& root)
    {
        // The root itself may be a symbolic link: it is what the person named.
        const DirHandle top = openFolder(root, 0);
        struct stat rootStat { };
        if (!top || ::fstat(::dirfd(top.get()), &rootStat) != 0) {
            return cannotRead(root, errno);
        }
        device_ = rootStat.st_dev;
        if (const int error = visit(*top, root); error != 0) {
            return cannotRead(root, error);
        }
        while (!pending_.empty() && !stop_) {
            const std::string path = std::move(pending_.back());
            pending_.pop_back();
            visitBelow(path);
        }
        if (stop_) {
            return Error { ErrorCode::Unavailable, "stopped while reading " + root, "filesystem" };
        }
        return totals_;
    }

private:
    void visitBelow(const std::string& path)
    {
        const DirHandle dir = openFolder(path, O_NOFOLLOW);
        const int error = dir ? visit(*dir, path) : errno;
        if (error != 0 && error != ENOENT && error != ENOTDIR && error != ELOOP) {
            noteUnreadable(path, error);
        }
    }

    /// Counts what is in `dir`; the errno of a failure, or 0.
    int visit(DIR& dir, const std::string& path)
    {
        while (!stop_) {
            errno = 0;
            const dirent* entry = ::readdir(&dir);
            if (entry == nullptr) {
                return errno;
            }
            const std::string_view name(entry->d_name);
            if (name != "." && name != "..") {
                count(::dirfd(&dir), entry->d_name, path);
            }
        }
        return 0;
    }

    void count(int dirFd, const char* name, const std::string& path)
    {
        struct stat status { };
        if (::fstatat(dirFd, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
            if (errno != ENOENT) {
                noteUnreadable(path + "/" + name, errno);
            }
            return;
        }
        if (status.st_dev != device_) {
            return;
        }
        if (S_ISDIR(status.st_mode)) {
            pending_.push_back(path + "/" + name);
        } else if (S_ISREG(status.st_mode)) {
            // A file with several names takes its space once.
            if (status.st_nlink > 1 && !linked_.insert(status.st_ino).second) {
                return;
            }
            totals_.bytes += status.st_size;
            totals_.files += 1;
            totals_.largest = std::max<std::int64_t>(totals_.largest, status.st_size);
        }
    }

    void noteUnreadable(const std::string& path, int error)
    {
        if (totals_.unreadable++ == 0) {
            totals_.firstUnreadable = path + ": " + reasonOf(error);
        }
    }

    const std::atomic<bool>& stop_;
    dev_t device_ = 0;
    FolderTotals totals_;
    std::vector<std::string> pending_;
    std::set<ino_t> linked_;
};

}  // namespace

Result<FolderTotals> walkFolder(const std::string& root, const std::atomic<bool>& stop)
{
    return Walk(stop).run(root);
}

}  // namespace headroom
