// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_server.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/remote_service.h"
#include "ui/feed/remote_feed.h"
#include "ui/feed/remote_url.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

using Peer = ScriptedServer::Peer;

constexpr int kPatience = 20'000;  // only ends a test that has failed

RemoteSettings hurried(const ScriptedServer& server)
{
    RemoteSettings settings;
    settings.peer.url = *checkedServiceUrl(QString::fromStdString(server.url()));
    settings.answerWithin = 2'000ms;
    settings.lateAfter = 400ms;
    settings.lostAfter = 2'000ms;
    settings.settledAfter = 100ms;
    settings.backOff = { 10ms, 80ms };
    return settings;
}

std::string headOf(int sequence, char digit)
{
    return std::to_string(sequence) + ':' + std::string(64, digit);
}

/// JSON with single quotes for readers, as a whole reply.
std::string jsonReply(std::string body, const std::string& status = "200 OK")
{
    std::replace(body.begin(), body.end(), '\'', '"');
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// The event stream as `service` serves it, and this reply to everything else.
ScriptedServer::Behaviour servingAnd(RemoteService service, std::string reply)
{
    return [service, reply](Peer& peer) {
        const auto head = peer.readHead();
        if (head.find(" /api/v1/events ") == std::string::npos) {
            peer.send(reply);
            return;
        }
        auto mine = service;
        bool isThere = peer.send(mine.greeting());
        while (isThere && peer.pause(50ms)) {
            ++mine.sequence;
            isThere = peer.send(RemoteService::event("snapshot", mine.snapshot())
                + RemoteService::event("heartbeat", mine.heartbeat()));
        }
    };
}

struct Screen {
    explicit Screen(RemoteSettings settings)
        : feed(std::move(settings), clock)
    {
    }
    [[nodiscard]] bool isGreen() const
    {
        return feed.contact().isConnected && feed.latest() && feed.latest()->worst == Level::Green;
    }
    [[nodiscard]] const MetricState& audit() const
    {
        return feed.latest()->of(Metric::AuditRetention);
    }

    SystemClock clock;
    RemoteFeed feed;
};

Command acknowledge()
{
    return { "Ada (wall)", AcknowledgeAlert { "STORAGE_CAPACITY-17", "on it" } };
}

}  // namespace

class RemoteFeedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beforeTheFirstAnswerThereIsNoContactAndNothingToShow()
    {
        ScriptedServer server;
        server.behave([](Peer& peer) { peer.staySilent(); });
        const Screen screen(hurried(server));
        QVERIFY(!screen.feed.contact().isConnected);
        QVERIFY(screen.feed.contact().why.contains(QStringLiteral("not answered yet")));
        QVERIFY(!screen.feed.latest());
        QVERIFY(screen.feed.sourceText().startsWith(QStringLiteral("127.0.0.1:")));
    }

    void snapshotsComeAsTheServiceMakesThem()
    {
        ScriptedServer server;
        server.behave(RemoteService().behaviour());
        Screen screen(hurried(server));
        QSignalSpy snapshots(&screen.feed, &Feed::snapshotChanged);
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        QVERIFY(screen.feed.alerts());
        const auto first = screen.feed.latest()->sequence;
        QTRY_VERIFY_WITH_TIMEOUT(screen.feed.latest()->sequence > first + 3, kPatience);
        QVERIFY(snapshots.count() >= 2);
    }

    void aSnapshotThatWasOldWhenItCameIsShownAsOld()
    {
        RemoteService hung;
        hung.snapshotAge = 1h;
        ScriptedServer server;
        server.behave([hung](Peer& peer) {
            peer.readHead();
            bool isThere = peer.send(hung.greeting());
            while (isThere && peer.pause(50ms)) {
                isThere = peer.send(RemoteService::event("heartbeat", hung.heartbeat()));
            }
        });
        Screen screen(hurried(server));
        QTRY_VERIFY_WITH_TIMEOUT(
            screen.feed.contact().isConnected && screen.feed.latest(), kPatience);
        const auto& reading = *screen.feed.latest()->of(Metric::TotalStorage).reading;
        const auto age = screen.clock.steadyNow() - reading.measuredAt;
        QVERIFY(age >= 1h && age < 2h);
        QVERIFY(freshnessAt(age, reading.limits) == Freshness::Stale);
    }

    void withoutAHeartbeatForAWhileNothingIsLive()
    {
        ScriptedServer server;
        server.behave([](Peer& peer) {
            peer.readHead();
            peer.send(RemoteService().greeting());
            peer.staySilent();
        });
        Screen screen(hurried(server));
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(
            screen.feed.latest()->of(Metric::TotalStorage).freshness, Freshness::Late, kPatience);
        QVERIFY(screen.feed.contact().isConnected);
        QTRY_VERIFY_WITH_TIMEOUT(!screen.feed.contact().isConnected, kPatience);
        QVERIFY(screen.feed.contact().why.contains(QStringLiteral("silent for 2 s")));
        QVERIFY(screen.feed.contact().sinceUtc <= screen.clock.systemNow() - 1s);
    }

    void aRestartedServiceIsBelievedAlthoughItsNumbersBeginAnew()
    {
        RemoteService service;
        service.sequence = 1'000'000;
        ScriptedServer server;
        server.behave(service.behaviour());
        Screen screen(hurried(server));
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        QVERIFY(screen.feed.latest()->sequence >= 1'000'000);
        service.instance = "run-2";
        service.sequence = 1;
        server.behave(service.behaviour());
        QTRY_VERIFY_WITH_TIMEOUT(
            screen.isGreen() && screen.feed.latest()->sequence < 1'000, kPatience);
    }

    void anEventThatWasOvertakenChangesNothing()
    {
        RemoteService service;
        service.sequence = 50;
        ScriptedServer server;
        server.behave([service](Peer& peer) {
            peer.readHead();
            auto older = service;
            older.sequence = 49;
            auto newer = service;
            newer.sequence = 51;
            peer.send(service.greeting());
            peer.pause(100ms);
            peer.send(RemoteService::event("snapshot", older.snapshot()));
            peer.pause(100ms);
            peer.send(RemoteService::event("snapshot", newer.snapshot()));
            peer.staySilent();
        });
        Screen screen(hurried(server));
        std::vector<std::uint64_t> seen;
        connect(&screen.feed, &Feed::snapshotChanged, this,
            [&] { seen.push_back(screen.feed.latest()->sequence); });
        QTRY_VERIFY_WITH_TIMEOUT(!seen.empty() && seen.back() == 51, kPatience);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }

    void aClockThatIsAnHourOffIsSaidAndMakesNothingOld_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("ahead") << 1;
        QTest::newRow("behind") << -1;
    }
    void aClockThatIsAnHourOffIsSaidAndMakesNothingOld()
    {
        QFETCH(int, hours);
        RemoteService service;
        service.clockOffset = std::chrono::hours(hours);
        ScriptedServer server;
        server.behave(service.behaviour());
        Screen screen(hurried(server));
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        QVERIFY(isClockOff(screen.feed.contact()));
        const auto error
            = std::chrono::abs(screen.feed.contact().clockOffset - std::chrono::hours(hours));
        QVERIFY(error < 1min);
        const auto& reading = *screen.feed.latest()->of(Metric::TotalStorage).reading;
        QVERIFY(screen.clock.steadyNow() - reading.measuredAt < 1min);
        QVERIFY(std::chrono::abs(screen.clock.systemNow() - reading.measuredAtUtc) < 1min);
        service.clockOffset = 0h;
        server.behave(service.behaviour());
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen() && !isClockOff(screen.feed.contact()), kPatience);
    }

    void anAuditTrailThatWasCutOrRewrittenIsRedUntilSomebodyAcceptsIt_data()
    {
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("why");
        QTest::newRow("shorter") << QString::fromStdString(headOf(11, 'a'))
                                 << QStringLiteral("cut");
        QTest::newRow("other record")
            << QString::fromStdString(headOf(12, 'b')) << QStringLiteral("rewritten");
        QTest::newRow("longer, other chain")
            << QString::fromStdString(headOf(20, 'c')) << QStringLiteral("rewritten");
    }
    void anAuditTrailThatWasCutOrRewrittenIsRedUntilSomebodyAcceptsIt()
    {
        QFETCH(QString, head);
        QFETCH(QString, why);
        const TempDir dir;
        const auto file = QString::fromStdString((dir.path() / "heads.json").string());
        ScriptedServer server;
        RemoteService service;
        service.head = headOf(12, 'a');
        server.behave(service.behaviour());
        auto settings = hurried(server);
        settings.headFile = file;
        {
            Screen screen(settings);
            QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        }
        service.head = head.toStdString();
        const auto record = "{'records':[{'sequence':12,'hash':'" + std::string(64, 'd')
            + "'}],'total':20,'head':null}";
        server.behave(servingAnd(service, jsonReply(record)));
        {
            Screen screen(settings);
            QTRY_VERIFY_WITH_TIMEOUT(screen.feed.latest() && screen.audit().level == Level::Red
                    && screen.feed.latest()->audit.isBroken,
                kPatience);
            QVERIFY(QString::fromStdString(screen.feed.latest()->audit.why).contains(why));
            QVERIFY(screen.feed.latest()->worst == Level::Red);
        }
        // Back to the old chain: what was seen was seen.
        service.head = headOf(12, 'a');
        server.behave(service.behaviour());
        Screen screen(settings);
        QTRY_VERIFY_WITH_TIMEOUT(
            screen.feed.latest() && screen.audit().level == Level::Red, kPatience);
        QVERIFY(screen.feed.contact().chainAlarm.contains(why));
        screen.feed.acceptChain();
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        QVERIFY(screen.feed.contact().chainAlarm.isEmpty());
    }

    void anAuditTrailThatHasGrownIsAskedForTheRecordThatWasSeen()
    {
        const TempDir dir;
        ScriptedServer server;
        RemoteService service;
        service.head = headOf(12, 'a');
        server.behave(service.behaviour());
        auto settings = hurried(server);
        settings.headFile = QString::fromStdString((dir.path() / "heads.json").string());
        {
            Screen screen(settings);
            QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        }
        service.head = headOf(20, 'b');
        const auto record = "{'records':[{'sequence':12,'hash':'" + std::string(64, 'a')
            + "'}],'total':20,'head':null}";
        server.behave(servingAnd(service, jsonReply(record)));
        {
            Screen screen(settings);
            QTRY_VERIFY_WITH_TIMEOUT(
                server.heard().find("GET /api/v1/audit?limit=1&after=11 ") != std::string::npos,
                kPatience);
            QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        }
        HeadMemory memory(settings.headFile);
        QCOMPARE(memory.remembered(QString::fromStdString(server.url()))->sequence, 20U);
        QVERIFY(memory.alarm(QString::fromStdString(server.url())).isEmpty());
    }

    void aCommandIsSentOnceWithTheTokenAndItsAnswerComesBack()
    {
        ScriptedServer server;
        server.behave(servingAnd({}, jsonReply("{'done':true,'actor':'Ada (wall)'}")));
        auto settings = hurried(server);
        settings.peer.token = "tok";
        Screen screen(settings);
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        QSignalSpy answers(&screen.feed, &Feed::commandFinished);
        screen.feed.submit(acknowledge());
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 1, kPatience);
        QCOMPARE(answers.first().first().toString(), QString());
        const auto heard = server.heard();
        const auto at = heard.find("POST /api/v1/alerts/STORAGE_CAPACITY-17/acknowledge HTTP/1.1");
        QVERIFY(at != std::string::npos);
        QVERIFY(heard.find("POST", at + 1) == std::string::npos);
        QVERIFY(heard.find("Authorization: Bearer tok\r\n", at) != std::string::npos);
        QVERIFY(heard.find("Content-Type: application/json\r\n", at) != std::string::npos);
    }

    void aCommandWhoseConnectionBreaksIsNotSentAgain()
    {
        ScriptedServer server;
        server.behave(servingAnd({}, ""));
        Screen screen(hurried(server));
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        QSignalSpy answers(&screen.feed, &Feed::commandFinished);
        screen.feed.submit(acknowledge());
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 1, kPatience);
        QVERIFY(answers.first().first().toString().contains(QStringLiteral("without an answer")));
        const auto heard = server.heard();
        QVERIFY(heard.find("POST", heard.find("POST") + 1) == std::string::npos);
    }

    void aRefusedCommandSaysWhyInWords_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* status, const char* body, const char* words) {
            QTest::newRow(status) << QString::fromStdString(jsonReply(body, status))
                                  << QString::fromUtf8(words);
        };
        row("401 Unauthorized", "{'detail':'token needed'}", "--token-file");
        row("403 Forbidden", "{'detail':'admin only'}", "does not allow this");
        row("404 Not Found", "{'detail':'no such alert'}", "no such alert");
        row("409 Conflict", "{'detail':'changed meanwhile'}", "changed meanwhile");
        row("503 Busy", "{'detail':'storage_slow'}", "storage_slow");
    }
    void aRefusedCommandSaysWhyInWords()
    {
        QFETCH(QString, reply);
        QFETCH(QString, words);
        ScriptedServer server;
        server.behave(servingAnd({}, reply.toStdString()));
        Screen screen(hurried(server));
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        QSignalSpy answers(&screen.feed, &Feed::commandFinished);
        screen.feed.submit(acknowledge());
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 1, kPatience);
        QVERIFY2(answers.first().first().toString().contains(words),
            qPrintable(answers.first().first().toString()));
    }

    void aQuestionWithoutContactIsAnsweredAtOnceWithTheReason()
    {
        ScriptedServer server;
        server.behave([](Peer& peer) { peer.staySilent(); });
        Screen screen(hurried(server));
        QString why;
        screen.feed.queryStorageForecast(this, [&](const Result<StorageForecast>& answer) {
            why = answer ? QStringLiteral("answered")
                         : QString::fromStdString(answer.error().text());
        });
        QVERIFY(why.isEmpty());  // later than the call
        QTRY_VERIFY_WITH_TIMEOUT(!why.isEmpty(), kPatience);
        QVERIFY(why.contains(QStringLiteral("not answered yet")));
    }

    void historyIsAskedInTheServicesWordsAndReadBack()
    {
        ScriptedServer server;
        server.behave(servingAnd({},
            jsonReply("{'from':'2026-08-03T10:00:00.000Z','to':'2026-08-03T11:00:00.000Z',"
                      "'series':[{'metric':'total_storage','points':["
                      "{'at':'2026-08-03T10:00:00.000Z','length_seconds':60,'min':1,'mean':2,"
                      "'max':3,'last':2.5,'seconds':58,'after_gap':true}],'damaged_rows':1}],"
                      "'query_latency':null}")));
        Screen screen(hurried(server));
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        std::optional<Result<std::vector<HistoryAnswer>>> got;
        const SystemTime from(std::chrono::sys_days(std::chrono::year(2026) / 8 / 3) + 10h);
        screen.feed.queryMetrics(this, { Metric::TotalStorage }, { from, from + 1h }, 9000,
            [&](const auto& answer) { got = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(got.has_value(), kPatience);
        QVERIFY2(*got, *got ? "" : got->error().text().c_str());
        const auto& point = got->value().front().points.front();
        QCOMPARE(point.at, from);
        QCOMPARE(point.stats.last, 2.5);
        QVERIFY(point.afterGap);
        QCOMPARE(got->value().front().damagedRows, 1U);
        QVERIFY(server.heard().find("GET /api/v1/history?metric=total_storage"
                                    "&from=2026-08-03T10:00:00.000Z&to=2026-08-03T11:00:00.000Z"
                                    "&points=2000 ")
            != std::string::npos);
    }

    void ofManyQuestionsOfAKindOneIsInFlightAndTooManyAreRefused()
    {
        std::atomic<int> inFlight { 0 };
        std::atomic<int> most { 0 };
        ScriptedServer server;
        server.behave([&](Peer& peer) {
            if (peer.readHead().find(" /api/v1/events ") != std::string::npos) {
                RemoteService mine;
                peer.send(mine.greeting());
                while (peer.pause(50ms)
                    && peer.send(RemoteService::event("heartbeat", mine.heartbeat()))) { }
                return;
            }
            most = std::max(most.load(), ++inFlight);
            peer.pause(10ms);
            --inFlight;
            peer.send(jsonReply("{'detail':'not now'}", "503 Busy"));
        });
        Screen screen(hurried(server));
        QTRY_VERIFY_WITH_TIMEOUT(screen.isGreen(), kPatience);
        int answered = 0;
        int refused = 0;
        for (int i = 0; i < 40; ++i) {
            screen.feed.queryStorageForecast(this, [&](const Result<StorageForecast>& answer) {
                ++answered;
                refused += answer.error().text().find("too many") != std::string::npos;
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(answered, 40, kPatience);
        QCOMPARE(most.load(), 1);
        QVERIFY(refused > 0 && refused < 30);
    }

    void nobodyIsCalledWhoIsGone()
    {
        ScriptedServer server;
        server.behave(servingAnd({}, jsonReply("{}")));
        auto screen = std::make_unique<Screen>(hurried(server));
        QTRY_VERIFY_WITH_TIMEOUT(screen->isGreen(), kPatience);
        auto asker = std::make_unique<QObject>();
        bool isCalled = false;
        screen->feed.queryStorageForecast(
            asker.get(), [&](const Result<StorageForecast>&) { isCalled = true; });
        screen->feed.submit(acknowledge());
        asker.reset();
        screen.reset();
        QCoreApplication::processEvents();
        QVERIFY(!isCalled);
    }
};

QTEST_GUILESS_MAIN(RemoteFeedTest)
#include "remote_feed_test.moc"
