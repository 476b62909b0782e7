// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/result.h"
#include "ui/feed/http_reply_parser.h"
#include "ui/feed/tcp_connect.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace headroom::ui {

/// Whom to ask, and what proves that it is them.
struct HttpPeer {
    QUrl url;  ///< of the service, checked; paths are appended to its own
    QByteArray token;  ///< empty: none. Sent to this origin only, and only where mayCarryToken()
    QList<QSslCertificate> authorities;  ///< empty: the system's
};

struct HttpRequest {
    QByteArray method = "GET";
    QByteArray path;  ///< "/api/v1/snapshot?…", percent-encoded
    QByteArray body;  ///< JSON; empty: none
    QByteArray accept = "application/json";
    std::chrono::milliseconds within { 5'000 };  ///< for the whole answer; of a stream, its head
};

struct HttpAnswer {
    HttpHead head;
    QByteArray body;
};

/// How far an exchange came, for people who must find out why one does not work.
struct HttpTrace {
    std::optional<QHostAddress> reached;  ///< connected to; of several, the last that was tried
    std::chrono::milliseconds reachedAfter { 0 };
    QString protocol;  ///< "TLS 1.3", once the certificate was found good
    QSslCertificate certificate;  ///< as shown; null: none was
    QList<QSslError> tlsErrors;
    std::optional<QAbstractSocket::SocketError> socketError;
    bool isTokenSent = false;
};

/// One request and its answer on a connection of its own, by HTTP/1.1, for services that are not to
/// be trusted: nothing is sent before the address (and, by https, the certificate) has been found
/// good; everything has a deadline and a bound; nothing is followed, decompressed, stored or asked
/// again. Qt's own client does all of these, and asks again even with POST.
///
/// Lives in the thread that makes it; its callbacks come there, never from within a call.
class HttpExchange final : public QObject {
    Q_OBJECT
public:
    /// What failed begins with a verb, behind the name of the service: "cannot be reached: …".
    using Finished = std::function<void(const Result<HttpAnswer>&)>;
    /// The next bytes of a stream's body.
    using Streamed = std::function<void(const QByteArray&)>;

    HttpExchange(HttpPeer peer, HttpRequest request, QObject* parent = nullptr);
    ~HttpExchange() override;

    /// Answers once. A status that is no 2xx is an answer as well.
    void start(Finished finished);
    /// Takes the body as it comes instead, for as long as it comes; `finished` tells of the end,
    /// and an answer that is no 2xx is read and given whole as by start().
    void startStream(Streamed streamed, Finished finished);

    [[nodiscard]] const HttpTrace& trace() const { return trace_; }

    /// What it has read of the body so far and holds on to; for tests of the bounds.
    [[nodiscard]] qint64 bytesHeld() const { return body_.size() + socket_.bytesAvailable(); }

private:
    void begin();
    void tryNextAddress();
    void takeConnection(const QHostAddress& address, qintptr socket, int error);
    void takeResolved(const QHostInfo& info);
    void sendRequest();
    void readSome();
    void takeBody();
    void takeHead();
    void takeSocketError();
    void takeTlsErrors(const QList<QSslError>& errors);
    void takeDisconnect();
    [[nodiscard]] bool isTls() const { return peer_.url.scheme() == QLatin1String("https"); }
    [[nodiscard]] bool isStream() const { return streamed_ && parser_.head().status / 100 == 2; }
    void fail(const Error& error);
    void fail(ErrorCode code, const QString& why);
    void finish(const Result<HttpAnswer>& answer);

    HttpPeer peer_;
    HttpRequest request_;
    Finished finished_;
    Streamed streamed_;
    TcpConnect connect_;
    QSslSocket socket_;
    QTimer deadline_;
    QTimer attempt_;
    QList<QHostAddress> addresses_;
    QString tlsFault_;
    HttpTrace trace_;
    QElapsedTimer connecting_;
    HttpReplyParser parser_;
    QByteArray body_;
    bool isHeadChecked_ = false;
};

/// A file of certificates in PEM, or what is wrong with it.
[[nodiscard]] Result<QList<QSslCertificate>> authoritiesFrom(const QString& file);

}  // namespace headroom::ui
