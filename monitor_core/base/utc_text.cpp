// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/utc_text.h"

#include <cstddef>

namespace headroom {

namespace {

void appendDigits(std::string& out, long long value, int width)
{
    std::string digits(static_cast<std::size_t>(width), '0');
    for (auto i = digits.size(); i-- > 0; value /= 10) {
        digits[i] = static_cast<char>('0' + value % 10);
    }
    out += digits;
}

/// The number in `width` digits at `at`, or -1.
int digitsAt(std::string_view text, std::size_t at, std::size_t width)
{
    int value = 0;
    for (std::size_t i = at; i < at + width; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

std::string toUtcText(SystemTime time)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time);
    const auto day = std::chrono::floor<std::chrono::days>(ms);
    const std::chrono::hh_mm_ss clock(ms - day);
    std::string text = toDateText(std::chrono::year_month_day(day));
    text += 'T';
    appendDigits(text, clock.hours().count(), 2);
    text += ':';
    appendDigits(text, clock.minutes().count(), 2);
    text += ':';
    appendDigits(text, clock.seconds().count(), 2);
    text += '.';
    appendDigits(text, clock.subseconds().count(), 3);
    text += 'Z';
    return text;
}

std::optional<SystemTime> parseUtcText(std::string_view text)
{
    constexpr std::string_view kShape = "0000-00-00T00:00:00.000Z";
    if (text.size() != kShape.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        if (kShape[i] != '0' && text[i] != kShape[i]) {
            return std::nullopt;
        }
    }
    const auto date = parseDateText(text.substr(0, 10));
    const int hours = digitsAt(text, 11, 2);
    const int minutes = digitsAt(text, 14, 2);
    const int seconds = digitsAt(text, 17, 2);
    const int millis = digitsAt(text, 20, 3);
    if (!date || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0
        || seconds > 59 || millis < 0) {
        return std::nullopt;
    }
    // Nanoseconds since 1970 in 64 bits reach from 1678 to 2261.
    if (date->year() < std::chrono::year(1678) || date->year() > std::chrono::year(2261)) {
        return std::nullopt;
    }
    return SystemTime(std::chrono::sys_days(*date)) + std::chrono::hours(hours)
        + std::chrono::minutes(minutes) + std::chrono::seconds(seconds)
        + std::chrono::milliseconds(millis);
}

std::string toDateText(std::chrono::year_month_day date)
{
    std::string text;
    appendDigits(text, static_cast<int>(date.year()), 4);
    text += '-';
    appendDigits(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    appendDigits(text, static_cast<unsigned>(date.day()), 2);
    return text;
}

std::optional<std::chrono::year_month_day> parseDateText(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const int year = digitsAt(text, 0, 4);
    const int month = digitsAt(text, 5, 2);
    const int day = digitsAt(text, 8, 2);
    if (year < 0 || month < 0 || day < 0) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date { std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day)) };
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::chrono::year_month_day utcDate(SystemTime time)
{
    return { std::chrono::floor<std::chrono::days>(time) };
}

}  // namespace headroom
