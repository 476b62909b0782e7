// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_url.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RemoteUrl)
};

constexpr qsizetype kLongest = 2048;
constexpr quint16 kHttpPort = 80;
constexpr quint16 kHttpsPort = 443;

Error refused(const QString& why) { return { ErrorCode::InvalidArgument, why.toStdString(), {} }; }

bool isPlain(QChar c) { return c > QLatin1Char(' ') && c < QChar(0x7f); }

/// Names under which clouds serve secrets to whoever asks from inside.
bool isMetadataName(const QString& host)
{
    static constexpr std::array kNames { "metadata", "metadata.google.internal", "instance-data",
        "instance-data.ec2.internal" };
    return std::any_of(kNames.begin(), kNames.end(),
        [&host](const char* name) { return host == QLatin1String(name); });
}

bool isMetadataAddress(const QHostAddress& address)
{
    // Amazon's over IPv6, Alibaba's; all others are link-local.
    static const std::array kAddresses { QHostAddress(QStringLiteral("fd00:ec2::254")),
        QHostAddress(QStringLiteral("100.100.100.200")) };
    return std::any_of(kAddresses.begin(), kAddresses.end(),
        [&address](const QHostAddress& known) { return address == known; });
}

/// An IPv4 address that came as IPv6 is judged as what it is.
QHostAddress unmapped(const QHostAddress& address)
{
    bool isMapped = false;
    const auto v4 = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(v4) : address;
}

/// What is wrong with the text before anything is made of it; empty when nothing is.
QString textFault(const QString& text)
{
    if (text.isEmpty()) {
        return Words::tr("the address of the service is missing; it looks like "
                         "https://depot.example.org:8000");
    }
    if (text.size() > kLongest) {
        return Words::tr("the address is longer than %1 characters").arg(kLongest);
    }
    const auto scheme = text.section(QLatin1Char(':'), 0, 0).toLower();
    if ((scheme != QStringLiteral("http") && scheme != QStringLiteral("https"))
        || !text.mid(scheme.size()).startsWith(QStringLiteral("://"))) {
        return Words::tr("the address must begin with http:// or https://");
    }
    if (text.contains(QLatin1Char('\\'))) {
        return Words::tr("the address must not hold a backslash");
    }
    return {};
}

/// Between the slashes: "user@host:port".
QString authorityOf(const QString& text)
{
    const auto begin = text.indexOf(QStringLiteral("://")) + 3;
    auto end = begin;
    while (end < text.size() && !QStringLiteral("/?#").contains(text[end])) {
        ++end;
    }
    return text.mid(begin, end - begin);
}

QString authorityFault(const QString& authority, const QUrl& url)
{
    if (authority.contains(QLatin1Char('@'))) {
        return Words::tr("the address must not hold a user or password; give the token as a "
                         "file");
    }
    if (!std::all_of(authority.begin(), authority.end(), isPlain)) {
        const auto ascii = url.host(QUrl::FullyEncoded);
        return ascii.isEmpty()
            ? Words::tr("the host must be written in ASCII letters, without blanks")
            : Words::tr("the host holds letters that can look like others; if you mean it, "
                        "write it as %1")
                  .arg(ascii);
    }
    if (authority.contains(QLatin1Char('%'))) {
        return Words::tr("the host must not hold percent signs");
    }
    // Else "host:" and "host:0" would both mean the usual port to somebody.
    const auto colon = authority.lastIndexOf(QLatin1Char(':'));
    const auto port = colon > authority.lastIndexOf(QLatin1Char(']')) ? authority.mid(colon + 1)
                                                                      : QStringLiteral("1");
    bool isNumber = false;
    const auto number = port.toUInt(&isNumber);
    if (!isNumber || number < 1 || number > 65'535 || port.startsWith(QLatin1Char('+'))) {
        return Words::tr("the port must be a number from 1 to 65535");
    }
    return {};
}

QString hostFault(const QUrl& url)
{
    auto host = url.host(QUrl::FullyEncoded).toLower();
    if (host.endsWith(QLatin1Char('.'))) {
        host.chop(1);
    }
    if (host.isEmpty()) {
        return Words::tr("the address names no host");
    }
    const QHostAddress address(host);
    if (isMetadataName(host) || (!address.isNull() && !mayConnectTo(address))) {
        return Words::tr("the host %1 is no place of a service").arg(host);
    }
    // A label of digits at the end makes the whole an address to some resolvers.
    const auto last = host.section(QLatin1Char('.'), -1);
    bool isNumber = false;
    last.toULongLong(&isNumber, 0);
    if (address.isNull() && isNumber) {
        return Words::tr("the host %1 is neither a name nor an address").arg(host);
    }
    return {};
}

QString restFault(const QUrl& url)
{
    if (url.hasQuery() || url.hasFragment()) {
        return Words::tr("the address must end before ? and #");
    }
    const auto path = url.path(QUrl::FullyEncoded);
    const bool isOdd = path.contains(QLatin1Char('%')) || path.contains(QStringLiteral("//"))
        || path.contains(QStringLiteral("/.")) || path.contains(QLatin1Char(';'));
    return isOdd ? Words::tr("the path of the address must be plain, such as /headroom")
                 : QString();
}

}  // namespace

Result<QUrl> checkedServiceUrl(const QString& text)
{
    const auto trimmed = text.left(kLongest + 2).trimmed();
    if (const auto fault = textFault(trimmed); !fault.isEmpty()) {
        return refused(fault);
    }
    QUrl url(trimmed, QUrl::StrictMode);
    const auto authority = authorityOf(trimmed);
    // QUrl gives nothing of a host that it cannot encode, so this comes before isValid().
    if (const auto fault = authorityFault(authority, QUrl(trimmed)); !fault.isEmpty()) {
        return refused(fault);
    }
    if (!url.isValid()) {
        return refused(Words::tr("this is no address such as https://depot.example.org:8000"));
    }
    for (const auto& fault : { hostFault(url), restFault(url) }) {
        if (!fault.isEmpty()) {
            return refused(fault);
        }
    }
    auto path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    url.setPath(path);
    return url;
}

bool mayConnectTo(const QHostAddress& address)
{
    const auto real = unmapped(address);
    const bool isNobody = real.isNull() || real == QHostAddress(QHostAddress::AnyIPv4)
        || real == QHostAddress(QHostAddress::AnyIPv6) || real.isBroadcast() || real.isMulticast()
        || real.isInSubnet(QHostAddress(QStringLiteral("0.0.0.0")), 8);
    return !isNobody && !real.isLinkLocal() && !isMetadataAddress(real);
}

bool mayCarryToken(const QUrl& url)
{
    if (url.scheme() == QStringLiteral("https")) {
        return true;
    }
    const auto host = url.host(QUrl::FullyEncoded).toLower();
    return host == QStringLiteral("localhost") || unmapped(QHostAddress(host)).isLoopback();
}

quint16 portOf(const QUrl& url)
{
    const bool isTls = url.scheme() == QStringLiteral("https");
    return static_cast<quint16>(url.port(isTls ? kHttpsPort : kHttpPort));
}

QString originOf(const QUrl& url)
{
    auto host = url.host(QUrl::FullyEncoded).toLower();
    if (host.contains(QLatin1Char(':'))) {
        host = QLatin1Char('[') + host + QLatin1Char(']');
    }
    return url.scheme() + QStringLiteral("://") + host + QLatin1Char(':')
        + QString::number(portOf(url));
}

}  // namespace headroom::ui
