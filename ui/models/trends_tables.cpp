// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trends_tables.h"

#include "monitor_core/policy/judging.h"
#include "ui/models/metric_view.h"
#include "ui/models/trends_axis.h"
#include "ui/models/trends_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Trends)
};

constexpr std::size_t kLetters = 26;

/// Of the stretches that touch the range; no seconds where there is none.
MetricStats statsWithin(const std::vector<HistoryPoint>& points, const TrendsRange& range)
{
    MetricStats all;
    double weighted = 0;
    for (const auto& point : points) {
        const double at = secondsOf(point.at);
        if (at + std::chrono::duration<double>(point.length).count() <= range.from()
            || at >= range.to()) {
            continue;
        }
        const auto& stats = point.stats;
        const bool isFirst = all.seconds == 0;
        all.min = isFirst ? stats.min : std::min(all.min, stats.min);
        all.max = isFirst ? stats.max : std::max(all.max, stats.max);
        all.seconds += stats.seconds;
        weighted += stats.mean * stats.seconds;
    }
    if (all.seconds > 0) {
        all.mean = weighted / all.seconds;
    }
    return all;
}

QString unitText(const TrendsWords& words)
{
    return words.metric() == Metric::ConcurrentWrites && words.limit() > 0
        ? Words::tr("of %1").arg(format::number(words.limit(), 0))
        : words.unit();
}

QString alertTitle(const RangeAlert& alert)
{
    const auto metric = metricOf(alert.type);
    return metric ? MetricWords::shortTitle(*metric) : Words::tr("Source");
}

QString alertValue(const RangeAlert& alert, const Snapshot* snapshot)
{
    const auto metric = metricOf(alert.type);
    if (!metric || *metric == Metric::AuditRetention) {
        return {};
    }
    TrendsWords words(snapshot, *metric);
    if (words.thresholds().basis == Basis::OfLimit && words.limit() > 0) {
        return format::percent({ alert.worst / words.limit() });
    }
    return *metric == Metric::ConcurrentWrites ? words.number(alert.worst)
                                               : words.withUnit(alert.worst);
}

QString alertDetail(const RangeAlert& alert, const Snapshot* snapshot, double now)
{
    const double lasted = alert.clearedAt.value_or(now) - alert.raisedAt;
    const QString span = format::duration(std::chrono::seconds(static_cast<qint64>(lasted)));
    const bool isOpen = !alert.clearedAt;
    const auto metric = metricOf(alert.type);
    if (!metric || *metric == Metric::AuditRetention || alert.threshold <= 0) {
        return isOpen ? Words::tr("%1 so far").arg(span) : span;
    }
    TrendsWords words(snapshot, *metric);
    const bool isShare = words.thresholds().basis == Basis::OfLimit && words.limit() > 0;
    const QString bound = isShare             ? format::percent({ alert.threshold / words.limit() })
        : *metric == Metric::ConcurrentWrites ? words.number(alert.threshold)
                                              : words.withUnit(alert.threshold);
    return (isOpen ? Words::tr("%1 so far above %2") : Words::tr("%1 above %2", "time, bound"))
        .arg(span, bound);
}

QString letterOf(std::size_t index)
{
    return index < kLetters ? QString(QChar(static_cast<char16_t>(u'A' + index))) : QString();
}

}  // namespace

TableDisplay makeStatsTable(
    const TrendsData& data, const Snapshot* snapshot, const TrendsRange& range)
{
    TableDisplay table;
    table.title = range.preset() >= 0
        ? trendsPresets()[static_cast<std::size_t>(range.preset())].title()
        : Words::tr("This range");
    table.header = { Words::tr("METRIC"), Words::tr("MIN"), Words::tr("AVG"), Words::tr("MAX") };
    table.strongColumn = 2;
    for (std::size_t i = 0; i < trendsMetrics().size(); ++i) {
        const auto metric = trendsMetrics()[i];
        TrendsWords words(snapshot, metric);
        const auto* points = data.pointsOf(i);
        const auto stats = points != nullptr ? statsWithin(*points, range) : MetricStats {};
        TableDisplay::Row row;
        row.name = metric == Metric::QueryResponse ? Words::tr("Queries") : tabText(metric);
        if (stats.seconds > 0) {
            words.readAt(stats.max);
            row.cells
                = { words.number(stats.min), words.number(stats.mean), words.number(stats.max) };
        } else {
            row.cells = { QStringLiteral("–"), QStringLiteral("–"), QStringLiteral("–") };
        }
        row.unit = unitText(words);
        table.rows.push_back(row);
    }
    return table;
}

TableDisplay makeCrossingTable(const TrendsData& data, const Snapshot* snapshot, SystemTime today)
{
    TableDisplay table;
    table.title = Words::tr("Storage reaches");
    table.header = { Words::tr("LEVEL"), Words::tr("EXPECTED"), Words::tr("80 % RANGE") };
    table.strongColumn = 0;
    const bool isKnown
        = data.forecast && data.forecast->trend != StorageForecast::Trend::NotEnoughHistory;
    if (!isKnown) {
        table.emptyText = data.forecast      ? Words::tr("not enough history")
            : data.forecastProblem.isEmpty() ? Words::tr("asking the history")
                                             : data.forecastProblem;
        return table;
    }
    const TrendsWords words(snapshot, Metric::TotalStorage);
    for (const auto& crossing : data.forecast->crossings) {
        TableDisplay::Row row;
        row.level = words.levelOf(crossing.share.value * words.limit());
        row.name = format::percent(crossing.share);
        const bool isSoon
            = crossing.expected && *crossing.expected - today < std::chrono::hours(48);
        row.cells << (crossing.alreadyThere ? Words::tr("reached")
                : !crossing.expected        ? QStringLiteral("–")
                : isSoon                    ? momentText(secondsOf(*crossing.expected), 86400)
                                            : format::dayMonthYear(*crossing.expected));
        row.cells << (crossing.alreadyThere || !crossing.expected ? QStringLiteral("–")
                                                                  : rangeText(crossing, today));
        table.rows.push_back(row);
    }
    const auto trend = data.forecast->trend;
    table.note = trend == StorageForecast::Trend::Flat ? Words::tr("flat: no date")
        : trend == StorageForecast::Trend::Shrinking   ? Words::tr("shrinking: no date")
                                                       : QString();
    return table;
}

std::vector<RangeAlert> alertsIn(const AlertHistoryAnswer& history, double from, double to)
{
    std::map<std::string, std::size_t> indexOfId;
    std::vector<RangeAlert> all;
    for (const auto& event : history.events) {
        const auto [found, isNew] = indexOfId.try_emplace(event.alertId, all.size());
        if (isNew) {
            RangeAlert alert;
            alert.type = event.type;
            alert.raisedAt = secondsOf(event.at);
            alert.peak = event.level;
            alert.worst = event.value;
            alert.threshold = event.threshold;
            all.push_back(alert);
        }
        auto& alert = all[found->second];
        if (event.kind == AlertEventKind::Cleared) {
            alert.clearedAt = secondsOf(event.at);
        } else if (event.level > alert.peak
            || (event.level == alert.peak && event.value > alert.worst)) {
            alert.threshold = event.level > alert.peak ? event.threshold : alert.threshold;
            alert.peak = event.level;
            alert.worst = event.value;
        }
    }
    all.erase(std::remove_if(all.begin(), all.end(),
                  [&](const RangeAlert& alert) {
                      return alert.raisedAt >= to || (alert.clearedAt && *alert.clearedAt < from);
                  }),
        all.end());
    std::stable_sort(all.begin(), all.end(),
        [](const RangeAlert& a, const RangeAlert& b) { return a.raisedAt < b.raisedAt; });
    return all;
}

MarkListDisplay makeMarkList(
    const TrendsData& data, const Snapshot* snapshot, const TrendsRange& range, double now)
{
    MarkListDisplay list;
    list.title = Words::tr("Alerts in this range");
    if (!data.alerts) {
        list.emptyText
            = data.alertsProblem.isEmpty() ? Words::tr("asking the history") : data.alertsProblem;
        return list;
    }
    const auto alerts = alertsIn(*data.alerts, range.from(), range.to());
    list.note = QString::number(alerts.size());
    list.emptyText = Words::tr("none");
    const bool isYearsBack = now - range.from() > 300 * 86400.0;
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        const auto& alert = alerts[i];
        const auto at = timeAt(alert.raisedAt);
        const QString value = alertValue(alert, snapshot);
        MarkListDisplay::Row row;
        row.letter = letterOf(i);
        row.level = alert.peak;
        row.title
            = value.isEmpty() ? alertTitle(alert) : alertTitle(alert) + QLatin1Char(' ') + value;
        row.detail = alertDetail(alert, snapshot, now);
        const bool isToday = format::localDay(at) == format::localDay(timeAt(now));
        const double ago = now - alert.raisedAt;
        row.time = isToday      ? format::hourMinute(at)
            : ago < 6 * 86400.0 ? format::weekday(at) + QLatin1Char(' ') + format::hourMinute(at)
            : isYearsBack       ? format::dayMonthYear(at)
                                : format::dayAndMonth(at);
        row.at = alert.raisedAt;
        list.rows.push_back(row);
    }
    return list;
}

QVector<TrendFlag> makeFlags(const TrendsData& data, const TrendsRange& range, Metric metric)
{
    QVector<TrendFlag> flags;
    if (!data.alerts) {
        return flags;
    }
    const auto alerts = alertsIn(*data.alerts, range.from(), range.to());
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        const auto& alert = alerts[i];
        if (alert.raisedAt >= range.from()) {  // what began before has no place on the axis
            flags.push_back(
                { alert.raisedAt, alert.peak, letterOf(i), metricOf(alert.type) == metric });
        }
    }
    return flags;
}

}  // namespace headroom::ui
