// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fleet_server.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

using Peer = ScriptedServer::Peer;

constexpr int kPatience = 30'000;  // only ends a test that has failed

/// What a feed says of a server that behaves so.
QString problemOf(const ScriptedServer::Behaviour& behaviour, FleetSettings settings = {})
{
    ScriptedServer server;
    server.behave(behaviour);
    const SystemClock clock;
    auto usual = fleetSettingsFor(server);
    if (settings.within < 1s) {
        usual.within = settings.within;
    }
    FleetFeed feed(usual, clock);
    feed.setActive(true);
    if (!QTest::qWaitFor([&] { return !feed.problem().isEmpty() || feed.picture(); }, kPatience)) {
        return QStringLiteral("nothing was said");
    }
    return feed.picture() ? QStringLiteral("it was believed") : feed.problem();
}

ScriptedServer::Behaviour says(const std::string& reply)
{
    return [reply](Peer& peer) {
        peer.readHead();
        peer.send(reply);
    };
}

}  // namespace

class FleetFeedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsTotalsAndDetailsAreOnePicture()
    {
        ScriptedServer server;
        server.behave(FleetServer::ofThree().behaviour());
        const SystemClock clock;
        FleetFeed feed(fleetSettingsFor(server), clock);
        feed.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(feed.picture(), kPatience);
        const auto picture = feed.picture();
        QCOMPARE(picture->all, 3);
        QCOMPARE(picture->matching, 3);
        QCOMPARE(picture->scrapeAge, std::chrono::nanoseconds(2s));
        QCOMPARE(picture->rows.size(), 3U);
        QVERIFY(picture->rows[0].state == FleetState::Red);
        QCOMPARE(picture->rows[0].gate, QStringLiteral("PAUSED"));
        QCOMPARE(picture->rows[0].headroom.front().second, -0.04);
        QVERIFY(picture->rows[1].state == FleetState::Stale);
        QCOMPARE(picture->rows[1].lastHeard.value_or(0), 900.0);
        QVERIFY(picture->rows[2].state == FleetState::Green);
        QVERIFY(picture->schema.hasRank);
    }

    void whatIsNoPrometheusIsSaidAndNotShown()
    {
        const auto holds = [](const QString& text, const char* part) {
            const bool isThere = text.contains(QLatin1String(part));
            if (!isThere) {
                qWarning("%s", qPrintable(text));
            }
            return isThere;
        };
        using Server = FleetServer;
        QVERIFY(holds(problemOf(says(Server::http("200 OK", "<html>login</html>", "text/html"))),
            "text/html instead of application/json"));
        QVERIFY(holds(problemOf(says(Server::http("422 Unprocessable Entity",
                          R"({"status":"error","error":"invalid parameter"})"))),
            "answered 422: invalid parameter"));
        QVERIFY(holds(problemOf(says(Server::http("200 OK", R"({"status":"success"})"))),
            "no Prometheus server"));
        QVERIFY(holds(problemOf(says(Server::http("200 OK", "[1,2"))), "unreadable"));
        QVERIFY(holds(problemOf(says(Server::http("401 Unauthorized", "{}"))), "(401)"));
        QVERIFY(holds(problemOf(says("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
                                     "Content-Length: 0\r\n\r\n")),
            "redirect"));
        QVERIFY(holds(problemOf(says(Server::vector(R"({"metric":7,"value":[1,"1"]})"))),
            "a sample without"));
    }

    void tenThousandSeriesThatNobodyAskedForAreRefused()
    {
        std::string many = FleetServer::named("a", "1");
        for (int i = 0; i < 10'000; ++i) {
            many += "," + FleetServer::named("x" + std::to_string(i), "1");
        }
        QVERIFY(problemOf(says(FleetServer::vector(many)))
                    .contains(QStringLiteral("more than what was asked for")));
    }

    void anEndlessAnswerEndsAfterEightMebibytes()
    {
        const auto flood = [](Peer& peer) {
            peer.readHead();
            bool isThere = peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            const std::string block(1 << 20, ' ');
            for (int i = 0; isThere && i < 10'240; ++i) {  // 10 GiB
                isThere = peer.send(block);
            }
        };
        QVERIFY(problemOf(flood).contains(QStringLiteral("8 MiB")));
    }

    void aServerThatIsTooSlowIsGivenUp()
    {
        FleetSettings settings;
        settings.within = 100ms;
        QVERIFY(problemOf([](Peer& peer) { peer.staySilent(); }, settings)
                    .contains(QStringLiteral("does not answer within")));
    }

    void numbersThatAreNoneAreNoHeadroom()
    {
        auto spoilt = FleetServer::ofThree();
        spoilt.rows = FleetServer::named("a", "NaN") + "," + FleetServer::named("b", "+Inf") + ","
            + FleetServer::named("c", "-1");
        spoilt.details = FleetServer::sample(
            R"("__name__":"headroom:headroom_ratio","instance":"a","limit":"total_storage")",
            "NaN");
        ScriptedServer server;
        server.behave(spoilt.behaviour());
        const SystemClock clock;
        FleetFeed feed(fleetSettingsFor(server), clock);
        feed.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(feed.picture(), kPatience);
        QCOMPARE(feed.picture()->rows.size(), 3U);
        for (const auto& row : feed.picture()->rows) {
            QVERIFY(row.state == FleetState::Unknown);
            QVERIFY(row.headroom.empty());
        }
    }

    void aPartOfTheDataIsShownWithTheServersWarning()
    {
        const auto whole = FleetServer::ofThree();
        ScriptedServer server;
        server.behave([whole](Peer& peer) {
            auto answer = whole.answerTo(FleetServer::queryOf(peer.readHead()));
            answer.pop_back();
            answer += R"(,"warnings":["store 3 is away"]})";
            const auto body = answer.substr(answer.find("\r\n\r\n") + 4);
            peer.send(FleetServer::http("200 OK", body));
        });
        const SystemClock clock;
        FleetFeed feed(fleetSettingsFor(server), clock);
        feed.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(feed.picture(), kPatience);
        QCOMPARE(feed.picture()->warning, QStringLiteral("store 3 is away"));
    }

    void oneQuestionIsInFlightAndNoneWhileNobodyLooks()
    {
        std::atomic<int> now { 0 };
        std::atomic<int> most { 0 };
        const auto whole = FleetServer::ofThree();
        ScriptedServer server;
        server.behave([&](Peer& peer) {
            most = std::max<int>(most, ++now);
            const auto head = peer.readHead();
            --now;
            peer.send(whole.answerTo(FleetServer::queryOf(head)));
        });
        const SystemClock clock;
        FleetFeed feed(fleetSettingsFor(server), clock);
        int changes = 0;
        connect(&feed, &FleetFeed::changed, this, [&changes] { ++changes; });
        feed.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(changes >= 5, kPatience);
        QCOMPARE(most.load(), 1);
        feed.setActive(false);
        const int last = changes;
        QTRY_VERIFY_WITH_TIMEOUT(now == 0, kPatience);
        // At most the refresh that was under way ends; no other begins.
        QTest::qWait(200);
        QVERIFY(changes <= last + 1);
    }

    void whatIsLostIsKeptAndComesBack()
    {
        ScriptedServer server;
        server.behave(FleetServer::ofThree().behaviour());
        const SystemClock clock;
        FleetFeed feed(fleetSettingsFor(server), clock);
        feed.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(feed.picture(), kPatience);
        server.behave([](Peer& peer) { peer.reset(); });
        QTRY_VERIFY_WITH_TIMEOUT(!feed.problem().isEmpty(), kPatience);
        QVERIFY(feed.picture());
        server.behave(FleetServer::ofThree().behaviour());
        QTRY_VERIFY_WITH_TIMEOUT(feed.problem().isEmpty(), kPatience);
    }

    void aSearchCannotLeaveItsPlaceInTheQuery()
    {
        QCOMPARE(quoted(QStringLiteral("a\"b\\c\n")), QStringLiteral("\"a\\\"b\\\\c\\x0a\""));
        FleetSchema schema;
        schema.hasRank = true;
        schema.jobs = QStringList { QStringLiteral("headroom") };
        FleetWish wish;
        wish.rows = 20;
        wish.search = QStringLiteral("\"} or up{a=\".*(");
        QCOMPARE(rowsQuery(schema, wish),
            QStringLiteral(
                "topk(20, headroom:rank{job=~\"headroom\",instance=~\"(?i).*\\\"\\\\} or "
                "up\\\\{a=\\\"\\\\.\\\\*\\\\(.*\"})"));
        wish.search.clear();
        wish.first = 40;
        wish.state = FleetState::Orange;
        QCOMPARE(rowsQuery(schema, wish),
            QStringLiteral("bottomk(20, topk(60, (headroom:rank{job=~\"headroom\"} >= 2 < 3)))"));
    }

    void aRankIsALevelAtItsBounds()
    {
        QVERIFY(stateOfRank(0) == FleetState::Green);
        QVERIFY(stateOfRank(0.25) == FleetState::Green);
        QVERIFY(stateOfRank(0.375) == FleetState::Unknown);
        QVERIFY(stateOfRank(0.5) == FleetState::Stale);
        QVERIFY(stateOfRank(1) == FleetState::Yellow);
        QVERIFY(stateOfRank(2.25) == FleetState::Orange);
        QVERIFY(stateOfRank(3.25) == FleetState::Red);
        QVERIFY(stateOfRank(4) == FleetState::Unknown);
        QVERIFY(stateOfRank(std::nullopt) == FleetState::Unknown);
    }
};

QTEST_GUILESS_MAIN(FleetFeedTest)
#include "fleet_feed_test.moc"
