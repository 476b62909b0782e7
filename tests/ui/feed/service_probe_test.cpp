// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_server.h"
#include "tests/ui/support/remote_service.h"
#include "tests/ui/support/snapshots.h"
#include "ui/feed/remote_url.h"
#include "ui/feed/service_feed.h"
#include "ui/feed/service_probe.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

using Peer = ScriptedServer::Peer;

constexpr int kPatience = 20'000;  // only ends a test that has failed

std::string reply(const std::string& status, std::string body = "{}")
{
    std::replace(body.begin(), body.end(), '\'', '"');
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// These replies to whoami and to scale-status.
ScriptedServer::Behaviour service(const std::string& whoAmI, const std::string& status)
{
    return [whoAmI, status](Peer& peer) {
        peer.send(peer.readHead().starts_with("GET /api/v1/whoami ") ? whoAmI : status);
    };
}

const std::string kOldStatus = reply("200 OK", "{'concurrent_writes':{},'storage':{}}");

HttpPeer peerOf(const ScriptedServer& server)
{
    HttpPeer peer;
    peer.url = *checkedServiceUrl(QString::fromStdString(server.url()));
    return peer;
}

/// "current", "older", or why neither.
QString found(const ScriptedServer::Behaviour& behaviour)
{
    ScriptedServer server;
    server.behave(behaviour);
    ServiceProbe probe(peerOf(server));
    std::optional<Result<ServiceKind>> answer;
    probe.ask([&answer](const Result<ServiceKind>& kind) { answer = kind; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience)) {
        return QStringLiteral("no answer");
    }
    if (!*answer) {
        return QString::fromStdString(answer->error().text());
    }
    return answer->value() == ServiceKind::Current ? QStringLiteral("current")
                                                   : QStringLiteral("older");
}

}  // namespace

class ServiceProbeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsACurrentServiceFromAnOlderOneAndFromAnythingElse()
    {
        QCOMPARE(found(service(reply("200 OK", "{'name':'anonymous','role':'read'}"), "")),
            QStringLiteral("current"));
        QCOMPARE(found(service(reply("404 Not Found"), kOldStatus)), QStringLiteral("older"));
        const auto isNone = [](const QString& text) {
            return text.contains(QStringLiteral("is no Headroom service"));
        };
        QVERIFY(isNone(found(service(reply("404 Not Found"), reply("404 Not Found")))));
        QVERIFY(isNone(found(service(reply("404 Not Found"), reply("200 OK")))));
        QVERIFY(isNone(found(service(reply("200 OK"), kOldStatus))));
    }

    void saysWhyAServiceCannotBeAsked()
    {
        QVERIFY(found(service(reply("401 No"), "")).contains(QStringLiteral("--token-file")));
        QVERIFY(found(service("", "")).contains(QStringLiteral("without an answer")));
        QVERIFY(found(service("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>", ""))
                    .contains(QStringLiteral("text/html")));
    }

    void anAnswerTooLongForSuchAQuestionIsNotRead()
    {
        const auto bloated = reply("200 OK", "{'role':'" + std::string(300'000, 'x') + "'}");
        QVERIFY(found(service(bloated, "")).contains(QStringLiteral("is no Headroom service")));
    }

    void asksUntilTheServiceIsThereAndIsThenWhatWasMadeForIt()
    {
        const SystemClock clock;
        ScriptedServer server;
        server.behave(service(reply("503 Starting"), ""));
        FakeFeed made;
        std::vector<ServiceKind> kinds;
        ServiceFeed feed(peerOf(server), clock,
            [&](ServiceKind kind) {
                kinds.push_back(kind);
                return &made;
            },
            { 10ms, 50ms });
        QSignalSpy snapshots(&feed, &Feed::snapshotChanged);
        QVERIFY(!feed.contact().isConnected);
        QTRY_VERIFY_WITH_TIMEOUT(feed.contact().why.contains(QStringLiteral("503")), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(server.connections() >= 3, kPatience);
        QVERIFY(kinds.empty());
        server.behave(service(reply("404 Not Found"), kOldStatus));
        QTRY_VERIFY_WITH_TIMEOUT(!kinds.empty(), kPatience);
        QVERIFY(kinds == std::vector { ServiceKind::Older });
        QVERIFY(feed.contact().isConnected);
        SnapshotBuilder builder(clock);
        made.play(builder.calm().build());
        QCOMPARE(feed.latest(), made.latest());
        QVERIFY(snapshots.count() >= 1);
        feed.submit({ "Ada", UnshelveAlert { "A-1" } });
        QCOMPARE(made.submitted.size(), std::size_t { 1 });
    }

    void untilThenACommandAndAQuestionAreAnsweredWithTheReason()
    {
        const SystemClock clock;
        ScriptedServer server;
        server.behave([](Peer& peer) { peer.staySilent(); });
        ServiceFeed feed(peerOf(server), clock, [](ServiceKind) { return nullptr; });
        QSignalSpy answers(&feed, &Feed::commandFinished);
        QString why;
        feed.submit({ "Ada", UnshelveAlert { "A-1" } });
        feed.queryStorageForecast(this, [&](const Result<StorageForecast>& answer) {
            why = QString::fromStdString(answer.error().text());
        });
        QTRY_VERIFY_WITH_TIMEOUT(answers.count() == 1 && !why.isEmpty(), kPatience);
        QVERIFY(why.contains(QStringLiteral("not answered yet")));
        QCOMPARE(answers.first().first().toString(), why);
    }
};

QTEST_GUILESS_MAIN(ServiceProbeTest)
#include "service_probe_test.moc"
