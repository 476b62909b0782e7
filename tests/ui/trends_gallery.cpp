// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the trends page for eyes, from a made-up history; not a test.
//   trends_gallery FOLDER          writes them there
//   trends_gallery --fill STATE [DAYS]   fills the history of a state folder that ends now
#include "tests/support/history_filler.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/history_feed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/views/trends_page.h"
#include "ui/widgets/trends_chart.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using namespace headroom;
using namespace headroom::ui;

int fill(const char* folder, int days)
{
    const auto now = SystemClock().systemNow();
    auto store = HistoryStore::open(folder, {}, now);
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().text().c_str());
        return 1;
    }
    MadeHistory made;
    made.days = days;
    const auto end = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const auto filled = fillHistory(*store, end, made);
    if (!filled) {
        std::fprintf(stderr, "%s\n", filled.error().text().c_str());
        return 1;
    }
    return 0;
}

struct Look {
    const char* name;
    QSize size;
    ThemeKind theme;
    int preset;
    int metric;
    bool points;
};

void paint(HistoryStore& store, const ManualClock& clock, const QString& folder, const Look& look,
    bool simulated = false)
{
    SnapshotBuilder build(clock);
    HistoryFeed feed(store, clock.systemNow());
    feed.simulated = simulated;
    OverviewModel model(feed, clock);
    feed.play(build.calm().build());
    WindowOptions options;
    options.page = QStringLiteral("trends");
    options.theme = look.theme;
    options.size = look.size;
    MainWindow window(model, options);
    window.show();
    auto* page = window.findChild<TrendsPage*>();
    page->trends().choosePreset(look.preset);
    page->trends().chooseMetric(look.metric);
    [[maybe_unused]] const bool isAnswered
        = QTest::qWaitFor([&] { return !page->trends().isAsking(); }, 20'000);
    auto* chart = page->findChild<TrendsChart*>();
    if (look.points) {
        const auto plot = chart->plotArea();
        QTest::mouseMove(chart, (plot.topLeft() + QPointF(plot.width() * 0.235, 60)).toPoint());
        QTest::qWait(50);
    }
    const QString file = folder + QLatin1Char('/') + QString::fromLatin1(look.name);
    window.grab().save(file + QStringLiteral(".png"));
    if (look.points) {
        page->setPathChooser([&](const QString&, const QString& filter) {
            return file
                + (filter.startsWith(QLatin1String("PNG")) ? QStringLiteral("-export.png")
                                                           : QStringLiteral("-export.csv"));
        });
        page->exportPicture();
        page->exportTable();
    }
    std::printf("%s\n", look.name);
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc >= 3 && std::string_view(argv[1]) == "--fill") {
        return fill(argv[2], argc > 3 ? std::atoi(argv[3]) : 30);
    }
    if (argc != 2) {
        std::fprintf(stderr, "trends_gallery FOLDER | --fill STATE [DAYS]\n");
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const ManualClock clock;
    const TempDir full;
    const TempDir empty;
    auto store = HistoryStore::open(full.path(), {}, clock.systemNow());
    auto none = HistoryStore::open(empty.path(), {}, clock.systemNow());
    const auto end
        = std::chrono::floor<std::chrono::seconds>(clock.systemNow()).time_since_epoch().count();
    if (!store || !none || !fillHistory(*store, end, {})) {
        std::fprintf(stderr, "cannot make a history\n");
        return 1;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const auto dark = ThemeKind::Dark;
    const auto light = ThemeKind::Light;
    for (const auto& look : {
             Look { "trends-1920-dark", { 1920, 1080 }, dark, 3, 0, true },
             Look { "trends-1920-light", { 1920, 1080 }, light, 3, 0, false },
             Look { "trends-1024-dark", { 1024, 640 }, dark, 3, 0, false },
             Look { "trends-1024-light-writes", { 1024, 640 }, light, 4, 1, false },
             Look { "trends-1440-storage", { 1440, 900 }, dark, 5, 3, true },
             Look { "trends-3840-dark", { 3840, 2160 }, dark, 5, 1, false },
             Look { "trends-1920-15m", { 1920, 1080 }, dark, 0, 2, false },
         }) {
        paint(*store, clock, folder, look);
    }
    paint(*none, clock, folder, { "trends-empty", { 1440, 900 }, dark, 3, 0, false });
    paint(*store, clock, folder, { "trends-simulated", { 1440, 900 }, dark, 4, 0, true }, true);
    return 0;
}
