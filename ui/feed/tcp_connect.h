// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QObject>

#include <functional>
#include <memory>

namespace headroom::ui {

/// Connects to one address, for a QSslSocket to take over. QAbstractSocket does not know a reset
/// that comes while it still connects (ECONNRESET): it begins anew, as often as it is reset, and
/// says nothing. Lives in the thread that makes it; the destructor gives up.
class TcpConnect {
public:
    /// A connected socket, which is the caller's now, and 0; or -1 and what errno says.
    using Done = std::function<void(qintptr socket, int error)>;

    TcpConnect() = default;
    ~TcpConnect() { stop(); }
    TcpConnect(const TcpConnect&) = delete;
    TcpConnect& operator=(const TcpConnect&) = delete;

    /// Answers once, later than the call; an attempt before this one is given up.
    void start(const QHostAddress& address, quint16 port, Done done);
    void stop();

private:
    void takeReady();

    int socket_ = -1;
    int error_ = 0;  ///< of the attempt itself, when it failed at once
    Done done_;
    std::unique_ptr<QObject> ready_;  ///< tells that the attempt is over
};

}  // namespace headroom::ui
