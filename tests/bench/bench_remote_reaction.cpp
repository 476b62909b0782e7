// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the observation that crosses a limit, as its client sends it to a headroomd, to the painted
// frame of another program's wall that says so: client → service → tick → event stream → remote
// feed → model → paint, on loopback. Off-screen unless QT_QPA_PLATFORM says otherwise.
//   bench_remote_reaction HEADROOMD [ROUNDS]
#include "tests/bench/reaction.h"
#include "tests/support/curl_client.h"
#include "tests/support/daemon_process.h"
#include "tests/support/temp_dir.h"
#include "ui/feed/remote_feed.h"
#include "ui/feed/remote_url.h"
#include "ui/models/overview_model.h"
#include "ui/views/wall_view.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>
#include <future>
#include <random>
#include <vector>

namespace headroom::ui {
namespace {

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
    FrameWatch watch(model, "headroom::ui::BannerPanel");
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
            watch.expect(
                [level = isRise ? Level::Orange : Level::Green](
                    const OverviewDisplay& display) { return display.banner.level == level; });
            auto told = std::async(std::launch::async, [&] { return tell(isRise ? 95 : 50); });
            (isRise ? rises : falls).push_back(watch.wait());
            told.wait();
        }
    }
    reportReactions("95 % told -> ORANGE painted", rises);
    reportReactions("50 % told -> GREEN painted", falls);
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
