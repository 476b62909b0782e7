// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fleet_words.h"

#include "monitor_core/metrics/catalog.h"
#include "ui/text/format.h"
#include "ui/text/visible_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FleetWords)
};

/// How a limit is called here and where its reading comes from.
struct LimitWords {
    Metric metric;
    FleetColumn column;
    const char* title;
    const char* reading;
    const char* limit;
};

constexpr LimitWords kLimits[] = {
    { Metric::ConcurrentWrites, FleetColumn::Writes, QT_TRANSLATE_NOOP("FleetWords", "Writes"),
        "headroom_concurrent_writes", "headroom_concurrent_writes_limit" },
    { Metric::TotalStorage, FleetColumn::Storage, QT_TRANSLATE_NOOP("FleetWords", "Storage"),
        "headroom_storage_used_bytes", "headroom_storage_limit_bytes" },
    { Metric::WriteThroughput, FleetColumn::Throughput,
        QT_TRANSLATE_NOOP("FleetWords", "Throughput"), "headroom_writes_per_second",
        "headroom_writes_per_second_limit" },
    { Metric::QueryResponse, FleetColumn::Latency, QT_TRANSLATE_NOOP("FleetWords", "Latency p99"),
        "headroom_query_latency_window_seconds", "headroom_query_latency_limit_seconds" },
    { Metric::ArtifactSize, FleetColumn::Size, QT_TRANSLATE_NOOP("FleetWords", "Artifact size"),
        "headroom_artifact_size_bytes", "headroom_artifact_size_limit_bytes" },
    { Metric::ArtifactCount, FleetColumn::Count, QT_TRANSLATE_NOOP("FleetWords", "Artifacts"),
        "headroom_artifacts", "headroom_artifacts_limit" },
};

const LimitWords* limitOf(const QString& key)
{
    const auto metric = metricFromKey(key.toStdString());
    for (const auto& words : kLimits) {
        if (metric && words.metric == *metric) {
            return &words;
        }
    }
    return nullptr;
}

QString quantity(Metric metric, double value)
{
    switch (metric) {
    case Metric::TotalStorage:
    case Metric::ArtifactSize:
        return format::bytes(value);
    case Metric::QueryResponse:
        return format::millisecondsShort(value * 1000);
    case Metric::WriteThroughput:
        return QStringLiteral("%1 /s").arg(format::number(value, format::sensibleDecimals(value)));
    default:
        return format::number(value, 0);
    }
}

/// "Writes 104 of 100", or by its share where the reading is not there.
QString limitText(const FleetRow& row, const QString& key, double headroom)
{
    const auto* words = limitOf(key);
    if (words == nullptr) {
        return visibleText(key, 60) + QLatin1Char(' ') + format::percent({ 1 - headroom });
    }
    const auto title = Words::tr(words->title);
    const auto reading = row.readings.find(QLatin1String(words->reading));
    const auto limit = row.readings.find(QLatin1String(words->limit));
    if (reading == row.readings.end() || limit == row.readings.end()) {
        return Words::tr("%1 %2 of its limit").arg(title, format::percent({ 1 - headroom }));
    }
    return Words::tr("%1 %2 of %3", "limit, reading, its maximum")
        .arg(title, quantity(words->metric, *reading), quantity(words->metric, *limit));
}

QString sinceText(const FleetRow& row, SystemTime now)
{
    if (!row.lastHeard || *row.lastHeard < 0 || *row.lastHeard > 1e11) {
        return Words::tr("its scrape fails; nothing was heard for a day");
    }
    const SystemTime at { std::chrono::duration_cast<SystemTime::duration>(
        std::chrono::duration<double>(*row.lastHeard)) };
    const bool isToday = format::localDay(at) == format::localDay(now);
    return isToday ? Words::tr("no data since %1").arg(format::localTime(at))
                   : Words::tr("no data since %1 of %2", "time, day")
                         .arg(format::localTime(at), format::dayAndMonth(at));
}

QString worstText(const FleetRow& row, SystemTime now)
{
    if (row.state == FleetState::Stale) {
        return sinceText(row, now);
    }
    if (row.headroom.empty()) {
        return Words::tr("nothing fresh is measured there");
    }
    const auto& [key, headroom] = row.headroom.front();
    QString text = limitText(row, key, headroom);
    if (row.gate == QLatin1String("PAUSED")) {
        text = Words::tr("%1, paused 429").arg(text);
    } else if (row.gate == QLatin1String("HALTED")) {
        text = Words::tr("%1, halted 503").arg(text);
    }
    return row.state == FleetState::Green ? Words::tr("least: %1").arg(text) : text;
}

}  // namespace

QString fleetWord(FleetState state)
{
    switch (state) {
    case FleetState::Red:
        return QStringLiteral("RED");
    case FleetState::Orange:
        return QStringLiteral("ORANGE");
    case FleetState::Yellow:
        return QStringLiteral("YELLOW");
    case FleetState::Stale:
        return QStringLiteral("STALE");
    case FleetState::Unknown:
        return Words::tr("NO DATA");
    case FleetState::Green:
        return QStringLiteral("GREEN");
    }
    return {};
}

FleetRowText fleetRowText(const FleetRow& row, SystemTime now)
{
    FleetRowText made;
    made.isKnown = true;
    made.instance = row.instance;
    made.state = row.state;
    const auto at = [&](FleetColumn column) -> QString& {
        return made.text[static_cast<std::size_t>(column)];
    };
    at(FleetColumn::Level) = fleetWord(row.state);
    at(FleetColumn::Depository) = visibleText(row.name, 200);
    at(FleetColumn::Worst) = worstText(row, now);
    for (const auto& words : kLimits) {
        at(words.column) = QStringLiteral("–");
    }
    at(FleetColumn::Headroom) = QStringLiteral("–");
    if (row.state == FleetState::Stale) {
        return made;  // what it had is not what it has
    }
    for (const auto& [key, headroom] : row.headroom) {
        if (const auto* words = limitOf(key)) {
            at(words->column) = format::percent({ headroom });
        }
    }
    if (!row.headroom.empty()) {
        at(FleetColumn::Headroom) = format::percent({ row.headroom.front().second });
    }
    return made;
}

QString fleetTitle(const FleetPicture& picture)
{
    const auto of
        = [&](FleetState state) { return picture.counts[static_cast<std::size_t>(state)]; };
    if (picture.all == 0) {
        return Words::tr("This server knows no depository");
    }
    const int over = of(FleetState::Red) + of(FleetState::Orange);
    const int quiet = of(FleetState::Stale) + of(FleetState::Unknown);
    const QString all = format::plural(picture.all, "depository", "depositories");
    if (over > 0) {
        return (
            over == 1 ? Words::tr("%1 of %2 needs somebody") : Words::tr("%1 of %2 need somebody"))
            .arg(format::number(over, 0), all);
    }
    if (quiet > 0) {
        return Words::tr("%1 of %2 cannot be seen").arg(format::number(quiet, 0), all);
    }
    return picture.all == 1
        ? Words::tr("The one depository has headroom")
        : Words::tr("All %1 depositories have headroom").arg(format::number(picture.all, 0));
}

}  // namespace headroom::ui
