// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/tcp_progress.h"

#include <linux/sockios.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace headroom::api::detail {

// Apart from Asio, which brings the C library's tcp_info: that one has no bytes in it.
std::optional<TcpProgress> tcpProgress(int socket) noexcept
{
    tcp_info info {};
    socklen_t size = sizeof info;
    int outstanding = 0;
    if (::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0
        || ::ioctl(socket, SIOCOUTQ, &outstanding) != 0) {
        return std::nullopt;
    }
    return TcpProgress { info.tcpi_bytes_acked, static_cast<std::uint64_t>(outstanding) };
}

}  // namespace headroom::api::detail
