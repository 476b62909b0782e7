// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "tests/ui/support/printed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/models/trends_words.h"
#include "ui/views/trends_page.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/forecast_chart.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/table_panel.h"
#include "ui/widgets/trends_chart.h"

#include <QFile>
#include <QImage>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

/// The window on its trends page, with a day of answers, a minute each, and a gap of an hour.
struct Screen {
    explicit Screen(QSize size = { 1440, 900 })
        : window(model, options(size))
    {
        feed.play(build.calm().build());
        window.show();
        window.activateWindow();  // shortcuts go to the active window
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&window);
        page = window.findChild<TrendsPage*>();
        chart = page->findChild<TrendsChart*>();
        answerAll();
    }

    static WindowOptions options(QSize size)
    {
        WindowOptions options;
        options.page = QStringLiteral("trends");
        options.size = size;
        return options;
    }

    void answerAll()
    {
        while (answeredMetrics < feed.metricQuestions.size()
            || answeredLatency < feed.latencyQuestions.size()) {
            if (answeredMetrics < feed.metricQuestions.size()) {
                const auto& question = feed.metricQuestions[answeredMetrics++];
                std::vector<HistoryAnswer> all(question.metrics.size());
                for (auto& answer : all) {
                    answer.points = points();
                }
                question.answered(all);
            }
            if (answeredLatency < feed.latencyQuestions.size()) {
                const auto& question = feed.latencyQuestions[answeredLatency++];
                LatencyAnswer answer;
                for (const auto& point : points()) {
                    answer.points.push_back(
                        { point.at, point.length, 11, 42, 71, 80, 60, point.afterGap });
                }
                question.answered(answer);
            }
        }
    }

    std::vector<HistoryPoint> points() const
    {
        std::vector<HistoryPoint> all;
        for (int minute = 30 * 60; minute > 0; --minute) {
            if (minute <= 240 && minute > 180) {
                continue;  // an hour without a record
            }
            all.push_back({ clock.systemNow() - std::chrono::minutes(minute), 60s,
                { 30, 34, 38, 34, 60 }, minute == 180 });
        }
        return all;
    }

    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&window, code, modifiers);
        answerAll();
    }
    void wheel(QPoint at, int notches)
    {
        QWheelEvent event(at, chart->mapToGlobal(at), {}, { 0, 120 * notches }, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart, &event);
        answerAll();
    }
    void hover(QPointF at)
    {
        QMouseEvent event(QEvent::MouseMove, at, chart->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
            Qt::NoModifier);
        QCoreApplication::sendEvent(chart, &event);
    }
    [[nodiscard]] const TrendsRange& range() const { return page->trends().range(); }
    [[nodiscard]] QPoint middle() const { return chart->plotArea().center().toPoint(); }

    ManualClock clock;
    SnapshotBuilder build { clock };
    FakeFeed feed;
    OverviewModel model { feed, clock };
    MainWindow window;
    TrendsPage* page = nullptr;
    TrendsChart* chart = nullptr;
    std::size_t answeredMetrics = 0;
    std::size_t answeredLatency = 0;
};

}  // namespace

class TrendsPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theKeysMoveAndZoomTheRange()
    {
        Screen screen;
        const double now = screen.page->trends().now();
        QCOMPARE(screen.range().span(), 86400.0);
        screen.key(Qt::Key_Left);
        QCOMPARE(screen.range().to(), now - 8640);
        screen.key(Qt::Key_Right);
        QCOMPARE(screen.range().to(), now);
        QVERIFY(screen.range().isLive());
        screen.key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(screen.range().to(), now - 86400);
        screen.key(Qt::Key_End);
        QCOMPARE(screen.range().to(), now);
        screen.key(Qt::Key_Plus);
        QCOMPARE(screen.range().span(), 43'200.0);
        QVERIFY2(screen.range().isLive(), "a live range is looked at where it ends");
        screen.key(Qt::Key_Minus);
        QCOMPARE(screen.range().span(), 86'400.0);
        screen.key(Qt::Key_Left);
        screen.key(Qt::Key_0);
        QCOMPARE(screen.range().to(), now);
        QCOMPARE(screen.range().preset(), 3);
    }

    void homeGoesToTheOldestThatIsRecorded()
    {
        Screen screen;
        screen.key(Qt::Key_Home);
        QCOMPARE(screen.range().from(), screen.page->trends().now() - 30 * 3600);
        QCOMPARE(screen.range().span(), 86'400.0);
    }

    void theWheelZoomsWhereThePointerIs()
    {
        Screen screen;
        const auto at = screen.middle();
        const double under = screen.chart->secondsAt(at.x());
        screen.wheel(at, 3);
        QVERIFY(screen.range().span() < 50'000);
        QVERIFY(std::abs(screen.chart->secondsAt(at.x()) - under) < 60);
        screen.wheel(at, -3);
        QVERIFY(std::abs(screen.range().span() - 86'400) < 1);
        QVERIFY(std::abs(screen.chart->secondsAt(at.x()) - under) < 60);
    }

    void draggingTakesTheTimeAlongAndADoubleClickResets()
    {
        Screen screen;
        const auto at = screen.middle();
        const double under = screen.chart->secondsAt(at.x());
        QTest::mousePress(screen.chart, Qt::LeftButton, {}, at);
        QTest::mouseMove(screen.chart, at + QPoint(80, 0));
        QTest::mouseMove(screen.chart, at + QPoint(200, 0));
        QTest::mouseRelease(screen.chart, Qt::LeftButton, {}, at + QPoint(200, 0));
        QVERIFY(std::abs(screen.chart->secondsAt(at.x() + 200) - under) < 60);
        QVERIFY(!screen.range().isLive());
        QTest::mouseDClick(screen.chart, Qt::LeftButton, {}, at);
        QVERIFY(screen.range().isLive());
        QCOMPARE(screen.range().preset(), 3);
    }

    void theCrosshairSaysWhatStandsThereAndGoesWithThePointer()
    {
        Screen screen;
        screen.hover(screen.middle());
        QVERIFY(screen.chart->tip().has_value());
        QCOMPARE(screen.chart->tip()->rows.size(), 3);
        QCOMPARE(plain(screen.chart->tip()->rows[1].value), QStringLiteral("42 ms"));
        QVERIFY(screen.chart->tip()->level == Level::Green);
        const auto plot = screen.chart->plotArea();
        screen.hover({ plot.left() + plot.width() * 20.5 / 24, plot.center().y() });
        QCOMPARE(screen.chart->tip()->rows.size(), 0);
        QCOMPARE(screen.chart->tip()->foot, QStringList { QStringLiteral("nothing recorded") });
        screen.hover({ 3, 3 });
        QVERIFY(!screen.chart->tip());
    }

    void everyRangeAndMetricIsReachedByKeysAlone()
    {
        Screen screen;
        auto* presets = screen.page->findChild<SegmentBar*>(QStringLiteral("presets"));
        for (int i = 0; i < static_cast<int>(trendsPresets().size()); ++i) {
            presets->button(i)->setFocus(Qt::TabFocusReason);
            QTest::keyClick(presets->button(i), Qt::Key_Space);
            screen.answerAll();
            QCOMPARE(screen.range().preset(), i);
            QCOMPARE(screen.range().span(), trendsPresets()[static_cast<std::size_t>(i)].seconds);
            QCOMPARE(presets->current(), i);
        }
        auto* metrics = screen.page->findChild<SegmentBar*>(QStringLiteral("metrics"));
        for (int i = 1; i <= static_cast<int>(trendsMetrics().size()); ++i) {
            screen.key(Qt::Key_N);
            QCOMPARE(metrics->current(), i % static_cast<int>(trendsMetrics().size()));
        }
        screen.key(Qt::Key_N);
        QCOMPARE(screen.page->trends().display().chart.lines.size(), 1);
        QVERIFY(!screen.page->trends().display().chart.low.isEmpty());
    }

    void aRangeIsTypedOrRefusedWithAReason()
    {
        Screen screen;
        auto* presets = screen.page->findChild<SegmentBar*>(QStringLiteral("presets"));
        QTest::mouseClick(presets->button(6), Qt::LeftButton);
        auto* from = screen.page->findChild<FieldBox*>(QStringLiteral("from"));
        auto* to = screen.page->findChild<FieldBox*>(QStringLiteral("to"));
        QVERIFY(from->isVisible() && from->hasFocus());
        from->clear();
        QTest::keyClicks(from, QStringLiteral("yesterday"));
        QTest::keyClick(from, Qt::Key_Return);
        QVERIFY(screen.page->message().contains(QStringLiteral("\"yesterday\" is no time")));
        QVERIFY(from->isVisible());
        QCOMPARE(screen.range().span(), 86'400.0);
        from->setText(QStringLiteral("2026-08-02 10:00"));
        to->setText(QStringLiteral("2026-08-02 09:00"));
        QTest::keyClick(to, Qt::Key_Return);
        QVERIFY(screen.page->message().contains(QStringLiteral("must end after")));
        to->clear();
        QTest::keyClicks(to, QStringLiteral("2026-08-02 16:00"));
        QTest::keyClick(to, Qt::Key_Return);
        QVERIFY(!from->isVisible());
        QCOMPARE(screen.range().from(), *parseLocalTime(QStringLiteral("2026-08-02 10:00")));
        QCOMPARE(screen.range().span(), 6 * 3600.0);
        QCOMPARE(presets->current(), 6);
    }

    void theArrowsInAFieldMoveItsCursorAndNotTheRange()
    {
        Screen screen;
        auto* presets = screen.page->findChild<SegmentBar*>(QStringLiteral("presets"));
        QTest::mouseClick(presets->button(6), Qt::LeftButton);
        auto* from = screen.page->findChild<FieldBox*>(QStringLiteral("from"));
        const double before = screen.range().to();
        QTest::keyClick(from, Qt::Key_Left);
        QTest::keyClick(from, Qt::Key_Home);
        QTest::keyClick(from, Qt::Key_0);
        QTest::keyClick(from, Qt::Key_Minus);
        QCOMPARE(screen.range().to(), before);
        QCOMPARE(screen.range().span(), 86'400.0);
        QVERIFY(from->text().startsWith(QStringLiteral("0-")));
    }

    void theTableIsWrittenWholeAndRefusalsAreSaid()
    {
        const TempDir folder;
        const QString path = QString::fromStdString((folder.path() / "out.csv").string());
        Screen screen;
        QString suggested;
        screen.page->setPathChooser([&](const QString& name, const QString&) {
            suggested = name;
            return path;
        });
        screen.key(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(suggested.startsWith(QStringLiteral("headroom-query_response-2026080")));
        QCOMPARE(screen.page->message(), QStringLiteral("written: ") + path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll().split('\n');
        QVERIFY(lines[0].startsWith("time_utc,time_local,length_seconds,metric,state,p50_ms,"));
        int gaps = 0;
        for (const auto& line : lines) {
            gaps += line.contains(",GAP,") ? 1 : 0;
        }
        QCOMPARE(gaps, 1);
        screen.page->setPathChooser(
            [&](const QString&, const QString&) { return path + QStringLiteral("/no/where.csv"); });
        QTest::mouseClick(
            screen.page->findChild<QAbstractButton*>(QStringLiteral("csv")), Qt::LeftButton);
        QVERIFY(screen.page->message().startsWith(QStringLiteral("cannot write ")));
        screen.page->setPathChooser([](const QString&, const QString&) { return QString(); });
        screen.page->exportTable();
        QVERIFY2(
            screen.page->message().startsWith(QStringLiteral("cannot write ")), "no is no answer");
    }

    void thePictureHasAHeadlineAndTheCards()
    {
        const TempDir folder;
        const QString path = QString::fromStdString((folder.path() / "out.png").string());
        Screen screen;
        screen.page->setPathChooser([&](const QString&, const QString&) { return path; });
        screen.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(screen.page->message(), QStringLiteral("written: ") + path);
        const QImage image(path);
        QVERIFY(image.width() > screen.page->width() - 20);
        QVERIFY(image.height() > screen.page->height() - 20);
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Latency"));
        QCOMPARE(image.text(QStringLiteral("Source")), QStringLiteral("local workload, embedded"));
    }

    void nothingIsAskedWhileThePageIsOutOfSight()
    {
        Screen screen;
        const auto asked = screen.feed.metricQuestions.size();
        screen.window.openPage(QStringLiteral("overview"));
        screen.clock.advance(120s);
        screen.page->trends().tick();
        QCOMPARE(screen.feed.metricQuestions.size(), asked);
        screen.window.openPage(QStringLiteral("trends"));
        QVERIFY(screen.feed.metricQuestions.size() > asked);
    }

    void everyCardHasRoomFromTheSmallestWindowOn_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("smallest") << QSize(1024, 640);
        QTest::newRow("1280") << QSize(1280, 720);
        QTest::newRow("1080p") << QSize(1920, 1080);
        QTest::newRow("4K") << QSize(3840, 2160);
    }

    void everyCardHasRoomFromTheSmallestWindowOn()
    {
        QFETCH(const QSize, size);
        Screen screen(size);
        QVector<QRect> cards;
        for (const auto* panel : screen.page->findChildren<Panel*>()) {
            QVERIFY(screen.page->rect().contains(panel->geometry()));
            for (const auto& other : cards) {
                QVERIFY(!other.intersects(panel->geometry()));
            }
            cards.append(panel->geometry());
        }
        QCOMPARE(cards.size(), 5);
        QVERIFY(screen.chart->plotArea().width() > 300 && screen.chart->plotArea().height() > 100);
        for (const auto* table : screen.page->findChildren<TablePanel*>()) {
            const int rows = static_cast<int>(std::max<qsizetype>(4, table->display().rows.size()));
            QVERIFY(table->height() >= TablePanel::leastHeightFor(rows));
        }
    }
};

QTEST_MAIN(TrendsPageTest)
#include "trends_page_test.moc"
