// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

namespace headroom::ui {

// What the trends page shows, ready to paint. Times are seconds since 1970, UTC, as x of a chart.
// Plain values, main thread.

/// What a line of the past is.
enum class TrendRole { P50, P99, P999, Mean };

struct TrendLine {
    TrendRole role = TrendRole::Mean;
    QString name;  ///< "p99", "mean"
    QString lastText;  ///< "42 ms": its newest value in the picture, behind its end
    GappedPoints points;  ///< NaN y where nothing was recorded

    bool operator==(const TrendLine&) const = default;
};

/// A stretch of time.
struct TimeSpan {
    double from = 0;
    double to = 0;

    bool operator==(const TimeSpan&) const = default;
};

/// An alert on the chart.
struct TrendFlag {
    double at = 0;
    Level level = Level::Yellow;
    QString letter;  ///< links to the list
    bool isOfThisMetric = true;

    bool operator==(const TrendFlag&) const = default;
};

/// The big chart.
struct TrendsChartDisplay {
    QString subtitle;  ///< "ms, log scale"
    bool logScale = false;
    double minimum = 0;
    double maximum = 1;
    QVector<AxisTick> yTicks;
    double from = 0;
    double to = 1;
    QVector<AxisTick> xTicks;
    QVector<TrendLine> lines;
    GappedPoints low;  ///< the band around the mean; as many points as high
    GappedPoints high;
    QVector<TimeSpan> gaps;  ///< nothing was recorded
    std::optional<double> limit;
    QString limitText;
    QVector<ChartThreshold> thresholds;
    QVector<TrendFlag> flags;
    QString
        emptyText;  ///< instead of lines: "asking the history", "nothing recorded here", why not
    QString notice;  ///< beside them: "3 damaged rows left out"

    bool operator==(const TrendsChartDisplay&) const = default;
};

/// What stands at one moment of the big chart.
struct TrendsTip {
    struct Row {
        TrendRole role = TrendRole::Mean;
        QString name;
        QString value;
        double y = 0;  ///< where its ring stands; NaN: none

        bool operator==(const Row&) const = default;
    };

    double at = 0;  ///< of the point; seconds since 1970
    QString title;  ///< "Sun 2 Aug, 19:40:14"
    QString chip;  ///< "19:40:14", on the axis
    QVector<Row> rows;  ///< empty in a gap
    Level level = Level::Unknown;
    QStringList foot;  ///< "44 writes", "498 /s", "610.6 GB"; in a gap what it is

    bool operator==(const TrendsTip&) const = default;
};

/// A small table: the first column to the left, the others to the right, the last one bold.
struct TableDisplay {
    struct Row {
        Level level = Level::Unknown;  ///< its shape stands in front, unless Unknown
        QString name;
        QString unit;  ///< quiet, behind the name
        QStringList cells;

        bool operator==(const Row&) const = default;
    };

    QString title;
    QString note;  ///< at the right of the title
    QStringList header;  ///< one more than the cells of a row
    QVector<Row> rows;
    int strongColumn = -1;  ///< of the cells
    QString emptyText;

    bool operator==(const TableDisplay&) const = default;
};

/// The alerts of the range.
struct MarkListDisplay {
    struct Row {
        QString letter;
        Level level = Level::Yellow;
        QString title;  ///< "Latency p99 268 ms"
        QString detail;  ///< "9 min above 200 ms"
        QString time;  ///< "Sun 19:33"
        double at = 0;

        bool operator==(const Row&) const = default;
    };

    QString title;
    QString note;
    QVector<Row> rows;
    QString emptyText;

    bool operator==(const MarkListDisplay&) const = default;
};

/// Where storage is going.
struct ForecastChartDisplay {
    struct Mark {
        double at = 0;
        double value = 0;
        Level level = Level::Yellow;
        QString share;  ///< "70 %"
        QString date;  ///< "13 Sep"

        bool operator==(const Mark&) const = default;
    };

    QString subtitle;  ///< "GB, line through 30 days, +2.1 GB/day"
    double minimum = 0;
    double maximum = 1;
    QVector<AxisTick> yTicks;
    double from = 0;
    double to = 1;
    QVector<AxisTick> xTicks;
    double now = 0;
    GappedPoints past;
    std::optional<QPointF> today;  ///< where the expected line begins
    QString todayText;  ///< "612.4 GB"
    double expectedEnd = 0;  ///< value at `to`
    double lowEnd = 0;  ///< the 80 % cone there
    double highEnd = 0;
    bool hasCone = false;
    QVector<Mark> marks;
    double limit = 0;
    QVector<ChartThreshold> thresholds;
    QStringList thresholdTexts;  ///< "70 %", one a threshold
    QString emptyText;

    bool operator==(const ForecastChartDisplay&) const = default;
};

/// The page.
struct TrendsDisplay {
    int preset = -1;  ///< of trendsPresets(); −1: custom
    QString rangeText;  ///< "Sun 2 Aug 14:04 to Mon 3 Aug 14:04 · one point per minute"
    int metric = 0;  ///< of trendsMetrics()
    bool isLive = true;
    TrendsChartDisplay chart;
    TableDisplay stats;
    ForecastChartDisplay forecast;
    TableDisplay crossings;
    MarkListDisplay alerts;

    bool operator==(const TrendsDisplay&) const = default;
};

}  // namespace headroom::ui
