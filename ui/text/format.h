// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/units.h"

#include <QString>

#include <chrono>
#include <initializer_list>
#include <vector>

namespace headroom::ui::format {

// The only place where a quantity becomes words. English and the same under every locale; times are
// local unless they say UTC. Numbers have U+2212 for minus and no-break spaces between thousands.

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

/// The unit in which a quantity of bytes is read: the largest of which there is at least one.
enum class ByteUnit { Byte, Kilobyte, Megabyte, Gigabyte };
[[nodiscard]] ByteUnit byteUnitOf(double bytes);
[[nodiscard]] QString byteUnitName(ByteUnit unit);
[[nodiscard]] double bytesPer(ByteUnit unit);
/// "16 KB", "1000 GB".
[[nodiscard]] QString bytes(double bytes);

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
/// "Mon 3 Aug 2026".
[[nodiscard]] QString localDate(SystemTime at);
/// "13 Sep", "13 Sep 2026".
[[nodiscard]] QString dayAndMonth(SystemTime at);
[[nodiscard]] QString dayMonthYear(SystemTime at);
/// "UTC+02:00": what the clock here is ahead at that time.
[[nodiscard]] QString utcOffset(SystemTime at);
/// "2026-08-03T14:03:53+02:00".
[[nodiscard]] QString isoLocal(SystemTime at);
/// "12:03:53 UTC".
[[nodiscard]] QString utcTime(SystemTime at);
/// "2026-01-19".
[[nodiscard]] QString isoDate(std::chrono::year_month_day day);
/// The calendar day here.
[[nodiscard]] std::chrono::year_month_day localDay(SystemTime at);

/// "1 day", "15 days"; words agree with their number.
[[nodiscard]] QString plural(qint64 count, const char* one, const char* many);

}  // namespace headroom::ui::format
