// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/alerts.h"
#include "tests/ui/support/printed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/models/alert_steps_model.h"
#include "ui/models/alert_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// A table on a played feed; the tester looks at every change.
struct Table {
    Table() { log.setActive(true); }
    void play()
    {
        feed.play(alerts.board());
        answer();
    }
    /// Answers every question that waits.
    void answer()
    {
        while (!feed.alertQuestions.empty()) {
            const auto question = feed.alertQuestions.front();
            feed.alertQuestions.erase(feed.alertQuestions.begin());
            question(alerts.history());
        }
    }
    [[nodiscard]] QStringList printedRows() const
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < kAlertColumns; ++column) {
                const auto text = plain(model.index(row, column).data(Qt::DisplayRole).toString());
                if (!text.isEmpty()) {
                    cells << text;
                }
            }
            rows << cells.join(QStringLiteral(" | "));
        }
        return rows;
    }
    void filter(const AlertFilter& wanted) { model.setFilter(wanted); }

    ManualClock clock;
    FakeFeed feed;
    AlertsBuilder alerts { clock };
    AlertLog log { feed };
    AlertTableModel model { log, feed, clock };
    QAbstractItemModelTester tester { &model,
        QAbstractItemModelTester::FailureReportingMode::Fatal };
};

}  // namespace

class AlertTableModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        tzset();
    }

    void beforeAnythingIsKnownItSaysSo()
    {
        Table table;
        QCOMPARE(table.printedRows(),
            (QStringList { QStringLiteral("Active | not known yet"),
                QStringLiteral("History | reading what was stored") }));
    }

    void openOnesComeFirstAndThePastNewestFirst()
    {
        Table table;
        table.alerts.past(AlertType::ConcurrentWrites, Level::Yellow, 24h * 5, 151s, "TR");
        table.alerts.past(AlertType::QueryLatency, Level::Orange, 2h, 552s);
        auto& red = table.alerts.open(AlertType::ConcurrentWrites, Level::Red, 48s);
        red.deadline = red.raisedAt;
        red.overdueFrom = red.raisedAt + 60s;
        auto& orange = table.alerts.open(AlertType::WriteThroughput, Level::Orange, 1122s);
        orange.acknowledgedBy = "MK";
        orange.acknowledgedAtUtc = table.clock.systemNow() - 1000s;
        orange.state = AlertState::Acknowledged;
        table.play();
        QCOMPARE(table.printedRows(),
            (QStringList { QStringLiteral("Active | 2, worst first"),
                QStringLiteral("RED | Concurrent writes | 103 | Today 10:03:05 | 0:48 | Ops_Team | "
                               "due now"),
                QStringLiteral("ORANGE | Write throughput | 103 /s | Today 09:45:11 | 18:42 | "
                               "Ops_Team | due in 5:41:18 | MK 09:47"),
                QStringLiteral("History | 2 in all that is kept"),
                QStringLiteral("ORANGE | Latency p99 | 58 ms | Today 08:03:53 | 9:12 | Ops_Team | "
                               "met | not acknowledged | 08:13:05"),
                QStringLiteral("YELLOW | Concurrent writes | 58 | 29 Jul 10:03:53 | 2:31 | "
                               "Ops_Team | met | TR 10:05 | 10:06:24") }));
    }

    void durationsAndDeadlinesTickWithoutNewData()
    {
        Table table;
        table.alerts.open(AlertType::ConcurrentWrites, Level::Orange, 10s);
        table.play();
        QSignalSpy changes(&table.model, &QAbstractItemModel::dataChanged);
        table.clock.advance(2s);
        table.model.tick();
        QCOMPARE(changes.count(), 1);
        QCOMPARE(
            table.model.row(1).text[static_cast<int>(AlertColumn::Lasted)], QStringLiteral("0:12"));
        QCOMPARE(table.model.row(1).text[static_cast<int>(AlertColumn::Deadline)],
            QStringLiteral("due in 5:59:48"));
        table.clock.advance(6h);
        table.model.tick();
        QCOMPARE(table.model.row(1).text[static_cast<int>(AlertColumn::Deadline)],
            QStringLiteral("overdue 0:12"));
        QVERIFY(table.model.row(1).isOverdue);
    }

    void anAlertThatIsOverMovesToThePast()
    {
        Table table;
        auto& alert = table.alerts.open(AlertType::StorageCapacity, Level::Red, 60s);
        const auto id = alert.id;
        table.play();
        QCOMPARE(table.model.rowOf(QString::fromStdString(id)), 1);
        table.alerts.raw().open.clear();
        auto& cleared = table.alerts.stepAt(id, AlertType::StorageCapacity, AlertEventKind::Cleared,
            Level::Green, table.clock.systemNow());
        cleared.levelBefore = Level::Red;
        table.play();
        QCOMPARE(table.model.rowOf(QString::fromStdString(id)), 2);
        QCOMPARE(table.model.row(2).kind, AlertTableRow::Kind::Past);
        QCOMPARE(table.log.past().front()->steps.size(), std::size_t(2));
    }

    void onlyNewStepsAreAskedFor()
    {
        Table table;
        table.alerts.past(AlertType::QueryLatency, Level::Orange, 2h, 60s);
        table.play();
        table.feed.play(table.alerts.board());
        QVERIFY(table.feed.alertQuestions.empty());  // nothing newer
        table.alerts.past(AlertType::QueryLatency, Level::Red, 1h, 60s);
        table.feed.play(table.alerts.board());
        QCOMPARE(table.feed.alertQuestions.size(), std::size_t(1));
        table.answer();
        QCOMPARE(table.log.past().size(), std::size_t(2));
        QVERIFY(table.log.past().front()->peak == Level::Red);
    }

    void aHistoryThatBeginsAnewIsReadAnew()
    {
        Table table;
        table.alerts.past(AlertType::QueryLatency, Level::Orange, 2h, 60s);
        table.alerts.past(AlertType::QueryLatency, Level::Red, 1h, 60s);
        table.play();
        table.alerts = AlertsBuilder(table.clock);
        table.alerts.past(AlertType::WriteThroughput, Level::Yellow, 1h, 60s);
        table.play();
        QCOMPARE(table.log.past().size(), std::size_t(1));
        QVERIFY(table.log.past().front()->type == AlertType::WriteThroughput);
    }

    void whyTheHistoryCannotBeReadIsSaid()
    {
        Table table;
        table.feed.play(table.alerts.board());
        table.feed.alertQuestions.front()(
            Error { ErrorCode::Unavailable, "history: disk full", {} });
        QVERIFY(table.printedRows().last().contains(QStringLiteral("history: disk full")));
    }

    void filtersNarrowBothSections()
    {
        Table table;
        table.alerts.past(AlertType::QueryLatency, Level::Orange, 2h, 60s, "JO", "batch import");
        table.alerts.past(AlertType::ConcurrentWrites, Level::Yellow, 3h, 60s);
        table.alerts.past(AlertType::ConcurrentWrites, Level::Red, 24h * 40, 60s, "TR");
        table.alerts.open(AlertType::ConcurrentWrites, Level::Red, 10s);
        table.alerts.open(AlertType::StorageCapacity, Level::Yellow, 10s);
        table.play();
        const auto shown = [&](const AlertFilter& filter) {
            table.filter(filter);
            return table.model.rowCount() - 2;
        };
        AlertFilter filter;
        QCOMPARE(shown(filter), 5);
        QCOMPARE(table.model.counts().all, 5);
        QCOMPARE(table.model.counts().byLevel[static_cast<int>(Level::Red)], 2);
        filter.level = Level::Red;
        QCOMPARE(shown(filter), 2);
        QCOMPARE(table.model.counts().all, 5);  // what the other choices would show
        filter.within = std::chrono::hours(24 * 30);
        QCOMPARE(shown(filter), 1);
        QCOMPARE(table.model.counts().all, 4);
        filter = {};
        filter.type = AlertType::ConcurrentWrites;
        QCOMPARE(shown(filter), 3);
        filter.acknowledged = AlertFilter::Acknowledged::Yes;
        QCOMPARE(shown(filter), 1);
        filter.acknowledged = AlertFilter::Acknowledged::No;
        QCOMPARE(shown(filter), 2);
        filter = {};
        filter.text = QStringLiteral("IMPORT latency");
        QCOMPARE(shown(filter), 1);
        filter.text = QStringLiteral("no such words");
        QCOMPARE(shown(filter), 0);
        QCOMPARE(shown({}), 5);
    }

    void equalAlertsInARowAreFoldedWithTheirNumberAndNoneIsLost()
    {
        Table table;
        for (int i = 0; i < 10'000; ++i) {
            table.alerts.past(
                AlertType::WriteThroughput, Level::Orange, std::chrono::seconds(10'001 - i), 1s);
        }
        table.play();
        QCOMPARE(table.model.rowCount(), 3);
        QCOMPARE(plain(table.model.row(2).text[1]), QStringLiteral("Write throughput  × 10 000"));
        QCOMPARE(table.model.pastShown().size(), std::size_t(10'000));
    }

    void hostileTextsAreCutAndMadeVisible()
    {
        Table table;
        auto& alert = table.alerts.open(AlertType::ConcurrentWrites, Level::Red, 1s);
        alert.escalationPath = std::string(1'000'000, 'x');
        alert.acknowledgedBy = "<b>\xE2\x80\xAE\n";
        table.play();
        const auto& row = table.model.row(1);
        QVERIFY(row.text[static_cast<int>(AlertColumn::Escalates)].size() <= 61);
        QCOMPARE(row.text[static_cast<int>(AlertColumn::Acknowledged)],
            QString::fromUtf8("<b>‹U+202E›␊"));
    }

    void theTimelineHasEveryStepTheDeadlineAheadAndFoldsRepeats()
    {
        Table table;
        auto& alert = table.alerts.open(AlertType::ConcurrentWrites, Level::Orange, 26h);
        const auto at = [&](std::chrono::seconds ago) { return table.clock.systemNow() - ago; };
        const auto id = alert.id;
        table.alerts.stepAt(id, alert.type, AlertEventKind::Verified, Level::Orange, at(300s));
        table.alerts.stepAt(id, alert.type, AlertEventKind::Verified, Level::Orange, at(200s));
        auto& ack = table.alerts.stepAt(
            id, alert.type, AlertEventKind::Acknowledged, Level::Orange, at(100s));
        ack.actor = "MK";
        ack.reason = "acknowledged by MK 10:00:00Z: “Moving tier 2”";
        const auto history = table.alerts.history();
        alert.deadline = table.clock.steadyNow() + 90s;
        alert.deadlineUtc = table.clock.systemNow() + 90s;
        alert.overdueFrom = alert.deadline;
        const auto timeline = timelineOf(history.events, 0, &alert, 100, table.clock.steadyNow());
        QStringList lines;
        for (const auto& step : timeline) {
            lines << QStringLiteral("%1 %2 %3 x%4: %5")
                         .arg(step.day, step.time, step.title)
                         .arg(step.count)
                         .arg(QString(step.detail).replace(u'\n', u'|'));
        }
        QCOMPARE(lines,
            (QStringList {
                QStringLiteral("2 Aug 08:03 Raised ORANGE x1: 58, threshold 51|escalated to "
                               "Ops_Team, respond within 6\u00A0h"),
                QStringLiteral("3 Aug 10:00 Data are back x2: "),
                QStringLiteral(" 10:02 Acknowledged by MK x1: “Moving tier 2”"),
                QStringLiteral(" 10:05 Response deadline x1: due in 1:30") }));
        QVERIFY(timeline.last().isAhead);
        AlertStepsModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSteps(timeline);
        model.setSteps(timeline.mid(0, 2));
        QCOMPARE(model.rowCount(), 2);
    }

    void inactiveItAsksNothing()
    {
        Table table;
        table.log.setActive(false);
        table.feed.play(table.alerts.board());
        QVERIFY(table.feed.alertQuestions.empty());
        table.log.setActive(true);
        QCOMPARE(table.feed.alertQuestions.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(AlertTableModelTest)
#include "alert_table_model_test.moc"
