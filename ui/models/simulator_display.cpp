// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/simulator_display.h"

#include "ui/models/alert_words.h"
#include "ui/models/banner_display.h"
#include "ui/models/gauge_display.h"
#include "ui/models/metric_view.h"
#include "ui/models/simulator_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Simulator)
};

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::nanoseconds;

constexpr Metric kGauges[] = { Metric::ConcurrentWrites, Metric::TotalStorage,
    Metric::WriteThroughput, Metric::QueryResponse };

constexpr std::string_view kImmediate = "IMMEDIATE";

QString wordOf(Level level)
{
    const auto word = toString(level);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

/// The alert that the banner is about: of the worst those who have the least time.
const AlertView* leading(const AlertBoard& board)
{
    const AlertView* best = nullptr;
    for (const auto& alert : board.open) {
        if (best == nullptr || alert.level > best->level) {
            best = &alert;
        } else if (alert.level == best->level && alert.deadline
            && (!best->deadline
                || *alert.deadline - alert.raisedAt < *best->deadline - best->raisedAt)) {
            best = &alert;
        }
    }
    return best;
}

BannerDisplay bannerOf(const SimulatorView& view, const Snapshot& snapshot, const AlertBoard& board)
{
    BannerDisplay banner = makeBanner(&snapshot, snapshot.at);
    const auto* alert = leading(board);
    const auto metric = alert != nullptr ? metricOf(alert->type) : std::nullopt;
    if (metric && alert->level == banner.level) {
        const auto& state = snapshot.of(*metric);
        banner.title = Words::tr("%1 at %2", "metric, value")
                           .arg(alertTitle(alert->type),
                               alertValue(alert->type, state.reading ? state.reading->value : 0,
                                   state.limit));
    }
    banner.title = Words::tr("would be %1: %2").arg(wordOf(banner.level), banner.title);
    banner.detail = view.position.count() > 0
        ? Words::tr("simulated, +%1 from now").arg(fromNowText(view.position))
        : Words::tr("simulated, now");
    return banner;
}

EscalationDisplay escalationOf(const AlertBoard& board)
{
    const auto* alert = leading(board);
    if (alert == nullptr || alert->escalationPath == "NONE") {
        return { Words::tr("nobody"),
            alert != nullptr ? Words::tr("monitor") : Words::tr("nothing to answer") };
    }
    return { peopleText(alert->escalationPath),
        alert->responseTimeline == kImmediate
            ? Words::tr("respond IMMEDIATE")
            : Words::tr("respond within %1").arg(withinText(alert->responseTimeline)) };
}

/// "503 in 1 h, at 100 %": an open gate says when it will close.
GateDisplay gateOf(const SimulatorView& view, const Snapshot& snapshot)
{
    auto gate = makeGate(&snapshot, snapshot.at);
    if (!gate.known || gate.state != GateState::Open) {
        return gate;
    }
    for (const auto& span : view.simulation.gateStates()) {
        if (span.from > view.position && span.state != GateState::Open) {
            const QString at = span.state == GateState::Halted
                ? format::percent(snapshot.gate.haltAt)
                : Words::tr("%1 writers").arg(snapshot.gate.pauseAt);
            gate.detail = Words::tr("%1 in %2, at %3")
                              .arg(httpStatusOf(span.state))
                              .arg(fromNowText(span.from - view.position), at);
            break;
        }
    }
    return gate;
}

WhatIfDisplay whatIfOf(const SimulatorView& view, const Snapshot& snapshot, Metric metric)
{
    const auto gauge = makeGauge(snapshot, metric, snapshot.at, {});
    WhatIfDisplay row;
    row.metric = metric;
    row.title = gauge.title;
    row.level = gauge.level;
    const double asked = view.simulation.loadAt(view.position).of(metric);
    row.value = fieldText(metric, asked);
    row.unit = fieldUnit(metric);
    row.fraction = scaleFraction(metric, snapshot.of(metric).limit, asked);
    row.bands = gauge.bands;
    row.ticks = gauge.ticks;
    if (view.live) {
        GaugeDisplay ghost;
        addGhost(ghost, *view.live, metric, view.now);
        row.ghost = ghost.ghostFraction;
    }
    return row;
}

double shareOf(nanoseconds time, nanoseconds length)
{
    return static_cast<double>(time.count()) / static_cast<double>(length.count());
}

TimelineRow gateRow(const Simulation& simulation)
{
    TimelineRow row { Words::tr("Write gate"), true, {} };
    for (const auto& span : simulation.gateStates()) {
        static constexpr const char* kWords[] = { QT_TRANSLATE_NOOP("Simulator", "OPEN"),
            QT_TRANSLATE_NOOP("Simulator", "PAUSED 429"),
            QT_TRANSLATE_NOOP("Simulator", "HALTED 503") };
        row.spans.push_back(
            { shareOf(span.from, simulation.length()), shareOf(span.to, simulation.length()),
                span.state == GateState::Open ? Level::Unknown : Level::Red,
                Words::tr(kWords[static_cast<int>(span.state)]) });
    }
    return row;
}

/// Ticks at times that people count in, at most nine of them.
QVector<AxisTick> ticksOf(nanoseconds length)
{
    static constexpr nanoseconds kSteps[]
        = { minutes(1), minutes(2), minutes(5), minutes(10), minutes(30), hours(1), hours(2),
              hours(6), hours(12), hours(24), hours(72), hours(168), hours(720), hours(2160) };
    auto step = kSteps[std::size(kSteps) - 1];
    for (const auto candidate : kSteps) {
        if (length / candidate <= 10) {
            step = candidate;
            break;
        }
    }
    QVector<AxisTick> ticks { { 0, Words::tr("now") } };
    for (auto time = step; time <= length; time += step) {
        // "+48 h": two days are what the axis counts in hours.
        const auto text = step < hours(24) && time >= hours(1)
            ? QStringLiteral("%1 h").arg(std::chrono::duration_cast<hours>(time).count())
            : format::duration(time);
        ticks.push_back({ shareOf(time, length), QLatin1Char('+') + text });
    }
    return ticks;
}

TimelineDisplay timelineOf(const SimulatorView& view)
{
    const auto& simulation = view.simulation;
    const auto& scenario = simulation.setup().scenario;
    TimelineDisplay timeline;
    timeline.title = Words::tr("What would happen");
    timeline.subtitle = scenario.ramps.empty()
        ? Words::tr("everything held as set")
        : Words::tr("%1, other sliders held").arg(QString::fromStdString(scenario.name));
    for (const Metric metric : kSimulatedMetrics) {
        TimelineRow row { MetricWords::title(metric), false, {} };
        for (const auto& span : simulation.levelsOf(metric)) {
            row.spans.push_back({ shareOf(span.from, simulation.length()),
                shareOf(span.to, simulation.length()), span.state, wordOf(span.state) });
        }
        timeline.rows.push_back(row);
    }
    timeline.rows.push_back(gateRow(simulation));
    timeline.ticks = ticksOf(simulation.length());
    timeline.position = shareOf(view.position, simulation.length());
    timeline.positionText = timeFromStart(view.position, simulation.length());
    return timeline;
}

QVector<SimulatedRow> eventsOf(const SimulatorView& view)
{
    const auto& events = view.simulation.events();
    const auto length = view.simulation.length();
    nanoseconds newest { -1 };
    for (const auto& event : events) {
        if (event.at <= view.position) {
            newest = event.at;
        }
    }
    QVector<SimulatedRow> rows;
    for (const auto& event : events) {
        SimulatedRow row;
        row.when = timeFromStart(event.at, length);
        row.level = event.kind ? event.level : Level::Unknown;
        row.what = eventText(event);
        row.to = peopleText(event.escalationPath);
        row.within = withinText(event.responseTimeline);
        row.isImmediate = event.responseTimeline == kImmediate;
        row.gate = gateText(event);
        row.changesGate = event.isGateChange;
        row.isNow = event.at == newest && view.isPlaying;
        row.state = event.at > view.position
            ? Words::tr("in %1").arg(fromNowText(event.at - view.position))
            : row.isNow ? Words::tr("playing")
                        : Words::tr("fired");
        rows.push_back(row);
    }
    return rows;
}

}  // namespace

SimulatorDisplay makeSimulator(const SimulatorView& view)
{
    const auto snapshot = view.simulation.snapshotAt(view.position);
    const auto board = view.simulation.boardAt(view.position);
    SimulatorDisplay display;
    for (std::size_t i = 0; i < display.whatIf.size(); ++i) {
        display.whatIf[i] = whatIfOf(view, snapshot, kSimulatedMetrics[i]);
    }
    display.banner = bannerOf(view, snapshot, *board);
    display.escalation = escalationOf(*board);
    display.gate = gateOf(view, snapshot);
    for (const Metric metric : kGauges) {
        auto gauge = makeGauge(snapshot, metric, snapshot.at, {});
        gauge.unacknowledged = gauge.level == Level::Red;
        if (view.live) {
            addGhost(gauge, *view.live, metric, view.now);
        }
        display.gauges.push_back(gauge);
    }
    display.timeline = timelineOf(view);
    display.events = eventsOf(view);
    const auto length = view.simulation.length();
    display.positionText = Words::tr("%1 of %2", "time")
                               .arg(view.position.count() > 0 ? timeFromStart(view.position, length)
                                                              : timeText(nanoseconds(0), length),
                                   timeText(length, length));
    return display;
}

}  // namespace headroom::ui
