// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/transport.h"

#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <span>
#include <utility>

namespace headroom::api::detail {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;

class PlainTransport final : public Transport {
public:
    explicit PlainTransport(asio::ip::tcp::socket socket)
        : socket_(std::move(socket))
    {
        error_code ignored;
        socket_.non_blocking(true, ignored);
    }

    void handshake(std::shared_ptr<TransportUser> user) override
    {
        asio::post(
            socket_.get_executor(), [user = std::move(user)] { user->onReady(error_code()); });
    }

    void read(asio::mutable_buffer into, std::shared_ptr<TransportUser> user) override
    {
        socket_.async_read_some(
            into, [user = std::move(user)](const error_code& error, std::size_t size) {
                user->onRead(error, size);
            });
    }

    bool write(Buffers& buffers, std::shared_ptr<TransportUser> user) override
    {
        // The system nearly always takes a response at once, and then nothing need be queued.
        error_code error;
        const std::size_t written = socket_.write_some(buffers, error);
        if (!error && written == asio::buffer_size(buffers)) {
            return true;
        }
        if (error && error != asio::error::would_block) {
            asio::post(socket_.get_executor(),
                [user = std::move(user), error] { user->onWritten(error); });
            return false;
        }
        drop(buffers, written);
        asio::async_write(socket_, std::span<const asio::const_buffer>(buffers),
            [user = std::move(user)](
                const error_code& result, std::size_t) { user->onWritten(result); });
        return false;
    }

    void finishSending() override
    {
        error_code ignored;
        socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

    void close() override
    {
        error_code ignored;
        socket_.close(ignored);
    }

    void reset() override
    {
        error_code ignored;
        socket_.set_option(asio::socket_base::linger(true, 0), ignored);
        socket_.close(ignored);
    }

    void limitSendBuffer(int bytes) override
    {
        error_code ignored;
        socket_.set_option(asio::socket_base::send_buffer_size(bytes), ignored);
    }

    [[nodiscard]] std::optional<TcpProgress> progress() override
    {
        return tcpProgress(socket_.native_handle());
    }

private:
    static void drop(Buffers& buffers, std::size_t written)
    {
        std::size_t done = 0;
        while (done < buffers.size() && written >= buffers[done].size()) {
            written -= buffers[done++].size();
        }
        buffers.erase(buffers.begin(), buffers.begin() + static_cast<std::ptrdiff_t>(done));
        if (!buffers.empty()) {
            buffers.front() += written;
        }
    }

    asio::ip::tcp::socket socket_;
};

}  // namespace

std::unique_ptr<Transport> makePlainTransport(asio::ip::tcp::socket socket)
{
    return std::make_unique<PlainTransport>(std::move(socket));
}

}  // namespace headroom::api::detail
