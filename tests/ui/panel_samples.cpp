// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panel_samples.h"

#include <cmath>

namespace headroom::ui::samples {

namespace {

constexpr double kWindow = 900;

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

// A line with the unrest of a real one, the same on every run.
template <typename Level>
QVector<QPointF> line(int count, double end, Level level)
{
    QVector<QPointF> points;
    for (int i = 0; i < count; ++i) {
        const double share = count > 1 ? static_cast<double>(i) / (count - 1) : 1;
        const double t = share * kWindow;
        const double unrest = 0.5 * std::sin(t / 47) + 0.3 * std::sin(t / 19 + 1)
            + 0.12 * std::sin(t / 5.3) + 0.04 * std::sin(t * 1.7);
        points.append({ -kWindow + share * (kWindow + end), level(share, unrest) });
    }
    return points;
}

double rise(double share) { return share < 0.7 ? 0 : (share - 0.7) / 0.3; }

ChartSeries series(SeriesRole role, const char* name, const char* value, Level level,
    QVector<QPointF> points, bool valueFirst = false)
{
    return { role, text(name), text(value), valueFirst, level, std::move(points) };
}

ChartDisplay latencyFrame()
{
    ChartDisplay chart;
    chart.title = text("Latency");
    chart.subtitle = text("ms, log scale · 15 min");
    chart.logScale = true;
    chart.minimum = 1;
    chart.maximum = 10000;
    chart.yTicks = { { 1, text("1") }, { 10, text("10") }, { 100, text("100") },
        { 1000, text("1 s") }, { 10000, text("10 s") } };
    chart.xTicks = { { -900, text("−15 min") }, { -600, text("−10") }, { -300, text("−5") },
        { 0, text("now") } };
    chart.limit = 5000;
    chart.limitText = text("SLA 5 s");
    chart.emptyText = text("no samples yet");
    return chart;
}

ChartDisplay latencyOf(State state, int count)
{
    ChartDisplay chart = latencyFrame();
    const bool red = state == State::Red;
    const double end = state == State::Stale ? -42 : 0;
    if (state == State::Stale) {
        chart.staleSince = -42;
    }
    chart.thresholds
        = { { 100, Level::Yellow, red }, { 200, Level::Orange, red }, { 500, Level::Red, false } };
    const auto wave = [=](double base, double top, double unrest) {
        return [=](double share, double noise) {
            const double peak = red ? std::log(top / base) * rise(share) : 0;
            return base * std::exp(unrest * noise + peak);
        };
    };
    chart.series = {
        series(SeriesRole::P50, "p50", red ? "58 ms" : "11 ms", Level::Green,
            line(count, end, wave(11, 58, 0.1))),
        series(SeriesRole::P999, "p999", red ? "910 ms" : "71 ms", Level::Green,
            line(count, end, wave(red ? 110 : 71, 910, 0.2))),
        series(SeriesRole::P99, "p99", red ? "340 ms" : "42 ms", red ? Level::Orange : Level::Green,
            line(count, end, wave(red ? 58 : 42, 340, 0.1))),
    };
    return chart;
}

ChartDisplay loadOf(State state)
{
    ChartDisplay chart;
    const bool red = state == State::Red;
    const double end = state == State::Stale ? -42 : 0;
    if (state == State::Stale) {
        chart.staleSince = -42;
    }
    chart.title = text("Load");
    chart.subtitle = text("% of limit: 100 writes, 1000 /s · 15 min");
    chart.yTicks = { { 0, text("0") }, { 25, text("25") }, { 50, text("50") }, { 75, text("75") },
        { 100, text("100") } };
    chart.xTicks = latencyFrame().xTicks;
    chart.limit = 100;
    chart.limitText = text("LIMIT");
    chart.series = {
        series(SeriesRole::Throughput, "/s", red ? "486" : "312", Level::Green,
            line(900, end,
                [=](double share, double noise) {
                    return (red ? 58 - 10 * share : 30) - 2 * noise;
                }),
            true),
        series(SeriesRole::Writes, "writes", red ? "103" : "34", red ? Level::Red : Level::Green,
            line(900, end,
                [=](double share, double noise) {
                    return 34 + (red ? 10 + 59 * share : 0) + 4 * noise;
                }),
            true),
    };
    return chart;
}

AlertRow row(const char* id, Level level, const char* title, const char* value, const char* age,
    const char* due)
{
    AlertRow alert;
    alert.id = text(id);
    alert.level = level;
    alert.title = text(title);
    alert.value = text(value);
    alert.escalation = text("Ops_Team");
    alert.age = text(age);
    alert.deadlineWord = text("due");
    alert.deadline = text(due);
    alert.canAcknowledge = true;
    return alert;
}

AlertsDisplay alertsOf(State state)
{
    AlertsDisplay display;
    if (state == State::Red) {
        display.summary = text("3 active · 2 to acknowledge");
        display.rows = { row("writes", Level::Red, "Concurrent writes", "103", "0:48", "now"),
            row("storage", Level::Orange, "Storage", "91.2 %", "18:42", "5:41:18"),
            row("latency", Level::Orange, "Latency p99", "340 ms", "1:12", "5:58:48") };
        display.rows[1].canAcknowledge = false;
        display.rows[1].acknowledged = text("MK 13:47");
    } else if (state == State::Stale) {
        display.summary = text("unknown since 14:03:11");
        AlertRow lost;
        lost.id = text("source");
        lost.stale = true;
        lost.title = text("Connection lost");
        lost.escalation = text("https://eu-1.depot.example:8443");
        lost.deadlineWord = text("no answer to 4 requests, 10 s each");
        display.rows = { lost };
        display.emptyTitle = text("Alerts cannot be evaluated");
        display.emptyDetail = text("before the loss: none active");
    } else {
        display.summary = text("0 active");
        display.emptyTitle = text("No active alerts");
        display.emptyDetail = text("last one cleared 3 h 12 min ago");
        display.emptyFoot = text("24 h: 3 raised · 3 cleared");
    }
    return display;
}

BannerDisplay bannerOf(State state)
{
    switch (state) {
    case State::Red:
        return { Truth::Live, Level::Red, text("Writes over limit: 103 of 100"),
            text("3 active alerts · 2 not acknowledged"), {}, true };
    case State::Stale:
        return { Truth::Stale, Level::Unknown, text("last data 14:03:11"),
            text("no answer · retry 5 in 8 s"), text("00:42"), false };
    case State::Green:
        break;
    }
    return { Truth::Live, Level::Green, text("All 7 limits have headroom"),
        text("Least: Storage, 38.8 % left"), {}, false };
}

GateDisplay gateOf(State state)
{
    switch (state) {
    case State::Red:
        return { true, GateState::Paused, text("WRITES PAUSED"), text("HTTP 429 until below 75") };
    case State::Stale:
        return { false, GateState::Open, text("GATE UNKNOWN"), text("last known: WRITES OPEN") };
    case State::Green:
        break;
    }
    return { true, GateState::Open, text("WRITES OPEN"), text("pause at 100, halt at 1000 GB") };
}

}  // namespace

OverviewDisplay overview(State state)
{
    OverviewDisplay display;
    const bool stale = state == State::Stale;
    display.banner = bannerOf(state);
    display.gate = gateOf(state);
    display.clock = { text("14:03:53"), text("Mon 3 Aug 2026"), text("12:03:53 UTC"),
        stale ? text("remote eu-1") : text("embedded"),
        stale ? text("42 s ago") : text("0.2 s ago"), stale ? Truth::Stale : Truth::Live, stale,
        true };
    display.latency = latencyOf(state, 900);
    display.load = loadOf(state);
    display.alerts = alertsOf(state);
    display.foot = { text("depository-eu-1"), text("certified 2026-01-19"),
        text("review OVERDUE 15 days"), text("A acknowledge    F11 leave wall mode"), {} };
    return display;
}

AlertsDisplay alerts(int count)
{
    AlertsDisplay display;
    display.summary = QString::number(count) + text(" active");
    for (int i = 0; i < count; ++i) {
        AlertRow alert
            = row("", i == 0 ? Level::Red : Level::Orange, "Storage", "91.2 %", "18:42", "5:41:18");
        alert.id = u'a' + QString::number(i);
        alert.title += u' ' + QString::number(i);
        display.rows.append(alert);
    }
    return display;
}

ChartDisplay latencyChart(int count) { return latencyOf(State::Red, count); }

}  // namespace headroom::ui::samples
