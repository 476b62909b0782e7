// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trends_range.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

QString TrendsPreset::label() const { return QCoreApplication::translate("Trends", text); }

QString TrendsPreset::title() const { return QCoreApplication::translate("Trends", words); }

const std::vector<TrendsPreset>& trendsPresets()
{
    static const std::vector<TrendsPreset> presets {
        { QT_TRANSLATE_NOOP("Trends", "15 m"), QT_TRANSLATE_NOOP("Trends", "Last 15 min"), 900 },
        { QT_TRANSLATE_NOOP("Trends", "1 h"), QT_TRANSLATE_NOOP("Trends", "Last hour"), 3600 },
        { QT_TRANSLATE_NOOP("Trends", "6 h"), QT_TRANSLATE_NOOP("Trends", "Last 6 h"), 6 * 3600 },
        { QT_TRANSLATE_NOOP("Trends", "24 h"), QT_TRANSLATE_NOOP("Trends", "Last 24 h"), 86400 },
        { QT_TRANSLATE_NOOP("Trends", "7 d"), QT_TRANSLATE_NOOP("Trends", "Last 7 days"),
            7 * 86400 },
        { QT_TRANSLATE_NOOP("Trends", "30 d"), QT_TRANSLATE_NOOP("Trends", "Last 30 days"),
            30 * 86400.0 },
    };
    return presets;
}

void TrendsRange::choose(int preset, double now)
{
    const int last = static_cast<int>(trendsPresets().size()) - 1;
    lastPreset_ = std::clamp(preset, 0, last);
    preset_ = lastPreset_;
    isLive_ = true;
    span_ = trendsPresets()[static_cast<std::size_t>(preset_)].seconds;
    to_ = now;
}

void TrendsRange::place(double to, double span, double now)
{
    span_ = std::clamp(span, kShortest, kLongest);
    isLive_ = to >= now - span_ / 1000;
    to_ = std::min(to, now);
    preset_ = -1;
}

void TrendsRange::show(double from, double to, double now) { place(to, to - from, now); }

void TrendsRange::zoom(double factor, double at, double now)
{
    if (!(factor > 0) || !std::isfinite(factor)) {
        return;
    }
    const double span = std::clamp(span_ * factor, kShortest, kLongest);
    const double share = std::clamp((at - from()) / span_, 0.0, 1.0);
    constexpr double kNearTheEnd = 0.95;
    if (isLive_ && share > kNearTheEnd) {
        place(now, span, now);
    } else {
        place(at + (1 - share) * span, span, now);
    }
}

void TrendsRange::pan(double share, double now) { place(to_ + share * span_, span_, now); }

void TrendsRange::toEnd(double now) { place(now, span_, now); }

void TrendsRange::follow(double now)
{
    if (isLive_ || to_ > now) {  // the clock may have been set back
        to_ = now;
    }
}

double secondsOf(SystemTime at)
{
    return std::chrono::duration<double>(at.time_since_epoch()).count();
}

SystemTime timeAt(double seconds)
{
    return SystemTime(
        std::chrono::duration_cast<SystemTime::duration>(std::chrono::duration<double>(seconds)));
}

std::optional<double> parseLocalTime(const QString& text)
{
    const QString plain = text.simplified();
    for (const auto& form : { QStringLiteral("yyyy-MM-dd HH:mm"),
             QStringLiteral("yyyy-MM-dd HH:mm:ss"), QStringLiteral("yyyy-MM-dd") }) {
        const auto typed = QDateTime::fromString(plain, form);
        if (typed.isValid()) {
            std::tm parts {};
            parts.tm_year = typed.date().year() - 1900;
            parts.tm_mon = typed.date().month() - 1;
            parts.tm_mday = typed.date().day();
            parts.tm_hour = typed.time().hour();
            parts.tm_min = typed.time().minute();
            parts.tm_sec = typed.time().second();
            return secondsOf(format::timeOf(parts));
        }
    }
    return std::nullopt;
}

QString editableTime(double seconds)
{
    const auto at = timeAt(seconds);
    return format::isoDate(format::localDay(at)) + QLatin1Char(' ') + format::hourMinute(at);
}

}  // namespace headroom::ui
