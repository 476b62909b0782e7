// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headroomd/signals.h"

#include <poll.h>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

namespace headroom::app {

Signals::Signals()
{
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t ours;
    ::sigemptyset(&ours);
    for (const int number : { SIGTERM, SIGINT, SIGHUP }) {
        ::sigaddset(&ours, number);
    }
    ::pthread_sigmask(SIG_BLOCK, &ours, nullptr);
    descriptor_ = ::signalfd(-1, &ours, SFD_CLOEXEC | SFD_NONBLOCK);
    if (descriptor_ < 0) {
        throw std::system_error(errno, std::generic_category(), "signalfd");
    }
}

Signals::~Signals() { ::close(descriptor_); }

std::optional<Signals::Wish> Signals::wait(std::chrono::milliseconds patience) const
{
    pollfd waiting { descriptor_, POLLIN, 0 };
    ::poll(&waiting, 1, static_cast<int>(patience.count()));
    signalfd_siginfo got {};
    if (::read(descriptor_, &got, sizeof got) != static_cast<ssize_t>(sizeof got)) {
        return std::nullopt;
    }
    return got.ssi_signo == SIGHUP ? Wish::Reload : Wish::Stop;
}

}  // namespace headroom::app
