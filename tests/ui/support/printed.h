// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

#include <QString>
#include <QStringList>

namespace headroom::ui {

// Displays as text that a person can read and a test can compare.

inline QString plain(QString text)
{
    return text.replace(QChar(0xA0), QLatin1Char(' ')).replace(QChar(0x2212), QLatin1Char('-'));
}

inline QString word(Truth truth)
{
    static constexpr const char* kWords[] = { "live", "late", "stale", "no data" };
    return QString::fromLatin1(kWords[static_cast<int>(truth)]);
}

inline QString word(Level level) { return QString::fromStdString(std::string(toString(level))); }

inline QString word(TrendArrow arrow)
{
    static constexpr const char* kWords[] = { "", "flat", "up", "steep up", "down", "steep down" };
    return QString::fromLatin1(kWords[static_cast<int>(arrow)]);
}

inline QString printed(const BannerDisplay& banner)
{
    return plain(QStringLiteral("%1 %2 %3| %4 | %5")
                     .arg(word(banner.truth), word(banner.level),
                         banner.staleFor.isEmpty() ? QString() : banner.staleFor + QLatin1Char(' '),
                         banner.title, banner.detail));
}

inline QString printed(const GateDisplay& gate)
{
    return plain(QStringLiteral("%1 | %2").arg(gate.title, gate.detail));
}

/// "34 of 100 | LIMIT 100 | live GREEN | 17 to YELLOW | HEADROOM 66 %".
inline QString printed(const GaugeDisplay& gauge)
{
    QStringList parts;
    parts << QStringLiteral("%1 %2").arg(gauge.valueText, gauge.unitText).trimmed();
    parts << gauge.limitWord + QLatin1Char(' ') + gauge.limitText;
    parts << word(gauge.truth) + QLatin1Char(' ') + word(gauge.level);
    if (!gauge.nextText.isEmpty()) {
        parts << (gauge.nextLevel == Level::Unknown
                ? gauge.nextText
                : gauge.nextText + QLatin1Char(' ') + word(gauge.nextLevel));
    }
    parts << gauge.headroomLabel + QLatin1Char(' ') + gauge.headroomText;
    if (!gauge.trendText.isEmpty()) {
        parts << QStringLiteral("%1 %2 in %3")
                     .arg(word(gauge.trendArrow), gauge.trendText, gauge.trendWindow);
    }
    if (!gauge.lastTimeText.isEmpty()) {
        parts << QStringLiteral("was %1, last %2").arg(word(gauge.wasLevel), gauge.lastTimeText);
    }
    if (!gauge.reason.isEmpty()) {
        parts << gauge.reason;
    }
    return plain(parts.join(QStringLiteral(" | ")));
}

/// "51* 76 (100)": lit ones with a star, those without room in brackets.
inline QString printedTicks(const GaugeDisplay& gauge)
{
    QStringList parts;
    for (const auto& tick : gauge.ticks) {
        const QString text = tick.text + (tick.lit ? QStringLiteral("*") : QString());
        parts << (tick.labelled ? text : QLatin1Char('(') + text + QLatin1Char(')'));
    }
    return plain(parts.join(QLatin1Char(' ')));
}

inline QString printed(const StripCell& cell)
{
    QString text = QStringLiteral("%1: %2 %3").arg(cell.label, cell.value, cell.unit).trimmed();
    if (!cell.detail.isEmpty()) {
        text += QStringLiteral(" | ") + cell.detail;
    }
    return plain(text);
}

}  // namespace headroom::ui
