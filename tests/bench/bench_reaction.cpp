// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the write that closes the gate to the painted frame of the wall that says so, and back: the
// whole way, admission → tick → snapshot → feed → model → paint, in one process as the dashboard
// runs it. Off-screen unless QT_QPA_PLATFORM says otherwise. bench_reaction [ROUNDS]
#include "monitor_core/base/clock.h"
#include "monitor_core/monitor.h"
#include "monitor_core/policy/policy_json.h"
#include "monitor_core/recorder.h"
#include "monitor_core/sources/workload_source.h"
#include "tests/bench/reaction.h"
#include "tests/support/temp_dir.h"
#include "ui/feed/local_feed.h"
#include "ui/models/overview_model.h"
#include "ui/views/wall_view.h"

#include <QApplication>
#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <utility>
#include <vector>

namespace headroom::ui {
namespace {

constexpr const char* kGatePanel = "headroom::ui::GatePanel";

/// Milliseconds from now until the frame that shows the gate in that state is painted.
double waitFor(FrameWatch& watch, GateState state)
{
    watch.expect([state](const OverviewDisplay& display) {
        return display.gate.known && display.gate.state == state;
    });
    watch.note();
    return watch.wait();
}

int run(int rounds)
{
    QFile file(QStringLiteral(HEADROOM_SOURCE_DIR "/resources/policy.certified.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fputs("bench_reaction: cannot read the certified policy\n", stderr);
        return 1;
    }
    const auto policy = policyFromJson(file.readAll().toStdString());
    if (!policy) {
        std::fprintf(stderr, "bench_reaction: %s\n", policy.error().text().c_str());
        return 1;
    }

    const SystemClock clock;
    Recorder recorder(policy->gate, policy->windows, clock);
    // The workload is switched off, so that the only writes are those below.
    const TempDir scratch;
    WorkloadSettings off;
    off.writers = 0;
    off.queryRate = PerSecond { 0 };
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(
        std::make_unique<WorkloadSource>(scratch.path() / "workload", off, recorder, clock));
    Monitor monitor(*policy, recorder, std::move(sources), clock);
    LocalFeed feed(QStringLiteral("bench"));
    OverviewModel model(feed, clock);
    WallView wall(model);
    FrameWatch watch(model, kGatePanel);
    wall.setTheme(Theme::dark());
    wall.resize(1920, 1080);
    wall.show();
    monitor.start();
    feed.attach(monitor);
    idle(1500);

    std::mt19937 random(1);  // the phase against the tick and the second is different every round
    std::uniform_int_distribution<int> phase(150, 1150);
    std::vector<double> pauses;
    std::vector<double> resumes;
    for (int round = 0; round < rounds; ++round) {
        std::vector<Recorder::WriteScope> writes;
        for (int n = 1; n < policy->gate.pauseAt; ++n) {
            writes.push_back(recorder.beginWrite(Bytes {}));
        }
        idle(phase(random));
        writes.push_back(recorder.beginWrite(Bytes {}));
        pauses.push_back(waitFor(watch, GateState::Paused));
        idle(phase(random));
        writes.clear();
        resumes.push_back(waitFor(watch, GateState::Open));
    }
    feed.detach();
    monitor.stop();
    reportReactions("100th write -> PAUSED painted", pauses);
    reportReactions("below 75 -> OPEN painted", resumes);
    return 0;
}

}  // namespace
}  // namespace headroom::ui

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QApplication application(argc, argv);
    return headroom::ui::run(argc > 1 ? std::max(1, std::atoi(argv[1])) : 50);
}
