// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What painting costs: one full repaint of the wall at 1080p and 4K, and pan and zoom on 30 days of
// history, which a store answers in a thread of its own, as in the program. Usage: bench_ui
// [DAYS=30]. The load is made up; the costs are measured. Off-screen unless QT_QPA_PLATFORM says
// otherwise.
#include "tests/soak/soak_feed.h"
#include "tests/support/history_filler.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/history_feed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/views/alerts_page.h"
#include "ui/views/alerts_table.h"
#include "ui/views/trends_page.h"
#include "ui/widgets/drop_down.h"
#include "ui/widgets/field_box.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/trends_chart.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QImage>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

using namespace headroom;
using namespace headroom::ui;
using Wall = std::chrono::steady_clock;

double processorSeconds()
{
    timespec ts {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ts);
    return static_cast<double>(ts.tv_sec) + static_cast<double>(ts.tv_nsec) * 1e-9;
}

/// Of this thread alone: what painting costs when others want the machine too.
double ownMilliseconds()
{
    timespec ts {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &ts);
    return static_cast<double>(ts.tv_sec) * 1e3 + static_cast<double>(ts.tv_nsec) * 1e-6;
}

/// Counts what is really painted.
class PaintCount : public QObject {
public:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
    int count = 0;
};

double msSince(Wall::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Wall::now() - begin).count();
}

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// 15 minutes of snapshots, so that every chart and sparkline is full.
void playQuarter(HistoryFeed& feed, ManualClock& clock)
{
    SnapshotBuilder build(clock);
    for (int second = 0; second < 900; ++second) {
        const double wave = std::sin(second / 40.0) + 0.3 * std::sin(second / 3.0);
        build.calm();
        build.set(Metric::ConcurrentWrites, std::round(34 + 6 * wave), Level::Green);
        build.set(Metric::WriteThroughput, 312 + 40 * wave, Level::Green);
        build.latency(11 + wave, 42 + 9 * wave, 71 + 20 * wave, Level::Green);
        feed.play(build.build());
        clock.advance(std::chrono::seconds(1));
    }
}

void benchWall(HistoryStore& store, QSize size)
{
    ManualClock clock;
    HistoryFeed feed(store, clock.systemNow());
    OverviewModel model(feed, clock);
    playQuarter(feed, clock);
    WindowOptions options;
    options.wall = true;
    options.fullScreen = false;
    options.size = size;
    MainWindow window(model, options);
    window.show();
    QApplication::processEvents();
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    std::vector<double> own;
    std::vector<double> ownAfterChange;
    SnapshotBuilder build(clock);
    for (int i = 0; i < 60; ++i) {
        const auto begin = Wall::now();
        double cpu = ownMilliseconds();
        window.render(&image);
        times.push_back(msSince(begin));
        own.push_back(ownMilliseconds() - cpu);
        // A second later every chart has moved: models, reduced lines and all.
        clock.advance(std::chrono::seconds(1));
        build.calm();
        build.set(Metric::ConcurrentWrites, 30 + i % 9, Level::Green);
        build.latency(11, 42 + i % 7, 71, Level::Green);
        cpu = ownMilliseconds();
        feed.play(build.build());
        model.tick();
        window.render(&image);
        ownAfterChange.push_back(ownMilliseconds() - cpu);
    }
    std::printf("wall_%dx%d repaint_ms median=%.2f p99=%.2f  processor_ms median=%.2f  "
                "with_a_new_second_processor_ms median=%.2f\n",
        size.width(), size.height(), quantile(times, 0.5), quantile(times, 0.99),
        quantile(own, 0.5), quantile(ownAfterChange, 0.5));
    for (auto* panel : window.findChildren<Panel*>()) {
        if (!panel->isVisible()) {
            continue;
        }
        std::vector<double> each;
        for (int i = 0; i < 15; ++i) {
            const double cpu = ownMilliseconds();
            panel->render(&image, panel->geometry().topLeft());
            each.push_back(ownMilliseconds() - cpu);
        }
        std::printf("  of it %s %.2f\n", panel->metaObject()->className(), quantile(each, 0.5));
    }
}

/// Each frame: the person's step, the answers that came, the painted page.
template <typename Step>
void frames(const char* what, MainWindow& window, Step step)
{
    constexpr double kMilliseconds = 4000;
    std::vector<double> times;
    std::vector<double> own;
    PaintCount painted;
    for (auto* view : window.findChild<TrendsChart*>()->findChildren<QAbstractScrollArea*>()) {
        view->viewport()->installEventFilter(&painted);
    }
    const auto begin = Wall::now();
    for (int i = 0; msSince(begin) < kMilliseconds; ++i) {
        const auto frame = Wall::now();
        const double cpu = ownMilliseconds();
        step(i);
        QApplication::processEvents();
        times.push_back(msSince(frame));
        own.push_back(ownMilliseconds() - cpu);
    }
    const double seconds = msSince(begin) / 1000;
    std::printf("%s frames_per_second=%.0f painted=%d of %zu frame_ms median=%.2f p99=%.2f "
                "processor_ms median=%.2f p99=%.2f\n",
        what, painted.count / seconds, painted.count, times.size(), quantile(times, 0.5),
        quantile(times, 0.99), quantile(own, 0.5), quantile(own, 0.99));
}

void waitForAnswers(const TrendsModel& model)
{
    while (model.isAsking()) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void benchTrends(HistoryStore& store, QSize size, int metric)
{
    ManualClock clock;
    HistoryFeed feed(store, clock.systemNow());
    OverviewModel model(feed, clock);
    SnapshotBuilder build(clock);
    feed.play(build.calm().build());
    WindowOptions options;
    options.page = QStringLiteral("trends");
    options.size = size;
    MainWindow window(model, options);
    window.show();
    auto& trends = window.findChild<TrendsPage*>()->trends();
    trends.chooseMetric(metric);
    waitForAnswers(trends);
    const auto begin = Wall::now();
    trends.choosePreset(5);
    waitForAnswers(trends);
    window.repaint();
    const auto points = trends.data().metrics->front().points.size();
    std::printf("trends_%dx%d metric=%s first_paint_of_30_days_ms=%.1f points=%zu\n", size.width(),
        size.height(), metric == 0 ? "latency" : "writes", msSince(begin), points);
    frames("  pan", window, [&](int i) { trends.pan(i / 100 % 2 == 0 ? -0.004 : 0.004); });
    frames("  zoom", window, [&](int i) {
        trends.zoom(
            i / 60 % 2 == 0 ? 0.97 : 1 / 0.97, trends.range().from() + trends.range().span() * 0.6);
    });
    auto* chart = window.findChild<TrendsChart*>();
    frames("  crosshair", window, [&](int i) {
        chart->setTip(
            trends.tipAt(trends.range().from() + trends.range().span() * (i % 500) / 500));
    });
    trends.choosePreset(0);
    waitForAnswers(trends);
    const double cpu = processorSeconds();
    const auto rest = Wall::now();
    while (msSince(rest) < 10'000) {
        clock.advance(std::chrono::milliseconds(100));
        QApplication::processEvents();
        timespec pause { 0, 100'000'000 };
        ::nanosleep(&pause, nullptr);
    }
    std::printf("  live_15_min cpu_percent=%.2f\n", 100 * (processorSeconds() - cpu) / 10);
}

/// What a person who types into the search of the alerts page waits for, on as many alerts as a
/// screen keeps: filter and painted page.
void benchAlertSearch()
{
    ManualClock clock;
    SoakFeed feed(clock);
    OverviewModel model(feed, clock);
    SnapshotBuilder build(clock);
    feed.play(build.calm().build());
    feed.raise(AlertType::QueryLatency, Level::Yellow);
    WindowOptions options;
    options.page = QStringLiteral("alerts");
    options.size = QSize(1920, 1080);
    MainWindow window(model, options);
    window.show();
    auto* page = window.findChild<AlertsPage*>();
    auto* search = page->findChild<FieldBox*>();
    auto* table = page->findChild<AlertsTable*>();
    for (int i = 0; i < 10; ++i) {  // question and answer
        QApplication::processEvents();
    }
    page->findChildren<DropDown*>().last()->setCurrentIndex(3);  // all that is kept
    QImage image(window.size(), QImage::Format_ARGB32_Premultiplied);
    window.render(&image);
    std::vector<double> times;
    std::vector<double> own;
    const int listed = table->model()->rowCount();
    for (const char* text : { "t", "th", "thr", "", "w", "wr", "x", "", "o", "ops" }) {
        const auto begin = Wall::now();
        const double cpu = ownMilliseconds();
        search->setText(QString::fromLatin1(text));
        Q_EMIT search->returnPressed();
        window.render(&image);
        times.push_back(msSince(begin));
        own.push_back(ownMilliseconds() - cpu);
    }
    std::printf("alerts_search rows=%d step_ms first=%.1f median=%.1f slowest=%.1f "
                "processor_ms first=%.1f slowest=%.1f\n",
        listed, times.front(), quantile(times, 0.5), quantile(times, 1), own.front(),
        quantile(own, 1));
}

}  // namespace

int main(int argc, char** argv)
{
    const int days = argc > 1 ? std::atoi(argv[1]) : 30;
    if (days < 1 || days > 400) {
        std::fprintf(stderr, "bench_ui: DAYS must be 1 – 400\n");
        return 2;
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    const ManualClock clock;
    const TempDir dir;
    auto store = HistoryStore::open(dir.path(), {}, clock.systemNow());
    MadeHistory made;
    made.days = days;
    const auto end
        = std::chrono::floor<std::chrono::seconds>(clock.systemNow()).time_since_epoch().count();
    if (!store || !fillHistory(*store, end, made)) {
        std::fprintf(stderr, "bench_ui: cannot make a history\n");
        return 1;
    }
    benchWall(*store, { 1920, 1080 });
    benchWall(*store, { 3840, 2160 });
    benchAlertSearch();
    benchTrends(*store, { 1920, 1080 }, 0);
    benchTrends(*store, { 1920, 1080 }, 1);
    benchTrends(*store, { 3840, 2160 }, 0);
    return 0;
}
