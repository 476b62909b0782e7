// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of the simulator in the middle of a scenario and of a drill on the wall, for eyes:
// simulator_gallery FOLDER.

#include "tests/ui/support/simulations.h"
#include "tests/ui/support/snapshots.h"
#include "ui/feed/drill.h"
#include "ui/main_window.h"
#include "ui/views/simulator_page.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

struct Scene {
    Scene(ThemeKind theme, QSize size)
    {
        real.embedded = true;
        real.play(builder.calm().build());
        screen.setInner(&real);
        model.setDrill(&drill);
        WindowOptions options;
        options.page = QStringLiteral("simulator");
        options.size = size;
        options.theme = theme;
        options.fullScreen = false;
        window = std::make_unique<MainWindow>(model, options);
        window->show();
        auto& simulator = window->findChild<SimulatorPage*>()->simulator();
        simulator.setValue(Metric::TotalStorage, gigabytesOf(612.4));
        simulator.setValue(Metric::ConcurrentWrites, 78);
        simulator.setValue(Metric::WriteThroughput, 640);
        simulator.setValue(Metric::QueryResponse, 85);
        simulator.play(ScenarioKind::Fill);
        simulator.scrubTo(37h + 46min);
    }
    void runDrill()
    {
        auto& simulator = window->findChild<SimulatorPage*>()->simulator();
        drill.begin(simulator.simulation(), simulator.position(), 1, QStringLiteral("MK"));
        real.answer({});
        clock.advance(1s);
        drill.findChild<SimulatedFeed*>()->publish();
        model.tick();
    }
    void save(const QString& file) const
    {
        QApplication::processEvents();
        window->grab().save(file);
        std::printf("%s\n", qPrintable(file));
    }

    ManualClock clock;
    SnapshotBuilder builder { clock };
    FakeFeed real;
    SwitchFeed screen;
    Drill drill { screen, clock };
    OverviewModel model { screen, clock };
    std::unique_ptr<MainWindow> window;
};

}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    Scene dark(ThemeKind::Dark, { 1920, 1080 });
    dark.save(folder.filePath(QStringLiteral("simulator-dark.png")));
    Scene light(ThemeKind::Light, { 1440, 900 });
    light.save(folder.filePath(QStringLiteral("simulator-light.png")));
    dark.runDrill();
    dark.save(folder.filePath(QStringLiteral("wall-drill-dark.png")));
    light.window->resize(1920, 1080);
    light.runDrill();
    light.save(folder.filePath(QStringLiteral("wall-drill-light.png")));
    return 0;
}
