// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace headroom {

/// A real headroomd beside the test. It is killed with this object, and by the kernel should the
/// test die first.
class DaemonProcess {
public:
    /// Standard output and error go to files of these names in `folder`, anew each time.
    DaemonProcess(const std::string& program, std::vector<std::string> arguments,
        const std::filesystem::path& folder)
        : out_(folder / "headroomd.out")
        , err_(folder / "headroomd.err")
    {
        arguments.insert(arguments.begin(), program);
        std::vector<char*> list;
        for (auto& argument : arguments) {
            list.push_back(argument.data());
        }
        list.push_back(nullptr);
        const int out = ::open(out_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        const int err = ::open(err_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        const pid_t parent = ::getpid();
        child_ = ::fork();
        if (child_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (::getppid() == parent && ::dup2(out, 1) == 1 && ::dup2(err, 2) == 2) {
                ::execv(list.front(), list.data());
            }
            ::_exit(127);
        }
        ::close(out);
        ::close(err);
        if (child_ < 0) {
            throw std::runtime_error("cannot start " + program);
        }
    }
    ~DaemonProcess()
    {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            static_cast<void>(reap(0));
        }
    }
    DaemonProcess(const DaemonProcess&) = delete;
    DaemonProcess& operator=(const DaemonProcess&) = delete;

    /// Waits for the line that says where it listens: "http://127.0.0.1:41234". Empty when it ended
    /// instead.
    [[nodiscard]] std::string url()
    {
        constexpr std::string_view kReady = "headroomd: listening on ";
        std::string line;
        waitUntil([&] {
            line = output();
            return line.ends_with('\n') || hasEnded();
        });
        if (!line.starts_with(kReady) || !line.ends_with('\n')) {
            return {};
        }
        line.pop_back();
        return line.substr(kReady.size());
    }

    void signal(int number) const { ::kill(child_, number); }
    /// Returns once it has stopped; until then it may still answer.
    void stop() const
    {
        ::kill(child_, SIGSTOP);
        siginfo_t seen {};
        while (::waitid(P_PID, static_cast<id_t>(child_), &seen, WSTOPPED) < 0 && errno == EINTR) {
        }
    }
    /// Waits for the end: the exit code, or 128 and the signal that ended it; empty when it did not
    /// end.
    [[nodiscard]] std::optional<int> exitCode()
    {
        waitUntil([this] { return hasEnded(); });
        return exitCode_;
    }
    [[nodiscard]] bool hasEnded()
    {
        if (child_ > 0) {
            static_cast<void>(reap(WNOHANG));
        }
        return child_ < 0;
    }
    [[nodiscard]] pid_t pid() const { return child_; }
    [[nodiscard]] std::string output() const { return contentOf(out_); }
    [[nodiscard]] std::string log() const { return contentOf(err_); }

private:
    static std::string contentOf(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return { std::istreambuf_iterator<char>(in), {} };
    }
    bool reap(int flags)
    {
        int status = 0;
        pid_t got = -1;
        do {
            got = ::waitpid(child_, &status, flags);
        } while (got < 0 && errno == EINTR);
        if (got != child_) {
            return false;
        }
        exitCode_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        child_ = -1;
        return true;
    }

    std::filesystem::path out_;
    std::filesystem::path err_;
    pid_t child_ = -1;
    std::optional<int> exitCode_;
};

}  // namespace headroom
