// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config/state_dir.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

namespace headroom {

namespace fs = std::filesystem;

namespace {

Error ioError(const std::string& what, int number)
{
    return { ErrorCode::Io, what + ": " + std::generic_category().message(number), {} };
}

/// Parents as the umask says, the folder itself for its owner alone.
Result<void> makeFolder(const fs::path& path)
{
    std::error_code failed;
    if (fs::is_directory(path, failed)) {
        return {};
    }
    if (path.has_parent_path()) {
        fs::create_directories(path.parent_path(), failed);
    }
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
        return ioError("cannot create the state folder " + path.string(), errno);
    }
    return {};
}

fs::path absoluteFrom(const char* variable)
{
    const char* value = std::getenv(variable);
    const fs::path path = value != nullptr ? value : "";
    return path.is_absolute() ? path : fs::path();
}

}  // namespace

StateDir::StateDir(fs::path path, int lock, bool isTemporary)
    : path_(std::move(path))
    , lock_(lock)
    , isTemporary_(isTemporary)
{
}

StateDir::StateDir(StateDir&& other) noexcept
    : path_(std::move(other.path_))
    , lock_(std::exchange(other.lock_, -1))
    , isTemporary_(std::exchange(other.isTemporary_, false))
{
}

StateDir::~StateDir()
{
    if (isTemporary_) {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    if (lock_ >= 0) {
        ::close(lock_);
    }
}

Result<fs::path> StateDir::usualPath()
{
    if (const auto state = absoluteFrom("XDG_STATE_HOME"); !state.empty()) {
        return state / "headroom";
    }
    if (const auto home = absoluteFrom("HOME"); !home.empty()) {
        return home / ".local/state/headroom";
    }
    return Error { ErrorCode::NotFound,
        "neither XDG_STATE_HOME nor HOME is set; say with --state-dir where to keep files", {} };
}

Result<StateDir> StateDir::open(const fs::path& path)
{
    if (auto made = makeFolder(path); !made) {
        return made.error();
    }
    const auto file = path / "lock";
    const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) {
        return ioError("cannot open " + file.string(), errno);
    }
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const int number = errno;
        ::close(lock);
        if (number == EWOULDBLOCK) {
            return Error { ErrorCode::Conflict,
                "another headroom is using " + path.string()
                    + "; close it, or give this one a folder of its own with --state-dir",
                {} };
        }
        return ioError("cannot lock " + file.string(), number);
    }
    return StateDir(path, lock, false);
}

Result<StateDir> StateDir::temporary()
{
    std::error_code failed;
    std::string pattern = (fs::temp_directory_path(failed) / "headroom-XXXXXX").string();
    if (failed || ::mkdtemp(pattern.data()) == nullptr) {
        return ioError("cannot create a temporary folder " + pattern, errno);
    }
    auto opened = open(pattern);
    if (opened) {
        opened->isTemporary_ = true;
    }
    return opened;
}

}  // namespace headroom
