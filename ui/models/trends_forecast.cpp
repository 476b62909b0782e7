// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trends_forecast.h"

#include "monitor_core/policy/judging.h"
#include "ui/models/forecast_display.h"
#include "ui/models/trends_axis.h"
#include "ui/models/trends_range.h"
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

using Trend = StorageForecast::Trend;

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

/// How far ahead the picture reaches: a little beyond the last level that has a day.
double aheadOf(const StorageForecast& forecast, double now)
{
    constexpr double kBeyond = 1.2;
    constexpr double kWithoutDates = 0.5;
    double furthest = 0;
    for (const auto& crossing : forecast.crossings) {
        if (crossing.expected) {
            furthest = std::max(furthest, secondsOf(*crossing.expected) - now);
        }
    }
    return furthest > 0
        ? furthest * kBeyond
        : std::max(600.0, static_cast<double>(forecast.span.count()) * kWithoutDates);
}

double behindOf(const StorageForecast& forecast, double now)
{
    constexpr double kShareOfAhead = 0.35;
    const double span = static_cast<double>(forecast.span.count());
    const bool hasDates = std::any_of(forecast.crossings.begin(), forecast.crossings.end(),
        [](const Crossing& crossing) { return crossing.expected.has_value(); });
    return hasDates ? std::min(span, aheadOf(forecast, now) * kShareOfAhead) : span;
}

QString whyEmpty(const TrendsData& data)
{
    if (!data.forecast) {
        return data.forecastProblem.isEmpty() ? Words::tr("asking the history")
                                              : data.forecastProblem;
    }
    return data.forecast->trend == Trend::NotEnoughHistory
        ? Words::tr("not enough history: a forecast needs 10 min of readings")
        : QString();
}

QString subtitleOf(const StorageForecast& forecast, const QString& unit, double ahead)
{
    const auto horizon = std::chrono::seconds(static_cast<qint64>(ahead));
    const QString rate = growthText(forecast.bytesPerSecond, horizon);
    const QString span = format::duration(forecast.span);
    return forecast.trend == Trend::Flat
        ? Words::tr("%1, line through %2, flat").arg(unit, span)
        : Words::tr("%1, line through %2, %3", "unit, span, growth").arg(unit, span, rate);
}

void addPast(ForecastChartDisplay& chart, const TrendsData& data, double perUnit)
{
    for (const auto& point : data.storagePast) {
        const double length = std::chrono::duration<double>(point.length).count();
        if (point.afterGap && !chart.past.isEmpty()) {
            chart.past.push_back({ secondsOf(point.at), kGap });
        }
        // As the forecast sees it: what was in use at the end of each stretch.
        chart.past.push_back({ secondsOf(point.at) + length, point.stats.last / perUnit });
    }
}

void addScale(ForecastChartDisplay& chart)
{
    double lowest = chart.limit;
    double highest = chart.limit * 1.05;
    const auto take = [&](double value) {
        if (std::isfinite(value)) {
            lowest = std::min(lowest, value);
            highest = std::max(highest, value * 1.02);
        }
    };
    for (const auto& point : chart.past) {
        take(point.y());
    }
    if (chart.today) {
        take(chart.today->y());
    }
    const double step = roundUp((highest - std::max(0.0, lowest)) / 6);
    chart.minimum = std::max(0.0, std::floor(lowest / step) * step - step / 2);
    // The lowest has words above and below it.
    if (lowest - chart.minimum < (highest - chart.minimum) / 5) {
        chart.minimum -= step;
    }
    if (chart.minimum < step) {
        chart.minimum = 0;
    }
    chart.maximum = highest;
    chart.yTicks = linearTicks(chart.minimum, chart.maximum, 6,
        [&](double at) { return format::number(at, chart.maximum < 10 ? 2 : 0); });
}

void addBounds(ForecastChartDisplay& chart, const TrendsWords& words)
{
    const auto& thresholds = words.thresholds();
    for (const auto level : { Level::Yellow, Level::Orange, Level::Red }) {
        if (const auto& bound = thresholds.bound(level)) {
            const double at = inUnit(*bound, thresholds.basis, words.limit());
            const bool isLit = chart.today && chart.today->y() * words.perUnit() >= at;
            chart.thresholds.push_back({ at / words.perUnit(), level, isLit });
            chart.thresholdTexts << format::percent({ at / words.limit() });
        }
    }
}

void addFuture(ForecastChartDisplay& chart, const StorageForecast& forecast,
    const TrendsWords& words, SystemTime now)
{
    const double perUnit = words.perUnit();
    const double ahead = chart.to - chart.now;
    chart.today = QPointF(chart.now, forecast.usedNowBytes / perUnit);
    chart.todayText = words.withUnit(forecast.usedNowBytes);
    const auto end
        = [&](double slope) { return (forecast.usedNowBytes + slope * ahead) / perUnit; };
    chart.expectedEnd = end(forecast.bytesPerSecond);
    chart.lowEnd = std::max(0.0, end(forecast.bytesPerSecondLow));
    chart.highEnd = end(forecast.bytesPerSecondHigh);
    chart.hasCone = true;
    for (const auto& crossing : forecast.crossings) {
        if (crossing.expected && !crossing.alreadyThere) {
            const auto at = *crossing.expected;
            const double value = crossing.share.value * words.limit();
            const bool isSoon = at - now < std::chrono::hours(48);
            chart.marks.push_back({ secondsOf(at), value / perUnit, words.levelOf(value),
                format::percent(crossing.share),
                isSoon ? format::hourMinute(at) : format::dayAndMonth(at) });
        }
    }
}

}  // namespace

TimeRange pastOfForecast(const StorageForecast& forecast, SystemTime now)
{
    const double end = secondsOf(now);
    return { timeAt(end - std::max(60.0, behindOf(forecast, end))), now };
}

ForecastChartDisplay makeForecastChart(
    const TrendsData& data, const Snapshot* snapshot, SystemTime now)
{
    ForecastChartDisplay chart;
    chart.emptyText = whyEmpty(data);
    if (!chart.emptyText.isEmpty()) {
        return chart;
    }
    const auto& forecast = *data.forecast;
    const TrendsWords words(snapshot, Metric::TotalStorage);
    chart.now = secondsOf(now);
    chart.to = chart.now + aheadOf(forecast, chart.now);
    chart.from = chart.now - std::max(60.0, behindOf(forecast, chart.now));
    chart.subtitle = subtitleOf(forecast, words.unit(), chart.to - chart.now);
    chart.limit = words.limit() / words.perUnit();
    chart.xTicks = roundTimeTicks(chart.from, chart.to, 10);
    addPast(chart, data, words.perUnit());
    addFuture(chart, forecast, words, now);
    addBounds(chart, words);
    addScale(chart);
    return chart;
}

}  // namespace headroom::ui
