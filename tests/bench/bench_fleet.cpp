// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the fleet page costs with a large fleet: bench_fleet URL [REFRESHES]. From the start of the
// program to a painted page with rows on it, then a refresh of what is in sight at the top and in
// the middle of the list, and the memory that it took. Exit 1 when a figure is over its target.
#include "ui/feed/local_feed.h"
#include "ui/feed/remote_url.h"
#include "ui/main_window.h"
#include "ui/models/fleet_model.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace headroom;
using namespace headroom::ui;

bool report(const char* name, double value, const char* unit, double target)
{
    const bool isWithin = value <= target;
    std::printf("%-40s %9.1f %-3s target %.0f: %s\n", name, value, unit, target,
        isWithin ? "within" : "OVER");
    return isWithin;
}

double residentMegabytes()
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmHWM:")) {
            return std::stod(line.substr(6)) / 1024;
        }
    }
    return -1;
}

void waitFor(const std::function<bool()>& what)
{
    QElapsedTimer patience;
    patience.start();
    while (!what()) {
        if (patience.elapsed() > 60'000) {
            std::fputs("bench_fleet: no answer within 60 s\n", stderr);
            std::exit(2);
        }
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    }
}

/// The median and the slowest of some refreshes, painted, in milliseconds.
std::pair<double, double> refreshes(FleetFeed& feed, MainWindow& window, int count)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const auto before = feed.picture();
        QElapsedTimer timer;
        timer.start();
        feed.setActive(false);
        feed.setActive(true);  // asks at once
        waitFor([&] { return feed.picture() != before; });
        window.repaint();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return { times[times.size() / 2], times.back() };
}

}  // namespace

int main(int argc, char** argv)
{
    QElapsedTimer start;
    start.start();
    const auto url = checkedServiceUrl(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (!url) {
        std::fputs("usage: bench_fleet URL [REFRESHES]\n", stderr);
        return 2;
    }
    const int count = argc > 2 ? std::max(1, std::atoi(argv[2])) : 20;
    QApplication app(argc, argv);
    const SystemClock clock;
    LocalFeed local(QStringLiteral("embedded"), clock);
    OverviewModel overview(local, clock);
    FleetSettings settings;
    settings.peer.url = *url;
    settings.refreshEvery = std::chrono::hours(1);  // only when this program asks
    FleetFeed feed(settings, clock);
    FleetModel fleet(feed, clock);
    overview.setFleet(&fleet);
    WindowOptions options;
    options.page = QStringLiteral("fleet");
    options.size = QSize(1920, 1080);
    MainWindow window(overview, options);
    window.show();
    waitFor([&] { return fleet.row(0).isKnown; });
    window.repaint();
    bool isGood
        = report("start to a painted list", static_cast<double>(start.elapsed()), "ms", 2000);
    waitFor([&] { return feed.picture()->rows.size() >= 20; });
    std::printf(
        "%d depositories, %zu rows asked for\n", feed.picture()->all, feed.picture()->rows.size());
    const auto [top, topMost] = refreshes(feed, window, count);
    isGood &= report("refresh at the top, median", top, "ms", 300);
    std::printf("%-40s %9.1f ms\n", "  slowest", topMost);
    auto* list = window.findChild<QTreeView*>();
    list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum() / 2);
    waitFor([&] { return fleet.row(fleet.rowCount() / 2).isKnown; });
    const auto [middle, middleMost] = refreshes(feed, window, count);
    isGood &= report("refresh in the middle, median", middle, "ms", 300);
    std::printf("%-40s %9.1f ms\n", "  slowest", middleMost);
    isGood &= report("memory, highest", residentMegabytes(), "MB", 200);
    return isGood ? 0 : 1;
}
