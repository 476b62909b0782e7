// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config/owned_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace headroom::app {

namespace fs = std::filesystem;

namespace {

/// An open file, closed by its destructor.
class Descriptor {
public:
    Descriptor(const fs::path& file, int flags)
        : number_(::open(file.c_str(), flags | O_CLOEXEC, 0600))
        , problem_(number_ < 0 ? errno : 0)
    {
    }
    ~Descriptor()
    {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] bool isOpen() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] int problem() const { return problem_; }

private:
    int number_;
    int problem_;
};

Error fault(ErrorCode code, const fs::path& file, const std::string& why)
{
    return { code, why, file.string() };
}

Error systemFault(const fs::path& file, const std::string& what, int problem)
{
    return fault(ErrorCode::Io, file, what + ": " + std::generic_category().message(problem));
}

Error cannotOpen(const fs::path& file, const FileRules& rules, int problem)
{
    if (problem == ENOENT) {
        return fault(ErrorCode::NotFound, file, "is not there");
    }
    if (problem == ELOOP && !rules.followsLinks) {
        return fault(ErrorCode::Refused, file, "is a symbolic link; it must be the file itself");
    }
    return systemFault(file, "cannot be read", problem);
}

std::string modeText(mode_t mode)
{
    constexpr mode_t kBits[] = { 0700, 0070, 0007 };
    std::string text = "0";
    for (unsigned n = 0; n < 3; ++n) {
        text += static_cast<char>('0' + ((mode & kBits[n]) >> (3U * (2U - n))));
    }
    return text;
}

mode_t forbiddenBits(const struct stat& status, Readers readers)
{
    if (readers == Readers::Everybody) {
        return S_IWGRP | S_IWOTH;
    }
    const bool isHandedOver = status.st_uid == 0 && ::geteuid() != 0;
    const mode_t group = readers == Readers::Group || isHandedOver ? S_IRGRP : 0;
    return (S_IRWXG | S_IRWXO) & ~group;
}

Result<void> checkMode(const struct stat& status, const fs::path& file, const FileRules& rules)
{
    if ((status.st_mode & forbiddenBits(status, rules.readers)) == 0) {
        return {};
    }
    if (rules.readers == Readers::Everybody) {
        return fault(ErrorCode::Refused, file,
            "can be written by others, who could " + std::string(rules.danger) + "; chmod go-w it");
    }
    return fault(ErrorCode::Refused, file,
        "has mode " + modeText(status.st_mode)
            + ", so others than its owner can get at it; chmod 600 it");
}

Result<void> checkKind(const Descriptor& open, const fs::path& file, const FileRules& rules)
{
    struct stat status { };
    if (::fstat(open.number(), &status) != 0) {
        return systemFault(file, "cannot be read", errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return fault(ErrorCode::InvalidArgument, file,
            S_ISDIR(status.st_mode) ? "is a folder; it must be a file" : "is not a regular file");
    }
    if (status.st_uid != 0 && status.st_uid != ::geteuid()) {
        return fault(ErrorCode::Refused, file,
            "belongs to another user, who could " + std::string(rules.danger)
                + "; it must be root's or yours");
    }
    return checkMode(status, file, rules);
}

Result<std::string> contentOf(const Descriptor& open, const fs::path& file, std::size_t longest)
{
    std::string text;
    char bytes[16 * 1024];
    while (text.size() <= longest) {
        const auto got = ::read(open.number(), bytes, sizeof bytes);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return systemFault(file, "cannot be read", errno);
        }
        if (got == 0) {
            break;
        }
        text.append(bytes, static_cast<std::size_t>(got));
    }
    return text;
}

Result<void> writeAndSync(const Descriptor& open, const fs::path& file, const std::string& content)
{
    std::size_t done = 0;
    while (done < content.size()) {
        const auto put = ::write(open.number(), content.data() + done, content.size() - done);
        if (put < 0 && errno != EINTR) {
            return systemFault(file, "cannot be written", errno);
        }
        done += put > 0 ? static_cast<std::size_t>(put) : 0;
    }
    if (::fsync(open.number()) != 0) {
        return systemFault(file, "cannot be synced", errno);
    }
    return {};
}

/// So that a name that was made is still there after a power cut.
Result<void> syncFolderOf(const fs::path& file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const Descriptor open(folder, O_RDONLY | O_DIRECTORY);
    if (!open.isOpen() || ::fsync(open.number()) != 0) {
        return systemFault(folder, "cannot be synced", errno);
    }
    return {};
}

// Not to wait: opening a FIFO would, until somebody writes.
constexpr int kReading = O_RDONLY | O_NONBLOCK | O_NOCTTY;

}  // namespace

Result<std::string> readOwnedFile(const fs::path& file, const FileRules& rules)
{
    const Descriptor open(file, kReading | (rules.followsLinks ? 0 : O_NOFOLLOW));
    if (!open.isOpen()) {
        return cannotOpen(file, rules, open.problem());
    }
    if (auto fits = checkKind(open, file, rules); !fits) {
        return fits.error();
    }
    return contentOf(open, file, rules.longest);
}

Result<void> writeNewSecret(const fs::path& file, const std::string& content)
{
    auto part = file;
    part += ".new";
    ::unlink(part.c_str());  // of a start that was killed here
    {
        const Descriptor open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
        if (!open.isOpen()) {
            return systemFault(part, "cannot be made", open.problem());
        }
        if (auto written = writeAndSync(open, part, content); !written) {
            ::unlink(part.c_str());
            return written;
        }
    }
    // A link, unlike a rename, replaces nothing.
    const int problem = ::link(part.c_str(), file.c_str()) == 0 ? 0 : errno;
    ::unlink(part.c_str());
    if (problem == EEXIST) {
        return fault(ErrorCode::Conflict, file, "is there already");
    }
    if (problem != 0) {
        return systemFault(file, "cannot be made", problem);
    }
    return syncFolderOf(file);
}

Result<void> appendToSecret(const fs::path& file, const std::string& content)
{
    const FileRules rules { Readers::Nobody, false, content.size(), "read or change it" };
    const Descriptor open(file, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK);
    if (!open.isOpen()) {
        return open.problem() == ELOOP ? cannotOpen(file, rules, ELOOP)
                                       : systemFault(file, "cannot be written", open.problem());
    }
    if (auto fits = checkKind(open, file, rules); !fits) {
        return fits;
    }
    if (auto written = writeAndSync(open, file, content); !written) {
        return written;
    }
    return syncFolderOf(file);
}

}  // namespace headroom::app
