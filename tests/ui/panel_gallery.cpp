// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the panels and charts in the states of the reference pictures, for eyes:
//   QT_QPA_PLATFORM=offscreen panel_gallery FOLDER
// and with --benchmark says what a repaint of a chart costs.
#include "tests/ui/panel_samples.h"
#include "ui/widgets/alerts_panel.h"
#include "ui/widgets/banner_panel.h"
#include "ui/widgets/clock_panel.h"
#include "ui/widgets/foot_panel.h"
#include "ui/widgets/gate_panel.h"
#include "ui/widgets/time_chart.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTextStream>

#include <ctime>
#include <limits>

using namespace headroom;
using namespace headroom::ui;

namespace {

/// A page with the panels where the pictures have them; gauges and strip stay empty.
class Page : public QWidget {
public:
    Page(const Theme& theme, ScreenSizes sizes)
        : theme_(theme)
        , sizes_(sizes)
    {
        for (Panel* panel : std::initializer_list<Panel*> {
                 &banner_, &gate_, &clock_, &latency_, &load_, &alerts_, &foot_ }) {
            panel->setLook(theme, sizes);
        }
        resize(qRound(sizes.px(1920, 1440)), qRound(sizes.px(1080, 900)));
    }

    void place(Panel& panel, QRectF wall, QRectF desk)
    {
        const QRectF rect = sizes_.wall ? wall : desk;
        const double s = sizes_.scale;
        panel.setGeometry(
            QRectF(rect.x() * s, rect.y() * s, rect.width() * s, rect.height() * s).toRect());
    }

    void placeAll()
    {
        place(banner_, { 24, 16, 928, 108 }, { 228, 76, 590, 72 });
        place(gate_, { 968, 16, 456, 108 }, { 830, 76, 289, 72 });
        place(clock_, { 1440, 16, 456, 108 }, { 900, 12, 440, 34 });
        place(latency_, { 24, 604, 692, 298 }, { 228, 486, 590, 304 });
        place(load_, { 732, 604, 692, 298 }, { 830, 486, 289, 304 });
        place(alerts_, { 1440, 604, 456, 422 }, { 1131, 486, 289, 304 });
        place(foot_, { 24, 1040, 1872, 30 }, { 228, 860, 1192, 24 });
    }

    /// The places of the 1024 px window.
    void placeSmall()
    {
        resize(1024, 640);
        banner_.setGeometry(68, 64, 580, 54);
        gate_.setGeometry(658, 64, 354, 54);
        clock_.setGeometry(600, 8, 408, 34);
        latency_.setGeometry(68, 382, 537, 246);
        alerts_.setGeometry(615, 382, 397, 246);
        load_.setGeometry(68, 128, 537, 246);
        foot_.setGeometry(615, 340, 397, 24);
    }

    void show(const OverviewDisplay& display)
    {
        banner_.setDisplay(display.banner);
        gate_.setDisplay(display.gate);
        clock_.setDisplay(display.clock);
        latency_.setDisplay(display.latency);
        load_.setDisplay(display.load);
        alerts_.setDisplay(display.alerts);
        foot_.setDisplay(display.foot);
    }

    TimeChart& latency() { return latency_; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter(this).fillRect(rect(), theme_.color(Token::Bg0));
    }

private:
    const Theme& theme_;
    ScreenSizes sizes_;
    BannerPanel banner_ { this };
    GatePanel gate_ { this };
    ClockPanel clock_ { this };
    TimeChart latency_ { this };
    TimeChart load_ { this };
    AlertsPanel alerts_ { this };
    FootPanel foot_ { this };
};

OverviewDisplay yellow()
{
    OverviewDisplay display = samples::overview(samples::State::Green);
    display.banner = { Truth::Live, Level::Yellow, QStringLiteral("Throughput 634 /s, above 500"),
        QStringLiteral(u"1 active alert · not acknowledged"), {}, true };
    AlertsDisplay alerts = samples::alerts(1);
    alerts.rows[0].level = Level::Yellow;
    alerts.rows[0].deadlineWord = QStringLiteral("monitor");
    alerts.rows[0].deadline.clear();
    alerts.rows[0].escalation.clear();
    display.alerts = alerts;
    return display;
}

OverviewDisplay halted()
{
    OverviewDisplay display = samples::overview(samples::State::Red);
    display.banner.level = Level::Orange;
    display.banner.title
        = QStringLiteral("Storage 91.2 % and a title that is much too long for it");
    display.gate = { true, GateState::Halted, QStringLiteral("WRITES HALTED"),
        QStringLiteral("HTTP 503 until storage is below 99 %, see runbook") };
    display.alerts = samples::alerts(5);
    display.alerts.rows[0].overdue = true;
    display.alerts.rows[0].deadlineWord = QStringLiteral("overdue");
    display.alerts.rows[0].deadline = QStringLiteral("0:12:04");
    for (ChartSeries& series : display.latency.series) {
        for (QPointF& point : series.points) {
            if (point.x() > -500 && point.x() < -380) {
                point.setY(std::numeric_limits<double>::quiet_NaN());
            }
        }
    }
    for (ChartSeries& series : display.load.series) {
        series.points.clear();
    }
    display.load.emptyText = QStringLiteral("no samples yet");
    return display;
}

bool save(Page& page, const QString& path)
{
    // Layout requests and deletions of the last display.
    QCoreApplication::processEvents();
    return page.grab().save(path);
}

int render(const QString& folder)
{
    const struct {
        const char* name;
        OverviewDisplay display;
    } states[] = { { "green", samples::overview(samples::State::Green) },
        { "red", samples::overview(samples::State::Red) },
        { "stale", samples::overview(samples::State::Stale) }, { "yellow", yellow() },
        { "halted", halted() }, { "empty", {} } };
    const struct {
        const char* name;
        ScreenSizes sizes;
        bool small;
    } screens[] = { { "wall", { true, 1 }, false }, { "wall2x", { true, 2 }, false },
        { "desk", { false, 1 }, false }, { "small", { false, 1 }, true } };
    bool saved = QDir().mkpath(folder);
    for (const auto& screen : screens) {
        for (const ThemeKind kind : { ThemeKind::Dark, ThemeKind::Light }) {
            for (const auto& state : states) {
                Page page(Theme::of(kind), screen.sizes);
                screen.small ? page.placeSmall() : page.placeAll();
                page.show(state.display);
                const QString theme = QLatin1String(kind == ThemeKind::Dark ? "dark" : "light");
                saved = save(page,
                            QStringLiteral("%1/%2_%3_%4.png")
                                .arg(folder, QLatin1String(screen.name), theme,
                                    QLatin1String(state.name)))
                    && saved;
            }
        }
    }
    return saved ? 0 : 1;
}

int benchmark()
{
    QTextStream out(stdout);
    for (const double scale : { 1.0, 2.0 }) {
        Page page(Theme::dark(), { true, scale });
        page.placeAll();
        ChartDisplay display = samples::latencyChart(900);
        page.latency().setDisplay(display);
        QPixmap target = page.latency().grab();
        constexpr int kRounds = 300;
        const std::clock_t start = std::clock();
        for (int i = 0; i < kRounds; ++i) {
            for (ChartSeries& series : display.series) {
                series.points.first().ry() += 0.001;
            }
            page.latency().setDisplay(display);
            page.latency().render(&target);
        }
        const double ms = 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        out << "scale " << scale << ": " << ms / kRounds
            << " ms of processor time per setDisplay and repaint, 3 x 900 points\n";
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "panel_gallery FOLDER | --benchmark\n";
        return 2;
    }
    return arguments[1] == QLatin1String("--benchmark") ? benchmark() : render(arguments[1]);
}
