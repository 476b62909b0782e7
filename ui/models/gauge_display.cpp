// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gauge_display.h"

#include "ui/models/gauge_notes.h"
#include "ui/models/metric_view.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kLimitFraction = 5.0 / 6;
constexpr double kLatencyFromMs = 10;
constexpr double kSweepDegrees = 270;
constexpr double kLabelNeedsDegrees = 8;
constexpr int kSparkBucketSeconds = 8;
constexpr Level kRaised[] = { Level::Yellow, Level::Orange, Level::Red };

double fractionOf(const MetricView& view, double value)
{
    return scaleFraction(view.metric(), view.limit(), value);
}

void addScale(GaugeDisplay& gauge, const MetricView& view, const MetricWords& words)
{
    double from = 0;
    Level below = Level::Green;
    for (const auto level : kRaised) {
        const auto at = view.boundValue(level);
        if (!at) {
            continue;
        }
        const double fraction = fractionOf(view, *at);
        gauge.bands.push_back({ from, fraction, below, below == view.level() });
        // A level held by its hysteresis keeps its glyph lit.
        const bool lit = view.isFresh() && (view.hasCrossed(level) || view.level() >= level);
        const bool labelled
            = std::abs(fraction - kLimitFraction) * kSweepDegrees >= kLabelNeedsDegrees;
        gauge.ticks.push_back({ fraction, level, words.bound(level), lit, labelled });
        from = fraction;
        below = level;
    }
    gauge.bands.push_back({ from, 1, below, below == view.level() });
}

QString storageNext(const MetricView& view, const MetricWords& words, const GateSummary& gate)
{
    if (gate.state == GateState::Halted) {
        const double resume = gate.resumeStorageBelow.value * view.limit();
        return view.value() < resume
            ? QString()
            : QStringLiteral("%1 to resume below %2")
                  .arg(words.distanceTo(resume), format::percent(gate.resumeStorageBelow));
    }
    if (view.level() == Level::Red) {
        return QStringLiteral("%1 to HTTP 503")
            .arg(words.distanceTo(gate.haltAt.value * view.limit()));
    }
    return {};
}

QString writesNext(const MetricView& view, const MetricWords& words, const GateSummary& gate)
{
    if (gate.state != GateState::Paused || view.value() < gate.resumeBelow) {
        return {};
    }
    return QStringLiteral("%1 to resume below %2")
        .arg(words.distanceTo(gate.resumeBelow - 1))
        .arg(gate.resumeBelow);
}

/// RED has no next level: what says more is where it ends, or where the SLA does.
QString redNext(const MetricView& view, const MetricWords& words)
{
    if (view.metric() == Metric::QueryResponse) {
        return view.value() >= view.limit()
            ? QStringLiteral("SLA breached")
            : words.distanceTo(view.limit()) + QStringLiteral(" to SLA breach");
    }
    const auto& red = view.bound(Level::Red);
    const double ends = red->value - red->hysteresis;
    const QString bound
        = view.isShareOfLimit() ? format::percent({ ends }) : format::number(ends, 0);
    return (red->side == Side::AtLeast ? QStringLiteral("RED until below ")
                                       : QStringLiteral("RED until "))
        + bound;
}

void addNext(
    GaugeDisplay& gauge, const MetricView& view, const MetricWords& words, const GateSummary& gate)
{
    if (view.metric() == Metric::TotalStorage) {
        gauge.nextText = storageNext(view, words, gate);
    } else if (view.metric() == Metric::ConcurrentWrites) {
        gauge.nextText = writesNext(view, words, gate);
    }
    if (!gauge.nextText.isEmpty()) {
        return;
    }
    gauge.nextLevel = view.nextLevel();
    if (gauge.nextLevel != Level::Unknown) {
        gauge.nextText = words.distanceTo(gauge.nextLevel) + QStringLiteral(" to");
    } else if (view.bound(Level::Red)) {
        gauge.nextText = redNext(view, words);
    }
}

void addTrend(GaugeDisplay& gauge, const MetricView& view, const MetricWords& words,
    const GateSummary& gate, const std::optional<Trend>& trend)
{
    if (!trend) {
        return;
    }
    TrendTargets targets;
    if (view.nextLevel() != Level::Unknown) {
        targets.nextLevel = *view.boundValue(view.nextLevel()) - view.value();
    }
    if (view.metric() == Metric::ConcurrentWrites && gate.state == GateState::Paused) {
        targets.resume = view.value() - gate.resumeBelow;
    } else if (view.metric() == Metric::TotalStorage && gate.state == GateState::Halted) {
        targets.resume = view.value() - gate.resumeStorageBelow.value * view.limit();
    }
    gauge.trendArrow = arrowOf(*trend, targets);
    gauge.trendText = words.change(trend->change);
    // A window short of its first or last second is the whole window to people.
    constexpr std::chrono::seconds kSlack { 30 };
    gauge.trendWindow
        = format::duration(std::chrono::duration_cast<std::chrono::minutes>(trend->span + kSlack));
}

QString headroomLabel(const MetricView& view, const MetricWords& words)
{
    if (view.isKnown() && view.value() > view.limit()) {
        return QStringLiteral("OVER LIMIT");
    }
    return view.metric() == Metric::QueryResponse ? QStringLiteral("TO SLA ") + words.limit()
                                                  : QStringLiteral("HEADROOM");
}

}  // namespace

double scaleFraction(Metric metric, double limit, double value)
{
    if (limit <= 0) {
        return 0;
    }
    double share = value / limit;
    if (info(metric).unit == Unit::Milliseconds) {
        share = value <= kLatencyFromMs
            ? 0
            : std::log(value / kLatencyFromMs) / std::log(limit / kLatencyFromMs);
    }
    return std::clamp(share * kLimitFraction, 0.0, 1.0);
}

double valueAtFraction(Metric metric, double limit, double fraction)
{
    const double share = std::clamp(fraction, 0.0, 1.0) / kLimitFraction;
    return info(metric).unit == Unit::Milliseconds
        ? kLatencyFromMs * std::pow(limit / kLatencyFromMs, share)
        : share * limit;
}

void addGhost(GaugeDisplay& gauge, const Snapshot& live, Metric metric, SteadyTime now)
{
    const MetricView view(live, metric, now);
    if (!view.isFresh()) {
        return;
    }
    const MetricWords words(view);
    const bool hasOwnLimit = view.limit() != info(metric).certifiedLimit;
    gauge.ghostFraction = fractionOf(view, view.value());
    gauge.ghostText = QStringLiteral("live ")
        + (hasOwnLimit && view.isShareOfLimit() ? words.share() : words.valueWithUnit());
}

GaugePast pastOf(const LiveSeries& series, SteadyTime now)
{
    return { trendOf(series.window(now)), series.buckets(now, kSparkBucketSeconds) };
}

GaugeDisplay emptyGauge(Metric metric)
{
    GaugeDisplay gauge;
    gauge.title = MetricWords::title(metric);
    gauge.shortTitle = MetricWords::shortTitle(metric);
    gauge.valueText = QStringLiteral("–");
    gauge.headroomLabel = QStringLiteral("HEADROOM");
    gauge.headroomText = QStringLiteral("–");
    gauge.reason = QStringLiteral("no data yet");
    return gauge;
}

GaugeDisplay makeGauge(
    const Snapshot& snapshot, Metric metric, SteadyTime now, const GaugePast& past)
{
    const MetricView view(snapshot, metric, now);
    const MetricWords words(view);
    GaugeDisplay gauge = emptyGauge(metric);
    gauge.truth = view.truth();
    gauge.level = view.level();
    gauge.wasLevel = view.lastKnownLevel();
    gauge.limitText = words.limit();
    gauge.limitWord
        = metric == Metric::QueryResponse ? QStringLiteral("SLA") : QStringLiteral("LIMIT");
    gauge.headroomLabel = headroomLabel(view, words);
    addScale(gauge, view, words);
    if (!view.isKnown()) {
        gauge.reason = view.whyMissing();
        gauge.sourceText = QString::fromStdString(snapshot.source.name);
        return gauge;
    }
    gauge.reason.clear();
    gauge.valueText = words.value();
    gauge.unitText = words.unitOfLimit();
    gauge.fraction = fractionOf(view, view.value());
    gauge.headroomText = words.headroom();
    gauge.spark = past.spark;
    addNotes(gauge, view);
    addPlatformMarks(gauge, view, snapshot.source.storageMarks);
    if (!view.isFresh()) {
        gauge.lastTimeText = format::localTime(view.measuredAtUtc());
        return gauge;
    }
    addNext(gauge, view, words, snapshot.gate);
    addNextMark(gauge, view, snapshot);
    addTrend(gauge, view, words, snapshot.gate, past.trend);
    return gauge;
}

}  // namespace headroom::ui
