// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders whole windows in the states of the reference pictures, for eyes:
//   QT_QPA_PLATFORM=offscreen alerts_gallery FOLDER
// and with --benchmark says how long the alerts page takes for many alerts.
#include "tests/ui/support/alerts.h"
#include "tests/ui/support/snapshots.h"
#include "ui/main_window.h"
#include "ui/views/alerts_table.h"
#include "ui/views/view.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTextStream>

#include <algorithm>
#include <ctime>

using namespace headroom;
using namespace headroom::ui;
using namespace std::chrono_literals;

namespace {

struct Screen {
    explicit Screen(const WindowOptions& options)
        : window(model, options)
    {
        window.show();
    }

    void fillPast()
    {
        struct Row {
            AlertType type;
            Level level;
            std::chrono::hours ago;
            const char* by;
        };
        const Row rows[] = { { AlertType::WriteThroughput, Level::Yellow, 4h, "MK" },
            { AlertType::QueryLatency, Level::Yellow, 6h, "JO" },
            { AlertType::QueryLatency, Level::Orange, 18h, "JO" },
            { AlertType::ConcurrentWrites, Level::Yellow, 48h, "TR" },
            { AlertType::ConcurrentWrites, Level::Orange, 99h, "MK" },
            { AlertType::ConcurrentWrites, Level::Yellow, 100h, "" },
            { AlertType::WriteThroughput, Level::Yellow, 120h, "TR" },
            { AlertType::ConcurrentWrites, Level::Orange, 240h, "MK" },
            { AlertType::QueryLatency, Level::Yellow, 300h, "JO" },
            { AlertType::WriteThroughput, Level::Yellow, 360h, "" },
            { AlertType::WriteThroughput, Level::Red, 480h, "MK" },
            { AlertType::WriteThroughput, Level::Orange, 481h, "MK" } };
        for (const auto& row : rows) {
            alerts.past(row.type, row.level, row.ago, 371s, row.by, "batch import, watching it");
        }
    }

    void fillOpen()
    {
        auto& red = alerts.open(AlertType::ConcurrentWrites, Level::Red, 48s);
        red.deadline = red.raisedAt;
        red.overdueFrom = red.raisedAt + 60s;
        red.message = "Concurrent writes 103, RED from 100";
        auto& storage = alerts.open(AlertType::StorageCapacity, Level::Orange, 1122s);
        storage.value = 912.0 * 1024 * 1024 * 1024;
        storage.message = "Storage 91.2 % of its limit, ORANGE from 90.0 %";
        storage.acknowledgedBy = "MK";
        storage.acknowledgedAtUtc = clock.systemNow() - 980s;
        storage.state = AlertState::Acknowledged;
        std::vector<AlertEvent> steps;
        const auto add = [&](AlertEventKind kind, Level level, double gb, std::chrono::seconds ago,
                             const char* actor, const char* reason) {
            AlertEvent step;
            step.sequence = steps.size() + 1;
            step.alertId = storage.id;
            step.type = storage.type;
            step.kind = kind;
            step.level = level;
            step.value = gb * 1024 * 1024 * 1024;
            step.threshold = (level == Level::Yellow ? 700.0 : 900.0) * 1024 * 1024 * 1024;
            step.at = clock.systemNow() - ago;
            step.actor = actor;
            step.reason = reason;
            steps.push_back(step);
        };
        add(AlertEventKind::Raised, Level::Yellow, 700, 20h, "headroom",
            "raised YELLOW 14:03:11Z → Ops_Team, 6_HOURS");
        add(AlertEventKind::Acknowledged, Level::Yellow, 702, 19h, "JO",
            "acknowledged by JO 15:00:00Z: “Batch import, watching it”");
        add(AlertEventKind::Rose, Level::Orange, 900, 1122s, "headroom",
            "rose from YELLOW to ORANGE 09:45:11Z → Ops_Team, 6_HOURS; the acknowledgement of JO "
            "has ended");
        add(AlertEventKind::Acknowledged, Level::Orange, 902, 980s, "MK",
            "acknowledged by MK 09:47:00Z: “Moving tier 2 to cold storage”");
        storage.steps = std::make_shared<const std::vector<AlertEvent>>(steps);
        storageId = QString::fromStdString(storage.id);
        auto& latency = alerts.open(AlertType::QueryLatency, Level::Orange, 72s);
        latency.value = 340;
        auto& shelved = alerts.open(AlertType::ArtifactCount, Level::Yellow, 4000s);
        shelved.value = 71'000;
        shelved.state = AlertState::Shelved;
        shelved.shelvedBy = "JO";
        shelved.shelvedUntil = clock.steadyNow() + 1h;
        shelved.shelvedUntilUtc = clock.systemNow() + 1h;
    }

    void play()
    {
        feed.play(build.calm()
                      .set(Metric::ConcurrentWrites, 103, Level::Red)
                      .storageGb(912, Level::Orange)
                      .latency(58, 340, 910, Level::Orange)
                      .build());
        feed.play(alerts.board());
        answer();
        for (int second = 0; second < 3; ++second) {
            clock.advance(1s);
            feed.play(build.build());
            model.tick();
        }
        answer();
    }
    void answer()
    {
        while (!feed.alertQuestions.empty()) {
            const auto question = feed.alertQuestions.front();
            feed.alertQuestions.erase(feed.alertQuestions.begin());
            question(alerts.history());
        }
    }
    void save(const QString& file)
    {
        QCoreApplication::processEvents();
        window.grab().save(file);
    }

    ManualClock clock;
    SnapshotBuilder build { clock };
    AlertsBuilder alerts { clock };
    FakeFeed feed;
    OverviewModel model { feed, clock };
    MainWindow window;
    QString storageId;
};

WindowOptions optionsOf(ThemeKind theme, QSize size, const QString& page, bool wall)
{
    WindowOptions options;
    options.theme = theme;
    options.size = size;
    options.page = page;
    options.wall = wall;
    options.fullScreen = false;
    return options;
}

void renderAlerts(const QDir& folder, ThemeKind theme, QSize size, bool isLost)
{
    Screen screen(optionsOf(theme, size, QStringLiteral("alerts"), false));
    screen.fillPast();
    screen.fillOpen();
    screen.play();
    auto* table = screen.window.findChild<AlertsTable*>();
    table->setCurrentAlert(screen.storageId);
    if (isLost) {
        screen.feed.lose(screen.clock.steadyNow() - 42s, screen.clock.systemNow() - 42s,
            QStringLiteral("no answer · retry 5 in 8 s"));
        screen.model.tick();
    }
    screen.save(folder.filePath(
        QStringLiteral("alerts%1-%2-%3.png")
            .arg(isLost ? QStringLiteral("-lost") : QString(),
                theme == ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
            .arg(size.width())));
}

void renderContact(const QDir& folder, ThemeKind theme, QSize size, bool wall, bool isClock)
{
    Screen screen(optionsOf(theme, size, QStringLiteral("overview"), wall));
    screen.fillOpen();
    screen.play();
    if (isClock) {
        screen.feed.find(3603s);
    } else {
        screen.feed.lose(screen.clock.steadyNow(), screen.clock.systemNow(),
            QStringLiteral("no answer · retry 5 in 8 s"));
        screen.clock.advance(42s);
    }
    screen.model.tick();
    screen.save(folder.filePath(
        QStringLiteral("%1-%2-%3-%4.png")
            .arg(wall ? QStringLiteral("wall") : QStringLiteral("overview"),
                isClock ? QStringLiteral("clock") : QStringLiteral("lost"),
                theme == ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
            .arg(size.width())));
}

double threadMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The longest of several goes, and the middle one: processor time of this thread, which a busy
/// machine does not stretch.
template <typename Work>
void time(const char* what, Work work)
{
    std::vector<double> taken;
    for (int go = 0; go < 9; ++go) {
        const double before = threadMilliseconds();
        work(go);
        taken.push_back(threadMilliseconds() - before);
    }
    std::sort(taken.begin(), taken.end());
    QTextStream(stdout) << what << ": median " << taken[4] << " ms, longest " << taken.back()
                        << " ms\n";
}

void benchmark()
{
    Screen screen(optionsOf(ThemeKind::Dark, { 1920, 1080 }, QStringLiteral("alerts"), false));
    for (int i = 0; i < 10'000; ++i) {
        screen.alerts.past(static_cast<AlertType>(i % 7), static_cast<Level>(2 + i % 3),
            std::chrono::seconds(2'500'000 - 240 * i), 61s, i % 3 == 0 ? "MK" : "", "note");
    }
    for (int i = 0; i < 500; ++i) {
        auto& alert = screen.alerts.open(
            static_cast<AlertType>(i % 8), Level::Orange, std::chrono::seconds(i));
        alert.message = std::string(1 << 20, 'x');
    }
    const auto board = screen.alerts.board();
    const auto history = screen.alerts.history();
    screen.feed.play(screen.build.calm().build());
    screen.feed.play(board);
    time("take 30 000 steps of 10 500 alerts", [&](int go) {
        if (go > 0) {
            return;  // once is all there is
        }
        screen.feed.alertQuestions.front()(history);
        screen.feed.alertQuestions.clear();
    });
    time("board with 500 open alerts, 1 MB of text each", [&](int) { screen.feed.play(board); });
    time("a second passes", [&](int) {
        screen.clock.advance(1s);
        screen.model.tick();
    });
    time("paint the page", [&](int) { screen.window.grab(); });
    auto* search = screen.window.findChild<QLineEdit*>();
    time("search", [&](int go) {
        search->setText(go % 2 == 0 ? QStringLiteral("mk note") : QStringLiteral("latency"));
        Q_EMIT search->returnPressed();
    });
    search->clear();
    Q_EMIT search->returnPressed();
    auto* table = screen.window.findChild<AlertsTable*>();
    time("a page down", [&](int go) {
        table->setCurrentIndex(table->model()->index(20 + 30 * go, 0));
        screen.window.grab();
    });
    screen.window.setWall(true);
    time("the wall with 500 open alerts, a second", [&](int) {
        screen.clock.advance(1s);
        screen.model.tick();
        screen.window.grab();
    });
}

}  // namespace

int main(int argc, char** argv)
{
    qputenv("TZ", "Europe/Berlin");
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "alerts_gallery FOLDER | --benchmark\n";
        return 2;
    }
    if (arguments[1] == QLatin1String("--benchmark")) {
        benchmark();
        return 0;
    }
    const QDir folder(arguments[1]);
    for (const auto theme : { ThemeKind::Dark, ThemeKind::Light }) {
        for (const QSize size : { QSize(1024, 640), QSize(1440, 900), QSize(1920, 1080) }) {
            renderAlerts(folder, theme, size, false);
            renderContact(folder, theme, size, false, false);
        }
        renderAlerts(folder, theme, { 1920, 1080 }, true);
        for (const QSize size : { QSize(1024, 640), QSize(1920, 1080), QSize(3840, 2160) }) {
            renderContact(folder, theme, size, true, false);
        }
        renderContact(folder, theme, { 1920, 1080 }, true, true);
    }
    return 0;
}
