// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/alerts.h"
#include "tests/ui/support/snapshots.h"
#include "ui/models/alert_notices.h"
#include "ui/models/overview_model.h"
#include "ui/models/pixel_shift.h"
#include "ui/models/red_alarm.h"
#include "ui/models/wall_rotation.h"

#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

struct Alarm {
    void play(Level level, AlertState state = AlertState::Open, const char* by = "")
    {
        AlertsBuilder alerts(clock);
        auto& alert = alerts.open(AlertType::ConcurrentWrites, level);
        alert.state = state;
        alert.acknowledgedBy = by;
        feed.play(alerts.board());
    }
    void pass(std::chrono::seconds time)
    {
        for (auto second = 0s; second < time; ++second) {
            clock.advance(1s);
            alarm.check();
        }
    }

    ManualClock clock;
    FakeFeed feed;
    RedAlarm alarm { feed, clock };
    QSignalSpy sounds { &alarm, &RedAlarm::soundDue };
};

}  // namespace

class AttentionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void redSoundsAtOnceAndAgainUntilItIsAcknowledged()
    {
        Alarm alarm;
        alarm.play(Level::Orange);
        QCOMPARE(alarm.sounds.count(), 0);
        alarm.play(Level::Red);
        QCOMPARE(alarm.sounds.count(), 1);
        alarm.pass(9s);
        QCOMPARE(alarm.sounds.count(), 1);
        alarm.pass(1s);
        QCOMPARE(alarm.sounds.count(), 2);
        alarm.play(Level::Red, AlertState::Acknowledged, "MK");
        alarm.pass(60s);
        QCOMPARE(alarm.sounds.count(), 2);
        alarm.play(Level::Red);
        QCOMPARE(alarm.sounds.count(), 3);
        alarm.play(Level::Red, AlertState::Shelved);
        alarm.pass(60s);
        QCOMPARE(alarm.sounds.count(), 3);
    }

    void redIsNeverMutedForMoreThanFifteenMinutes()
    {
        Alarm alarm;
        alarm.play(Level::Red);
        alarm.alarm.toggleMute();
        QVERIFY(alarm.alarm.isMuted());
        QVERIFY(alarm.alarm.notice().startsWith(QStringLiteral("sound muted until ")));
        alarm.pass(15min - 1s);
        QCOMPARE(alarm.sounds.count(), 1);
        alarm.pass(1s);
        QCOMPARE(alarm.sounds.count(), 2);
        QVERIFY(alarm.alarm.notice().isEmpty());
        alarm.alarm.toggleMute();
        alarm.alarm.toggleMute();
        QVERIFY(!alarm.alarm.isMuted());
        QCOMPARE(alarm.sounds.count(), 3);
    }

    void aDrillMakesNoNoiseAndNoNotices()
    {
        Alarm alarm;
        alarm.feed.simulated = true;
        AlertNotices notices(alarm.feed, alarm.clock);
        QSignalSpy noticed(&notices, &AlertNotices::noticed);
        alarm.play(Level::Red);
        alarm.feed.lose({}, {}, QStringLiteral("no answer"));
        alarm.pass(30s);
        QCOMPARE(alarm.sounds.count(), 0);
        QCOMPARE(noticed.count(), 0);
    }

    void whatIsNewIsNoticedOnceAndWhatRisesOnceMore()
    {
        ManualClock clock;
        FakeFeed feed;
        AlertNotices notices(feed, clock);
        QVector<Notice> noticed;
        connect(&notices, &AlertNotices::noticed, this,
            [&](const Notice& notice) { noticed.push_back(notice); });
        AlertsBuilder alerts(clock);
        alerts.open(AlertType::ConcurrentWrites, Level::Yellow);
        feed.play(alerts.board());
        QCOMPARE(noticed.size(), 0);
        alerts.raw().open[0].level = Level::Orange;
        feed.play(alerts.board());
        feed.play(alerts.board());
        QCOMPARE(noticed.size(), 1);
        QCOMPARE(noticed[0].title, QStringLiteral("ORANGE · Concurrent writes 103"));
        QCOMPARE(noticed[0].body, QStringLiteral("Ops_Team, due in 6:00:00"));
        alerts.raw().open[0].level = Level::Red;
        alerts.open(AlertType::WriteThroughput, Level::Red);
        feed.play(alerts.board());
        QCOMPARE(noticed.size(), 2);
        QVERIFY(noticed[1].body.endsWith(QStringLiteral("and 1 more")));
        alerts.raw().open.clear();
        feed.play(alerts.board());
        QCOMPARE(noticed.size(), 2);
    }

    void lostContactAndAClockThatIsOffAreNoticedOnce()
    {
        ManualClock clock;
        FakeFeed feed;
        AlertNotices notices(feed, clock);
        QSignalSpy noticed(&notices, &AlertNotices::noticed);
        feed.lose(clock.steadyNow(), clock.systemNow(), QStringLiteral("no answer"));
        feed.lose(clock.steadyNow(), clock.systemNow(), QStringLiteral("retry 2 in 4 s"));
        QCOMPARE(noticed.count(), 1);
        feed.find();
        feed.find(6s);
        feed.find(7s);
        QCOMPARE(noticed.count(), 2);
    }

    void pagesTurnWhileAllIsCalmAndStopOnOrange()
    {
        WallRotation rotation;
        QSignalSpy changes(&rotation, &WallRotation::pageChanged);
        rotation.setPages({ QStringLiteral("overview"), QStringLiteral("alerts") }, 30s);
        rotation.setActive(true);
        QVERIFY(!rotation.isTurning());  // nothing is known yet
        rotation.setCalm(true);
        QVERIFY(rotation.isTurning());
        QStringList shown;
        for (int i = 0; i < 4; ++i) {
            rotation.turn();
            shown << rotation.page();
        }
        QCOMPARE(shown.join(QLatin1Char(' ')), QStringLiteral("overview alerts wall overview"));
        rotation.setCalm(false);
        QCOMPARE(rotation.page(), WallRotation::wallId());
        QVERIFY(!rotation.isTurning());
        QCOMPARE(changes.last().first().toString(), WallRotation::wallId());
        rotation.setCalm(true);
        QVERIFY(rotation.isTurning());
        rotation.setActive(false);
        QVERIFY(!rotation.isTurning());
    }

    void withoutPagesNothingTurns()
    {
        WallRotation rotation;
        rotation.setActive(true);
        rotation.setCalm(true);
        QVERIFY(!rotation.isTurning());
        rotation.turn();
        QCOMPARE(rotation.page(), WallRotation::wallId());
    }

    void orangeUnknownAndLostContactAreNotCalm()
    {
        OverviewDisplay display;
        QVERIFY(!isCalm(display));
        display.banner.truth = Truth::Live;
        for (const auto& [level, calm] : { std::pair(Level::Green, true),
                 std::pair(Level::Yellow, true), std::pair(Level::Orange, false),
                 std::pair(Level::Red, false), std::pair(Level::Unknown, false) }) {
            display.banner.level = level;
            QCOMPARE(isCalm(display), calm);
        }
        display.banner.level = Level::Green;
        display.contact.kind = ContactDisplay::Kind::Lost;
        QVERIFY(!isCalm(display));
        display.contact.kind = ContactDisplay::Kind::Fine;
        display.banner.truth = Truth::Stale;
        QVERIFY(!isCalm(display));
    }

    void thePictureMovesAFewPixelsAndComesBack()
    {
        PixelShift shift;
        QCOMPARE(shift.offset(), QPoint(0, 0));
        QPoint before = shift.offset();
        for (int minute = 0; minute < 9; ++minute) {
            shift.step();
            const QPoint moved = shift.offset() - before;
            QVERIFY(!moved.isNull());
            QVERIFY(qMax(qAbs(moved.x()), qAbs(moved.y())) <= 2);
            QVERIFY(qMax(qAbs(shift.offset().x()), qAbs(shift.offset().y())) <= 3);
            before = shift.offset();
        }
        QCOMPARE(shift.offset(), QPoint(0, 0));
    }
};

QTEST_GUILESS_MAIN(AttentionTest)
#include "attention_test.moc"
