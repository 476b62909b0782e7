// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/transport.h"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include <span>
#include <utility>

namespace headroom::api::detail {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;

class TlsTransport final : public Transport {
public:
    TlsTransport(asio::ip::tcp::socket socket, asio::ssl::context& tls)
        : stream_(std::move(socket), tls)
    {
    }

    void handshake(std::shared_ptr<TransportUser> user) override
    {
        stream_.async_handshake(asio::ssl::stream_base::server,
            [user = std::move(user)](const error_code& error) { user->onReady(error); });
    }

    void read(asio::mutable_buffer into, std::shared_ptr<TransportUser> user) override
    {
        if (isFinished_) {
            // Sends our close_notify and waits for the peer's, which is the end of the reading.
            stream_.async_shutdown(
                [user = std::move(user)](const error_code&) { user->onRead(asio::error::eof, 0); });
            return;
        }
        stream_.async_read_some(
            into, [user = std::move(user)](const error_code& error, std::size_t size) {
                user->onRead(error, size);
            });
    }

    bool write(Buffers& buffers, std::shared_ptr<TransportUser> user) override
    {
        asio::async_write(stream_, std::span<const asio::const_buffer>(buffers),
            [user = std::move(user)](
                const error_code& error, std::size_t) { user->onWritten(error); });
        return false;
    }

    void finishSending() override { isFinished_ = true; }

    void close() override
    {
        error_code ignored;
        stream_.next_layer().close(ignored);
    }

    void reset() override
    {
        error_code ignored;
        stream_.next_layer().set_option(asio::socket_base::linger(true, 0), ignored);
        stream_.next_layer().close(ignored);
    }

    void limitSendBuffer(int bytes) override
    {
        error_code ignored;
        stream_.next_layer().set_option(asio::socket_base::send_buffer_size(bytes), ignored);
    }

    [[nodiscard]] std::optional<TcpProgress> progress() override
    {
        return tcpProgress(stream_.next_layer().native_handle());
    }

private:
    asio::ssl::stream<asio::ip::tcp::socket> stream_;
    bool isFinished_ = false;
};

}  // namespace

std::unique_ptr<Transport> makeTlsTransport(asio::ip::tcp::socket socket, asio::ssl::context& tls)
{
    return std::make_unique<TlsTransport>(std::move(socket), tls);
}

}  // namespace headroom::api::detail
