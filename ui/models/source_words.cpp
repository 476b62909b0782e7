// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/source_words.h"

#include "ui/feed/remote_url.h"
#include "ui/text/format.h"
#include "ui/text/visible_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMetaEnum>
#include <QSslError>

#include <cmath>

namespace headroom::ui {

namespace {

/// A certificate's fault by OpenSSL's name and number, which is what people search for.
struct TlsFault {
    QSslError::SslError error;
    const char* name;
    int number;
    const char* title;
    const char* fix;
};

constexpr const char* kGiveAuthority
    = "give the certificate of the authority that signed it, with Add CA file.";

constexpr TlsFault kTlsFaults[] = {
    { QSslError::CertificateExpired, "X509_V_ERR_CERT_HAS_EXPIRED", 10, "certificate expired",
        "renew the certificate there, then test again." },
    { QSslError::CertificateNotYetValid, "X509_V_ERR_CERT_NOT_YET_VALID", 9,
        "certificate not valid yet", "compare the clocks of both machines, then test again." },
    { QSslError::SelfSignedCertificate, "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT", 18,
        "certificate of an unknown authority", kGiveAuthority },
    { QSslError::SelfSignedCertificateInChain, "X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN", 19,
        "certificate of an unknown authority", kGiveAuthority },
    { QSslError::UnableToGetLocalIssuerCertificate, "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
        20, "certificate of an unknown authority", kGiveAuthority },
    { QSslError::UnableToVerifyFirstCertificate, "X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE", 21,
        "certificate of an unknown authority", kGiveAuthority },
    { QSslError::CertificateUntrusted, "X509_V_ERR_CERT_UNTRUSTED", 27,
        "certificate of an unknown authority", kGiveAuthority },
    { QSslError::CertificateRevoked, "X509_V_ERR_CERT_REVOKED", 23, "certificate revoked",
        "have a new certificate made, then test again." },
    { QSslError::HostNameMismatch, "X509_V_ERR_HOSTNAME_MISMATCH", 62,
        "certificate of another host",
        "use a name that is in the certificate, or have one made for this name." },
};

const TlsFault* faultOf(const QSslError& error)
{
    for (const auto& fault : kTlsFaults) {
        if (fault.error == error.error()) {
            return &fault;
        }
    }
    return nullptr;
}

QString day(const QDateTime& at) { return at.toUTC().date().toString(Qt::ISODate); }

/// The first name that there is; certificates are made by others, so it is shown as text is.
QString holder(const QSslCertificate& certificate, bool isIssuer)
{
    const auto of = [&](QSslCertificate::SubjectInfo info) {
        return isIssuer ? certificate.issuerInfo(info) : certificate.subjectInfo(info);
    };
    auto names = of(QSslCertificate::CommonName) + of(QSslCertificate::Organization);
    const auto alternative = certificate.subjectAlternativeNames().values();
    if (!isIssuer && names.isEmpty()) {
        names = alternative;
    }
    return names.isEmpty() ? QStringLiteral("nobody by name") : visibleText(names.front());
}

void addCertificate(SourceReport& report, const QSslCertificate& certificate)
{
    if (certificate.isNull()) {
        return;
    }
    report.facts.append({ QStringLiteral("Certificate"),
        QStringLiteral("%1, issued by %2")
            .arg(holder(certificate, false), holder(certificate, true)) });
    report.facts.append({ QStringLiteral("Valid"),
        QStringLiteral("%1 to %2")
            .arg(day(certificate.effectiveDate()), day(certificate.expiryDate())) });
}

void addTrace(SourceReport& report, const HttpPeer& peer, const HttpTrace& trace)
{
    if (trace.reached) {
        const bool isV6 = trace.reached->protocol() == QAbstractSocket::IPv6Protocol;
        report.facts.append({ QStringLiteral("Reached"),
            QStringLiteral("%1:%2 in %3 ms")
                .arg(isV6 ? QLatin1Char('[') + trace.reached->toString() + QLatin1Char(']')
                          : trace.reached->toString())
                .arg(portOf(peer.url))
                .arg(trace.reachedAfter.count()) });
    }
    addCertificate(report, trace.certificate);
    if (!trace.protocol.isEmpty()) {
        report.facts.append({ QStringLiteral("Encryption"), trace.protocol });
    }
}

/// A person who reads of a bad certificate wants to know whether the secret is out.
void addTokenWords(SourceReport& report, const HttpPeer& peer, const HttpTrace& trace)
{
    if (!peer.token.isEmpty()) {
        report.detail += trace.isTokenSent ? QStringLiteral(" The token was sent.")
                                           : QStringLiteral(" Headroom did not send the token.");
    }
}

QString howLong(const QDateTime& from, const QDateTime& to)
{
    const auto days = from.daysTo(to);
    return days == 0 ? QStringLiteral("today") : format::plural(days, "day", "days");
}

/// A certificate that is out of its time has other faults besides; a new one would have to be made
/// in any case.
QSslError worstOf(const QList<QSslError>& errors)
{
    for (const auto& error : errors) {
        if (error.error() == QSslError::CertificateExpired
            || error.error() == QSslError::CertificateNotYetValid) {
            return error;
        }
    }
    return errors.front();
}

QString nameOf(const QSslError& error)
{
    const auto* fault = faultOf(error);
    return fault != nullptr
        ? QStringLiteral("%1 (%2)").arg(QString::fromLatin1(fault->name)).arg(fault->number)
        : error.errorString();
}

void explainTls(SourceReport& report, const HttpTrace& trace, SystemTime now)
{
    const auto error = worstOf(trace.tlsErrors);
    const auto* fault = faultOf(error);
    const auto at = QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(now.time_since_epoch()).count());
    report.title = QStringLiteral("Test failed: ")
        + (fault != nullptr ? QString::fromLatin1(fault->title)
                            : QStringLiteral("certificate not good"));
    if (error.error() == QSslError::CertificateExpired) {
        const auto ended = trace.certificate.expiryDate();
        const auto ago = howLong(ended, at);
        report.detail
            = QStringLiteral("The service answered, but its certificate expired on %1, "
                             "%2%3.")
                  .arg(day(ended), ago,
                      ago == QStringLiteral("today") ? QString() : QStringLiteral(" ago"));
    } else if (error.error() == QSslError::CertificateNotYetValid) {
        report.detail = QStringLiteral("The service answered, but its certificate is valid from %1 "
                                       "only.")
                            .arg(day(trace.certificate.effectiveDate()));
    } else {
        report.detail = QStringLiteral("The service answered, but its certificate cannot be "
                                       "trusted: ")
            + error.errorString() + QLatin1Char('.');
    }
    QStringList names;
    for (const auto& each : trace.tlsErrors) {
        names << nameOf(each);
    }
    names.removeDuplicates();
    report.facts.append({ QStringLiteral("Error"), names.join(QStringLiteral(", ")) });
    report.fix = fault != nullptr ? QString::fromLatin1(fault->fix) : QString();
}

void explainSocket(SourceReport& report, const HttpPeer& peer, QAbstractSocket::SocketError error)
{
    const auto address = originOf(peer.url).section(QStringLiteral("//"), 1);
    report.facts.append({ QStringLiteral("Error"),
        QStringLiteral("%1 (%2)")
            .arg(QString::fromLatin1(
                QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(error)))
            .arg(static_cast<int>(error)) });
    if (error == QAbstractSocket::ConnectionRefusedError) {
        report.title = QStringLiteral("Test failed: connection refused");
        report.detail = QStringLiteral("Nothing listens at %1.").arg(address);
        report.fix = QStringLiteral("start the service there, or correct the port.");
    } else if (error == QAbstractSocket::SslHandshakeFailedError) {
        report.title = QStringLiteral("Test failed: no encryption agreed on");
        report.fix = QStringLiteral("let the service speak TLS 1.2 or newer; if it speaks none, "
                                    "http:// works on this machine only.");
    } else {
        report.title = QStringLiteral("Test failed: not reached");
        report.fix = QStringLiteral("look at the address, the network and the firewall.");
    }
}

SourceReport failureOf(const HttpPeer& peer, const HttpTrace& trace, int status,
    const std::string& error, SystemTime now)
{
    SourceReport report;
    report.at = now;
    report.title = QStringLiteral("Test failed");
    report.detail = originOf(peer.url).section(QStringLiteral("//"), 1) + QLatin1Char(' ')
        + visibleText(QString::fromStdString(error)) + QLatin1Char('.');
    addTrace(report, peer, trace);
    if (!trace.tlsErrors.isEmpty()) {
        explainTls(report, trace, now);
    } else if (!peer.token.isEmpty() && !mayCarryToken(peer.url)) {
        report.title = QStringLiteral("Test failed: not encrypted");
        report.fix = QStringLiteral("use https://, or leave the token out.");
    } else if (status == 401 || status == 403) {
        const bool hasToken = !peer.token.isEmpty();
        report.title = hasToken ? QStringLiteral("Test failed: token refused")
                                : QStringLiteral("Test failed: a token is needed");
        report.facts.append({ QStringLiteral("Error"), QStringLiteral("HTTP %1").arg(status) });
        report.detail = hasToken ? QStringLiteral("The service does not take this token.")
                                 : QStringLiteral("The service answers nobody without a token.");
        report.fix = QStringLiteral("on the service's machine, headroomd token new read NAME makes "
                                    "one; type it above.");
    } else if (status != 0) {
        report.title = QStringLiteral("Test failed: not what was looked for");
        report.facts.append({ QStringLiteral("Answer"), QStringLiteral("HTTP %1").arg(status) });
        report.fix = QStringLiteral("look at the address: host, port and path.");
    } else if (trace.socketError && !trace.reached) {
        explainSocket(report, peer, *trace.socketError);
    } else if (trace.socketError == QAbstractSocket::SslHandshakeFailedError) {
        explainSocket(report, peer, *trace.socketError);
    } else {
        report.title = trace.reached ? QStringLiteral("Test failed: no answer")
                                     : QStringLiteral("Test failed: not reached");
        report.fix = trace.reached ? QStringLiteral("see whether what listens there is a Headroom "
                                                    "service, and whether it is well.")
                                   : QStringLiteral("look at the address, the network and the "
                                                    "firewall.");
    }
    addTokenWords(report, peer, trace);
    return report;
}

}  // namespace

SourceReport reportOf(const ServiceFindings& findings, SystemTime now)
{
    if (!findings.error.empty()) {
        return failureOf(findings.peer, findings.trace, findings.status, findings.error, now);
    }
    SourceReport report;
    report.at = now;
    report.isGood = true;
    report.title = QStringLiteral("Connected");
    const bool isOlder = findings.kind == ServiceKind::Older;
    report.detail = isOlder
        ? QStringLiteral("An older service: polled once a second, judged and remembered here. "
                         "Nothing can be acknowledged or changed there.")
        : QStringLiteral("It measures: %1.").arg(visibleText(findings.source));
    addTrace(report, findings.peer, findings.trace);
    if (!findings.role.isEmpty()) {
        report.facts.append({ QStringLiteral("You may"), visibleText(findings.role) });
    }
    report.covers = findings.covers;
    return report;
}

SourceReport reportOf(const PrometheusFindings& findings, SystemTime now)
{
    if (!findings.error.empty()) {
        return failureOf(findings.peer, findings.trace, findings.status, findings.error, now);
    }
    SourceReport report;
    report.at = now;
    report.isGood = true;
    report.title = QStringLiteral("Connected");
    report.detail = QStringLiteral("Prometheus ") + visibleText(findings.version);
    if (findings.depositories) {
        report.detail += QStringLiteral(", ")
            + format::plural(*findings.depositories, "depository", "depositories");
    }
    addTrace(report, findings.peer, findings.trace);
    const auto words
        = [](const char* text) { return QCoreApplication::translate("SourceWords", text); };
    report.facts.append({ words("Headroom's series"),
        !findings.depositories           ? words("the server did not say")
            : *findings.depositories > 0 ? words("there")
                                         : words("none: no headroomd is scraped") });
    if (findings.hasRank) {
        report.facts.append({ words("Rule headroom:rank"),
            *findings.hasRank ? words("recorded") : words("missing: the list is slower") });
    }
    if (findings.depositories == 0) {
        report.fix = QStringLiteral("let Prometheus scrape the /metrics of a headroomd.");
    } else if (findings.hasRank == false) {
        report.fix = words("add the rules of headroomd rules; docs/fleet.md has the lines.");
    }
    return report;
}

SourceReport failedReport(
    const QString& what, const QString& detail, const QString& fix, SystemTime now)
{
    SourceReport report;
    report.at = now;
    report.title = QStringLiteral("Test failed: ") + what;
    report.detail = detail;
    report.fix = fix;
    return report;
}

QString plainText(const SourceReport& report, const QString& source)
{
    QString text = source + QLatin1Char('\n') + report.title + QLatin1Char('\n') + report.detail
        + QLatin1Char('\n');
    for (const auto& [name, value] : report.facts) {
        text += name + QStringLiteral(": ") + value + QLatin1Char('\n');
    }
    if (!report.fix.isEmpty()) {
        text += QStringLiteral("To fix: ") + report.fix + QLatin1Char('\n');
    }
    return text + QStringLiteral("Tested: ") + format::isoLocal(report.at) + QLatin1Char('\n');
}

}  // namespace headroom::ui
