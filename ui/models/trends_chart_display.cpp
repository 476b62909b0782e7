// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trends_chart_display.h"

#include "monitor_core/policy/judging.h"
#include "ui/models/trends_axis.h"
#include "ui/models/trends_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Trends)
};

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();
constexpr double kLowestLatencyMs = 0.001;
constexpr double kHighestLatencyMs = 10'000;
/// The newest second is written down when it is over, and a flush may be under way.
constexpr double kNewestSecondsOpen = 5;

double lengthOf(const auto& point) { return std::chrono::duration<double>(point.length).count(); }

/// A stretch is drawn at its middle.
double middleOf(const auto& point) { return secondsOf(point.at) + lengthOf(point) / 2; }

template <typename Point, typename Value>
GappedPoints lineOf(const std::vector<Point>& points, Value value)
{
    GappedPoints line;
    line.reserve(static_cast<qsizetype>(points.size()));
    for (const auto& point : points) {
        if (point.afterGap && !line.isEmpty()) {
            line.push_back({ secondsOf(point.at), kGap });
        }
        line.push_back({ middleOf(point), value(point) });
    }
    return line;
}

void addLatency(TrendsChartDisplay& chart, const TrendsData& data, const TrendsWords& words)
{
    chart.subtitle = Words::tr("ms, log scale");
    chart.logScale = true;
    chart.minimum = 1;
    chart.maximum = kHighestLatencyMs;
    if (data.latency && !data.latency->points.empty()) {
        const auto& points = data.latency->points;
        const auto& last = points.back();
        const auto add = [&](TrendRole role, const char* name, double LatencyPoint::*value) {
            chart.lines.push_back({ role, QString::fromLatin1(name), words.withUnit(last.*value),
                lineOf(points, [value](const LatencyPoint& point) { return point.*value; }) });
        };
        add(TrendRole::P999, "p999", &LatencyPoint::p999Ms);
        add(TrendRole::P50, "p50", &LatencyPoint::p50Ms);
        add(TrendRole::P99, "p99", &LatencyPoint::p99Ms);
        for (const auto& point : points) {
            while (point.p50Ms < chart.minimum && chart.minimum > kLowestLatencyMs * 1.5) {
                chart.minimum /= 10;
            }
            while (point.p999Ms > chart.maximum && chart.maximum < 1e9) {
                chart.maximum *= 10;
            }
        }
    }
    for (double at = chart.minimum; at <= chart.maximum * 1.5; at *= 10) {
        chart.yTicks.push_back(
            { at, at >= 1000 ? format::millisecondsShort(at) : format::number(at, 3) });
    }
}

/// The band as far as anything reached, and room above it; the whole way to the limit as soon as a
/// tenth of it is in use, so that headroom can be seen.
double topOf(double highest, double limit)
{
    constexpr double kShowsLimitFrom = 0.1;
    constexpr double kAboveLimit = 1.1;
    if (limit > 0 && highest >= kShowsLimitFrom * limit) {
        return std::max(limit * kAboveLimit, highest * 1.05);
    }
    return highest > 0 ? highest * 1.25 : limit > 0 ? limit * kAboveLimit : 1;
}

void addStats(TrendsChartDisplay& chart, const std::vector<HistoryPoint>* points, TrendsWords words)
{
    double highest = 0;
    for (const auto& point : points != nullptr ? *points : std::vector<HistoryPoint> {}) {
        highest = std::max(highest, point.stats.max);
    }
    const double top = topOf(highest, words.limit());
    words.readAt(top);
    chart.minimum = 0;
    chart.maximum = top / words.perUnit();
    chart.yTicks = linearTicks(
        0, chart.maximum, 6, [](double at) { return format::number(at, at < 10 ? 2 : 0); });
    chart.subtitle = words.unit().isEmpty()
        ? Words::tr("mean, lowest to highest")
        : Words::tr("%1, mean, lowest to highest", "unit").arg(words.unit());
    if (points == nullptr || points->empty()) {
        return;
    }
    const auto scaled = [&](double MetricStats::*value) {
        return lineOf(*points, [&words, value](const HistoryPoint& point) {
            return point.stats.*value / words.perUnit();
        });
    };
    chart.low = scaled(&MetricStats::min);
    chart.high = scaled(&MetricStats::max);
    chart.lines.push_back({ TrendRole::Mean, Words::tr("mean"),
        words.withUnit(points->back().stats.mean), scaled(&MetricStats::mean) });
}

/// Whether anything in the picture reached this bound: that is what "lit" means here.
bool wasReached(const TrendsChartDisplay& chart, double bound, Side side)
{
    const auto reaches = [&](const QPointF& point) {
        return side == Side::AtLeast ? point.y() >= bound : point.y() > bound;
    };
    const auto& worst = chart.high.isEmpty() ? chart.lines.last().points : chart.high;
    return std::any_of(worst.begin(), worst.end(), reaches);
}

void addBounds(TrendsChartDisplay& chart, const TrendsWords& words, double perUnit)
{
    const bool isLatency = words.metric() == Metric::QueryResponse;
    if (words.limit() > 0) {
        chart.limit = words.limit() / perUnit;
        chart.limitText = isLatency
            ? Words::tr("SLA %1").arg(format::millisecondsShort(words.limit()))
            : Words::tr("LIMIT");
    }
    if (chart.lines.isEmpty()) {
        return;  // they would run through the words of an empty chart
    }
    const auto& thresholds = words.thresholds();
    for (const auto level : { Level::Yellow, Level::Orange, Level::Red }) {
        if (const auto& bound = thresholds.bound(level)) {
            const double at = inUnit(*bound, thresholds.basis, words.limit()) / perUnit;
            chart.thresholds.push_back({ at, level, wasReached(chart, at, bound->side) });
        }
    }
}

/// The point whose stretch holds `at`; null in a gap.
template <typename Point>
const Point* pointAt(const std::vector<Point>& points, double at)
{
    const auto after = std::upper_bound(points.begin(), points.end(), at,
        [](double x, const Point& point) { return x < secondsOf(point.at); });
    if (after == points.begin()) {
        return nullptr;
    }
    const auto& point = *(after - 1);
    return at < secondsOf(point.at) + lengthOf(point) ? &point : nullptr;
}

void addLatencyRows(TrendsTip& tip, const LatencyPoint& point, const TrendsWords& words)
{
    const auto add = [&](TrendRole role, const char* name, double value) {
        tip.rows.push_back({ role, QString::fromLatin1(name), words.withUnit(value), value });
    };
    add(TrendRole::P999, "p999", point.p999Ms);
    add(TrendRole::P99, "p99", point.p99Ms);
    add(TrendRole::P50, "p50", point.p50Ms);
    tip.level = words.levelOf(point.p99Ms);
}

void addStatsRows(
    TrendsTip& tip, const HistoryPoint& point, const TrendsWords& words, double perUnit)
{
    const auto add = [&](const QString& name, double value, bool hasRing) {
        tip.rows.push_back(
            { TrendRole::Mean, name, words.withUnit(value), hasRing ? value / perUnit : kGap });
    };
    add(Words::tr("highest"), point.stats.max, false);
    add(Words::tr("mean"), point.stats.mean, true);
    add(Words::tr("lowest"), point.stats.min, false);
    tip.level = words.levelOf(point.stats.max);
}

/// What else was at that moment.
void addFoot(
    TrendsTip& tip, const TrendsData& data, const Snapshot* snapshot, Metric shown, double at)
{
    for (const auto metric :
        { Metric::ConcurrentWrites, Metric::WriteThroughput, Metric::TotalStorage }) {
        const auto& metrics = trendsMetrics();
        const auto index = static_cast<std::size_t>(
            std::find(metrics.begin(), metrics.end(), metric) - metrics.begin());
        const auto* points = data.pointsOf(index);
        const auto* point = points != nullptr ? pointAt(*points, at) : nullptr;
        if (point != nullptr && metric != shown) {
            TrendsWords words(snapshot, metric);
            words.readAt(point->stats.max);
            tip.foot << words.withUnit(point->stats.max);
        }
    }
}

}  // namespace

QVector<TimeSpan> gapsOf(const TrendsData& data, double now)
{
    if (!data.metrics) {
        return {};
    }
    std::vector<TimeSpan> known;
    const auto add = [&](const auto& points) {
        for (const auto& point : points) {
            const double at = secondsOf(point.at);
            known.push_back({ at, at + lengthOf(point) });
        }
    };
    for (const auto& answer : *data.metrics) {
        add(answer.points);
    }
    if (data.latency) {
        add(data.latency->points);
    }
    std::sort(known.begin(), known.end(),
        [](const TimeSpan& a, const TimeSpan& b) { return a.from < b.from; });
    QVector<TimeSpan> gaps;
    double reached = secondsOf(data.range.from);
    const double end = std::min(secondsOf(data.range.to), now - kNewestSecondsOpen);
    for (const auto& span : known) {
        if (span.from > reached && reached < end) {
            gaps.push_back({ reached, std::min(span.from, end) });
        }
        reached = std::max(reached, span.to);
    }
    if (reached < end) {
        gaps.push_back({ reached, end });
    }
    return gaps;
}

TrendsChartDisplay makeTrendsChart(
    const TrendsData& data, const Snapshot* snapshot, std::size_t metric, double now)
{
    const auto which = trendsMetrics()[metric];
    TrendsWords words(snapshot, which);
    TrendsChartDisplay chart;
    if (which == Metric::QueryResponse) {
        addLatency(chart, data, words);
        addBounds(chart, words, 1);
    } else {
        const auto* points = data.pointsOf(metric);
        addStats(chart, points, words);
        double highest = 0;
        for (const auto& point : points != nullptr ? *points : std::vector<HistoryPoint> {}) {
            highest = std::max(highest, point.stats.max);
        }
        words.readAt(topOf(highest, words.limit()));
        addBounds(chart, words, words.perUnit());
    }
    chart.gaps = gapsOf(data, now);
    return chart;
}

std::optional<TrendsTip> makeTrendsTip(
    const TrendsData& data, const Snapshot* snapshot, std::size_t metric, double at)
{
    if (!data.metrics && !data.latency) {
        return std::nullopt;
    }
    const auto which = trendsMetrics()[metric];
    TrendsTip tip;
    tip.at = at;
    TrendsWords words(snapshot, which);
    if (which == Metric::QueryResponse) {
        const auto* point = data.latency ? pointAt(data.latency->points, at) : nullptr;
        if (point != nullptr) {
            tip.at = middleOf(*point);
            addLatencyRows(tip, *point, words);
        }
    } else if (const auto* points = data.pointsOf(metric)) {
        if (const auto* point = pointAt(*points, at)) {
            double highest = 0;
            for (const auto& other : *points) {
                highest = std::max(highest, other.stats.max);
            }
            words.readAt(topOf(highest, words.limit()));
            tip.at = middleOf(*point);
            const double perUnit = words.perUnit();
            words.readAt(point->stats.max);
            addStatsRows(tip, *point, words, perUnit);
        }
    }
    addFoot(tip, data, snapshot, which, at);
    if (tip.rows.isEmpty()) {
        tip.foot.push_front(tip.foot.isEmpty()   ? Words::tr("nothing recorded")
                : which == Metric::QueryResponse ? Words::tr("no queries")
                                                 : Words::tr("not measured"));
    }
    tip.title = fullMomentText(tip.at);
    tip.chip = format::localTime(timeAt(tip.at));
    return tip;
}

}  // namespace headroom::ui
