// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/chart_display.h"

#include "ui/models/metric_view.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChartDisplay)
};

constexpr double kLowestLatencyMs = 0.001;
constexpr double kHighestLatencyMs = 10'000;
constexpr double kLoadMaximum = 120;

GappedPoints pointsOf(const LiveSeries& series, SteadyTime now, double factor)
{
    const auto values = series.window(now);
    GappedPoints points;
    points.reserve(values.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        points.push_back({ static_cast<double>(i - values.size() + 1), values[i] * factor });
    }
    return points;
}

bool hasPoint(const ChartSeries& series)
{
    return std::any_of(series.points.begin(), series.points.end(),
        [](const QPointF& point) { return !std::isnan(point.y()); });
}

void addTime(ChartDisplay& chart)
{
    chart.windowSeconds = LiveSeries::kSeconds;
    chart.xTicks = { { -900, Words::tr("−15 min") }, { -600, QStringLiteral("\u221210") },
        { -300, QStringLiteral("\u22125") }, { 0, Words::tr("now") } };
}

/// Where a metric's data ended, if they did.
void addStale(ChartDisplay& chart, const MetricView& view)
{
    if (view.truth() == Truth::Stale) {
        chart.staleSince = -std::chrono::duration<double>(view.age()).count();
    }
}

void keepPointsThatExist(ChartDisplay& chart, const QString& emptyText)
{
    chart.series.removeIf([](const ChartSeries& series) { return !hasPoint(series); });
    if (chart.series.isEmpty()) {
        chart.emptyText = emptyText;
    }
}

double lowestOf(const ChartDisplay& chart)
{
    double lowest = std::numeric_limits<double>::infinity();
    for (const auto& series : chart.series) {
        for (const auto& point : series.points) {
            lowest = std::isnan(point.y()) ? lowest : std::min(lowest, point.y());
        }
    }
    return lowest;
}

double highestOf(const ChartDisplay& chart)
{
    double highest = 0;
    for (const auto& series : chart.series) {
        for (const auto& point : series.points) {
            highest = std::isnan(point.y()) ? highest : std::max(highest, point.y());
        }
    }
    return highest;
}

QString decadeText(double ms)
{
    return ms >= 1000 ? format::millisecondsShort(ms) : format::number(ms, 3);
}

void addLatencyAxis(ChartDisplay& chart)
{
    chart.logScale = true;
    chart.minimum = 1;
    chart.maximum = kHighestLatencyMs;
    const double lowest = lowestOf(chart);
    while (lowest < chart.minimum && chart.minimum > kLowestLatencyMs * 1.5) {
        chart.minimum /= 10;
    }
    for (int decade = static_cast<int>(std::lround(std::log10(chart.minimum))); decade <= 4;
         ++decade) {
        const double ms = std::pow(10.0, decade);
        chart.yTicks.push_back({ ms, decadeText(ms) });
    }
}

void addLatencySeries(ChartDisplay& chart, const Snapshot& snapshot, const MetricView& view,
    const LiveSeriesSet& series, SteadyTime now)
{
    const auto add = [&](SeriesRole role, const char* name, const LiveSeries& from,
                         const std::optional<double>& value, Level level) {
        const QString text
            = value ? format::milliseconds(*value) + QStringLiteral("\u00A0ms") : QString();
        chart.series.push_back(
            { role, QString::fromLatin1(name), text, false, level, pointsOf(from, now, 1) });
    };
    const auto& latency = snapshot.latency;
    const auto words = MetricWords(view);
    add(SeriesRole::P50, "p50", series.p50, latency.p50Ms, Level::Green);
    add(SeriesRole::P99, "p99", series.p99, latency.p99Ms, view.level());
    if (view.isKnown()) {
        chart.series.back().valueText = words.valueWithUnit();  // the same digits as the gauge
    }
    add(SeriesRole::P999, "p999", series.p999, latency.p999Ms, Level::Green);
}

void addLoadAxis(ChartDisplay& chart)
{
    chart.minimum = 0;
    // Above the usual scale the axis grows in steps, so that nothing runs out of the picture, with
    // at most seven ticks.
    constexpr double kMostSteps = 6;
    const double highest = std::max(highestOf(chart), kLoadMaximum);
    double step = 25;
    while (highest > step * kMostSteps) {
        step *= 2;
    }
    chart.maximum = highest > kLoadMaximum ? std::ceil(highest / step) * step : kLoadMaximum;
    for (double at = 0; at <= chart.maximum; at += step) {
        chart.yTicks.push_back({ at, format::number(at, 0) });
    }
}

void addLoadSeries(ChartDisplay& chart, const MetricView& view, SeriesRole role,
    const LiveSeries& from, SteadyTime now)
{
    if (view.limit() <= 0) {
        return;
    }
    const MetricWords words(view);
    const QString name = role == SeriesRole::Writes ? Words::tr("writes") : QStringLiteral("/s");
    chart.series.push_back({ role, name, view.isKnown() ? words.value() : QString(), true,
        view.level(), pointsOf(from, now, 100 / view.limit()) });
}

}  // namespace

ChartDisplay makeLatencyChart(const Snapshot* snapshot, const LiveSeriesSet& series, SteadyTime now)
{
    ChartDisplay chart;
    chart.title = Words::tr("Latency");
    chart.subtitle = Words::tr("ms, log scale · 15 min");
    chart.shortSubtitle = Words::tr("ms, log · 15 min");
    addTime(chart);
    if (snapshot == nullptr) {
        addLatencyAxis(chart);
        chart.emptyText = Words::tr("no data yet");
        return chart;
    }
    const MetricView view(*snapshot, Metric::QueryResponse, now);
    addLatencySeries(chart, *snapshot, view, series, now);
    keepPointsThatExist(chart, view.isKnown() ? Words::tr("no samples yet") : view.whyMissing());
    addLatencyAxis(chart);
    addStale(chart, view);
    if (view.limit() > 0) {
        chart.limit = view.limit();
        chart.limitText = Words::tr("SLA %1").arg(MetricWords(view).limit());
    }
    for (const auto level : { Level::Yellow, Level::Orange, Level::Red }) {
        const auto at = view.boundValue(level);
        if (at && !chart.series.isEmpty()) {  // they would run through the words of an empty chart
            chart.thresholds.push_back({ *at, level,
                view.isFresh() && (view.hasCrossed(level) || view.level() >= level) });
        }
    }
    return chart;
}

ChartDisplay makeLoadChart(const Snapshot* snapshot, const LiveSeriesSet& series, SteadyTime now)
{
    ChartDisplay chart;
    chart.title = Words::tr("Load");
    chart.shortSubtitle = Words::tr("% of limit · 15 min");
    chart.subtitle = chart.shortSubtitle;
    chart.limit = 100;
    chart.limitText = Words::tr("LIMIT");
    addTime(chart);
    if (snapshot == nullptr) {
        addLoadAxis(chart);
        chart.emptyText = Words::tr("no data yet");
        return chart;
    }
    const MetricView writes(*snapshot, Metric::ConcurrentWrites, now);
    const MetricView throughput(*snapshot, Metric::WriteThroughput, now);
    if (writes.limit() > 0 && throughput.limit() > 0) {
        chart.subtitle
            = Words::tr("% of limit: %1 writes, %2 · 15 min")
                  .arg(MetricWords(writes).limit(), MetricWords(throughput).limitWithUnit());
    }
    addLoadSeries(chart, writes, SeriesRole::Writes, series.writes, now);
    addLoadSeries(chart, throughput, SeriesRole::Throughput, series.throughput, now);
    keepPointsThatExist(
        chart, writes.isKnown() ? Words::tr("no samples yet") : writes.whyMissing());
    addLoadAxis(chart);
    addStale(chart, writes);
    return chart;
}

}  // namespace headroom::ui
