// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/http_exchange.h"

#include "ui/feed/http_reply_guard.h"
#include "ui/feed/remote_url.h"

#include <QFile>
#include <QNetworkProxy>
#include <QSslConfiguration>

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace headroom::ui {

namespace {

/// How much may wait in the socket: a flood then fills the network and not the memory.
constexpr qint64 kSocketBuffer = 256 * 1024;
constexpr std::chrono::milliseconds kPerAddress { 2'000 };
constexpr qsizetype kMostAddresses = 8;

QString tlsReason(const QSslError& error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return QStringLiteral("its certificate has expired; it must be renewed");
    case QSslError::CertificateNotYetValid:
        return QStringLiteral("its certificate is not valid yet; look at the clocks");
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return QStringLiteral("its certificate is signed by nobody who is known here; give the "
                              "authority's with --ca-file");
    case QSslError::HostNameMismatch:
        return QStringLiteral("its certificate is for another host name");
    default:
        return QStringLiteral("its certificate is not good: ") + error.errorString();
    }
}

QAbstractSocket::SocketError socketErrorOf(int error)
{
    switch (error) {
    case ECONNREFUSED:
        return QAbstractSocket::ConnectionRefusedError;
    case ECONNRESET:
        return QAbstractSocket::RemoteHostClosedError;
    case ETIMEDOUT:
        return QAbstractSocket::SocketTimeoutError;
    case EACCES:
    case EPERM:
        return QAbstractSocket::SocketAccessError;
    default:
        return QAbstractSocket::NetworkError;
    }
}

QString protocolName(QSsl::SslProtocol protocol)
{
    return protocol == QSsl::TlsV1_3 ? QStringLiteral("TLS 1.3") : QStringLiteral("TLS 1.2");
}

}  // namespace

HttpExchange::HttpExchange(HttpPeer peer, HttpRequest request, QObject* parent)
    : QObject(parent)
    , peer_(std::move(peer))
    , request_(std::move(request))
{
    socket_.setReadBufferSize(kSocketBuffer);
    socket_.setProxy(QNetworkProxy::NoProxy);
    deadline_.setSingleShot(true);
    attempt_.setSingleShot(true);
    connect(&deadline_, &QTimer::timeout, this, [this] {
        fail(ErrorCode::Unavailable,
            QStringLiteral("does not answer within %1 s")
                .arg(std::chrono::duration<double>(request_.within).count()));
    });
    connect(&attempt_, &QTimer::timeout, this, &HttpExchange::tryNextAddress);
    connect(&socket_, &QSslSocket::sslErrors, this, &HttpExchange::takeTlsErrors);
    connect(&socket_, &QSslSocket::readyRead, this, &HttpExchange::readSome);
    connect(&socket_, &QSslSocket::disconnected, this, &HttpExchange::takeDisconnect);
    connect(&socket_, &QSslSocket::errorOccurred, this, &HttpExchange::takeSocketError);
    if (!isTls()) {
        return;
    }
    connect(&socket_, &QSslSocket::encrypted, this, &HttpExchange::sendRequest);
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!peer_.authorities.isEmpty()) {
        tls.setCaCertificates(peer_.authorities);
    }
    socket_.setSslConfiguration(tls);
    socket_.setPeerVerifyName(peer_.url.host(QUrl::FullyEncoded));
}

HttpExchange::~HttpExchange()
{
    // A socket that is closed by its destructor says so, when the timers are gone already.
    socket_.disconnect(this);
}

void HttpExchange::start(Finished finished)
{
    finished_ = std::move(finished);
    deadline_.start(request_.within);
    QMetaObject::invokeMethod(this, &HttpExchange::begin, Qt::QueuedConnection);
}

void HttpExchange::startStream(Streamed streamed, Finished finished)
{
    streamed_ = std::move(streamed);
    start(std::move(finished));
}

void HttpExchange::begin()
{
    const auto again = checkedServiceUrl(peer_.url.toString(QUrl::FullyEncoded));
    if (!again) {
        fail(again.error());
        return;
    }
    const auto host = peer_.url.host(QUrl::FullyEncoded);
    if (const QHostAddress address(host); !address.isNull()) {
        addresses_ = { address };
        tryNextAddress();
        return;
    }
    QHostInfo::lookupHost(host, this, [this](const QHostInfo& info) { takeResolved(info); });
}

void HttpExchange::takeResolved(const QHostInfo& info)
{
    if (info.error() != QHostInfo::NoError) {
        fail(ErrorCode::Unavailable,
            QStringLiteral("cannot be found: ") + shownText(info.errorString(), 100));
        return;
    }
    for (const auto& address : info.addresses()) {
        if (mayConnectTo(address) && addresses_.size() < kMostAddresses) {
            addresses_ << address;
        }
    }
    if (addresses_.isEmpty()) {
        fail(ErrorCode::InvalidArgument,
            QStringLiteral("leads to an address that is no place of a service"));
        return;
    }
    tryNextAddress();
}

void HttpExchange::tryNextAddress()
{
    if (!finished_) {
        return;
    }
    const auto address = addresses_.takeFirst();
    // With nothing else to try, the deadline of the whole is enough.
    if (addresses_.isEmpty()) {
        attempt_.stop();
    } else {
        attempt_.start(kPerAddress);
    }
    socket_.abort();
    connecting_.start();
    connect_.start(address, portOf(peer_.url),
        [this, address](qintptr socket, int error) { takeConnection(address, socket, error); });
}

void HttpExchange::takeConnection(const QHostAddress& address, qintptr socket, int error)
{
    if (error != 0) {
        trace_.socketError = socketErrorOf(error);
        if (addresses_.isEmpty()) {
            fail(ErrorCode::Unavailable,
                QStringLiteral("cannot be reached: ") + shownText(qt_error_string(error), 150));
        } else {
            tryNextAddress();
        }
        return;
    }
    attempt_.stop();
    trace_.reached = address;
    trace_.reachedAfter = std::chrono::milliseconds(connecting_.elapsed());
    if (!socket_.setSocketDescriptor(socket)) {
        ::close(static_cast<int>(socket));
        fail(ErrorCode::Unavailable,
            QStringLiteral("cannot be reached: ") + shownText(socket_.errorString(), 150));
        return;
    }
    socket_.setReadBufferSize(kSocketBuffer);
    if (isTls()) {
        socket_.startClientEncryption();
    } else {
        sendRequest();
    }
}

void HttpExchange::sendRequest()
{
    attempt_.stop();
    if (socket_.isEncrypted()) {
        trace_.certificate = socket_.peerCertificate();
        trace_.protocol = protocolName(socket_.sessionProtocol());
    }
    auto host = originOf(peer_.url).section(QStringLiteral("://"), 1).toLatin1();
    QByteArray text = request_.method + ' ' + peer_.url.path(QUrl::FullyEncoded).toLatin1()
        + request_.path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: " + request_.accept
        + "\r\nAccept-Encoding: identity\r\nConnection: close\r\nUser-Agent: headroom\r\n";
    if (!peer_.token.isEmpty() && mayCarryToken(peer_.url)) {
        text += "Authorization: Bearer " + peer_.token + "\r\n";
        trace_.isTokenSent = true;
    }
    if (request_.method != "GET") {
        text += "Content-Length: " + QByteArray::number(request_.body.size()) + "\r\n";
        if (!request_.body.isEmpty()) {
            text += "Content-Type: application/json\r\n";
        }
    }
    socket_.write(text + "\r\n" + request_.body);
}

void HttpExchange::readSome()
{
    // One bite an event: a flood must leave the thread time for its deadlines.
    if (!finished_) {
        return;
    }
    parser_.take(socket_.read(kSocketBuffer));
    if (!parser_.fault().isEmpty()) {
        fail(ErrorCode::Damaged, parser_.fault());
        return;
    }
    if (parser_.hasHead()) {
        takeHead();
    }
    if (finished_ && parser_.hasHead()) {
        takeBody();
    }
    if (finished_ && parser_.isDone()) {
        finish(HttpAnswer { parser_.head(), std::exchange(body_, {}) });
    } else if (finished_ && socket_.bytesAvailable() > 0) {
        QMetaObject::invokeMethod(this, &HttpExchange::readSome, Qt::QueuedConnection);
    }
}

void HttpExchange::takeHead()
{
    if (std::exchange(isHeadChecked_, true)) {
        return;
    }
    if (const auto checked = checkReplyHead(parser_.head(), request_.accept); !checked) {
        fail(checked.error());
    } else if (isStream()) {
        deadline_.stop();
    }
}

void HttpExchange::takeBody()
{
    const auto bytes = parser_.takeBody();
    if (isStream()) {
        if (!bytes.isEmpty()) {
            streamed_(bytes);
        }
        return;
    }
    if (body_.size() + bytes.size() > kMostReplyBytes) {
        fail(ErrorCode::Damaged, QStringLiteral("sends more than 8 MiB in one answer"));
        return;
    }
    body_ += bytes;
}

void HttpExchange::takeTlsErrors(const QList<QSslError>& errors)
{
    // Never ignored: the handshake fails after this, and this is why.
    QStringList reasons;
    for (const auto& error : errors) {
        reasons << tlsReason(error);
    }
    reasons.removeDuplicates();
    tlsFault_ = reasons.join(QStringLiteral("; "));
    trace_.tlsErrors = errors;
    trace_.certificate = socket_.peerCertificate();
}

void HttpExchange::takeSocketError()
{
    if (!finished_ || socket_.error() == QAbstractSocket::RemoteHostClosedError) {
        return;
    }
    trace_.socketError = socket_.error();
    // A connection that is lost before anything was said: another address may do better.
    const bool hasSpoken = parser_.hasHead() || socket_.isEncrypted();
    if (!addresses_.isEmpty() && !hasSpoken && tlsFault_.isEmpty()) {
        QMetaObject::invokeMethod(this, &HttpExchange::tryNextAddress, Qt::QueuedConnection);
        return;
    }
    fail(ErrorCode::Unavailable,
        !tlsFault_.isEmpty()
            ? tlsFault_
            : QStringLiteral("cannot be reached: ") + shownText(socket_.errorString(), 150));
}

void HttpExchange::takeDisconnect()
{
    while (finished_ && socket_.bytesAvailable() > 0) {
        const auto before = socket_.bytesAvailable();
        readSome();
        if (socket_.bytesAvailable() == before) {
            break;
        }
    }
    if (!finished_) {
        return;
    }
    if (!tlsFault_.isEmpty()) {
        fail(ErrorCode::Unavailable, tlsFault_);
        return;
    }
    parser_.takeEnd();
    if (!parser_.fault().isEmpty()) {
        fail(ErrorCode::Unavailable, parser_.fault());
    } else if (isStream()) {
        fail(ErrorCode::Unavailable, QStringLiteral("closed the connection"));
    } else {
        finish(HttpAnswer { parser_.head(), std::exchange(body_, {}) });
    }
}

void HttpExchange::fail(ErrorCode code, const QString& why)
{
    fail(Error { code, why.toStdString(), {} });
}

void HttpExchange::fail(const Error& error) { finish(Result<HttpAnswer>(error)); }

void HttpExchange::finish(const Result<HttpAnswer>& answer)
{
    const auto finished = std::exchange(finished_, {});
    if (!finished) {
        return;
    }
    deadline_.stop();
    attempt_.stop();
    connect_.stop();
    body_.clear();
    // The callback may end this object; the socket's signals may be under way.
    QMetaObject::invokeMethod(
        this,
        [this, finished, answer] {
            socket_.abort();
            finished(answer);
        },
        Qt::QueuedConnection);
}

Result<QList<QSslCertificate>> authoritiesFrom(const QString& path)
{
    constexpr qint64 kMostBytes = 4 * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error { ErrorCode::Io,
            (QStringLiteral("cannot read %1: %2").arg(path, file.errorString())).toStdString(),
            {} };
    }
    auto found = QSslCertificate::fromData(file.read(kMostBytes), QSsl::Pem);
    if (found.isEmpty()) {
        return Error { ErrorCode::InvalidArgument,
            (QStringLiteral("%1 holds no certificate in PEM").arg(path)).toStdString(), {} };
    }
    return found;
}

}  // namespace headroom::ui
