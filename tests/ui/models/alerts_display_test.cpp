// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/snapshots.h"
#include "ui/models/alerts_display.h"
#include "ui/models/overview_model.h"
#include "ui/text/format.h"

#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

class AlertsDisplayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        tzset();
    }
    void init()
    {
        build_.emplace(clock_);
        build_->calm().set(Metric::ConcurrentWrites, 103, Level::Red);
        board_ = AlertBoard();
    }

    void nothingReadYetIsNotNone()
    {
        const auto alerts = makeAlerts(nullptr, nullptr, clock_.steadyNow());
        QCOMPARE(alerts.emptyTitle, QStringLiteral("Alerts not known yet"));
        QVERIFY(alerts.emptyIcon != QLatin1String("check"));
    }

    void noneSaysWhenTheLastOneCleared()
    {
        auto last = alert(Level::Red);
        last.clearedAtUtc = clock_.systemNow();
        board_.lastCleared.push_back(last);
        board_.raised24h = { 1, 0, 2 };
        const auto alerts = shown();
        QCOMPARE(alerts.emptyTitle, QStringLiteral("No active alerts"));
        QCOMPARE(alerts.emptyDetail,
            QStringLiteral("last: Concurrent writes, cleared ") + hourAndMinute());
        QCOMPARE(alerts.emptyFoot, QStringLiteral("24 h: 3 raised"));
    }

    void aRowCountsDownAndThenIsOverdue()
    {
        auto open = alert(Level::Red);
        open.deadline = clock_.steadyNow() + 1h;
        open.overdueFrom = open.deadline;
        board_.open.push_back(open);
        QCOMPARE(text(row()),
            QStringLiteral("RED Concurrent writes 103 Ops_Team age 0:00 due 1:00:00 ack"));
        clock_.advance(59min + 1s);
        QCOMPARE(text(row()),
            QStringLiteral("RED Concurrent writes 103 Ops_Team age 59:01 due 0:59 ack"));
        clock_.advance(13min);
        const auto late = row();
        QVERIFY(late.overdue);
        QCOMPARE(text(late),
            QStringLiteral("RED Concurrent writes 103 Ops_Team age 1:12:01 overdue 12:01 ack"));
    }

    void immediateIsDueNowUntilItsGraceHasPassed()
    {
        auto open = alert(Level::Red);
        open.deadline = clock_.steadyNow();
        open.overdueFrom = clock_.steadyNow() + 60s;
        board_.open.push_back(open);
        clock_.advance(59s);
        QCOMPARE(row().deadline, QStringLiteral("now"));
        QVERIFY(!row().overdue);
        clock_.advance(1s);
        QVERIFY(row().overdue);
    }

    void whoAcknowledgedStandsThereAndNothingIsLeftToDo()
    {
        auto open = alert(Level::Red);
        open.state = AlertState::Acknowledged;
        open.acknowledgedBy = "MK";
        open.acknowledgedAtUtc = clock_.systemNow();
        const QString mk = QStringLiteral("MK ") + hourAndMinute();
        open.deadline = clock_.steadyNow() + 1h;
        open.overdueFrom = open.deadline;
        board_.open.push_back(open);
        QCOMPARE(row().acknowledged, mk);
        QVERIFY(!row().canAcknowledge);
        clock_.advance(2h);
        QVERIFY2(!row().overdue, "an acknowledged alert is not overdue");
        QCOMPARE(shown().summary, QStringLiteral("1 active"));
        GaugeDisplay gauge;
        addAlert(gauge, Metric::ConcurrentWrites, &board_);
        QVERIFY(!gauge.unacknowledged);
        QCOMPARE(gauge.acknowledgedText, mk);
    }

    void yellowThatNobodyIsToldOfSaysMonitor()
    {
        auto open = alert(Level::Yellow);
        open.escalationPath = "NONE";
        board_.open.push_back(open);
        QCOMPARE(row().deadlineWord, QStringLiteral("monitor"));
        QVERIFY(row().escalation.isEmpty());
    }

    void unverifiedAndChatteringAreSaid()
    {
        auto open = alert(Level::Red);
        open.isUnverified = true;
        board_.open.push_back(open);
        QCOMPARE(row().escalation, QStringLiteral("Ops_Team · unverified"));
        board_.open[0].isUnverified = false;
        board_.open[0].isChattering = true;
        QCOMPARE(row().escalation, QStringLiteral("Ops_Team · chattering"));
    }

    void stepsThatAreNotOnDiskAreSaid()
    {
        board_.open.push_back(alert(Level::Red));
        board_.storeProblem = "disk full";
        QCOMPARE(shown().summary, QStringLiteral("NOT ON DISK: disk full"));
    }

    void theBannerCountsAlertsAndLeavesShelvedOnesOut()
    {
        board_.open = { alert(Level::Red), alert(Level::Orange), alert(Level::Orange) };
        board_.open[1].acknowledgedBy = "MK";
        board_.open[2].state = AlertState::Shelved;
        BannerDisplay banner { Truth::Live, Level::Red, {}, {}, {}, false };
        addAlerts(banner, &board_, clock_.steadyNow());
        QCOMPARE(banner.detail,
            QString(QStringLiteral("2") + QChar(0x00A0)
                + QStringLiteral("active alerts · 1 not acknowledged"))
                .replace(QChar(0x00A0), banner.detail.at(1)));
        QVERIFY(banner.unacknowledged);
    }

    void acknowledgingGoesToTheFeedAndARefusalIsShown()
    {
        FakeFeed feed;
        OverviewModel model(feed, clock_);
        feed.play(build_->build());
        board_.open.push_back(alert(Level::Red));
        feed.play(std::make_shared<const AlertBoard>(board_));
        model.acknowledge(QStringLiteral("A-1"));
        QCOMPARE(feed.submitted.size(), std::size_t(1));
        const auto* command = std::get_if<AcknowledgeAlert>(&feed.submitted[0].what);
        QVERIFY(command != nullptr);
        QCOMPARE(command->alertId, std::string("A-1"));
        QVERIFY(!feed.submitted[0].actor.empty());
        feed.answer(QStringLiteral("disk full"));
        QCOMPARE(model.display().alerts.summary, QStringLiteral("not acknowledged: disk full"));
        clock_.advance(16s);
        model.tick();
        QVERIFY(model.display().alerts.summary != QStringLiteral("not acknowledged: disk full"));
    }

private:
    [[nodiscard]] AlertView alert(Level level) const
    {
        AlertView view;
        view.id = "A-1";
        view.type = AlertType::ConcurrentWrites;
        view.level = level;
        view.raisedAt = clock_.steadyNow();
        view.raisedAtUtc = clock_.systemNow();
        view.escalationPath = "Ops_Team";
        return view;
    }
    [[nodiscard]] QString hourAndMinute() const
    {
        return format::localTime(clock_.systemNow()).left(5);
    }
    [[nodiscard]] AlertsDisplay shown()
    {
        return makeAlerts(&board_, build_->build().get(), clock_.steadyNow());
    }
    [[nodiscard]] AlertRow row() { return shown().rows.first(); }
    [[nodiscard]] static QString text(const AlertRow& row)
    {
        return QStringList { QString::fromLatin1(toString(row.level).data()), row.title, row.value,
            row.escalation, QStringLiteral("age"), row.age, row.deadlineWord, row.deadline,
            row.canAcknowledge ? QStringLiteral("ack") : QString() }
            .join(QLatin1Char(' '))
            .trimmed();
    }

    ManualClock clock_;
    std::optional<SnapshotBuilder> build_;
    AlertBoard board_;
};

QTEST_GUILESS_MAIN(AlertsDisplayTest)
#include "alerts_display_test.moc"
