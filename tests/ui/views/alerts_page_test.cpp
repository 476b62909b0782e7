// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "tests/ui/support/alerts.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/views/alerts_details.h"
#include "ui/views/alerts_dialog.h"
#include "ui/views/alerts_page.h"
#include "ui/views/alerts_table.h"
#include "ui/views/alerts_timeline.h"
#include "ui/views/trends_page.h"
#include "ui/widgets/alert_chart.h"
#include "ui/widgets/contact_band.h"
#include "ui/widgets/drop_down.h"
#include "ui/widgets/level_segments.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSet>
#include <QTest>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// The window on its alerts page, on a played feed.
struct Desk {
    explicit Desk(QSize size = { 1600, 900 })
        : window(model, options(size))
    {
        red = add(AlertType::ConcurrentWrites, Level::Red, 48s);
        orange = add(AlertType::WriteThroughput, Level::Orange, 1122s);
        alerts.past(AlertType::QueryLatency, Level::Yellow, 3h, 60s, "JO", "=batch import");
        alerts.past(AlertType::ConcurrentWrites, Level::Orange, 5h, 60s);
        feed.play(build.calm().set(Metric::ConcurrentWrites, 103, Level::Red).build());
        feed.play(alerts.board());
        window.show();
        window.activateWindow();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&window);
        answer();
    }

    static WindowOptions options(QSize size)
    {
        WindowOptions options;
        options.page = QStringLiteral("alerts");
        options.size = size;
        return options;
    }
    QString add(AlertType type, Level level, std::chrono::seconds age)
    {
        return QString::fromStdString(alerts.open(type, level, age).id);
    }
    AlertView& open(const QString& id)
    {
        for (auto& alert : alerts.raw().open) {
            if (QString::fromStdString(alert.id) == id) {
                return alert;
            }
        }
        return alerts.raw().open.front();
    }
    void answer()
    {
        while (!feed.alertQuestions.empty()) {
            const auto question = feed.alertQuestions.front();
            feed.alertQuestions.erase(feed.alertQuestions.begin());
            question(alerts.history());
        }
    }
    void play()
    {
        feed.play(alerts.board());
        answer();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        auto* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window, key, with);
    }
    template <typename Widget>
    [[nodiscard]] Widget* find() const
    {
        return window.findChild<Widget*>();
    }
    [[nodiscard]] int listed() const { return find<AlertsTable>()->model()->rowCount() - 2; }
    [[nodiscard]] bool says(const char* text) const
    {
        for (const auto* label : window.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QString::fromLatin1(text))) {
                return true;
            }
        }
        return false;
    }
    template <typename What>
    [[nodiscard]] const What* asked() const
    {
        return feed.submitted.empty() ? nullptr : std::get_if<What>(&feed.submitted.back().what);
    }

    ManualClock clock;
    SnapshotBuilder build { clock };
    AlertsBuilder alerts { clock };
    FakeFeed feed;
    OverviewModel model { feed, clock };
    MainWindow window;
    QString red;
    QString orange;
};

}  // namespace

class AlertsPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theAKeyAcknowledgesTheChosenAlertAndElseTheFirstThatWaits()
    {
        Desk desk;
        desk.key(Qt::Key_A);
        QVERIFY(desk.asked<AcknowledgeAlert>() != nullptr);
        QCOMPARE(desk.asked<AcknowledgeAlert>()->alertId, desk.red.toStdString());
        desk.find<AlertsTable>()->setFocus();
        desk.key(Qt::Key_Down);
        QCOMPARE(desk.find<AlertsTable>()->currentAlert(), desk.orange);
        desk.key(Qt::Key_A);
        QCOMPARE(desk.asked<AcknowledgeAlert>()->alertId, desk.orange.toStdString());
        QVERIFY(!desk.feed.submitted.back().actor.empty());
    }

    void theWorstAlertIsChosenWhenNobodyHasChosen()
    {
        Desk desk;
        QCOMPARE(desk.find<AlertsTable>()->currentAlert(), desk.red);
        QVERIFY(desk.find<AlertsTimeline>()->steps().rowCount() > 0);
    }

    void theArrowKeysPassOverTheSections()
    {
        Desk desk;
        auto* table = desk.find<AlertsTable>();
        table->setFocus();
        QCOMPARE(table->currentIndex().row(), 1);
        desk.key(Qt::Key_Up);
        QCOMPARE(table->currentIndex().row(), 1);
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 4);  // row 3 says History
        desk.key(Qt::Key_End);
        QCOMPARE(table->currentIndex().row(), 5);
    }

    void theButtonInARowAcknowledgesThatRow()
    {
        Desk desk;
        auto* table = desk.find<AlertsTable>();
        const QRect button = table->buttonRect(table->model()->index(2, 0));
        QVERIFY(button.isValid());
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, button.center());
        QCOMPARE(desk.feed.submitted.size(), std::size_t(1));
        QCOMPARE(desk.asked<AcknowledgeAlert>()->alertId, desk.orange.toStdString());
        QVERIFY(table->buttonRect(table->model()->index(4, 0)).isEmpty());
    }

    void aNoteIsAskedForAndSentWithTheAlertThatWasAskedAbout()
    {
        Desk desk;
        desk.find<AlertsTable>()->setCurrentAlert(desk.orange);
        desk.key(Qt::Key_N);
        auto* dialog = desk.find<AlertsDialog>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        desk.find<AlertsTable>()->setCurrentAlert(desk.red);  // rows may move meanwhile
        auto* text = dialog->findChild<QPlainTextEdit*>();
        QTest::keyClicks(text, QStringLiteral("batch import, watching it"));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.asked<AcknowledgeAlert>() != nullptr);
        QCOMPARE(desk.asked<AcknowledgeAlert>()->alertId, desk.orange.toStdString());
        QCOMPARE(desk.asked<AcknowledgeAlert>()->note, std::string("batch import, watching it"));
        desk.feed.answer(QStringLiteral("storage_slow: the disk does not answer"));
        QVERIFY(desk.says("not acknowledged: storage_slow"));
    }

    void shelvingNeedsAReasonAndOffersNoMoreThanTheMaximumOfItsLevel()
    {
        Desk desk;
        desk.find<AlertsTable>()->setCurrentAlert(desk.red);
        desk.key(Qt::Key_S);
        auto* dialog = desk.find<AlertsDialog>();
        QVERIFY(dialog != nullptr);
        auto* time = dialog->findChild<DropDown*>();
        QCOMPARE(time->itemData(time->count() - 1).toLongLong(), qlonglong(15 * 60));
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.feed.submitted.empty());
        auto* text = dialog->findChild<QPlainTextEdit*>();
        QTest::keyClicks(text, QStringLiteral("   "));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.feed.submitted.empty());
        QTest::keyClicks(text, QStringLiteral("load test"));
        time->setCurrentIndex(time->count() - 1);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        const auto* shelve = desk.asked<ShelveAlert>();
        QVERIFY(shelve != nullptr);
        QCOMPARE(shelve->alertId, desk.red.toStdString());
        QVERIFY(shelve->duration == 15min);
        QCOMPARE(shelve->reason, std::string("load test"));
    }

    void aTextThatTheCoreWouldRefuseIsNotSent()
    {
        Desk desk;
        desk.find<AlertsTable>()->setCurrentAlert(desk.red);
        desk.key(Qt::Key_N);
        auto* text = desk.find<AlertsDialog>()->findChild<QPlainTextEdit*>();
        text->setPlainText(QString(501, QChar(0x00E4)));  // 1002 bytes
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.feed.submitted.empty());
        text->setPlainText(QString(500, QChar(0x00E4)));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.feed.submitted.size(), std::size_t(1));
    }

    void aShelvedAlertComesBackByTheSameKey()
    {
        Desk desk;
        auto& alert = desk.open(desk.red);
        alert.state = AlertState::Shelved;
        alert.shelvedBy = "MK";
        desk.play();
        desk.find<AlertsTable>()->setCurrentAlert(desk.red);
        desk.key(Qt::Key_S);
        QVERIFY(desk.asked<UnshelveAlert>() != nullptr);
        QCOMPARE(desk.asked<UnshelveAlert>()->alertId, desk.red.toStdString());
    }

    void filtersByKeyboard()
    {
        Desk desk;
        QCOMPARE(desk.listed(), 4);
        auto* levels = desk.find<LevelSegments>();
        levels->setFocus();
        desk.key(Qt::Key_Right);
        QVERIFY(levels->level() == Level::Red);
        QCOMPARE(desk.listed(), 1);
        QVERIFY(levels->accessibleName().contains(QStringLiteral("RED 1")));
        desk.key(Qt::Key_Left);
        QCOMPARE(desk.listed(), 4);
        auto* metric = desk.find<DropDown>();
        metric->setFocus();
        desk.key(Qt::Key_Down);
        QCOMPARE(metric->currentText(), QStringLiteral("Concurrent writes"));
        QCOMPARE(desk.listed(), 2);
        desk.key(Qt::Key_Up);
        desk.key(Qt::Key_Slash);
        auto* search = desk.find<QLineEdit>();
        QCOMPARE(QApplication::focusWidget(), search);
        QTest::keyClicks(search, QStringLiteral("import"));  // letters are no keys of the page here
        QTRY_COMPARE(desk.listed(), 1);
        QVERIFY(desk.feed.submitted.empty());
    }

    void theChosenAlertStaysChosenHoweverTheRowsMove()
    {
        Desk desk;
        auto* table = desk.find<AlertsTable>();
        table->setCurrentAlert(desk.orange);
        auto& open = desk.alerts.raw().open;
        desk.alerts.open(AlertType::StorageCapacity, Level::Red, 1s);
        std::rotate(open.begin(), open.end() - 1, open.end());
        desk.play();
        QCOMPARE(table->currentAlert(), desk.orange);
        QCOMPARE(table->currentIndex().data(AlertTableModel::AlertId).toString(), desk.orange);
        open.erase(open.begin());
        desk.play();
        QCOMPARE(table->currentIndex().data(AlertTableModel::AlertId).toString(), desk.orange);
    }

    void theDetailsCountDownWithoutNewData()
    {
        Desk desk;
        desk.find<AlertsTable>()->setCurrentAlert(desk.orange);
        const auto& steps = desk.find<AlertsTimeline>()->steps();
        QCOMPARE(steps.step(steps.rowCount() - 1).detail, QStringLiteral("due in 5:41:18"));
        desk.clock.advance(3s);
        desk.model.tick();
        QCOMPARE(steps.step(steps.rowCount() - 1).detail, QStringLiteral("due in 5:41:15"));
    }

    void whereThereIsNoRoomForBothTheDetailsOpenByEnterAndCloseByEsc()
    {
        Desk desk({ 1024, 640 });
        auto* details = desk.find<AlertsDetails>();
        QVERIFY(!details->isVisible());
        desk.find<AlertsTable>()->setFocus();
        desk.key(Qt::Key_Return);
        QVERIFY(details->isVisible());
        desk.key(Qt::Key_Escape);
        QVERIFY(!details->isVisible());
        QVERIFY(!desk.window.isWall());
    }

    void everythingCanBeReachedByTabAndHasAName()
    {
        Desk desk;
        desk.find<AlertsTable>()->setCurrentAlert(desk.red);
        desk.find<LevelSegments>()->setFocus();
        QSet<QWidget*> reached;
        for (int i = 0; i < 40; ++i) {
            auto* focus = QApplication::focusWidget();
            QVERIFY(focus != nullptr);
            if (desk.find<AlertsPage>()->isAncestorOf(focus)) {
                reached.insert(focus);
                const auto* button = qobject_cast<QAbstractButton*>(focus);
                QVERIFY2(!focus->accessibleName().isEmpty()
                        || (button != nullptr && !button->text().isEmpty()),
                    focus->metaObject()->className());
            }
            desk.key(Qt::Key_Tab);
        }
        // Segments, three choices, search, export, table, steps, note, shelve, trends.
        QCOMPARE(reached.size(), 11);
    }

    void whatIsListedIsExportedAndNoTextIsAFormula()
    {
        Desk desk;
        const TempDir folder;
        const auto path = QString::fromStdString((folder.path() / "alerts.csv").string());
        desk.open(desk.red).acknowledgedBy = "=1+1";
        desk.play();
        QCOMPARE(desk.find<AlertsPage>()->exportTo(path), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 6);  // titles, four alerts, and nothing behind the last line
        QVERIFY(lines[0].startsWith("alert_id,type,state,level,peak_level,value,threshold,unit"));
        QVERIFY(lines[1].contains(",'=1+1,"));
        QVERIFY(
            lines[1].contains("CONCURRENT_WRITES,OPEN,RED,RED,103,100,writers,2026-08-03T10:03:"));
        QVERIFY(lines[3].contains("'=batch import"));
        QVERIFY(lines[3].contains("CLEARED,YELLOW"));
        desk.find<LevelSegments>()->setLevel(Level::Red);
        QCOMPARE(desk.find<AlertsPage>()->exportTo(path), QString());
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 2);
    }

    void anExportThatFailsNamesFileAndReason()
    {
        Desk desk;
        const TempDir folder;
        const auto path = QString::fromStdString((folder.path() / "no" / "alerts.csv").string());
        const auto error = desk.find<AlertsPage>()->exportTo(path);
        QVERIFY2(error.contains(path), qPrintable(error));
    }

    void losingTheFeedWithdrawsTheColoursAndFindingItBringsThemBack()
    {
        Desk desk;
        auto* band = desk.find<ContactBand>();
        const auto redIn = [&] {
            const QImage picture = desk.find<AlertsTable>()->grab().toImage();
            const QRgb mark = Theme::dark().level(Level::Red).mark.rgb();
            int count = 0;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x) {
                    count += picture.pixel(x, y) == mark ? 1 : 0;
                }
            }
            return count;
        };
        QVERIFY(redIn() > 100);
        QVERIFY(!band->isVisible());
        desk.feed.lose(desk.clock.steadyNow(), desk.clock.systemNow(), QStringLiteral("no answer"));
        QVERIFY(band->isVisible());
        QCOMPARE(band->width(), desk.window.width());
        QCOMPARE(redIn(), 0);
        desk.clock.advance(1s);
        desk.feed.find();
        desk.feed.play(desk.build.build());
        desk.model.tick();
        QVERIFY(!band->isVisible());
        QVERIFY(redIn() > 100);
    }

    void theDetailsShowWhatTheMetricDidAndOpenItInTrends()
    {
        Desk desk;
        desk.find<AlertsTable>()->setCurrentAlert(desk.orange);
        QVERIFY(!desk.feed.metricQuestions.empty());
        // One question at a time: the alert that was looked at first is answered first.
        while (!desk.feed.metricQuestions.empty()) {
            const auto question = desk.feed.metricQuestions.front();
            desk.feed.metricQuestions.erase(desk.feed.metricQuestions.begin());
            if (question.metrics != std::vector { question.metrics.front() }) {
                continue;  // the live charts ask too
            }
            HistoryAnswer answer;
            answer.points.push_back(
                { question.range.from, 60s, { 600, 840, 900, 840, 60 }, false });
            question.answered(std::vector { answer });
        }
        auto* chart = desk.find<AlertChart>();
        QVERIFY(chart->isVisible());
        QVERIFY2(chart->accessibleDescription().contains(QStringLiteral("mean 840")),
            qPrintable(chart->accessibleDescription()));
        for (auto* button : desk.find<AlertsDetails>()->findChildren<QAbstractButton*>()) {
            if (button->accessibleName() == QStringLiteral("Open in Trends")) {
                button->click();
            }
        }
        QCOMPARE(desk.window.page(), QStringLiteral("trends"));
        const auto& trends = desk.find<TrendsPage>()->trends();
        QVERIFY(trends.metric() == Metric::WriteThroughput);
        const double raised = secondsOf(desk.open(desk.orange).raisedAtUtc);
        QVERIFY(trends.range().from() < raised && raised < trends.range().to());
        QVERIFY(trends.range().span() < 2 * 3600);
    }

    void anAlertOfTheSourceHasNoPast()
    {
        Desk desk;
        const auto source = desk.add(AlertType::Source, Level::Orange, 60s);
        desk.play();
        desk.find<AlertsTable>()->setCurrentAlert(source);
        QVERIFY(!desk.find<AlertChart>()->isVisible());
    }

    void hostileTextIsPaintedAsText()
    {
        Desk desk;
        auto& alert = desk.open(desk.red);
        alert.message = "<img src=x><b>" + std::string(1 << 20, 'W');
        alert.escalationPath = "\xE2\x80\xAE<h1>";
        desk.play();
        desk.find<AlertsTable>()->setCurrentAlert(desk.red);
        QVERIFY(!desk.window.grab().isNull());
        for (const auto* label : desk.window.findChildren<QLabel*>()) {
            QVERIFY(label->textFormat() == Qt::PlainText);
        }
    }
};

QTEST_MAIN(AlertsPageTest)
#include "alerts_page_test.moc"
