// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/notify/command_hook.h"

#include "monitor_core/base/clock.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>
#include <vector>

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace headroom {

namespace {

/// What posix_spawn needs to know, given back whatever happens.
class SpawnSettings {
public:
    SpawnSettings()
    {
        posix_spawn_file_actions_init(&actions_);
        posix_spawnattr_init(&attributes_);
        posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions_, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0);
        // Sockets and the database are no business of the command's.
        posix_spawn_file_actions_addclosefrom_np(&actions_, 3);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes_, &none);
        sigset_t all;
        sigfillset(&all);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(
            &attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnSettings()
    {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    posix_spawn_file_actions_t* actions() { return &actions_; }
    posix_spawnattr_t* attributes() { return &attributes_; }

private:
    posix_spawn_file_actions_t actions_ {};
    posix_spawnattr_t attributes_ {};
};

/// The parent's variables, without those that the message sets.
std::vector<std::string> environmentOf(const Delivery& delivery)
{
    std::vector<std::string> all;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        if (std::strncmp(*entry, "HEADROOM_", 9) != 0) {
            all.emplace_back(*entry);
        }
    }
    for (const auto& [name, value] : delivery.environment) {
        all.push_back(name + '=' + value);
    }
    return all;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (auto& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

/// Whether the child ended within the time; it is not reaped yet.
bool endsWithin(pid_t child, std::chrono::milliseconds timeout)
{
    const auto deadline = BootClock::now() + timeout;
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    bool hasEnded = false;
    while (handle >= 0 && !hasEnded) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - BootClock::now());
        if (left.count() <= 0) {
            break;
        }
        pollfd waiting { handle, POLLIN, 0 };
        hasEnded = ::poll(&waiting, 1, static_cast<int>(left.count())) > 0;
    }
    if (handle >= 0) {
        ::close(handle);
    }
    return hasEnded;
}

int reap(pid_t child)
{
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return status;
}

}  // namespace

CommandHook::CommandHook(std::chrono::milliseconds timeout)
    : timeout_(timeout)
{
}

Result<void> CommandHook::deliver(const Delivery& delivery)
{
    if (delivery.command.empty() || delivery.command.front().empty()) {
        return Error { ErrorCode::InvalidArgument, "no command is configured", delivery.contact };
    }
    auto arguments = delivery.command;
    auto environment = environmentOf(delivery);
    const auto argv = pointersTo(arguments);
    const auto envp = pointersTo(environment);
    SpawnSettings settings;
    pid_t child = 0;
    const int failure = ::posix_spawnp(
        &child, argv.front(), settings.actions(), settings.attributes(), argv.data(), envp.data());
    if (failure != 0) {
        return Error { ErrorCode::Io,
            "cannot run " + arguments.front() + ": " + std::strerror(failure), delivery.contact };
    }
    // Without pidfd_open (Linux before 5.3) the command counts as one that does not end.
    const bool hasEnded = endsWithin(child, timeout_);
    if (!hasEnded) {
        ::kill(-child, SIGKILL);
    }
    const int status = reap(child);
    if (!hasEnded) {
        return Error { ErrorCode::Unavailable,
            arguments.front() + " did not end within " + std::to_string(timeout_.count()) + " ms",
            delivery.contact };
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        return Error { ErrorCode::Unavailable,
            arguments.front()
                + (WIFEXITED(status) ? " ended with status " + std::to_string(WEXITSTATUS(status))
                                     : " was ended by signal " + std::to_string(WTERMSIG(status))),
            delivery.contact };
    }
    return {};
}

}  // namespace headroom
