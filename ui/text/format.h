// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/units.h"

#include <QString>

#include <chrono>
#include <ctime>
#include <initializer_list>
#include <optional>
#include <vector>

namespace headroom::ui::format {

// The only place where a quantity becomes words, as textStyle() says: in its units, with its
// decimal sign, on the clock of its zone ("here") unless they say UTC. Numbers have U+2212 for
// minus and no-break spaces between thousands, which no language takes for a decimal sign. Any
// thread.

/// A number that rounding must not reach or cross from the other side: 99.96 % is not yet 100 %.
struct Edge {
    double at = 0;
    bool itselfAbove = true;  ///< `at` itself belongs to the upper side (a >= bound)
};

/// In the unit of the number that is rounded.
using Edges = std::vector<Edge>;

/// `value` with `decimals` digits, or a few more where fewer would put it on the other side of an
/// edge.
[[nodiscard]] double roundedWithin(double value, int decimals, const Edges& edges);
/// Digits after the point that carry meaning for a value of this size: 0.004, 0.42, 4.2, 42.
[[nodiscard]] int sensibleDecimals(double value);

/// "−3", "41 280", "38.8"; zeros behind the point are left out. Groups thousands from `groupFrom`
/// digits on: a limit of 1000 is read faster unbroken.
[[nodiscard]] QString number(
    double value, int decimals, const Edges& edges = {}, int groupFrom = 5);
/// With a sign in front unless it shows as zero: "+24", "−3", "0".
[[nodiscard]] QString signedNumber(double value, int decimals);

/// "38.8 %"; 100 % and 0 % are shown only where that is exact.
[[nodiscard]] QString percent(Ratio share, const Edges& percentEdges = {});

/// "0.5" as it is written here: "0,5". For what people can type again.
[[nodiscard]] QString withDecimalSign(QString plain);
/// A number as people type it: spaces between thousands or none, and either decimal sign, unless it
/// could be one between thousands: where 0,5 is usual, "1.234" is refused. No "inf", no "nan".
[[nodiscard]] std::optional<double> readNumber(QStringView text);

/// The unit in which a quantity of bytes is read: the largest of which there is at least one.
enum class ByteUnit { Byte, Kilobyte, Megabyte, Gigabyte };
[[nodiscard]] ByteUnit byteUnitOf(double bytes);
[[nodiscard]] QString byteUnitName(ByteUnit unit);
[[nodiscard]] double bytesPer(ByteUnit unit);
/// "16 KB", "1000 GB".
[[nodiscard]] QString bytes(double bytes);
/// The unit of 2^10 by a name that nobody here takes for another: "GB", or "GiB" where a GB is not
/// the certificate's. For what is typed, so that a certified figure stays the same.
[[nodiscard]] QString certifiedUnitName(ByteUnit unit);
[[nodiscard]] QString certifiedBytes(double bytes);

/// "0.05", "4.2", "42", "1 240": milliseconds without their unit.
[[nodiscard]] QString milliseconds(double ms, const Edges& msEdges = {});
/// "42 ms", "5 s", "1.5 s": for limits and scales.
[[nodiscard]] QString millisecondsShort(double ms);

/// "42 s", "3 min", "3 h 12 min", "2 days": rounded down.
[[nodiscard]] QString duration(std::chrono::nanoseconds span);
/// "0.2 s ago", "42 s ago", "3 min ago": rounded down; never negative.
[[nodiscard]] QString age(std::chrono::nanoseconds span);
/// "00:42", "12:07", "1:02:03": how long something has lasted, ticking.
[[nodiscard]] QString stopwatch(std::chrono::nanoseconds span);
/// "5:41:18", "0:48", "18:42": hours only where there are any.
[[nodiscard]] QString countdown(std::chrono::nanoseconds span);

/// "14:03:53".
[[nodiscard]] QString localTime(SystemTime at);
/// "14:03".
[[nodiscard]] QString hourMinute(SystemTime at);
/// "Mon 3 Aug 2026".
[[nodiscard]] QString localDate(SystemTime at);
/// "Mon", "Mon 3 Aug", "Aug".
[[nodiscard]] QString weekday(SystemTime at);
[[nodiscard]] QString weekdayAndDay(SystemTime at);
[[nodiscard]] QString monthName(SystemTime at);
/// "13 Sep", "13 Sep 2026".
[[nodiscard]] QString dayAndMonth(SystemTime at);
[[nodiscard]] QString dayMonthYear(SystemTime at);
[[nodiscard]] QString dayAndMonth(std::chrono::year_month_day day);
[[nodiscard]] QString dayMonthYear(std::chrono::year_month_day day);
/// "UTC+02:00": what the clock here is ahead at that time.
[[nodiscard]] QString utcOffset(SystemTime at);
/// "2026-08-03T14:03:53+02:00" on this machine's own clock: for files.
[[nodiscard]] QString isoLocal(SystemTime at);
/// "12:03:53 UTC".
[[nodiscard]] QString utcTime(SystemTime at);
/// "2026-01-19".
[[nodiscard]] QString isoDate(std::chrono::year_month_day day);
/// The calendar day here.
[[nodiscard]] std::chrono::year_month_day localDay(SystemTime at);
/// The same on this machine's own clock: for the names of files.
[[nodiscard]] std::chrono::year_month_day machineDay(SystemTime at);
/// Calendar and clock here; and back, where parts beyond their range (32 May, 25 h) count on, and a
/// time that the clock skips is the one after it.
[[nodiscard]] std::tm calendarOf(SystemTime at);
[[nodiscard]] SystemTime timeOf(std::tm calendar);

/// "1 day", "15 days"; words agree with their number, and are translated if format.cpp lists
/// them.
[[nodiscard]] QString plural(qint64 count, const char* one, const char* many);

}  // namespace headroom::ui::format
