// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/detail/http_statistics.h"
#include "monitor_core/base/result.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/system/error_code.hpp>

#include <cstdint>
#include <functional>
#include <string>

namespace headroom::api::detail {

/// Takes connections, and goes on taking them: without descriptors or memory it waits a little and
/// tries again, while those who wait stay in the system's queue. Network thread after open().
class Listener {
public:
    using OnConnection = std::function<void(boost::asio::ip::tcp::socket)>;

    /// `statistics` outlives it.
    Listener(boost::asio::io_context& io, HttpStatistics& statistics)
        : acceptor_(io)
        , retry_(io)
        , statistics_(statistics)
    {
    }

    /// `address` is a number, not a name. Unavailable when somebody else has the port.
    Result<void> open(const std::string& address, std::uint16_t port);
    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }

    void accept(OnConnection onConnection);
    void close();

private:
    void next();
    void onAccepted(const boost::system::error_code& error, boost::asio::ip::tcp::socket socket);

    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer retry_;
    HttpStatistics& statistics_;
    OnConnection onConnection_;
    std::uint16_t port_ = 0;
};

}  // namespace headroom::api::detail
