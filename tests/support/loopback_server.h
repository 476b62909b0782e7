// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace headroom {

/// A TCP socket bound to a free port of 127.0.0.1; closed with it. Not listening yet: who connects
/// is refused, and nobody else gets the port.
class LoopbackPort {
public:
    LoopbackPort()
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* const generic = reinterpret_cast<sockaddr*>(&address);
        if (::bind(socket_, generic, length) != 0
            || ::getsockname(socket_, generic, &length) != 0) {
            throw std::runtime_error("no free port on 127.0.0.1");
        }
        number_ = ntohs(address.sin_port);
    }
    ~LoopbackPort() { close(); }
    LoopbackPort(const LoopbackPort&) = delete;
    LoopbackPort& operator=(const LoopbackPort&) = delete;

    /// Gives the port to whoever wants it next.
    void close()
    {
        if (socket_ >= 0) {
            ::close(std::exchange(socket_, -1));
        }
    }
    [[nodiscard]] int socket() const { return socket_; }
    [[nodiscard]] std::uint16_t number() const { return number_; }

private:
    int socket_;
    std::uint16_t number_ = 0;
};

/// Takes connections one after the other on a thread of its own and gives each to `serve`, which
/// does with it what the test needs; it is closed afterwards. The destructor waits for `serve`.
class LoopbackServer {
public:
    using Serve = std::function<void(int connection)>;

    explicit LoopbackServer(Serve serve)
        : serve_(std::move(serve))
        , stop_(::eventfd(0, EFD_CLOEXEC))
    {
        if (::listen(port_.socket(), 8) != 0) {
            throw std::runtime_error("cannot listen on 127.0.0.1");
        }
        thread_ = std::jthread([this] { run(); });
    }
    ~LoopbackServer()
    {
        stop();
        thread_.join();
        ::close(stop_);
    }
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_.number(); }
    [[nodiscard]] std::string url(const std::string& path, const std::string& scheme = "http") const
    {
        return scheme + "://127.0.0.1:" + std::to_string(port()) + path;
    }
    [[nodiscard]] int connections() const { return connections_; }

    /// Everything up to the end of the body that Content-Length announces; less when the peer ends.
    static std::string readRequest(int connection)
    {
        std::string text;
        char bytes[4096];
        while (!isWhole(text)) {
            const auto got = ::recv(connection, bytes, sizeof bytes, 0);
            if (got <= 0) {
                break;
            }
            text.append(bytes, static_cast<std::size_t>(got));
        }
        return text;
    }

    /// False once the peer has closed.
    static bool send(int connection, std::string_view text)
    {
        while (!text.empty()) {
            const auto sent = ::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                return false;
            }
            text.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// Reads on, says nothing, until the peer closes.
    static void staySilent(int connection)
    {
        char bytes[4096];
        while (::recv(connection, bytes, sizeof bytes, 0) > 0) { }
    }

private:
    static bool isWhole(const std::string& text)
    {
        const auto end = text.find("\r\n\r\n");
        if (end == std::string::npos) {
            return false;
        }
        static constexpr std::string_view kName = "\r\nContent-Length: ";
        const auto length = text.find(kName);
        return length == std::string::npos || length > end
            || text.size() >= end + 4 + std::stoul(text.substr(length + kName.size()));
    }

    void run()
    {
        while (true) {
            pollfd waiting[] { { port_.socket(), POLLIN, 0 }, { stop_, POLLIN, 0 } };
            ::poll(waiting, 2, -1);
            if (waiting[1].revents != 0) {
                return;
            }
            const int connection = ::accept4(port_.socket(), nullptr, nullptr, SOCK_CLOEXEC);
            if (connection >= 0) {
                ++connections_;
                serve_(connection);
                ::close(connection);
            }
        }
    }

    void stop() const
    {
        const std::uint64_t one = 1;
        static_cast<void>(::write(stop_, &one, sizeof one));
    }

    LoopbackPort port_;
    Serve serve_;
    int stop_;
    std::atomic<int> connections_ { 0 };
    std::jthread thread_;
};

}  // namespace headroom
