// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sources_program.h"
#include "tests/support/scripted_server.h"

#include <QSignalSpy>

using namespace headroom;
using namespace headroom::ui;

namespace {

/// A Prometheus server that scrapes so many; empty: none matches. Behind a token, where one is named.
ScriptedServer::Behaviour prometheus(
    const std::string& depositories, const std::string& ranked, const std::string& token = {})
{
    return [=](ScriptedServer::Peer& peer) {
        const auto head = peer.readHead();
        if (head.find(token) == std::string::npos) {
            peer.send(json("401 Unauthorized", "{}"));
            return;
        }
        const auto counted = [](const std::string& count) {
            return json("200 OK",
                count.empty() ? R"({"status":"success","data":{"result":[]}})"
                              : R"({"status":"success","data":{"result":[{"value":[1,")" + count
                        + R"("]}]}})");
        };
        peer.send(head.find("buildinfo") != std::string::npos
                ? json("200 OK", R"({"status":"success","data":{"version":"2.53.0"}})")
                : counted(head.find("rank") != std::string::npos ? ranked : depositories));
    };
}

}  // namespace

class SourcesFleetWalkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFleetIsTestedTakenAndRemembered()
    {
        const TempDir dir;
        ScriptedServer server;
        server.behave(prometheus("8", "8"));
        {
            Program program(dir.path());
            QSignalSpy named(&program.sources, &SourceSwitch::fleetNamed);
            program.type("Prometheus server", server.url());
            program.press("Test: Fleet through Prometheus");
            QTRY_VERIFY_WITH_TIMEOUT(program.says("Prometheus 2.53.0, 8 depositories"), kPatience);
            QCOMPARE(named.count(), 0);
            program.press("Use this source: Fleet through Prometheus");
            QTRY_COMPARE_WITH_TIMEOUT(named.count(), 1, kPatience);
            QCOMPARE(named.front().at(1).value<HttpPeer>().url.toString(),
                QString::fromStdString(server.url()));
            QVERIFY(program.sources.inUse()->kind == SourceKind::Fleet);
        }
        Program again(dir.path());
        QVERIFY(again.sources.isFleet());
        // Behind the list the local workload runs, and rests.
        QTRY_VERIFY_WITH_TIMEOUT(again.source() == "local workload", kPatience);
        QVERIFY(again.sources.otherSource().isEmpty());
        const auto snapshot = again.sources.feed().latest();
        QVERIFY(snapshot && snapshot->source.workload);
        QCOMPARE(snapshot->source.workload->writers, 0);
    }

    void aFleetBehindATokenIsTakenWithItAndTheTokenIsKept()
    {
        const TempDir dir;
        ScriptedServer server;
        server.behave(prometheus("8", "8", "Authorization: Bearer " + kToken + "\r\n"));
        {
            Program program(dir.path());
            QSignalSpy named(&program.sources, &SourceSwitch::fleetNamed);
            program.type("Prometheus server", server.url());
            program.press("Test: Fleet through Prometheus");
            QTRY_VERIFY_WITH_TIMEOUT(program.says("a token is needed"), kPatience);
            QVERIFY(program.says("type one above that the server, or the proxy before it, takes."));
            program.type("Token of the Prometheus server", kToken);
            program.press("Use this source: Fleet through Prometheus");
            QTRY_COMPARE_WITH_TIMEOUT(named.count(), 1, kPatience);
            QVERIFY(named.front().at(1).value<HttpPeer>().token
                == QByteArray::fromStdString(kToken));
            QTRY_VERIFY_WITH_TIMEOUT(
                program.sources.hasToken(QString::fromStdString(server.url())), kPatience);
            QVERIFY(program.field("Token of the Prometheus server")->text().isEmpty());
        }
        QVERIFY(!contentOf(dir.path() / "sources.json").contains(kToken.c_str()));

        Program again(dir.path());
        again.press("Test: Fleet through Prometheus");
        QTRY_VERIFY_WITH_TIMEOUT(again.says("Prometheus 2.53.0, 8 depositories"), kPatience);
        again.press("Forget token");
        QVERIFY(!again.sources.hasToken(QString::fromStdString(server.url())));
        again.press("Test: Fleet through Prometheus");
        QTRY_VERIFY_WITH_TIMEOUT(again.says("a token is needed"), kPatience);
    }

    void theTestOfAFleetSaysWhatThereIsToList_data()
    {
        QTest::addColumn<QByteArray>("depositories");
        QTest::addColumn<QByteArray>("rank");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("fact");
        QTest::newRow("whole") << QByteArray("3") << QByteArray("3")
                               << QStringLiteral("Prometheus 2.53.0, 3 depositories")
                               << QStringLiteral("recorded");
        QTest::newRow("without the rule")
            << QByteArray("3") << QByteArray() << QStringLiteral("add the rules of headroomd rules")
            << QStringLiteral("missing: the list is slower");
        QTest::newRow("no headroomd")
            << QByteArray() << QByteArray()
            << QStringLiteral("let Prometheus scrape the /metrics of a headroomd")
            << QStringLiteral("none: no headroomd is scraped");
    }

    void theTestOfAFleetSaysWhatThereIsToList()
    {
        QFETCH(QByteArray, depositories);
        QFETCH(QByteArray, rank);
        QFETCH(QString, said);
        QFETCH(QString, fact);
        const TempDir dir;
        ScriptedServer server;
        server.behave(prometheus(depositories.toStdString(), rank.toStdString()));
        Program program(dir.path());
        program.type("Prometheus server", server.url());
        program.press("Test: Fleet through Prometheus");
        QTRY_VERIFY_WITH_TIMEOUT(program.says(said.toUtf8().constData()), kPatience);
        QVERIFY2(program.says(fact.toUtf8().constData()), qPrintable(fact));
    }

    void whatIsNoPrometheusServerIsNotTaken()
    {
        const TempDir dir;
        ScriptedServer server;
        server.behave([](ScriptedServer::Peer& peer) {
            peer.readHead();
            peer.send(json("200 OK", R"({"status":"ok"})"));
        });
        Program program(dir.path());
        program.type("Prometheus server", server.url());
        program.press("Test: Fleet through Prometheus");
        QTRY_VERIFY_WITH_TIMEOUT(program.says("is no Prometheus server"), kPatience);
        QVERIFY(!program.button("Use this source: Fleet through Prometheus")->isEnabled());
    }
};

QTEST_MAIN(SourcesFleetWalkTest)
#include "sources_fleet_walk_test.moc"
