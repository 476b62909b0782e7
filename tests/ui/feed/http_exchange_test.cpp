// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_server.h"
#include "ui/feed/http_exchange.h"

#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// Far longer than a test may take: who waits for the deadline is found out by Qt Test.
constexpr auto kNeverOver = 600s;

/// What an exchange with this server ends with; empty: nothing within a quarter of a minute.
std::optional<Result<HttpAnswer>> endOf(const QString& url, bool isStream = false)
{
    HttpRequest request;
    request.path = "/x";
    request.within = kNeverOver;
    HttpExchange exchange({ QUrl(url), {}, {} }, request);
    std::optional<Result<HttpAnswer>> end;
    const auto take = [&end](const Result<HttpAnswer>& answer) { end = answer; };
    if (isStream) {
        exchange.startStream([](const QByteArray&) {}, take);
    } else {
        exchange.start(take);
    }
    static_cast<void>(QTest::qWaitFor([&] { return end.has_value(); }, 15'000));
    return end;
}

}  // namespace

class HttpExchangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aConnectionThatIsResetIsToldAtOnceWhateverItsMoment_data()
    {
        QTest::addColumn<bool>("isStream");
        QTest::newRow("answer") << false;
        QTest::newRow("stream") << true;
    }

    // The reset races the client: before it saw the connection, before it wrote, before it read.
    void aConnectionThatIsResetIsToldAtOnceWhateverItsMoment()
    {
        QFETCH(bool, isStream);
        ScriptedServer server;
        server.behave([](ScriptedServer::Peer& peer) { peer.reset(); });
        for (int i = 0; i < 200; ++i) {
            const auto end = endOf(QString::fromStdString(server.url()), isStream);
            QVERIFY2(end, qPrintable(QStringLiteral("connection %1").arg(i)));
            QVERIFY(!*end);
            QVERIFY(end->error().code == ErrorCode::Unavailable);
        }
    }
};

QTEST_GUILESS_MAIN(HttpExchangeTest)
#include "http_exchange_test.moc"
