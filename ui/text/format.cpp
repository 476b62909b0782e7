// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>

namespace headroom::ui::format {

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kNoBreakSpace(0x00A0);
constexpr int kExtraDecimals = 3;

double scaleOf(int decimals) { return std::pow(10.0, decimals); }

bool isAbove(double value, Edge edge)
{
    return edge.itselfAbove ? value >= edge.at : value > edge.at;
}

// A rounded number meant to equal an edge may differ from it in the last bits; so may a value that
// was multiplied into another unit, by far less than one byte in 1000 GB.
constexpr double kRoundedSlack = 1e-9;
constexpr double kValueSlack = 1e-13;

double snapped(double value, Edge edge, double slack)
{
    return std::abs(value - edge.at) <= slack * std::max(1.0, std::abs(edge.at)) ? edge.at : value;
}

bool sameSide(double value, double rounded, const Edges& edges)
{
    return std::all_of(edges.begin(), edges.end(), [&](Edge edge) {
        return isAbove(snapped(value, edge, kValueSlack), edge)
            == isAbove(snapped(rounded, edge, kRoundedSlack), edge);
    });
}

QString grouped(QString digits, int groupFrom)
{
    if (digits.size() < groupFrom) {
        return digits;
    }
    for (auto at = digits.size() - 3; at > 0; at -= 3) {
        digits.insert(at, kNoBreakSpace);
    }
    return digits;
}

QString spaced(const QString& text, const char* unit)
{
    return text + kNoBreakSpace + QString::fromLatin1(unit);
}

QString twoDigits(qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

std::time_t secondsOf(SystemTime at)
{
    using std::chrono::floor;
    return static_cast<std::time_t>(floor<std::chrono::seconds>(at).time_since_epoch().count());
}

std::tm localParts(SystemTime at)
{
    const auto seconds = secondsOf(at);
    std::tm parts {};
    localtime_r(&seconds, &parts);
    return parts;
}

QString timeText(const std::tm& parts)
{
    return twoDigits(parts.tm_hour) + QLatin1Char(':') + twoDigits(parts.tm_min) + QLatin1Char(':')
        + twoDigits(parts.tm_sec);
}

}  // namespace

double roundedWithin(double value, int decimals, const Edges& edges)
{
    for (int digits = decimals; digits <= decimals + kExtraDecimals; ++digits) {
        const double scale = scaleOf(digits);
        // The nearest first, then one step to either side: the first that stays where it belongs.
        for (const double step : { 0.0, -1.0, 1.0 }) {
            const double rounded = (std::round(value * scale) + step) / scale;
            if (sameSide(value, rounded, edges)) {
                return rounded;
            }
        }
    }
    return value;
}

int sensibleDecimals(double value)
{
    const double size = std::abs(value);
    if (size == 0 || size >= 9.95) {
        return 0;
    }
    return size >= 0.995 ? 1 : size >= 0.00995 ? 2 : 3;
}

QString number(double value, int decimals, const Edges& edges, int groupFrom)
{
    const double rounded = roundedWithin(value, decimals, edges);
    QString text = QString::number(std::abs(rounded), 'f', decimals + kExtraDecimals);
    auto point = text.indexOf(QLatin1Char('.'));
    while (text.endsWith(QLatin1Char('0'))) {
        text.chop(1);
    }
    if (text.endsWith(QLatin1Char('.'))) {
        text.chop(1);
    }
    point = std::min(point, text.size());
    text = grouped(text.left(point), groupFrom) + text.mid(point);
    const bool isZero = text == QLatin1String("0");
    return rounded < 0 && !isZero ? kMinus + text : text;
}

QString signedNumber(double value, int decimals)
{
    const QString text = number(value, decimals);
    const bool bare = text == QLatin1String("0") || text.startsWith(kMinus);
    return bare ? text : QLatin1Char('+') + text;
}

QString percent(Ratio share, const Edges& percentEdges)
{
    Edges edges = percentEdges;
    // Nothing that is not exactly empty or full may look so.
    for (const double at : { 0.0, 100.0 }) {
        edges.push_back({ at, true });
        edges.push_back({ at, false });
    }
    return spaced(number(share.value * 100, 1, edges), "%");
}

ByteUnit byteUnitOf(double bytes)
{
    for (const auto unit : { ByteUnit::Gigabyte, ByteUnit::Megabyte, ByteUnit::Kilobyte }) {
        if (std::abs(bytes) >= bytesPer(unit)) {
            return unit;
        }
    }
    return ByteUnit::Byte;
}

QString byteUnitName(ByteUnit unit)
{
    static constexpr std::array<const char*, 4> kNames { "B", "KB", "MB", "GB" };
    return QString::fromLatin1(kNames[static_cast<std::size_t>(unit)]);
}

double bytesPer(ByteUnit unit) { return std::pow(1024.0, static_cast<int>(unit)); }

QString bytes(double bytes)
{
    const auto unit = byteUnitOf(bytes);
    const double amount = bytes / bytesPer(unit);
    return number(amount, unit == ByteUnit::Byte ? 0 : sensibleDecimals(amount)) + kNoBreakSpace
        + byteUnitName(unit);
}

QString milliseconds(double ms, const Edges& msEdges)
{
    constexpr int kGroupFrom = 4;
    Edges edges = msEdges;
    edges.push_back({ 0, false });  // a measured latency is not nothing
    return number(ms, sensibleDecimals(ms), edges, kGroupFrom);
}

QString millisecondsShort(double ms)
{
    return ms >= 1000 ? spaced(number(ms / 1000, 1), "s") : spaced(milliseconds(ms), "ms");
}

QString duration(std::chrono::nanoseconds span)
{
    using namespace std::chrono;
    const auto seconds = std::max<qint64>(0, duration_cast<std::chrono::seconds>(span).count());
    if (seconds < 60) {
        return spaced(QString::number(seconds), "s");
    }
    const auto minutes = seconds / 60;
    if (minutes < 60) {
        return spaced(QString::number(minutes), "min");
    }
    if (minutes < 48 * 60) {
        const QString hours = spaced(QString::number(minutes / 60), "h");
        return minutes % 60 == 0
            ? hours
            : hours + QLatin1Char(' ') + spaced(QString::number(minutes % 60), "min");
    }
    return plural(minutes / (24 * 60), "day", "days");
}

QString age(std::chrono::nanoseconds span)
{
    using namespace std::chrono;
    const auto tenths = std::max<qint64>(
        0, duration_cast<std::chrono::duration<qint64, std::deci>>(span).count());
    const QString text = tenths < 100
        ? spaced(QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10), "s")
        : duration(span);
    return text + QStringLiteral(" ago");
}

QString stopwatch(std::chrono::nanoseconds span)
{
    const auto seconds
        = std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(span).count());
    const QString tail = twoDigits(seconds / 60 % 60) + QLatin1Char(':') + twoDigits(seconds % 60);
    return seconds < 3600 ? tail : QString::number(seconds / 3600) + QLatin1Char(':') + tail;
}

QString countdown(std::chrono::nanoseconds span)
{
    const auto seconds
        = std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(span).count());
    if (seconds >= 3600) {
        return stopwatch(span);
    }
    return QString::number(seconds / 60) + QLatin1Char(':') + twoDigits(seconds % 60);
}

QString localTime(SystemTime at) { return timeText(localParts(at)); }

QString localDate(SystemTime at)
{
    static constexpr std::array<const char*, 7> kDays { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri",
        "Sat" };
    static constexpr std::array<const char*, 12> kMonths { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    const auto parts = localParts(at);
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QString::fromLatin1(kDays[static_cast<std::size_t>(parts.tm_wday)]))
        .arg(parts.tm_mday)
        .arg(QString::fromLatin1(kMonths[static_cast<std::size_t>(parts.tm_mon)]))
        .arg(parts.tm_year + 1900);
}

QString dayMonthYear(SystemTime at) { return localDate(at).section(QLatin1Char(' '), 1); }

QString dayAndMonth(SystemTime at) { return localDate(at).section(QLatin1Char(' '), 1, 2); }

QString utcOffset(SystemTime at)
{
    const auto minutes = localParts(at).tm_gmtoff / 60;
    const auto size = std::abs(minutes);
    return QStringLiteral("UTC%1%2:%3")
        .arg(minutes < 0 ? kMinus : QLatin1Char('+'))
        .arg(twoDigits(size / 60), twoDigits(size % 60));
}

QString isoLocal(SystemTime at)
{
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
    const auto parts = localParts(at);
    return std::chrono::year(parts.tm_year + 1900)
        / std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1))
        / std::chrono::day(static_cast<unsigned>(parts.tm_mday));
}

QString plural(qint64 count, const char* one, const char* many)
{
    return spaced(number(static_cast<double>(count), 0), count == 1 ? one : many);
}

}  // namespace headroom::ui::format
