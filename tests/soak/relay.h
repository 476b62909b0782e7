// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace headroom::ui {

/// A network between dashboards and a service that can go away as cables do: nothing is refused,
/// nothing is closed, no byte arrives. When it is back, what was open before is broken.
class Relay final : public QObject {
public:
    explicit Relay(quint16 servicePort)
        : servicePort_(servicePort)
    {
        QObject::connect(&server_, &QTcpServer::newConnection, this, &Relay::takeConnections);
        server_.listen(QHostAddress::LocalHost, 0);
    }

    [[nodiscard]] quint16 port() const { return server_.serverPort(); }

    void setGone(bool isGone)
    {
        isGone_ = isGone;
        if (!isGone_) {
            for (auto* socket : server_.findChildren<QTcpSocket*>()) {
                socket->abort();
                socket->deleteLater();
            }
        }
    }

private:
    void takeConnections()
    {
        while (auto* client = server_.nextPendingConnection()) {
            if (isGone_) {  // the kernel has shaken hands; nobody is behind it
                continue;
            }
            auto* service = new QTcpSocket(&server_);
            join(client, service);
            join(service, client);
            // What the client said meanwhile waits in its socket.
            QObject::connect(service, &QTcpSocket::connected, client, &QTcpSocket::readyRead);
            service->connectToHost(QHostAddress::LocalHost, servicePort_);
        }
    }
    void join(QTcpSocket* from, QTcpSocket* to)
    {
        QObject::connect(from, &QTcpSocket::readyRead, to, [this, from, to] {
            if (to->state() == QAbstractSocket::ConnectingState
                || to->state() == QAbstractSocket::HostLookupState) {
                return;
            }
            const QByteArray bytes = from->readAll();
            if (!isGone_ && to->state() == QAbstractSocket::ConnectedState) {
                to->write(bytes);
            }
        });
        QObject::connect(from, &QTcpSocket::disconnected, to, [this, from, to] {
            if (!isGone_) {
                to->state() == QAbstractSocket::ConnectedState ? to->disconnectFromHost()
                                                               : to->abort();
            }
            from->deleteLater();
        });
    }

    quint16 servicePort_;
    QTcpServer server_;
    bool isGone_ = false;
};

}  // namespace headroom::ui
