// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trends_axis.h"

#include "ui/models/trends_range.h"
#include "ui/text/format.h"

#include <cmath>
#include <ctime>

namespace headroom::ui {

namespace {

constexpr double kHour = 3600;
constexpr double kDay = 86400;

/// A step of a calendar, so that ticks stay round where the clock is set twice a year.
struct Step {
    enum class Kind { Seconds, Hours, Days, Months } kind;
    int count;
    double seconds;  ///< about
};

constexpr Step kSteps[] = {
    { Step::Kind::Seconds, 10, 10 },
    { Step::Kind::Seconds, 30, 30 },
    { Step::Kind::Seconds, 60, 60 },
    { Step::Kind::Seconds, 120, 120 },
    { Step::Kind::Seconds, 300, 300 },
    { Step::Kind::Seconds, 600, 600 },
    { Step::Kind::Seconds, 900, 900 },
    { Step::Kind::Seconds, 1800, 1800 },
    { Step::Kind::Hours, 1, kHour },
    { Step::Kind::Hours, 2, 2 * kHour },
    { Step::Kind::Hours, 3, 3 * kHour },
    { Step::Kind::Hours, 6, 6 * kHour },
    { Step::Kind::Hours, 12, 12 * kHour },
    { Step::Kind::Days, 1, kDay },
    { Step::Kind::Days, 2, 2 * kDay },
    { Step::Kind::Days, 5, 5 * kDay },
    { Step::Kind::Months, 1, 30.4 * kDay },
    { Step::Kind::Months, 3, 91 * kDay },
    { Step::Kind::Months, 6, 182 * kDay },
    { Step::Kind::Months, 12, 365 * kDay },
};

std::tm localParts(double seconds) { return format::calendarOf(timeAt(std::floor(seconds))); }

double secondsOfParts(const std::tm& parts) { return secondsOf(format::timeOf(parts)); }

/// The first tick at or before `from`.
std::tm firstTick(double from, const Step& step)
{
    std::tm parts = localParts(from);
    switch (step.kind) {
    case Step::Kind::Seconds: {
        const int second = parts.tm_min * 60 + parts.tm_sec;
        parts.tm_min = 0;
        parts.tm_sec = second / step.count * step.count;
        return parts;
    }
    case Step::Kind::Hours:
        parts.tm_hour = parts.tm_hour / step.count * step.count;
        break;
    case Step::Kind::Days:
        parts.tm_hour = 0;
        parts.tm_mday = (parts.tm_mday - 1) / step.count * step.count + 1;
        break;
    case Step::Kind::Months:
        parts.tm_hour = 0;
        parts.tm_mday = 1;
        parts.tm_mon = parts.tm_mon / step.count * step.count;
        break;
    }
    parts.tm_min = 0;
    parts.tm_sec = 0;
    return parts;
}

/// The next tick. `parts` keeps its own hours and days instead of those of mktime(), so that a
/// clock that is set in between does not shift all that follow.
void advance(std::tm& parts, const Step& step)
{
    switch (step.kind) {
    case Step::Kind::Seconds:
        parts.tm_sec += step.count;
        break;
    case Step::Kind::Hours:
        parts.tm_hour += step.count;
        break;
    case Step::Kind::Days:
        parts.tm_mday += step.count;
        // Every month begins anew, and a lonely 31st would stand on the 1st.
        if (step.count > 1 && parts.tm_mday > 31 - step.count / 2) {
            parts.tm_mday = 1;
            parts.tm_mon += 1;
        }
        break;
    case Step::Kind::Months:
        parts.tm_mon += step.count;
        break;
    }
}

const Step& stepFor(double span, int most)
{
    for (const auto& step : kSteps) {
        if (span / step.seconds <= most) {
            return step;
        }
    }
    return *(std::end(kSteps) - 1);
}

QString clock(double at, bool withSeconds)
{
    return withSeconds ? format::localTime(timeAt(at)) : format::hourMinute(timeAt(at));
}

QString dayName(double at) { return format::weekday(timeAt(at)); }

QString tickText(double at, const Step& step)
{
    const auto parts = localParts(at);
    const bool isMidnight = parts.tm_hour == 0 && parts.tm_min == 0 && parts.tm_sec == 0;
    switch (step.kind) {
    case Step::Kind::Seconds:
    case Step::Kind::Hours: {
        const QString time = clock(at, step.seconds < 60);
        return isMidnight ? dayName(at) + QLatin1Char(' ') + time : time;
    }
    case Step::Kind::Days:
        return format::dayAndMonth(timeAt(at));
    case Step::Kind::Months:
        break;
    }
    const QString month = format::monthName(timeAt(at));
    return parts.tm_mon == 0 ? month + QLatin1Char(' ') + QString::number(parts.tm_year + 1900)
                             : month;
}

QString endText(double at, double span, bool isFirst)
{
    if (span <= 2 * kDay) {
        const QString time = clock(at, span <= 600);
        return isFirst ? dayName(at) + QLatin1Char(' ') + time : time;
    }
    return span <= 10 * kDay ? dayName(at) + QLatin1Char(' ') + clock(at, false)
        : span <= 300 * kDay ? format::dayAndMonth(timeAt(at))
                             : format::dayMonthYear(timeAt(at));
}

}  // namespace

QVector<AxisTick> roundTimeTicks(double from, double to, int most)
{
    QVector<AxisTick> ticks;
    if (!(to > from)) {
        return ticks;
    }
    const auto& step = stepFor(to - from, most);
    auto parts = firstTick(from, step);
    constexpr int kNever = 1000;  // a calendar that stands still must not hang the window
    for (int i = 0; i < kNever; ++i) {
        const double at = secondsOfParts(parts);
        if (at > to) {
            break;
        }
        if (at >= from && (ticks.isEmpty() || at > ticks.last().value)) {
            ticks.push_back({ at, tickText(at, step) });
        }
        advance(parts, step);
    }
    return ticks;
}

QVector<AxisTick> timeTicks(double from, double to, int most)
{
    auto ticks = roundTimeTicks(from, to, most);
    ticks.removeIf([&](const AxisTick& tick) { return tick.value == from || tick.value == to; });
    ticks.push_front({ from, endText(from, to - from, true) });
    ticks.push_back({ to, endText(to, to - from, false) });
    return ticks;
}

double roundUp(double value)
{
    if (!(value > 0) || !std::isfinite(value)) {
        return 1;
    }
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : { 1.0, 2.0, 2.5, 5.0, 10.0 }) {
        if (factor * power >= value * (1 - 1e-9)) {
            return factor * power;
        }
    }
    return 10 * power;
}

QVector<AxisTick> linearTicks(
    double low, double high, int wanted, const std::function<QString(double)>& text)
{
    QVector<AxisTick> ticks;
    if (!(high > low) || wanted < 1) {
        return ticks;
    }
    const double step = roundUp((high - low) / wanted);
    for (double at = std::ceil(low / step - 1e-9) * step; at <= high * (1 + 1e-9); at += step) {
        ticks.push_back({ at, text(at) });
    }
    return ticks;
}

QString momentText(double at, double span)
{
    return format::weekdayAndDay(timeAt(at)) + QLatin1Char(' ') + clock(at, span <= 600);
}

QString fullMomentText(double at)
{
    return format::weekdayAndDay(timeAt(at)) + QStringLiteral(", ") + format::localTime(timeAt(at));
}

}  // namespace headroom::ui
