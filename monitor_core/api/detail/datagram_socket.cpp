// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/datagram_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace headroom::api::detail {

namespace {

/// As much as the system allows of it: some seconds of a busy proxy.
constexpr int kReceiveBuffer = 4 * 1024 * 1024;
constexpr mode_t kOwnerAndGroup = 0660;

Error failed(const std::string& where, int code)
{
    const bool isTaken = code == EADDRINUSE;
    return { isTaken ? ErrorCode::Unavailable : ErrorCode::Io,
        "cannot receive there: " + std::string(std::strerror(code)), where };
}

/// Closes unless it is released.
class Socket {
public:
    explicit Socket(int family)
        : socket_(::socket(family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        const int on = 1;
        // More than net.core.rmem_max allows only for the privileged.
        if (::setsockopt(
                socket_, SOL_SOCKET, SO_RCVBUFFORCE, &kReceiveBuffer, sizeof kReceiveBuffer)
            != 0) {
            static_cast<void>(::setsockopt(
                socket_, SOL_SOCKET, SO_RCVBUF, &kReceiveBuffer, sizeof kReceiveBuffer));
        }
        static_cast<void>(::setsockopt(socket_, SOL_SOCKET, SO_RXQ_OVFL, &on, sizeof on));
    }
    ~Socket()
    {
        if (socket_ >= 0) {
            ::close(socket_);
        }
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    template <typename Address>
    [[nodiscard]] bool bind(const Address& address) const
    {
        return ::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    [[nodiscard]] int get() const { return socket_; }
    int release() { return std::exchange(socket_, -1); }

private:
    int socket_;
};

bool isReceivedAt(const sockaddr_un& address)
{
    const Socket asking(AF_UNIX);
    return ::connect(asking.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0
        || errno != ECONNREFUSED;
}

}  // namespace

Result<int> openUdpSocket(const std::string& address, std::uint16_t port)
{
    const auto where = address + ':' + std::to_string(port);
    sockaddr_in four {};
    if (::inet_pton(AF_INET, address.c_str(), &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        four.sin_port = htons(port);
        Socket socket(AF_INET);
        return socket.bind(four) ? Result<int>(socket.release()) : failed(where, errno);
    }
    sockaddr_in6 six {};
    if (::inet_pton(AF_INET6, address.c_str(), &six.sin6_addr) != 1) {
        return Error { ErrorCode::InvalidArgument, "is not an IP address", address };
    }
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(port);
    Socket socket(AF_INET6);
    return socket.bind(six) ? Result<int>(socket.release()) : failed(where, errno);
}

Result<int> openUnixSocket(const std::string& path)
{
    sockaddr_un address {};
    if (path.size() >= sizeof address.sun_path) {
        return Error { ErrorCode::InvalidArgument, "is too long for the name of a socket", path };
    }
    address.sun_family = AF_UNIX;
    std::ranges::copy(path, std::begin(address.sun_path));
    struct stat there { };
    if (::lstat(path.c_str(), &there) == 0) {
        if (!S_ISSOCK(there.st_mode)) {
            return Error { ErrorCode::Refused, "is there and is no socket", path };
        }
        if (isReceivedAt(address)) {
            return failed(path, EADDRINUSE);
        }
        removeSocketFile(path);
    }
    Socket socket(AF_UNIX);
    if (!socket.bind(address) || ::chmod(path.c_str(), kOwnerAndGroup) != 0) {
        return failed(path, errno);
    }
    return socket.release();
}

void removeSocketFile(const std::string& path) noexcept { ::unlink(path.c_str()); }

std::uint16_t portOf(int socket) noexcept
{
    sockaddr_storage address {};
    socklen_t length = sizeof address;
    if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) != 0) {
        return 0;
    }
    if (address.ss_family == AF_INET) {
        return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
    }
    return address.ss_family == AF_INET6
        ? ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port)
        : std::uint16_t { 0 };
}

DatagramBatch::DatagramBatch(std::size_t longest)
    : longest_(longest)
    , room_(longest * kMost)
{
    datagrams_.reserve(kMost);
}

void DatagramBatch::receive(int socket)
{
    datagrams_.clear();
    for (std::size_t i = 0; i < kMost; ++i) {
        pieces_.at(i) = { room_.data() + i * longest_, longest_ };
        auto& header = messages_.at(i).msg_hdr;
        header = {};
        header.msg_iov = &pieces_.at(i);
        header.msg_iovlen = 1;
        header.msg_control = controls_.at(i).bytes.data();
        header.msg_controllen = controls_.at(i).bytes.size();
    }
    const int got = ::recvmmsg(socket, messages_.data(), kMost, MSG_DONTWAIT, nullptr);
    for (int i = 0; i < got; ++i) {
        auto& message = messages_.at(static_cast<std::size_t>(i));
        noteDropped(message.msg_hdr);
        datagrams_.push_back({ { static_cast<const char*>(message.msg_hdr.msg_iov->iov_base),
                                   std::min<std::size_t>(message.msg_len, longest_) },
            (static_cast<unsigned>(message.msg_hdr.msg_flags) & MSG_TRUNC) != 0 });
    }
}

void DatagramBatch::noteDropped(msghdr& header)
{
    for (auto* part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level == SOL_SOCKET && part->cmsg_type == SO_RXQ_OVFL) {
            std::memcpy(&dropped_, CMSG_DATA(part), sizeof dropped_);
        }
    }
}

std::uint32_t DatagramBatch::takeDropped() { return dropped_ - std::exchange(told_, dropped_); }

}  // namespace headroom::api::detail
