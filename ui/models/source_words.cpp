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

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sources)
};

/// A certificate's fault by OpenSSL's name and number, which is what people search for.
struct TlsFault {
    QSslError::SslError error;
    const char* name;
    int number;
    const char* title;
    const char* fix;
};

constexpr const char* kGiveAuthority = QT_TRANSLATE_NOOP(
    "Sources", "give the certificate of the authority that signed it, with Add CA file.");

constexpr TlsFault kTlsFaults[] = {
    { QSslError::CertificateExpired, "X509_V_ERR_CERT_HAS_EXPIRED", 10,
        QT_TRANSLATE_NOOP("Sources", "certificate expired"),
        QT_TRANSLATE_NOOP("Sources", "renew the certificate there, then test again.") },
    { QSslError::CertificateNotYetValid, "X509_V_ERR_CERT_NOT_YET_VALID", 9,
        QT_TRANSLATE_NOOP("Sources", "certificate not valid yet"),
        QT_TRANSLATE_NOOP("Sources", "compare the clocks of both machines, then test again.") },
    { QSslError::SelfSignedCertificate, "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT", 18,
        QT_TRANSLATE_NOOP("Sources", "certificate of an unknown authority"), kGiveAuthority },
    { QSslError::SelfSignedCertificateInChain, "X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN", 19,
        QT_TRANSLATE_NOOP("Sources", "certificate of an unknown authority"), kGiveAuthority },
    { QSslError::UnableToGetLocalIssuerCertificate, "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
        20, QT_TRANSLATE_NOOP("Sources", "certificate of an unknown authority"), kGiveAuthority },
    { QSslError::UnableToVerifyFirstCertificate, "X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE", 21,
        QT_TRANSLATE_NOOP("Sources", "certificate of an unknown authority"), kGiveAuthority },
    { QSslError::CertificateUntrusted, "X509_V_ERR_CERT_UNTRUSTED", 27,
        QT_TRANSLATE_NOOP("Sources", "certificate of an unknown authority"), kGiveAuthority },
    { QSslError::CertificateRevoked, "X509_V_ERR_CERT_REVOKED", 23,
        QT_TRANSLATE_NOOP("Sources", "certificate revoked"),
        QT_TRANSLATE_NOOP("Sources", "have a new certificate made, then test again.") },
    { QSslError::HostNameMismatch, "X509_V_ERR_HOSTNAME_MISMATCH", 62,
        QT_TRANSLATE_NOOP("Sources", "certificate of another host"),
        QT_TRANSLATE_NOOP(
            "Sources", "use a name that is in the certificate, or have one made for this name.") },
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
    return names.isEmpty() ? Words::tr("nobody by name") : visibleText(names.front());
}

void addCertificate(SourceReport& report, const QSslCertificate& certificate)
{
    if (certificate.isNull()) {
        return;
    }
    report.facts.append({ Words::tr("Certificate"),
        Words::tr("%1, issued by %2").arg(holder(certificate, false), holder(certificate, true)) });
    report.facts.append({ Words::tr("Valid"),
        Words::tr("%1 to %2")
            .arg(day(certificate.effectiveDate()), day(certificate.expiryDate())) });
}

void addTrace(SourceReport& report, const HttpPeer& peer, const HttpTrace& trace)
{
    if (trace.reached) {
        const bool isV6 = trace.reached->protocol() == QAbstractSocket::IPv6Protocol;
        report.facts.append({ Words::tr("Reached"),
            Words::tr("%1:%2 in %3 ms", "address, port, time")
                .arg(isV6 ? QLatin1Char('[') + trace.reached->toString() + QLatin1Char(']')
                          : trace.reached->toString())
                .arg(portOf(peer.url))
                .arg(trace.reachedAfter.count()) });
    }
    addCertificate(report, trace.certificate);
    if (!trace.protocol.isEmpty()) {
        report.facts.append({ Words::tr("Encryption"), trace.protocol });
    }
}

QString testFailed(const QString& what) { return Words::tr("Test failed: %1").arg(what); }

/// A person who reads of a bad certificate wants to know whether the secret is out.
void addTokenWords(SourceReport& report, const HttpPeer& peer, const HttpTrace& trace)
{
    if (!peer.token.isEmpty()) {
        report.detail = (trace.isTokenSent ? Words::tr("%1 The token was sent.")
                                           : Words::tr("%1 Headroom did not send the token."))
                            .arg(report.detail);
    }
}

QString expiredText(const QDateTime& ended, const QDateTime& now)
{
    const auto days = ended.daysTo(now);
    return days == 0 ? Words::tr("The service answered, but its certificate expired on %1, today.")
                           .arg(day(ended))
                     : Words::tr("The service answered, but its certificate expired on %1, %2 ago.")
                           .arg(day(ended), format::plural(days, "day", "days"));
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
    report.title = testFailed(
        fault != nullptr ? Words::tr(fault->title) : Words::tr("certificate not good"));
    if (error.error() == QSslError::CertificateExpired) {
        report.detail = expiredText(trace.certificate.expiryDate(), at);
    } else if (error.error() == QSslError::CertificateNotYetValid) {
        report.detail = Words::tr("The service answered, but its certificate is valid from %1 "
                                  "only.")
                            .arg(day(trace.certificate.effectiveDate()));
    } else {
        report.detail
            = Words::tr("The service answered, but its certificate cannot be trusted: %1.")
                  .arg(error.errorString());
    }
    QStringList names;
    for (const auto& each : trace.tlsErrors) {
        names << nameOf(each);
    }
    names.removeDuplicates();
    report.facts.append({ Words::tr("Error"), names.join(QStringLiteral(", ")) });
    report.fix = fault != nullptr ? Words::tr(fault->fix) : QString();
}

void explainSocket(SourceReport& report, const HttpPeer& peer, QAbstractSocket::SocketError error)
{
    const auto address = originOf(peer.url).section(QStringLiteral("//"), 1);
    report.facts.append({ Words::tr("Error"),
        QStringLiteral("%1 (%2)")
            .arg(QString::fromLatin1(
                QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(error)))
            .arg(static_cast<int>(error)) });
    if (error == QAbstractSocket::ConnectionRefusedError) {
        report.title = Words::tr("Test failed: connection refused");
        report.detail = Words::tr("Nothing listens at %1.").arg(address);
        report.fix = Words::tr("start the service there, or correct the port.");
    } else if (error == QAbstractSocket::SslHandshakeFailedError) {
        report.title = Words::tr("Test failed: no encryption agreed on");
        report.fix = Words::tr("let the service speak TLS 1.2 or newer; if it speaks none, "
                               "http:// works on this machine only.");
    } else {
        report.title = Words::tr("Test failed: not reached");
        report.fix = Words::tr("look at the address, the network and the firewall.");
    }
}

SourceReport failureOf(const HttpPeer& peer, const HttpTrace& trace, int status,
    const std::string& error, SystemTime now)
{
    SourceReport report;
    report.at = now;
    report.title = Words::tr("Test failed");
    report.detail = Words::tr("%1 %2.", "service, what it does not do")
                        .arg(originOf(peer.url).section(QStringLiteral("//"), 1),
                            visibleText(QString::fromStdString(error)));
    addTrace(report, peer, trace);
    if (!trace.tlsErrors.isEmpty()) {
        explainTls(report, trace, now);
    } else if (!peer.token.isEmpty() && !mayCarryToken(peer.url)) {
        report.title = Words::tr("Test failed: not encrypted");
        report.fix = Words::tr("use https://, or leave the token out.");
    } else if (status == 401 || status == 403) {
        const bool hasToken = !peer.token.isEmpty();
        report.title = hasToken ? Words::tr("Test failed: token refused")
                                : Words::tr("Test failed: a token is needed");
        report.facts.append({ Words::tr("Error"), QStringLiteral("HTTP %1").arg(status) });
        report.detail = hasToken ? Words::tr("The service does not take this token.")
                                 : Words::tr("The service answers nobody without a token.");
        report.fix = Words::tr("on the service's machine, headroomd token new read NAME makes "
                               "one; type it above.");
    } else if (status != 0) {
        report.title = Words::tr("Test failed: not what was looked for");
        report.facts.append({ Words::tr("Answer"), QStringLiteral("HTTP %1").arg(status) });
        report.fix = Words::tr("look at the address: host, port and path.");
    } else if (trace.socketError && !trace.reached) {
        explainSocket(report, peer, *trace.socketError);
    } else if (trace.socketError == QAbstractSocket::SslHandshakeFailedError) {
        explainSocket(report, peer, *trace.socketError);
    } else {
        report.title = trace.reached ? Words::tr("Test failed: no answer")
                                     : Words::tr("Test failed: not reached");
        report.fix = trace.reached ? Words::tr("see whether what listens there is a Headroom "
                                               "service, and whether it is well.")
                                   : Words::tr("look at the address, the network and the "
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
    report.title = Words::tr("Connected");
    const bool isOlder = findings.kind == ServiceKind::Older;
    report.detail = isOlder
        ? Words::tr("An older service: polled once a second, judged and remembered here. "
                    "Nothing can be acknowledged or changed there.")
        : Words::tr("It measures: %1.").arg(visibleText(findings.source));
    addTrace(report, findings.peer, findings.trace);
    if (!findings.role.isEmpty()) {
        report.facts.append({ Words::tr("You may"), visibleText(findings.role) });
    }
    report.covers = findings.covers;
    return report;
}

SourceReport reportOf(const PrometheusFindings& findings, SystemTime now)
{
    if (!findings.error.empty()) {
        auto failure
            = failureOf(findings.peer, findings.trace, findings.status, findings.error, now);
        if (findings.status == 401 || findings.status == 403) {
            failure.fix = Words::tr("type one above that the server, or the proxy before it, takes.",
                "a token");
        }
        return failure;
    }
    SourceReport report;
    report.at = now;
    report.isGood = true;
    report.title = Words::tr("Connected");
    report.detail = QStringLiteral("Prometheus %1").arg(visibleText(findings.version));
    if (findings.depositories) {
        report.detail += QStringLiteral(", ")
            + format::plural(*findings.depositories, "depository", "depositories");
    }
    addTrace(report, findings.peer, findings.trace);
    report.facts.append({ Words::tr("Headroom's series"),
        !findings.depositories           ? Words::tr("the server did not say")
            : *findings.depositories > 0 ? Words::tr("there")
                                         : Words::tr("none: no headroomd is scraped") });
    if (findings.hasRank) {
        report.facts.append({ Words::tr("Rule headroom:rank"),
            *findings.hasRank ? Words::tr("recorded") : Words::tr("missing: the list is slower") });
    }
    if (findings.depositories == 0) {
        report.fix = Words::tr("let Prometheus scrape the /metrics of a headroomd.");
    } else if (findings.hasRank == false) {
        report.fix = Words::tr("add the rules of headroomd rules; docs/fleet.md has the lines.");
    }
    return report;
}

SourceReport failedReport(
    const QString& what, const QString& detail, const QString& fix, SystemTime now)
{
    SourceReport report;
    report.at = now;
    report.title = testFailed(what);
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
        text += Words::tr("To fix: %1").arg(report.fix) + QLatin1Char('\n');
    }
    return text + Words::tr("Tested: %1").arg(format::isoLocal(report.at)) + QLatin1Char('\n');
}

}  // namespace headroom::ui
