// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/tcp_connect.h"

#include <QNetworkInterface>
#include <QSocketNotifier>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace headroom::ui {

namespace {

socklen_t fill(sockaddr_storage& place, const QHostAddress& address, quint16 port)
{
    std::memset(&place, 0, sizeof place);
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in ipv4 {};
        ipv4.sin_family = AF_INET;
        ipv4.sin_port = htons(port);
        ipv4.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&place, &ipv4, sizeof ipv4);
        return sizeof ipv4;
    }
    sockaddr_in6 ipv6 {};
    ipv6.sin6_family = AF_INET6;
    ipv6.sin6_port = htons(port);
    const auto bytes = address.toIPv6Address();
    std::memcpy(&ipv6.sin6_addr, &bytes, sizeof ipv6.sin6_addr);
    if (!address.scopeId().isEmpty()) {
        ipv6.sin6_scope_id = static_cast<std::uint32_t>(
            QNetworkInterface::interfaceIndexFromName(address.scopeId()));
    }
    std::memcpy(&place, &ipv6, sizeof ipv6);
    return sizeof ipv6;
}

}  // namespace

void TcpConnect::start(const QHostAddress& address, quint16 port, Done done)
{
    stop();
    done_ = std::move(done);
    sockaddr_storage place {};
    const auto length = fill(place, address, port);
    socket_ = ::socket(place.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
    if (socket_ < 0) {
        error_ = errno;
    } else if (::connect(socket_, reinterpret_cast<const sockaddr*>(&place), length) != 0
        && errno != EINPROGRESS) {
        error_ = errno;
        ::close(std::exchange(socket_, -1));
    }
    if (socket_ < 0) {
        ready_ = std::make_unique<QObject>();
        QMetaObject::invokeMethod(
            ready_.get(), [this] { takeReady(); }, Qt::QueuedConnection);
        return;
    }
    auto notifier = std::make_unique<QSocketNotifier>(socket_, QSocketNotifier::Write);
    QObject::connect(
        notifier.get(), &QSocketNotifier::activated, notifier.get(), [this, told = notifier.get()] {
            told->setEnabled(false);
            takeReady();
        });
    ready_ = std::move(notifier);
}

void TcpConnect::stop()
{
    ready_.reset();
    done_ = {};
    error_ = 0;
    if (socket_ >= 0) {
        ::close(std::exchange(socket_, -1));
    }
}

void TcpConnect::takeReady()
{
    int error = error_;
    if (socket_ >= 0) {
        socklen_t length = sizeof error;
        if (::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &length) != 0) {
            error = errno;
        }
    }
    ready_.release()->deleteLater();  // it is in the middle of its signal
    const auto done = std::exchange(done_, {});
    const int socket = error == 0 ? std::exchange(socket_, -1) : -1;
    stop();
    done(socket, error);
}

}  // namespace headroom::ui
