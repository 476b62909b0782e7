// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/simulations.h"
#include "tests/ui/support/snapshots.h"
#include "ui/feed/drill.h"
#include "ui/models/alert_notices.h"
#include "ui/models/red_alarm.h"

#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// A screen with a calm embedded source behind it.
struct Scene {
    Scene()
    {
        real.embedded = true;
        real.play(builder.calm().build());
        screen.setInner(&real);
    }

    void begin() { drill.begin(simulationAt(real.latest(), 1000), 0s, 1, QStringLiteral("MK")); }
    void run()
    {
        begin();
        real.answer({});
    }
    [[nodiscard]] QString records() const
    {
        QStringList words;
        for (const auto& command : real.submitted) {
            if (const auto* record = std::get_if<RecordDrill>(&command.what)) {
                words << QString::fromStdString((record->begins ? "begin " : "end ") + command.actor
                    + ": " + record->scenario
                    + (record->note.empty() ? "" : " (" + record->note + ")"));
            } else {
                words << QStringLiteral("something else");
            }
        }
        return words.join(QLatin1Char('\n'));
    }
    static AlertBoardPtr boardWith(Level level)
    {
        AlertBoard board;
        AlertView alert;
        alert.id = "A-1";
        alert.type = AlertType::Source;
        alert.level = level;
        board.open.push_back(alert);
        return std::make_shared<const AlertBoard>(board);
    }

    ManualClock clock;
    SnapshotBuilder builder { clock };
    FakeFeed real;
    SwitchFeed screen;
    Drill drill { screen, clock };
};

}  // namespace

class DrillTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isAuditedBeforeAnybodySeesIt()
    {
        Scene scene;
        QSignalSpy began(&scene.drill, &Drill::began);
        scene.begin();
        QCOMPARE(scene.records(), QStringLiteral("begin MK: Hold"));
        QVERIFY(!scene.screen.isSimulated());
        scene.real.answer({});
        QVERIFY(scene.screen.isSimulated());
        QCOMPARE(began.count(), 1);
        QVERIFY(scene.screen.latest()->gate.state == GateState::Halted);
        QVERIFY(scene.screen.simulation()->isRecorded);
        scene.drill.end();
        QCOMPARE(
            scene.records(), QStringLiteral("begin MK: Hold\nend MK: Hold (ended by a person)"));
        QCOMPARE(scene.screen.latest(), scene.real.latest());
        QVERIFY(scene.drill.notice().isEmpty());
    }

    void doesNotBeginWithoutItsRecord()
    {
        Scene scene;
        QSignalSpy refused(&scene.drill, &Drill::refused);
        scene.begin();
        scene.real.answer(QStringLiteral("not done, because it cannot be audited: disk full"));
        QVERIFY(!scene.screen.isSimulated());
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.at(0).at(0).toString().contains(QStringLiteral("disk full")));
        scene.run();
        QVERIFY(scene.drill.isRunning());
    }

    void aServiceIsToldNothing()
    {
        Scene scene;
        scene.real.embedded = false;
        scene.begin();
        QVERIFY(scene.drill.isRunning());
        QVERIFY(!scene.screen.simulation()->isRecorded);
        scene.drill.end();
        QCOMPARE(scene.records(), QString());
    }

    void aRealRedBreaksThroughAtOnce_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("ends");
        QTest::newRow("yellow") << static_cast<int>(Level::Yellow) << false;
        QTest::newRow("orange") << static_cast<int>(Level::Orange) << true;
        QTest::newRow("red") << static_cast<int>(Level::Red) << true;
    }
    void aRealRedBreaksThroughAtOnce()
    {
        QFETCH(int, level);
        QFETCH(bool, ends);
        Scene scene;
        scene.run();
        scene.builder.storageGb(995, static_cast<Level>(level));
        scene.real.play(scene.builder.build());
        QCOMPARE(scene.drill.isRunning(), !ends);
        QCOMPARE(scene.screen.isSimulated(), !ends);
        if (ends) {
            QCOMPARE(scene.screen.latest(), scene.real.latest());
            QVERIFY(scene.drill.notice().startsWith(QStringLiteral("drill stopped: live ")));
            scene.clock.advance(Drill::kNoticeShown);
            QVERIFY(scene.drill.notice().isEmpty());
        } else {
            QVERIFY(scene.screen.simulation()->liveLevel == Level::Yellow);
        }
    }

    void aRealAlertWithoutAMetricBreaksThroughToo()
    {
        Scene scene;
        scene.run();
        scene.real.play(Scene::boardWith(Level::Orange));
        QVERIFY(!scene.drill.isRunning());
    }

    void aSourceThatIsNoLongerHeardEndsIt()
    {
        Scene scene;
        scene.run();
        scene.real.lose(scene.clock.steadyNow(), scene.clock.systemNow(), QStringLiteral("gone"));
        QVERIFY(!scene.drill.isRunning());
        QVERIFY(!scene.screen.contact().isConnected);
    }

    void doesNotBeginWhileSomethingRealIsTheMatter()
    {
        Scene scene;
        QSignalSpy refused(&scene.drill, &Drill::refused);
        scene.builder.storageGb(995, Level::Red);
        scene.real.play(scene.builder.build());
        scene.begin();
        QCOMPARE(refused.at(0).at(0).toString(), QStringLiteral("no drill now: live RED"));
        QCOMPARE(scene.records(), QString());
    }

    void aRedThatComesWhileTheDiskIsWaitedForKeepsItFromBeginning()
    {
        Scene scene;
        QSignalSpy refused(&scene.drill, &Drill::refused);
        scene.begin();
        scene.builder.storageGb(995, Level::Red);
        scene.real.play(scene.builder.build());
        scene.real.answer({});
        QVERIFY(!scene.drill.isRunning());
        QCOMPARE(refused.count(), 1);
        QCOMPARE(scene.records(), QStringLiteral("begin MK: Hold\nend MK: Hold (live RED)"));
    }

    void endsByItselfAfterFifteenMinutes()
    {
        Scene scene;
        scene.run();
        scene.clock.advance(15min - 1s);
        scene.drill.tick();
        QVERIFY(scene.drill.isRunning());
        scene.clock.advance(1s);
        scene.drill.tick();
        QVERIFY(!scene.drill.isRunning());
        QCOMPARE(scene.records(), QStringLiteral("begin MK: Hold\nend MK: Hold (15 min are over)"));
        QCOMPARE(scene.drill.notice(), QStringLiteral("drill stopped: 15 min are over"));
    }

    void endsWithTheProgram()
    {
        ManualClock clock;
        SnapshotBuilder builder(clock);
        FakeFeed real;
        real.embedded = true;
        real.play(builder.calm().build());
        SwitchFeed screen;
        screen.setInner(&real);
        {
            Drill drill(screen, clock);
            drill.begin(simulationAt(real.latest(), 990), 0s, 1, QStringLiteral("MK"));
            real.answer({});
        }
        QCOMPARE(real.submitted.size(), std::size_t { 2 });
        QVERIFY(!screen.isSimulated());
    }

    void anExchangedSourceEndsItAndStaysExchanged()
    {
        Scene scene;
        FakeFeed other;
        scene.run();
        scene.screen.setInner(&other);
        scene.drill.end();
        QCOMPARE(scene.screen.inner(), static_cast<Feed*>(&other));
    }

    void makesNoSoundAndNoNotice()
    {
        Scene scene;
        RedAlarm alarm(scene.screen, scene.clock);
        AlertNotices notices(scene.screen, scene.clock);
        QSignalSpy sounds(&alarm, &RedAlarm::soundDue);
        QSignalSpy notes(&notices, &AlertNotices::noticed);
        scene.run();
        QVERIFY(scene.screen.alerts()->open.at(0).level == Level::Red);
        alarm.check();
        QCOMPARE(sounds.count(), 0);
        QCOMPARE(notes.count(), 0);
        // The real one has both.
        scene.real.play(Scene::boardWith(Level::Red));
        QVERIFY(sounds.count() > 0);
        QCOMPARE(notes.count(), 1);
    }
};

QTEST_GUILESS_MAIN(DrillTest)
#include "drill_test.moc"
