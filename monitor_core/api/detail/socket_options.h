// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include <chrono>

namespace headroom::api::detail {

/// Best effort: a system without one of the options serves all the same.
inline void prepareSocketForStream(boost::asio::ip::tcp::socket& socket, int sendBufferBytes,
    std::chrono::milliseconds unacknowledged)
{
    using UserTimeout = boost::asio::detail::socket_option::integer<IPPROTO_TCP, TCP_USER_TIMEOUT>;
    boost::system::error_code ignored;
    socket.set_option(boost::asio::socket_base::send_buffer_size(sendBufferBytes), ignored);
    socket.set_option(UserTimeout(static_cast<int>(unacknowledged.count())), ignored);
}

}  // namespace headroom::api::detail
