// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the observation that crosses a limit, as its client sends it to a headroomd, to the painted
// frame of another program's wall that says so: client → service → tick → event stream → remote
// feed → model → paint, on loopback. Off-screen unless QT_QPA_PLATFORM says otherwise.
//   bench_remote_reaction HEADROOMD [ROUNDS]
#include "tests/support/curl_client.h"
#include "tests/support/daemon_process.h"
#include "tests/support/temp_dir.h"
#include "ui/feed/remote_feed.h"
#include "ui/feed/remote_url.h"
#include "ui/models/overview_model.h"
#include "ui/views/wall_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <random>
#include <vector>

namespace headroom::ui {
namespace {

/// Watches the wall for the frame whose banner has a level: first the display has it, then the
/// banner is painted.
class BannerWatch final : public QObject {
public:
    explicit BannerWatch(OverviewModel& model)
        : model_(model)
    {
        connect(&model, &OverviewModel::changed, this, [this] { note(); });
        qApp->installEventFilter(this);
    }

    void expect(Level level)
    {
        since_.start();
        wanted_ = level;
        isShown_ = false;
        isPainted_ = false;
    }
    /// Milliseconds from expect() until the frame is painted.
    double wait()
    {
        while (!isPainted_) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (since_.elapsed() > 10'000) {
                std::fputs("bench_remote_reaction: the wall never showed the level\n", stderr);
                std::exit(1);
            }
        }
        return static_cast<double>(since_.nsecsElapsed()) / 1e6;
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (isShown_ && event->type() == QEvent::Paint
            && watched->inherits("headroom::ui::BannerPanel")) {
            isPainted_ = true;  // the loop goes on when the whole frame is done
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void note() { isShown_ = isShown_ || model_.display().banner.level == wanted_; }

    OverviewModel& model_;
    QElapsedTimer since_;
    Level wanted_ = Level::Unknown;
    bool isShown_ = false;
    bool isPainted_ = false;
};

void idle(int milliseconds)
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < milliseconds) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QThread::usleep(500);
    }
}

void report(const char* name, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](std::size_t percent) {
        return milliseconds[std::min(milliseconds.size() - 1, milliseconds.size() * percent / 100)];
    };
    std::printf("%-34s median %6.1f ms   p99 %6.1f ms   worst %6.1f ms   target 150\n", name,
        at(50), at(99), milliseconds.back());
}

std::string observation(int percent)
{
    return "{\"capacity_bytes\":1000000000,\"used_bytes\":" + std::to_string(percent) + "0000000}";
}

int run(const std::string& program, int rounds)
{
    const TempDir dir;
    DaemonProcess service(program,
        { "--listen", "127.0.0.1:0", "--state-dir", (dir.path() / "state").string() }, dir.path());
    const auto url = service.url();
    if (url.empty()) {
        std::fprintf(stderr, "bench_remote_reaction: no service: %s\n", service.log().c_str());
        return 1;
    }
    const SystemClock clock;
    RemoteSettings settings;
    settings.peer.url = *checkedServiceUrl(QString::fromStdString(url));
    RemoteFeed feed(std::move(settings), clock);
    OverviewModel model(feed, clock);
    WallView wall(model);
    BannerWatch watch(model);
    wall.setTheme(Theme::dark());
    wall.resize(1920, 1080);
    wall.show();
    CurlClient client(url);
    const auto tell = [&client](int percent) {
        return client.ask("POST", "/api/v1/observations", observation(percent)).status;
    };
    if (tell(50) != 200) {
        std::fputs("bench_remote_reaction: the service takes no observation\n", stderr);
        return 1;
    }
    idle(2500);

    std::mt19937 random(1);  // the phase against the tick and the second is different every round
    std::uniform_int_distribution<int> phase(150, 1150);
    std::vector<double> rises;
    std::vector<double> falls;
    for (int round = 0; round < rounds; ++round) {
        for (const bool isRise : { true, false }) {
            idle(phase(random));
            watch.expect(isRise ? Level::Orange : Level::Green);
            auto told = std::async(std::launch::async, [&] { return tell(isRise ? 95 : 50); });
            (isRise ? rises : falls).push_back(watch.wait());
            told.wait();
        }
    }
    report("95 % told -> ORANGE painted", rises);
    report("50 % told -> GREEN painted", falls);
    return 0;
}

}  // namespace
}  // namespace headroom::ui

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("bench_remote_reaction HEADROOMD [ROUNDS]\n", stderr);
        return 2;
    }
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QApplication application(argc, argv);
    return headroom::ui::run(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 100);
}
