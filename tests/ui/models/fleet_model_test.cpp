// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "tests/ui/support/fleet_server.h"
#include "tests/ui/support/printed.h"
#include "ui/models/fleet_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 30'000;

/// A model on a scripted server; the tester looks at every change.
struct Fleet {
    explicit Fleet(const FleetServer& first = FleetServer::ofThree())
    {
        server.behave(first.behaviour());
        model.setActive(true);
    }
    [[nodiscard]] bool comes(const std::function<bool()>& what) const
    {
        return QTest::qWaitFor(what, kPatience);
    }
    [[nodiscard]] QString printed(int row) const
    {
        QStringList cells;
        for (int column = 0; column < kFleetColumns; ++column) {
            cells << plain(model.index(row, column).data().toString());
        }
        return cells.join(QStringLiteral(" | "));
    }

    ManualClock clock;
    ScriptedServer server;
    FleetFeed feed { fleetSettingsFor(server), clock };
    FleetModel model { feed, clock };
    QAbstractItemModelTester tester { &model,
        QAbstractItemModelTester::FailureReportingMode::Fatal };
};

}  // namespace

class FleetModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        tzset();
    }

    void eachDepositoryIsOneLineThatIsReadAsItIs()
    {
        Fleet fleet;
        QVERIFY(fleet.comes([&] { return fleet.model.rowCount() == 3; }));
        QCOMPARE(fleet.printed(0),
            QStringLiteral(
                "RED | eu-1:8443 | Writes 104 of 100, paused 429 | -4 % | 38.8 % | – | – "
                "| – | – | -4 %"));
        QCOMPARE(fleet.printed(1),
            QStringLiteral(
                "STALE | ap-1:8443 | no data since 00:15:00 of 1 Jan | – | – | – | – | – "
                "| – | –"));
        QCOMPARE(fleet.printed(2),
            QStringLiteral(
                "GREEN | us-1:8443 | least: Storage 40 % of its limit | – | 60 % | – | – "
                "| – | – | 60 %"));
        const auto& display = fleet.model.display();
        QVERIFY(display.truth == FleetTruth::Live);
        QCOMPARE(plain(display.title), QStringLiteral("1 of 3 depositories needs somebody"));
        QVERIFY(display.note.isEmpty());
    }

    void onlyWhatIsInSightIsAskedForHoweverLongTheListIs()
    {
        auto large = FleetServer::ofThree();
        large.totals = FleetServer::sample(R"("eighths":"0")", "10000");
        Fleet fleet(large);
        QVERIFY(fleet.comes([&] { return fleet.model.rowCount() == 10'000; }));
        QCOMPARE(fleet.printed(5000), QStringLiteral(" | reading … |  |  |  |  |  |  |  | "));
        fleet.model.setSight(5000, 15);
        QVERIFY(fleet.comes([&] { return fleet.model.row(4994).isKnown; }));
        QVERIFY(!fleet.model.row(0).isKnown);
        const auto heard
            = QUrl::fromPercentEncoding(QByteArray::fromStdString(fleet.server.heard()));
        QVERIFY(heard.contains(QStringLiteral("bottomk(27, topk(5021, ")));
    }

    void aFleetThatShrinksLosesItsRows()
    {
        Fleet fleet;
        QVERIFY(fleet.comes([&] { return fleet.model.rowCount() == 3; }));
        auto less = FleetServer::ofThree();
        less.rows = FleetServer::named("eu-1:8443", "3.13");
        less.totals = FleetServer::sample(R"("eighths":"25")", "1");
        fleet.server.behave(less.behaviour());
        QVERIFY(fleet.comes([&] { return fleet.model.rowCount() == 1; }));
    }

    void silenceBecomesLateAndThenNoContactWithoutColours()
    {
        Fleet fleet;
        QVERIFY(fleet.comes([&] { return fleet.model.rowCount() == 3; }));
        fleet.server.behave([](ScriptedServer::Peer& peer) { peer.reset(); });
        QVERIFY(fleet.comes([&] { return fleet.model.display().truth == FleetTruth::Late; }));
        QVERIFY(!fleet.model.display().note.isEmpty());
        fleet.clock.advance(16s);
        fleet.model.tick();
        QVERIFY(fleet.model.display().truth == FleetTruth::NoContact);
        QVERIFY(fleet.model.display().isWithdrawn());
        QCOMPARE(fleet.model.rowCount(), 3);
        fleet.server.behave(FleetServer::ofThree().behaviour());
        QVERIFY(fleet.comes([&] { return fleet.model.display().truth == FleetTruth::Live; }));
    }

    void aServerWhoseScrapesAreOldIsStaleThoughItAnswers()
    {
        auto old = FleetServer::ofThree();
        old.details = FleetServer::sample(R"("what":"scraped")", "700");
        Fleet fleet(old);
        QVERIFY(fleet.comes([&] { return fleet.model.rowCount() == 3; }));
        QVERIFY(fleet.model.display().truth == FleetTruth::Stale);
        QVERIFY(fleet.model.display().isWithdrawn());
    }

    void withoutTheRuleItSaysThatThisIsTheSlowerWay()
    {
        auto raw = FleetServer::ofThree();
        raw.schema = FleetServer::sample(R"("what":"raw","job":"headroom")", "1");
        Fleet fleet(raw);
        QVERIFY(fleet.comes([&] { return fleet.model.rowCount() == 3; }));
        QVERIFY(fleet.model.display().note.startsWith(QStringLiteral("The slower way")));
    }

    void aDepositoryOpensWhereItIsScraped()
    {
        QCOMPARE(serviceOf(QStringLiteral("eu-1.example:8443"))->toString(),
            QStringLiteral("https://eu-1.example:8443"));
        QCOMPARE(serviceOf(QStringLiteral("127.0.0.1:8000"))->toString(),
            QStringLiteral("http://127.0.0.1:8000"));
        QVERIFY(!serviceOf(QStringLiteral("a/b?c@d")));
        Fleet fleet;
        QVERIFY(fleet.model.open(QStringLiteral("eu-1:8443"))
                    .endsWith(QStringLiteral("headroom --connect https://eu-1:8443")));
        QUrl opened;
        fleet.model.setOpen([&](const QUrl& url) { opened = url; });
        QCOMPARE(fleet.model.open(QStringLiteral("eu-1:8443")), QString());
        QCOMPARE(opened.toString(), QStringLiteral("https://eu-1:8443"));
    }
};

QTEST_GUILESS_MAIN(FleetModelTest)
#include "fleet_model_test.moc"
