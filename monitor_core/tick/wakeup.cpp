// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/wakeup.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>

namespace headroom {

Wakeup::Wakeup()
    : fd_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (fd_ < 0) {
        throw std::system_error(errno, std::generic_category(), "monitor: cannot make an eventfd");
    }
}

Wakeup::~Wakeup() { ::close(fd_); }

void Wakeup::wake() const noexcept
{
    const std::uint64_t one = 1;
    // Fails only when the counter is full, and then the waiter is awake anyway.
    [[maybe_unused]] const auto written = ::write(fd_, &one, sizeof one);
}

bool Wakeup::waitFor(std::chrono::milliseconds timeout) const noexcept
{
    pollfd ready { fd_, POLLIN, 0 };
    const auto limit = std::clamp<std::chrono::milliseconds::rep>(timeout.count(), 0, 60'000);
    if (::poll(&ready, 1, static_cast<int>(limit)) <= 0) {
        return false;
    }
    std::uint64_t count = 0;
    [[maybe_unused]] const auto read = ::read(fd_, &count, sizeof count);
    return true;
}

}  // namespace headroom
