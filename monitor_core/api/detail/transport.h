// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/detail/tcp_progress.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/system/error_code.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace headroom::api::detail {

/// Who uses a transport; kept alive while a call is under way.
class TransportUser {
public:
    virtual ~TransportUser() = default;
    virtual void onReady(const boost::system::error_code& error) = 0;
    virtual void onRead(const boost::system::error_code& error, std::size_t size) = 0;
    virtual void onWritten(const boost::system::error_code& error) = 0;
};

/// The bytes of one connection, encrypted or not. At most one read and one write at a time.
/// Network thread; nothing is called from within a call.
class Transport {
public:
    using Buffers = std::vector<boost::asio::const_buffer>;

    virtual ~Transport() = default;
    /// Ends in onReady.
    virtual void handshake(std::shared_ptr<TransportUser> user) = 0;
    /// Ends in onRead.
    virtual void read(boost::asio::mutable_buffer into, std::shared_ptr<TransportUser> user) = 0;
    /// True when all is with the system at once; else it ends in onWritten, and the buffers and
    /// what they point to stay as they are until then.
    virtual bool write(Buffers& buffers, std::shared_ptr<TransportUser> user) = 0;
    /// Says that nothing more comes; what the peer still sends can be read, until its end.
    virtual void finishSending() = 0;
    virtual void close() = 0;
    /// Closes and has the system forget what it still holds for the peer.
    virtual void reset() = 0;
    /// How much the system may hold for a peer that does not read.
    virtual void limitSendBuffer(int bytes) = 0;
    [[nodiscard]] virtual std::optional<TcpProgress> progress() = 0;
};

std::unique_ptr<Transport> makePlainTransport(boost::asio::ip::tcp::socket socket);
/// `tls` outlives it.
std::unique_ptr<Transport> makeTlsTransport(
    boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& tls);

}  // namespace headroom::api::detail
