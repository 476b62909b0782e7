// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/certification/certification_status.h"
#include "tests/ui/support/simulations.h"
#include "tests/ui/support/snapshots.h"
#include "ui/feed/simulated_feed.h"

#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

class SimulatedFeedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysThatItIsSimulatedAndPlaysOnTheScreensClock()
    {
        ManualClock clock;
        SnapshotBuilder builder(clock);
        const auto live = builder.calm().build();
        const SimulatedLoad load { gigabytesOf(612.4), 34, 312, 42 };
        const auto fill = fillScenario(gigabytesOf(10), load, gigabytesOf(1000));
        SimulatedFeed feed(simulationAt(live, 612.4, fill), 37h, 3600, clock);
        QVERIFY(feed.isSimulated());
        QVERIFY(!feed.isEmbedded());
        QCOMPARE(feed.sourceText(), QStringLiteral("simulated"));
        QVERIFY(feed.latest()->of(Metric::TotalStorage).level == Level::Orange);
        QCOMPARE(feed.latest()->source.name, std::string("simulated"));
        clock.advance(1s);
        feed.publish();
        QCOMPARE(feed.position(), std::chrono::nanoseconds(38h));
        const auto& storage = feed.latest()->of(Metric::TotalStorage);
        QVERIFY(storage.level == Level::Red);
        QCOMPARE(storage.reading->measuredAt, clock.steadyNow());
        QVERIFY(feed.latest()->gate.state == GateState::Open);
        clock.advance(1s);
        feed.publish();
        QVERIFY(feed.latest()->gate.state == GateState::Halted);
        clock.advance(1000h);
        feed.publish();
        QCOMPARE(feed.position(), std::chrono::nanoseconds(48h));
    }

    void agesAndDeadlinesReadAsInTheSimulation()
    {
        ManualClock clock;
        SnapshotBuilder builder(clock);
        const auto simulation = simulationAt(builder.calm().build(), 990);
        clock.advance(5min);
        SimulatedFeed feed(simulation, 20min, 1, clock);
        const auto alert = feed.alerts()->open.at(0);
        QCOMPARE(clock.steadyNow() - alert.raisedAt, std::chrono::nanoseconds(20min));
        QCOMPARE(*alert.deadline - clock.steadyNow(), std::chrono::nanoseconds(40min));
        QSignalSpy boards(&feed, &Feed::alertsChanged);
        clock.advance(1min);
        feed.publish();
        QVERIFY(feed.alerts()->open.at(0).deadline == alert.deadline);
        QCOMPARE(boards.count(), 0);  // nothing about it is another
    }

    void refusesEveryCommandWithASentence()
    {
        ManualClock clock;
        SnapshotBuilder builder(clock);
        SimulatedFeed feed(simulationAt(builder.calm().build(), 990), 0s, 1, clock);
        QSignalSpy answers(&feed, &Feed::commandFinished);
        const auto before = feed.alerts()->open.at(0).state;
        feed.submit({ "MK", AcknowledgeAlert { feed.alerts()->open.at(0).id, {} } });
        QVERIFY(answers.wait());
        QVERIFY(answers.at(0).at(0).toString().contains(QStringLiteral("simulation")));
        QVERIFY(feed.alerts()->open.at(0).state == before);
    }

    void hasNoPast()
    {
        ManualClock clock;
        SnapshotBuilder builder(clock);
        SimulatedFeed feed(simulationAt(builder.calm().build(), 990), 0s, 1, clock);
        int refusals = 0;
        const auto count = [&](const auto& answer) {
            refusals += !answer && answer.error().code == ErrorCode::Unavailable ? 1 : 0;
        };
        feed.queryMetrics(this, { Metric::TotalStorage }, {}, 10, count);
        feed.queryLatency(this, {}, 10, count);
        feed.queryAlertHistory(this, 10, count);
        feed.queryStorageForecast(this, count);
        feed.queryAudit(this, {}, count);
        feed.queryCertification(this, [&](const auto& answer) { refusals += answer ? 0 : 1; });
        QCOMPARE(refusals, 0);
        QTRY_COMPARE(refusals, 6);
    }
};

QTEST_GUILESS_MAIN(SimulatedFeedTest)
#include "simulated_feed_test.moc"
