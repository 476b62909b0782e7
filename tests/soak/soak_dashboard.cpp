// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thirty simulated days of the dashboard, and what they cost in memory: one line a day. Values come
// every SECONDS_PER_STEP, alerts are raised, acknowledged and cleared, contact is lost and found,
// the window goes round the wall and its pages and is painted. By hand: soak_dashboard [DAYS=30
// [SECONDS_PER_STEP=10]]. Off-screen. Exit code 1 when memory or objects grew by more than 1 %
// after the first day.
#include "tests/soak/soak_feed.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QImage>

#include <malloc.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>

namespace {

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

struct Memory {
    double heap = 0;  ///< MiB in use, as malloc counts
    double held = 0;  ///< MiB that malloc has of the system, used or not
    double own = 0;  ///< MiB resident, of the process alone
    double files = 0;  ///< MiB resident, of files
    int objects = 0;  ///< QObjects below window and model
    std::map<std::string, int> objectsByClass;
};

Memory measure(const QObject& window, const QObject& model)
{
    constexpr double kMiB = 1024.0 * 1024;
    ::malloc_trim(0);
    Memory memory;
    const auto info = ::mallinfo2();
    memory.heap = static_cast<double>(info.uordblks + info.hblkhd) / kMiB;
    memory.held = static_cast<double>(info.arena + info.hblkhd) / kMiB;
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        double kilobytes = 0;
        if (word == "RssAnon:" && status >> kilobytes) {
            memory.own = kilobytes / 1024;
        } else if (word == "RssFile:" && status >> kilobytes) {
            memory.files = kilobytes / 1024;
        }
    }
    for (const auto& found : { window.findChildren<QObject*>(), model.findChildren<QObject*>() }) {
        for (const auto* object : found) {
            ++memory.objects;
            ++memory.objectsByClass[object->metaObject()->className()];
        }
    }
    return memory;
}

class Month {
public:
    explicit Month(std::chrono::seconds step)
        : step_(step)
        , feed_(clock_)
        , model_(feed_, clock_)
        , build_(clock_)
        , window_(model_, options())
        , image_(window_.size(), QImage::Format_ARGB32_Premultiplied)
    {
        window_.show();
        QApplication::processEvents();
    }

    void playDay()
    {
        const auto end = clock_.steadyNow() + 24h;
        while (clock_.steadyNow() < end) {
            playStep();
        }
    }
    [[nodiscard]] Memory memory() const { return measure(window_, model_); }

private:
    static WindowOptions options()
    {
        WindowOptions options;
        options.wall = true;
        options.fullScreen = false;
        options.size = QSize(1920, 1080);
        return options;
    }

    // Every hour of the day is the same on every day, so that days can be compared.
    void playStep()
    {
        clock_.advance(step_);
        second_ += step_.count();
        const auto ofDay = second_ % 86'400;
        playAlerts(ofDay);
        if (isEvery(ofDay, 21'600)) {
            feed_.lose();
        } else if (isEvery(ofDay - 120, 21'600)) {
            feed_.find();
        }
        const double wave = std::sin(static_cast<double>(ofDay) / 600);
        const auto level = isRaised_ ? Level::Yellow : Level::Green;
        build_.calm();
        build_.set(Metric::ConcurrentWrites, std::round(34 + 6 * wave), Level::Green);
        build_.set(Metric::WriteThroughput, (isRaised_ ? 560 : 312) + 40 * wave, level);
        build_.latency(11 + wave, 42 + 9 * wave, 71 + 20 * wave, Level::Green);
        if (ofDay % 43'200 < 60) {
            build_.missing(Metric::QueryResponse, "no query in the last 60 s");
        }
        feed_.play(build_.build());
        model_.tick();
        if (isEvery(ofDay, 3'600)) {
            turnPage(static_cast<int>(ofDay / 3'600));
        }
        if (isEvery(ofDay, 600)) {
            for (int i = 0; i < 3; ++i) {  // questions, answers, what follows from them
                QApplication::processEvents();
                // Only a running event loop does that by itself.
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
            window_.render(&image_);
        }
    }
    /// Whether a multiple of `period` has just passed.
    [[nodiscard]] bool isEvery(std::int64_t second, std::int64_t period) const
    {
        const auto past = ((second % period) + period) % period;
        return past < step_.count();
    }
    void playAlerts(std::int64_t ofDay)
    {
        if (isEvery(ofDay, 7'200)) {
            const auto level = ofDay < 43'200 ? Level::Yellow : Level::Orange;
            feed_.raise(AlertType::WriteThroughput, level);
            isRaised_ = true;
        } else if (isEvery(ofDay - 900, 7'200)) {
            feed_.acknowledge();
        } else if (isEvery(ofDay - 1'800, 7'200)) {
            feed_.clear();
            isRaised_ = false;
        }
    }
    void turnPage(int hour)
    {
        static const char* const kPages[]
            = { "overview", "alerts", "trends", "certification", "thresholds", "workload" };
        const int at = hour % 8;
        if (at >= 6) {
            window_.setWall(true);
            window_.resize(at == 6 ? QSize(1920, 1080) : QSize(1280, 720));
        } else {
            window_.setWall(false);
            window_.resize(1920, 1080);
            window_.openPage(QString::fromLatin1(kPages[at]));
        }
        window_.setTheme(hour % 16 < 8 ? ThemeKind::Dark : ThemeKind::Light);
    }

    std::chrono::seconds step_;
    ManualClock clock_;
    SoakFeed feed_;
    OverviewModel model_;
    SnapshotBuilder build_;
    MainWindow window_;
    QImage image_;
    std::int64_t second_ = 0;
    bool isRaised_ = false;
};

double growth(double from, double to) { return 100 * (to - from) / from; }

}  // namespace

int main(int argc, char** argv)
{
    const int days = argc > 1 ? std::atoi(argv[1]) : 30;
    const int step = argc > 2 ? std::atoi(argv[2]) : 10;
    if (days < 2 || days > 400 || step < 1 || step > 60) {
        std::fprintf(stderr, "usage: soak_dashboard [DAYS=30 (2 – 400) [SECONDS_PER_STEP=10]]\n");
        return 2;
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    Month month { std::chrono::seconds(step) };
    Memory first;
    Memory last;
    std::puts("day,heap_mib,held_mib,own_resident_mib,file_resident_mib,objects");
    for (int day = 1; day <= days; ++day) {
        month.playDay();
        last = month.memory();
        first = day == 1 ? last : first;
        std::printf("%d,%.3f,%.2f,%.2f,%.2f,%d\n", day, last.heap, last.held, last.own, last.files,
            last.objects);
        std::fflush(stdout);
    }
    const double heap = growth(first.heap, last.heap);
    const double own = growth(first.own, last.own);
    std::printf("from day 1 to day %d: heap in use %+.2f %%, own resident %+.2f %%, objects %+d\n",
        days, heap, own, last.objects - first.objects);
    for (const auto& [name, count] : last.objectsByClass) {
        if (const int more = count - first.objectsByClass[name]; more != 0) {
            std::printf("  %s %+d\n", name.c_str(), more);
        }
    }
    return heap <= 1 && own <= 1 && last.objects == first.objects ? 0 : 1;
}
