// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config/contacts_file.h"

#include "monitor_core/policy/escalation_json.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace headroom::app {

namespace {

constexpr std::size_t kLongest = 1024UL * 1024;

/// An open file, closed by its destructor.
class Descriptor {
public:
    // Not to wait: opening a FIFO would, until somebody writes.
    explicit Descriptor(const std::filesystem::path& file)
        : number_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
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

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] int problem() const { return problem_; }

private:
    int number_;
    int problem_;
};

Error fault(ErrorCode code, const std::filesystem::path& file, const std::string& why)
{
    return { code, why, file.string() };
}

Error cannotRead(const std::filesystem::path& file, int problem)
{
    return fault(
        ErrorCode::Io, file, "cannot be read: " + std::generic_category().message(problem));
}

Result<void> checkKind(const Descriptor& open, const std::filesystem::path& file)
{
    struct stat status { };
    if (::fstat(open.number(), &status) != 0) {
        return cannotRead(file, errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return fault(ErrorCode::InvalidArgument, file,
            S_ISDIR(status.st_mode) ? "is a folder; it must be a file" : "is not a regular file");
    }
    if (status.st_uid != 0 && status.st_uid != ::geteuid()) {
        return fault(ErrorCode::Refused, file,
            "belongs to another user, who could have any program run; it must be root's or yours");
    }
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
        return fault(ErrorCode::Refused, file,
            "can be written by others, who could have any program run; chmod go-w it");
    }
    return {};
}

Result<std::string> contentOf(const Descriptor& open, const std::filesystem::path& file)
{
    std::string text;
    char bytes[16 * 1024];
    while (text.size() <= kLongest) {
        const auto got = ::read(open.number(), bytes, sizeof bytes);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return cannotRead(file, errno);
        }
        if (got == 0) {
            break;
        }
        text.append(bytes, static_cast<std::size_t>(got));
    }
    return text;
}

Result<EscalationPolicy> read(const Descriptor& open, const std::filesystem::path& file)
{
    if (open.number() < 0) {
        return open.problem() == ENOENT ? fault(ErrorCode::NotFound, file, "is not there")
                                        : cannotRead(file, open.problem());
    }
    if (auto fits = checkKind(open, file); !fits) {
        return fits.error();
    }
    const auto text = contentOf(open, file);
    if (!text) {
        return text.error();
    }
    if (text->empty()) {
        return fault(ErrorCode::InvalidArgument, file,
            "is empty, as after a power cut; restore it, or remove it to go on without contacts");
    }
    if (text->find('\0') != std::string::npos) {
        return fault(ErrorCode::InvalidArgument, file, "is not a text file");
    }
    auto policy = escalationFromJson(*text);
    return policy
        ? policy
        : Result<EscalationPolicy>(fault(policy.error().code, file, policy.error().message));
}

}  // namespace

Result<EscalationPolicy> contactsOfState(const std::filesystem::path& stateDirectory)
{
    const auto file = stateDirectory / kContactsFile;
    const Descriptor open(file);
    struct stat status { };
    // A link that points nowhere was meant to point somewhere.
    const bool isMissing = open.problem() == ENOENT && ::lstat(file.c_str(), &status) != 0;
    return isMissing ? certifiedEscalation() : read(open, file);
}

Result<EscalationPolicy> contactsFromFile(const std::filesystem::path& file)
{
    return read(Descriptor(file), file);
}

}  // namespace headroom::app
