// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/simulations.h"
#include "tests/ui/support/snapshots.h"
#include "ui/models/simulator_model.h"
#include "ui/models/simulator_words.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

struct Scene {
    Scene()
    {
        feed.play(builder.calm().build());
        model.setActive(true);
    }

    void play()
    {
        feed.play(builder.build());
        overview.tick();
    }
    /// As a planner reads the page, with plain blanks.
    [[nodiscard]] QString answer() const
    {
        const auto& shown = model.display();
        return (QStringList { shown.banner.title, shown.escalation.to, shown.escalation.within,
                    shown.gate.title })
            .join(QStringLiteral(" | "))
            .replace(QChar(0x00A0), QLatin1Char(' '));
    }
    [[nodiscard]] QStringList events() const
    {
        QStringList lines;
        for (const auto& row : model.display().events) {
            lines << QStringList { row.when, row.what, row.to, row.within, row.gate, row.state }
                         .join(QStringLiteral(" | "))
                         .replace(QChar(0x00A0), QLatin1Char(' '));
        }
        return lines;
    }

    ManualClock clock;
    SnapshotBuilder builder { clock };
    FakeFeed feed;
    OverviewModel overview { feed, clock };
    SimulatorModel model { overview };
};

}  // namespace

class SimulatorModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheLiveValuesUntilSomethingIsSet()
    {
        Scene scene;
        QCOMPARE(scene.model.display().whatIf[0].value, QStringLiteral("612"));
        QVERIFY(!scene.model.isTouched());
        scene.clock.advance(2s);
        scene.builder.set(Metric::ConcurrentWrites, 60, Level::Yellow);
        scene.play();
        QCOMPARE(scene.model.display().whatIf[1].value, QStringLiteral("60"));
        QVERIFY(
            scene.answer().startsWith(QStringLiteral("would be YELLOW: Concurrent writes at 60")));
        scene.model.setValue(Metric::QueryResponse, 85);
        scene.clock.advance(2s);
        scene.builder.set(Metric::ConcurrentWrites, 10, Level::Green);
        scene.play();
        QCOMPARE(scene.model.display().whatIf[1].value, QStringLiteral("60"));
        QCOMPARE(scene.model.display().gauges[0].ghostText, QStringLiteral("live 10"));
        scene.model.backToLive();
        QCOMPARE(scene.model.display().whatIf[1].value, QStringLiteral("10"));
    }

    void answersAsTheContract_data()
    {
        QTest::addColumn<double>("gb");
        QTest::addColumn<QString>("answer");
        QTest::newRow("750") << 750.0
                             << QStringLiteral("would be YELLOW: Storage at 75 % | Ops_Team | "
                                               "respond within 6 h | WRITES OPEN");
        QTest::newRow("950") << 950.0
                             << QStringLiteral("would be ORANGE: Storage at 95 % | Ops_Team | "
                                               "respond within 6 h | WRITES OPEN");
        QTest::newRow("990") << 990.0
                             << QStringLiteral("would be RED: Storage at 99 % | Ashmit_Pandey + "
                                               "Ops | respond within 1 h | WRITES OPEN");
        QTest::newRow("1000") << 1000.0
                              << QStringLiteral("would be RED: Storage at 100 % | Ashmit_Pandey + "
                                                "Ops | respond IMMEDIATE | WRITES HALTED");
    }
    void answersAsTheContract()
    {
        QFETCH(double, gb);
        QFETCH(QString, answer);
        Scene scene;
        scene.model.setValue(Metric::TotalStorage, gigabytesOf(gb));
        QCOMPARE(scene.answer(), answer);
    }

    void playsAFillUntilTheGateHalts()
    {
        Scene scene;
        scene.model.setValue(Metric::TotalStorage, gigabytesOf(612.4));
        scene.model.play(ScenarioKind::Fill);
        QVERIFY(scene.model.isPlaying());
        scene.clock.advance(38s);
        scene.model.tick();
        QCOMPARE(scene.model.position(), std::chrono::nanoseconds(38h));
        QCOMPARE(scene.model.display().positionText, QStringLiteral("+38:00 of 48:00"));
        QCOMPARE(scene.events(),
            (QStringList { QStringLiteral("+8:46 | Storage 70 % | Ops_Team | 6 h | open | fired"),
                QStringLiteral("+14:46 | Storage overdue | Ops_Team | 6 h | open | fired"),
                QStringLiteral("+28:46 | Storage 90 % | Ops_Team | 6 h | open | fired"),
                QStringLiteral(
                    "+37:46 | Storage 99 % | Ashmit_Pandey + Ops | 1 h | open | playing"),
                QStringLiteral("+38:46 | Storage 100 % | Ashmit_Pandey + Ops | IMMEDIATE | halts "
                               "writes, 503 | in 46 min") }));
        QCOMPARE(
            QString(scene.model.display().gate.detail).replace(QChar(0x00A0), QLatin1Char(' ')),
            QStringLiteral("503 in 46 min, at 100 %"));
        scene.model.setPlaying(false);
        scene.clock.advance(1h);
        scene.model.tick();
        QCOMPARE(scene.model.position(), std::chrono::nanoseconds(38h));
        scene.model.scrubTo(40h);
        QCOMPARE(scene.model.display().gate.title, QStringLiteral("WRITES HALTED"));
    }

    void aSliderOfWhatTheScenarioMovesEndsItThere()
    {
        Scene scene;
        scene.model.play(ScenarioKind::Fill);
        scene.model.scrubTo(10h);
        scene.model.setValue(Metric::ConcurrentWrites, 78);
        QCOMPARE(static_cast<int>(scene.model.scenario()), static_cast<int>(ScenarioKind::Fill));
        QCOMPARE(scene.model.position(), std::chrono::nanoseconds(10h));
        scene.model.setValue(Metric::TotalStorage, gigabytesOf(950));
        QCOMPARE(static_cast<int>(scene.model.scenario()), static_cast<int>(ScenarioKind::Hold));
        QCOMPARE(scene.model.position(), std::chrono::nanoseconds(0));
        QCOMPARE(scene.model.display().whatIf[1].value, QStringLiteral("78"));
        QVERIFY(!scene.model.isPlaying());
    }

    void speedsAreWhatTheySay()
    {
        Scene scene;
        scene.model.play(ScenarioKind::Fill);
        const std::chrono::nanoseconds expected[] = { 1s, 1min, 1h, 6h };
        for (int i = 0; i < 4; ++i) {
            scene.model.setSpeed(i);
            scene.model.scrubTo(0s);
            scene.clock.advance(1s);
            scene.model.tick();
            QCOMPARE(scene.model.position(), expected[i]);
        }
    }

    void stopsAtItsEndAndBeginsAnew()
    {
        Scene scene;
        scene.model.play(ScenarioKind::Spike);
        QCOMPARE(scene.model.speed(), 1);
        scene.clock.advance(1h);
        scene.model.tick();
        QVERIFY(!scene.model.isPlaying());
        QCOMPARE(scene.model.position(), scene.model.simulation()->length());
        scene.model.setPlaying(true);
        QCOMPARE(scene.model.position(), std::chrono::nanoseconds(0));
    }

    void aWrongScriptSaysWhyAndChangesNothing()
    {
        Scene scene;
        scene.model.setValue(Metric::TotalStorage, gigabytesOf(750));
        const auto before = scene.model.simulation();
        QVERIFY(scene.model.playScript(QStringLiteral("at noon writers 5"))
                    .startsWith(QStringLiteral("line 1: ")));
        QCOMPARE(scene.model.simulation(), before);
        QCOMPARE(scene.model.playScript(QStringLiteral("at 0 writers 100")), QString());
        QCOMPARE(scene.model.display().gate.title, QStringLiteral("WRITES PAUSED"));
    }

    void asksNothingAndChangesNothing()
    {
        Scene scene;
        for (const auto kind : { ScenarioKind::Fill, ScenarioKind::Storm, ScenarioKind::Spike }) {
            scene.model.play(kind);
            scene.clock.advance(60s);
            scene.model.tick();
        }
        QVERIFY(scene.feed.submitted.empty());
    }

    void numbersOfPeopleAreReadStrictly()
    {
        QCOMPARE(valueFromText(Metric::TotalStorage, QStringLiteral(" 990 ")).value_or(-1),
            gigabytesOf(990));
        for (const char* text : { "", "x", "-1", "nan", "inf", "1e9", "1201", "99 %" }) {
            QVERIFY2(!valueFromText(Metric::TotalStorage, QString::fromLatin1(text)), text);
        }
        QVERIFY(!valueFromText(Metric::ConcurrentWrites, QStringLiteral("1.5")));
        QVERIFY(valueFromText(Metric::ConcurrentWrites, QStringLiteral("120")));
        QVERIFY(!valueFromText(Metric::ConcurrentWrites, QStringLiteral("121")));
    }

    void peopleAndTimesAreReadable()
    {
        QCOMPARE(peopleText("Ashmit_Pandey_and_Ops"), QStringLiteral("Ashmit_Pandey + Ops"));
        QCOMPARE(peopleText("NONE"), QStringLiteral("–"));
        QCOMPARE(timeFromStart(0s, 48h), QStringLiteral("now"));
        QCOMPARE(timeFromStart(37h + 45min + 36s, 48h), QStringLiteral("+37:46"));
        QCOMPARE(timeFromStart(41s, 10min), QStringLiteral("+0:00:41"));
    }
};

QTEST_GUILESS_MAIN(SimulatorModelTest)
#include "simulator_model_test.moc"
