// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_url.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;

namespace {

/// The address as it will be used, or "refused".
QString outcome(const QString& text)
{
    const auto url = checkedServiceUrl(text);
    return url ? url->toString(QUrl::FullyEncoded) : QStringLiteral("refused");
}

QString reason(const QString& text)
{
    const auto url = checkedServiceUrl(text);
    return url ? QString() : QString::fromStdString(url.error().text());
}

}  // namespace

class RemoteUrlTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyPlainHttpAddressesOfServicesPass_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::addRow("%.60s", text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        constexpr const char* kRefused = "refused";
        row("http://localhost:8000", "http://localhost:8000");
        row("https://depot.example.org", "https://depot.example.org");
        row("  https://depot.example.org:8443/\n", "https://depot.example.org:8443");
        row("HTTPS://Depot.Example.ORG/headroom/", "https://depot.example.org/headroom");
        row("http://127.0.0.1:1", "http://127.0.0.1:1");
        row("http://192.168.7.20:65535", "http://192.168.7.20:65535");
        row("http://[::1]:8000", "http://[::1]:8000");
        row("https://xn--bcher-kva.example", "https://xn--bcher-kva.example");
        row("", kRefused);
        row("localhost:8000", kRefused);
        row("//depot.example.org", kRefused);
        row("file:///etc/passwd", kRefused);
        row("ftp://depot.example.org/", kRefused);
        row("javascript:alert(1)", kRefused);
        row("data:text/html,x", kRefused);
        row("http:/depot.example.org", kRefused);
        row("http:depot.example.org", kRefused);
        row("https://", kRefused);
        row("https://:8000", kRefused);
        row("https://user:pass@depot.example.org", kRefused);
        row("https://user@depot.example.org", kRefused);
        row("https://@depot.example.org", kRefused);
        row("http://169.254.169.254", kRefused);
        row("http://169.254.1.1:8000", kRefused);
        row("http://2852039166", kRefused);
        row("http://0xa9fea9fe", kRefused);
        row("http://0xa9.0xfe.0xa9.0xfe", kRefused);
        row("http://0251.0376.0251.0376", kRefused);
        row("http://169.254.43518", kRefused);
        row("http://[::ffff:169.254.169.254]", kRefused);
        row("http://[fe80::1]", kRefused);
        row("http://[fd00:ec2::254]", kRefused);
        row("http://100.100.100.200", kRefused);
        row("http://metadata.google.internal", kRefused);
        row("http://METADATA.google.internal./", kRefused);
        row("http://0.0.0.0:8000", kRefused);
        row("http://[::]:8000", kRefused);
        row("http://255.255.255.255", kRefused);
        row("http://224.0.0.1", kRefused);
        row("http://[ff02::1]", kRefused);
        row("http://1.2.3.999", kRefused);
        row("https://\xD0\xB0pple.example", kRefused);  // Cyrillic a
        row("https://b\xC3\xBC"
            "cher.example",
            kRefused);
        row("http://127\xE3\x80\x82"
            "0.0.1",
            kRefused);  // ideographic full stop
        row("http://127%2e0.0.1", kRefused);
        row("http://depot%00.example.org", kRefused);
        row("http://depot.example.org:0", kRefused);
        row("http://depot.example.org:", kRefused);
        row("http://depot.example.org:65536", kRefused);
        row("http://depot.example.org:-1", kRefused);
        row("http://depot.example.org:+80", kRefused);
        row("http://depot.example.org:80:80", kRefused);
        row("http://depot.example.org\\@evil.example", kRefused);
        row("http://depot.example.org/?used_gb=1", kRefused);
        row("http://depot.example.org/#x", kRefused);
        row("http://depot.example.org/../admin", kRefused);
        row("http://depot.example.org/%2e%2e/admin", kRefused);
        row("http://depot.example.org//admin", kRefused);
        row("http://de pot.example.org", kRefused);
        row("http://depot.example.org/a b", kRefused);
        row("http://depot\r\nHost: evil", kRefused);
    }
    void onlyPlainHttpAddressesOfServicesPass()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(outcome(text), expected);
    }

    void anAddressBeyondTwoKilobytesIsRefusedWithoutBeingParsed()
    {
        const auto base = QStringLiteral("http://depot.example.org/");
        QVERIFY(checkedServiceUrl(base + QString(2048 - base.size(), QLatin1Char('x'))));
        QVERIFY(!checkedServiceUrl(base + QString(2049 - base.size(), QLatin1Char('x'))));
        QVERIFY(reason(base + QString(10'000, QLatin1Char('x'))).contains(QStringLiteral("2048")));
    }

    void aHostInForeignLettersIsShownAsItIsReallyCalled()
    {
        QVERIFY(reason(QString::fromUtf8("https://\xD0\xB0pple.example"))
                    .contains(QStringLiteral("xn--pple-43d.example")));
    }

    void anAddressThatANameStandsForIsJudgedLikeOneThatIsWritten()
    {
        const auto may = [](const char* text) {
            return mayConnectTo(QHostAddress(QString::fromLatin1(text)));
        };
        QVERIFY(may("127.0.0.1"));
        QVERIFY(may("::1"));
        QVERIFY(may("10.1.2.3"));
        QVERIFY(!may("169.254.169.254"));
        QVERIFY(!may("::ffff:169.254.169.254"));
        QVERIFY(!may("fe80::1"));
        QVERIFY(!may("0.0.0.0"));
        QVERIFY(!may("0.1.2.3"));
        QVERIFY(!may("::"));
        QVERIFY(!may("239.1.1.1"));
        QVERIFY(!may(""));
    }

    void aTokenTravelsEncryptedOrNotAtAll()
    {
        const auto may = [](const char* text) {
            return mayCarryToken(*checkedServiceUrl(QString::fromLatin1(text)));
        };
        QVERIFY(may("https://depot.example.org"));
        QVERIFY(may("http://localhost:8000"));
        QVERIFY(may("http://127.0.0.1:8000"));
        QVERIFY(may("http://127.9.9.9:8000"));
        QVERIFY(may("http://[::1]:8000"));
        QVERIFY(!may("http://192.168.7.20:8000"));
        QVERIFY(!may("http://localhost.example.org:8000"));
    }

    void anOriginNamesItsPortAlways()
    {
        const auto origin
            = [](const char* text) { return originOf(QUrl(QString::fromLatin1(text))); };
        QCOMPARE(origin("https://h"), QStringLiteral("https://h:443"));
        QCOMPARE(origin("http://h/x"), QStringLiteral("http://h:80"));
        QCOMPARE(origin("http://[::1]:8000"), QStringLiteral("http://[::1]:8000"));
    }
};

QTEST_GUILESS_MAIN(RemoteUrlTest)
#include "remote_url_test.moc"
