// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include "ui/text/text_style.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

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

/// What plural() is asked to count, so that lupdate finds it; each in one and in many.
[[maybe_unused]] constexpr const char* kCounted[] {
    QT_TRANSLATE_NOOP("format", "day"),
    QT_TRANSLATE_NOOP("format", "days"),
    QT_TRANSLATE_NOOP("format", "month"),
    QT_TRANSLATE_NOOP("format", "months"),
    QT_TRANSLATE_NOOP("format", "alert"),
    QT_TRANSLATE_NOOP("format", "alerts"),
    QT_TRANSLATE_NOOP("format", "active alert"),
    QT_TRANSLATE_NOOP("format", "active alerts"),
    QT_TRANSLATE_NOOP("format", "artifact"),
    QT_TRANSLATE_NOOP("format", "artifacts"),
    QT_TRANSLATE_NOOP("format", "damaged row"),
    QT_TRANSLATE_NOOP("format", "damaged rows"),
    QT_TRANSLATE_NOOP("format", "depository"),
    QT_TRANSLATE_NOOP("format", "depositories"),
    QT_TRANSLATE_NOOP("format", "entry"),
    QT_TRANSLATE_NOOP("format", "entries"),
    QT_TRANSLATE_NOOP("format", "error"),
    QT_TRANSLATE_NOOP("format", "errors"),
    QT_TRANSLATE_NOOP("format", "value"),
    QT_TRANSLATE_NOOP("format", "values"),
};

QString said(const char* text) { return QCoreApplication::translate("format", text); }

constexpr std::array<std::array<const char*, 4>, 3> kSizeNames { {
    { "B", "KB", "MB", "GB" },
    { "B", "KiB", "MiB", "GiB" },
    { "B", "kB", "MB", "GB" },
} };

QString sizeName(SizeUnits units, ByteUnit unit)
{
    return QString::fromLatin1(
        kSizeNames[static_cast<std::size_t>(units)][static_cast<std::size_t>(unit)]);
}

QString amountOf(double bytes, ByteUnit unit, double perUnit, const QString& name)
{
    const double amount = bytes / perUnit;
    return number(amount, unit == ByteUnit::Byte ? 0 : sensibleDecimals(amount)) + kNoBreakSpace
        + name;
}

ByteUnit largestWithin(double bytes, double step)
{
    for (const auto unit : { ByteUnit::Gigabyte, ByteUnit::Megabyte, ByteUnit::Kilobyte }) {
        if (std::abs(bytes) >= std::pow(step, static_cast<int>(unit))) {
            return unit;
        }
    }
    return ByteUnit::Byte;
}

constexpr double kCertifiedStep = 1024;

double stepOf(SizeUnits units) { return units == SizeUnits::Decimal ? 1000 : kCertifiedStep; }

}  // namespace

QString withDecimalSign(QString plain)
{
    return plain.replace(QLatin1Char('.'), textStyle().decimalSign);
}

std::optional<double> readNumber(QStringView text)
{
    const QChar sign = textStyle().decimalSign;
    const QChar other = sign == QLatin1Char('.') ? QLatin1Char(',') : QLatin1Char('.');
    QString digits;
    for (const QChar c : text.trimmed()) {
        if (!c.isSpace()) {  // between thousands, of whatever width
            digits += c;
        }
    }
    if (const auto at = digits.indexOf(other); at >= 0) {
        // "1,234" is a thousand to some: nobody is to get another number than they meant.
        const bool mayBeThousands
            = digits.size() - at == 4 && at <= 3 && !digits.startsWith(QLatin1Char('0'));
        if (digits.contains(sign) || mayBeThousands) {
            return std::nullopt;
        }
        digits[at] = QLatin1Char('.');
    }
    digits.replace(sign, QLatin1Char('.'));
    const bool isPlain = std::all_of(digits.begin(), digits.end(), [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            || QStringView(u".+-eE").contains(c);
    });
    bool isNumber = false;
    const double value = digits.toDouble(&isNumber);
    return isPlain && isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

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
    text = grouped(text.left(point), groupFrom) + withDecimalSign(text.mid(point));
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

ByteUnit byteUnitOf(double bytes) { return largestWithin(bytes, stepOf(textStyle().sizes)); }

QString byteUnitName(ByteUnit unit) { return sizeName(textStyle().sizes, unit); }

double bytesPer(ByteUnit unit)
{
    return std::pow(stepOf(textStyle().sizes), static_cast<int>(unit));
}

QString bytes(double bytes)
{
    const auto unit = byteUnitOf(bytes);
    return amountOf(bytes, unit, bytesPer(unit), byteUnitName(unit));
}

QString certifiedUnitName(ByteUnit unit)
{
    const bool isUsual = textStyle().sizes == SizeUnits::Certified;
    return sizeName(isUsual ? SizeUnits::Certified : SizeUnits::Binary, unit);
}

QString certifiedBytes(double bytes)
{
    const auto unit = largestWithin(bytes, kCertifiedStep);
    return amountOf(
        bytes, unit, std::pow(kCertifiedStep, static_cast<int>(unit)), certifiedUnitName(unit));
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
        ? spaced(withDecimalSign(QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10)), "s")
        : duration(span);
    //: A span of time: "42 s ago"
    return QCoreApplication::translate("format", "%1 ago").arg(text);
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

QString plural(qint64 count, const char* one, const char* many)
{
    // What is counted, one and many, is translated where it is listed.
    return number(static_cast<double>(count), 0) + kNoBreakSpace + said(count == 1 ? one : many);
}

}  // namespace headroom::ui::format
