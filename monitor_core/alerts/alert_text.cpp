// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace headroom {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEllipsis = "…";

std::string padded(std::int64_t value, int width)
{
    auto digits = std::to_string(value);
    const auto size = static_cast<std::size_t>(width);
    return digits.size() >= size ? digits : std::string(size - digits.size(), '0') + digits;
}

/// Length of the character that begins at `at`; 0 when the bytes there are not UTF-8.
std::size_t characterLength(std::string_view text, std::size_t at) noexcept
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80) {
        return 1;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    const unsigned second = byte(at + 1);
    const bool isOverlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool isOutside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return isOverlong || isOutside ? 0 : length;
}

std::string plainNumber(double value)
{
    char text[64];
    const bool isWhole = value == std::floor(value) || std::abs(value) >= 100;
    std::snprintf(text, sizeof text, isWhole ? "%.0f" : "%.1f", value);
    return text;
}

std::string shareText(double value, double limit)
{
    if (!(limit > 0)) {
        return plainNumber(value);
    }
    char text[64];
    // The small addend takes back what the division lost: 0.7 × 100 must not read 69.9.
    const double percent = std::floor(value / limit * 1000 + 1e-9) / 10;
    std::snprintf(text, sizeof text, "%.1f %% of its limit", percent);
    return text;
}

}  // namespace

std::string rfc3339(SystemTime at)
{
    using namespace std::chrono;
    const auto moment = floor<milliseconds>(at);
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    return padded(static_cast<int>(date.year()), 4) + '-'
        + padded(static_cast<unsigned>(date.month()), 2) + '-'
        + padded(static_cast<unsigned>(date.day()), 2) + 'T' + padded(time.hours().count(), 2) + ':'
        + padded(time.minutes().count(), 2) + ':' + padded(time.seconds().count(), 2) + '.'
        + padded(time.subseconds().count(), 3) + 'Z';
}

std::string clockText(SystemTime at) { return rfc3339(at).substr(11, 8) + 'Z'; }

std::string durationText(std::chrono::nanoseconds duration)
{
    using namespace std::chrono;
    const auto total = std::max<std::int64_t>(0, duration_cast<seconds>(duration).count());
    return std::to_string(total / 3600) + ':' + padded(total / 60 % 60, 2) + ':'
        + padded(total % 60, 2);
}

std::string_view nameOf(AlertType type) noexcept
{
    const auto metric = metricOf(type);
    return metric ? info(*metric).name : std::string_view("Source");
}

std::string valueText(AlertType type, double value, double limit)
{
    switch (type) {
    case AlertType::StorageCapacity:
    case AlertType::ArtifactSize:
    case AlertType::ArtifactCount:
        return shareText(value, limit);
    case AlertType::WriteThroughput:
        return plainNumber(value) + " /s";
    case AlertType::QueryLatency:
        return plainNumber(value) + " ms";
    case AlertType::Source:
        return plainNumber(value) + " s";
    case AlertType::AuditTrail:
        return value > 0 ? "broken" : "verified";
    case AlertType::ConcurrentWrites:
        break;
    }
    return plainNumber(value);
}

bool isUtf8(std::string_view text) noexcept
{
    for (std::size_t at = 0; at < text.size();) {
        const auto length = characterLength(text, at);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

std::string tamed(std::string_view text, std::size_t maxBytes)
{
    std::string result;
    std::size_t cutAt = 0;  // where "…" still finds room
    for (std::size_t at = 0; at < text.size();) {
        const auto length = characterLength(text, at);
        const auto first = static_cast<unsigned char>(text[at]);
        const bool isControl = length == 1 && (first < 0x20 || first == 0x7F);
        const auto piece = length == 0 || isControl ? kReplacement : text.substr(at, length);
        if (result.size() + piece.size() > maxBytes) {
            result.resize(cutAt);
            return result.append(kEllipsis);
        }
        result.append(piece);
        if (result.size() + kEllipsis.size() <= maxBytes) {
            cutAt = result.size();
        }
        at += std::max<std::size_t>(length, 1);
    }
    return result;
}

}  // namespace headroom
