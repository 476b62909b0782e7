// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace headroom {

/// A response as it came.
struct RawResponse {
    int status = 0;  ///< 0: the connection ended without one
    std::string head;
    std::string body;

    /// "value" of "Name: value"; the name as the service writes it.
    [[nodiscard]] std::string header(std::string_view name) const
    {
        const auto at = head.find("\r\n" + std::string(name) + ": ");
        if (at == std::string::npos) {
            return {};
        }
        const auto from = at + name.size() + 4;
        return head.substr(from, head.find("\r\n", from) - from);
    }
};

/// A client that sends what no library would, over a socket to 127.0.0.1. Waits at most a minute
/// for anything, and throws then: only a test that has failed gets there.
class RawClient {
public:
    /// `receiveBuffer` in bytes, 0: the system's. Not yet connected.
    explicit RawClient(int receiveBuffer = 0)
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const timeval patience { 60, 0 };
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (receiveBuffer > 0) {
            ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        }
    }
    ~RawClient() { close(); }
    RawClient(RawClient&& other) noexcept
        : socket_(std::exchange(other.socket_, -1))
        , unread_(std::move(other.unread_))
    {
    }
    RawClient& operator=(RawClient&& other) noexcept
    {
        std::swap(socket_, other.socket_);
        std::swap(unread_, other.unread_);
        return *this;
    }

    static RawClient to(std::uint16_t port, int receiveBuffer = 0)
    {
        RawClient client(receiveBuffer);
        client.connect(port);
        return client;
    }

    /// `from` is the client's own address, 127.0.0.0/8.
    void connect(std::uint16_t port, const char* from = "127.0.0.1")
    {
        sockaddr_in own = address(from, 0);
        sockaddr_in peer = address("127.0.0.1", port);
        if (::bind(socket_, reinterpret_cast<sockaddr*>(&own), sizeof own) != 0
            || ::connect(socket_, reinterpret_cast<sockaddr*>(&peer), sizeof peer) != 0) {
            throw std::runtime_error("cannot connect to the service under test");
        }
    }

    /// False when the service has closed already.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// The next response, its body by its Content-Length; without one if `withoutBody`.
    RawResponse read(bool withoutBody = false)
    {
        RawResponse response;
        response.head = readThrough("\r\n\r\n");
        if (!response.head.starts_with("HTTP/1.1 ")) {
            return response;
        }
        response.status = std::atoi(response.head.c_str() + 9);
        if (!withoutBody) {
            response.body = readSize(
                static_cast<std::size_t>(std::atol(response.header("Content-Length").c_str())));
        }
        return response;
    }

    RawResponse ask(std::string_view request)
    {
        send(request);
        return read();
    }

    /// Up to and with `end`; less when the connection ends.
    std::string readThrough(std::string_view end)
    {
        auto at = unread_.find(end);
        while (at == std::string::npos && receive()) {
            at = unread_.find(end);
        }
        return take(at == std::string::npos ? unread_.size() : at + end.size());
    }

    /// All that comes until the service closes.
    std::string readToEnd()
    {
        while (receive()) { }
        return take(unread_.size());
    }

    /// Ends the connection as a crash does: the peer gets a reset.
    void reset()
    {
        const linger now { 1, 0 };
        ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        close();
    }
    void close()
    {
        if (socket_ >= 0) {
            ::close(std::exchange(socket_, -1));
        }
    }
    [[nodiscard]] int socket() const { return socket_; }

private:
    static sockaddr_in address(const char* ip, std::uint16_t port)
    {
        sockaddr_in result {};
        result.sin_family = AF_INET;
        result.sin_addr.s_addr = ::inet_addr(ip);
        result.sin_port = htons(port);
        return result;
    }
    std::string readSize(std::size_t size)
    {
        while (unread_.size() < size && receive()) { }
        return take(std::min(size, unread_.size()));
    }
    std::string take(std::size_t size)
    {
        std::string result = unread_.substr(0, size);
        unread_.erase(0, size);
        return result;
    }
    /// False at the end, also when it is a reset.
    bool receive()
    {
        char bytes[16384];
        const auto got = ::recv(socket_, bytes, sizeof bytes, 0);
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            throw std::runtime_error("the service under test says nothing and does not close");
        }
        if (got > 0) {
            unread_.append(bytes, static_cast<std::size_t>(got));
        }
        return got > 0;
    }

    int socket_;
    std::string unread_;
};

}  // namespace headroom
