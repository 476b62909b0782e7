// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/forecast_display.h"

#include "ui/models/metric_view.h"

#include <QCoreApplication>

#include <algorithm>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Forecast)
};

using std::chrono::hours;
using std::chrono::nanoseconds;

constexpr hours kSoon { 48 };  // dates nearer than this are times of day

bool isSoon(SystemTime at, SystemTime today) { return at - today < kSoon; }

QString moment(SystemTime at, SystemTime today)
{
    if (isSoon(at, today)) {
        const QString time = format::hourMinute(at);
        return format::localDay(at) == format::localDay(today)
            ? time
            : format::weekday(at) + QLatin1Char(' ') + time;
    }
    return format::dayAndMonth(at);
}

QString exactMoment(SystemTime at, SystemTime today)
{
    return isSoon(at, today) ? moment(at, today) : format::dayMonthYear(at);
}

QString howLong(nanoseconds span) { return format::duration(std::max(span, nanoseconds(0))); }

/// "20 – 90 days": the unit once where it is the same.
QString fromTo(const QString& from, const QString& to)
{
    const auto unitOf = [](const QString& text) { return text.section(QChar(0xA0), 1); };
    const QString first = unitOf(from) == unitOf(to) ? from.section(QChar(0xA0), 0, 0) : from;
    return QStringLiteral("%1 – %2").arg(first, to);
}

/// The range is wider than the way to it: one date would say more than is known.
bool isWide(const Crossing& crossing, SystemTime today)
{
    return !crossing.latest || *crossing.latest - *crossing.earliest > *crossing.expected - today;
}

void addGrowing(ForecastWords& words, const StorageForecast& forecast, SystemTime today)
{
    const auto* next = nextCrossing(forecast);
    if (next == nullptr) {
        const bool isFull = forecast.crossings.back().alreadyThere;
        words.title = isFull ? Words::tr("at its limit") : words.rate;
        words.detail = isFull
            ? words.rate
            : Words::tr("no date: the history is %1 long").arg(howLong(forecast.span));
        return;
    }
    const QString share = format::percent(next->share);
    if (isWide(*next, today)) {
        const QString soonest = howLong(*next->earliest - today);
        words.title = next->latest
            ? Words::tr("%1 in %2").arg(share, fromTo(soonest, howLong(*next->latest - today)))
            : Words::tr("%1 not before %2").arg(share, soonest);
        words.date = rangeText(*next, today);
    } else {
        words.title = Words::tr("%1 in %2").arg(share, howLong(*next->expected - today));
        words.date = exactMoment(*next->expected, today);
    }
    words.detail = words.date + QStringLiteral(" · ") + words.rate;
}

ForecastWords onHold(const MetricView& storage)
{
    ForecastWords words;
    words.truth = Truth::Stale;
    words.title = Words::tr("on hold");
    words.detail = storage.isKnown()
        ? Words::tr("storage unknown since %1").arg(format::localTime(storage.measuredAtUtc()))
        : storage.whyMissing();
    return words;
}

}  // namespace

const Crossing* nextCrossing(const StorageForecast& forecast)
{
    const auto found = std::find_if(forecast.crossings.begin(), forecast.crossings.end(),
        [](const Crossing& crossing) { return !crossing.alreadyThere; });
    const bool hasDate = found != forecast.crossings.end() && found->expected && found->earliest;
    return hasDate ? &*found : nullptr;
}

QString growthText(double bytesPerSecond, nanoseconds horizon)
{
    const bool byDay = horizon >= kSoon;
    const bool byHour = !byDay && horizon >= hours(2);
    const double factor = byDay ? 86400 : byHour ? 3600 : 60;
    const QString per = byDay ? Words::tr("%1/day")
        : byHour              ? Words::tr("%1/h")
                              : Words::tr("%1/min");
    const double amount = bytesPerSecond * factor;
    const QString text = per.arg(format::bytes(amount));
    return amount > 0 ? QLatin1Char('+') + text : text;
}

QString rangeText(const Crossing& crossing, SystemTime today)
{
    if (!crossing.earliest) {
        return {};
    }
    const QString from = moment(*crossing.earliest, today);
    if (!crossing.latest) {
        return Words::tr("from %1").arg(from);
    }
    const QString to = moment(*crossing.latest, today);
    const auto first = format::localDay(*crossing.earliest);
    const auto last = format::localDay(*crossing.latest);
    if (first == last && !isSoon(*crossing.earliest, today)) {
        return to;
    }
    const bool isSameMonth = !isSoon(*crossing.earliest, today) && first.month() == last.month()
        && first.year() == last.year();
    if (isSameMonth) {
        return Words::tr("%1 to %2").arg(static_cast<unsigned>(first.day())).arg(to);
    }
    return first.year() == last.year() || isSoon(*crossing.latest, today)
            || *crossing.latest - today < hours(360 * 24)
        ? Words::tr("%1 to %2").arg(from, to)
        : Words::tr("%1 to %2").arg(from, format::dayMonthYear(*crossing.latest));
}

ForecastWords makeForecastWords(
    const ForecastState& state, const Snapshot* snapshot, SteadyTime now, SystemTime today)
{
    ForecastWords words;
    words.title = QStringLiteral("–");
    words.detail = Words::tr("no data yet");
    if (snapshot == nullptr) {
        return words;
    }
    const MetricView storage(*snapshot, Metric::TotalStorage, now);
    if (!storage.isFresh()) {
        return onHold(storage);
    }
    if (!state.forecast) {
        words.detail = state.problem.isEmpty() ? Words::tr("asking the history") : state.problem;
        return words;
    }
    const auto& forecast = *state.forecast;
    words.truth = Truth::Live;
    if (forecast.trend == StorageForecast::Trend::NotEnoughHistory) {
        words.title = Words::tr("not enough history");
        words.detail = Words::tr("needs 10 min of readings");
        return words;
    }
    const auto* next = nextCrossing(forecast);
    words.rate = growthText(forecast.bytesPerSecond,
        next != nullptr ? nanoseconds(*next->expected - today) : nanoseconds(forecast.span));
    switch (forecast.trend) {
    case StorageForecast::Trend::Flat:
    case StorageForecast::Trend::NotEnoughHistory:
        words.title = Words::tr("flat");
        words.detail = Words::tr("no trend in %1").arg(howLong(forecast.span));
        break;
    case StorageForecast::Trend::Shrinking:
        words.title = Words::tr("shrinking");
        words.detail = words.rate;
        break;
    case StorageForecast::Trend::Growing:
        addGrowing(words, forecast, today);
        break;
    }
    return words;
}

StripCell makeForecastCell(const ForecastWords& words)
{
    StripCell cell;
    cell.label = Words::tr("STORAGE FORECAST");
    cell.value = words.title;
    cell.detail = words.detail;
    cell.truth = words.truth;
    // A forecast has no level, and what has none is not read out as UNKNOWN.
    cell.level = words.truth == Truth::Live ? Level::Green : Level::Unknown;
    return cell;
}

NoteDisplay makeForecastNote(const ForecastWords& words)
{
    NoteDisplay note { QStringLiteral("storage"), words.title, words.detail, words.truth };
    if (words.truth == Truth::Live) {
        note.detail
            = Words::tr("storage · %1").arg(words.date.isEmpty() ? words.detail : words.rate);
    } else {
        note.title = words.truth == Truth::Stale ? Words::tr("Forecast on hold")
                                                 : Words::tr("Storage forecast");
    }
    return note;
}

}  // namespace headroom::ui
