// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"
#include "ui/text/text_style.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>

// Times of day and days of the calendar.

namespace headroom::ui::format {

namespace {

constexpr QChar kMinus(0x2212);

constexpr std::array<const char*, 7> kDays {
    QT_TRANSLATE_NOOP("format", "Sun"),
    QT_TRANSLATE_NOOP("format", "Mon"),
    QT_TRANSLATE_NOOP("format", "Tue"),
    QT_TRANSLATE_NOOP("format", "Wed"),
    QT_TRANSLATE_NOOP("format", "Thu"),
    QT_TRANSLATE_NOOP("format", "Fri"),
    QT_TRANSLATE_NOOP("format", "Sat"),
};
constexpr std::array<const char*, 12> kMonths {
    QT_TRANSLATE_NOOP("format", "Jan"),
    QT_TRANSLATE_NOOP("format", "Feb"),
    QT_TRANSLATE_NOOP("format", "Mar"),
    QT_TRANSLATE_NOOP("format", "Apr"),
    QT_TRANSLATE_NOOP("format", "May"),
    QT_TRANSLATE_NOOP("format", "Jun"),
    QT_TRANSLATE_NOOP("format", "Jul"),
    QT_TRANSLATE_NOOP("format", "Aug"),
    QT_TRANSLATE_NOOP("format", "Sep"),
    QT_TRANSLATE_NOOP("format", "Oct"),
    QT_TRANSLATE_NOOP("format", "Nov"),
    QT_TRANSLATE_NOOP("format", "Dec"),
};

QString said(const char* text) { return QCoreApplication::translate("format", text); }

QString twoDigits(qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

std::time_t secondsOf(SystemTime at)
{
    using std::chrono::floor;
    return static_cast<std::time_t>(floor<std::chrono::seconds>(at).time_since_epoch().count());
}

QString timeText(const std::tm& parts)
{
    return twoDigits(parts.tm_hour) + QLatin1Char(':') + twoDigits(parts.tm_min) + QLatin1Char(':')
        + twoDigits(parts.tm_sec);
}

QString monthText(int month) { return said(kMonths[static_cast<std::size_t>(month)]); }

QString weekdayText(int day) { return said(kDays[static_cast<std::size_t>(day)]); }

QString dayText(int day, int month)
{
    //: A day of a year: %1 is its number, %2 the month: "3 Aug"
    return QCoreApplication::translate("format", "%1 %2").arg(day).arg(monthText(month));
}

}  // namespace

std::tm calendarOf(SystemTime at)
{
    auto seconds = secondsOf(at);
    std::tm parts {};
    const auto& zone = textStyle().zone;
    if (!zone.isValid()) {
        localtime_r(&seconds, &parts);
        return parts;
    }
    const auto ahead = zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC));
    seconds += ahead;
    gmtime_r(&seconds, &parts);
    parts.tm_gmtoff = ahead;
    return parts;
}

SystemTime timeOf(std::tm calendar)
{
    const auto& zone = textStyle().zone;
    if (!zone.isValid()) {
        calendar.tm_isdst = -1;
        return SystemTime(std::chrono::seconds(std::mktime(&calendar)));
    }
    // As if it were UTC, which counts parts beyond their range on.
    const auto plain = QDateTime::fromSecsSinceEpoch(timegm(&calendar), Qt::UTC);
    return SystemTime(
        std::chrono::seconds(QDateTime(plain.date(), plain.time(), zone).toSecsSinceEpoch()));
}

QString localTime(SystemTime at) { return timeText(calendarOf(at)); }

QString hourMinute(SystemTime at) { return localTime(at).left(5); }

QString localDate(SystemTime at)
{
    //: A date: %1 is the day of the week, %2 day and month, %3 the year: "Mon 3 Aug 2026"
    return QCoreApplication::translate("format", "%1 %2 %3")
        .arg(weekday(at), dayAndMonth(at))
        .arg(calendarOf(at).tm_year + 1900);
}

QString weekday(SystemTime at) { return weekdayText(calendarOf(at).tm_wday); }

QString weekdayAndDay(SystemTime at)
{
    //: %1 is the day of the week, %2 day and month: "Mon 3 Aug"
    return QCoreApplication::translate("format", "%1 %2", "weekday")
        .arg(weekday(at), dayAndMonth(at));
}

QString monthName(SystemTime at) { return monthText(calendarOf(at).tm_mon); }

QString dayAndMonth(SystemTime at) { return dayAndMonth(localDay(at)); }

QString dayMonthYear(SystemTime at) { return dayMonthYear(localDay(at)); }

QString dayAndMonth(std::chrono::year_month_day day)
{
    return dayText(static_cast<int>(static_cast<unsigned>(day.day())),
        static_cast<int>(static_cast<unsigned>(day.month())) - 1);
}

QString dayMonthYear(std::chrono::year_month_day day)
{
    //: %1 is day and month, %2 the year: "3 Aug 2026"
    return QCoreApplication::translate("format", "%1 %2", "year")
        .arg(dayAndMonth(day))
        .arg(static_cast<int>(day.year()));
}

QString utcOffset(SystemTime at)
{
    const auto minutes = calendarOf(at).tm_gmtoff / 60;
    const auto size = std::abs(minutes);
    return QStringLiteral("UTC%1%2:%3")
        .arg(minutes < 0 ? kMinus : QLatin1Char('+'))
        .arg(twoDigits(size / 60), twoDigits(size % 60));
}

QString isoLocal(SystemTime at)
{
    const WordsForFile file;
    // A file, not a sentence: the minus of ASCII.
    const QString offset = utcOffset(at).mid(3).replace(kMinus, QLatin1Char('-'));
    return isoDate(localDay(at)) + QLatin1Char('T') + localTime(at) + offset;
}

QString utcTime(SystemTime at)
{
    const auto seconds = secondsOf(at);
    std::tm parts {};
    gmtime_r(&seconds, &parts);
    return timeText(parts) + QStringLiteral(" UTC");
}

QString isoDate(std::chrono::year_month_day day)
{
    return QStringLiteral("%1-%2-%3")
        .arg(static_cast<int>(day.year()), 4, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(day.month()), 2, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(day.day()), 2, 10, QLatin1Char('0'));
}

std::chrono::year_month_day localDay(SystemTime at)
{
    const auto parts = calendarOf(at);
    return std::chrono::year(parts.tm_year + 1900)
        / std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1))
        / std::chrono::day(static_cast<unsigned>(parts.tm_mday));
}

std::chrono::year_month_day machineDay(SystemTime at)
{
    const WordsForFile file;
    return localDay(at);
}

}  // namespace headroom::ui::format
