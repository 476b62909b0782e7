// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace headroom {

/// A program that runs beside the test in its own folder, its output in a file. It is killed with
/// this object, and by the kernel should the test die first.
class ChildProcess {
public:
    ChildProcess(std::vector<std::string> command, const std::filesystem::path& output)
    {
        std::vector<char*> arguments;
        for (auto& argument : command) {
            arguments.push_back(argument.data());
        }
        arguments.push_back(nullptr);
        const int file = ::open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        const auto folder = std::filesystem::path(command.front()).parent_path();
        const pid_t parent = ::getpid();
        child_ = ::fork();
        if (child_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (::getppid() == parent && ::chdir(folder.c_str()) == 0 && ::dup2(file, 1) == 1
                && ::dup2(file, 2) == 2) {
                ::execv(arguments.front(), arguments.data());
            }
            ::_exit(127);
        }
        ::close(file);
        if (child_ < 0) {
            throw std::runtime_error("cannot start " + command.front());
        }
    }
    ~ChildProcess() { end(SIGKILL); }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Sends the signal and waits for the end.
    void end(int signal)
    {
        if (child_ > 0) {
            ::kill(child_, signal);
            while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) { }
            child_ = -1;
        }
    }
    [[nodiscard]] bool hasEnded()
    {
        if (child_ > 0 && ::waitpid(child_, nullptr, WNOHANG) == child_) {
            child_ = -1;
        }
        return child_ < 0;
    }

private:
    pid_t child_ = -1;
};

}  // namespace headroom
