// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gauge_words.h"

#include "ui/widgets/gauge_card.h"
#include "ui/widgets/paint.h"

#include <QStringList>

namespace headroom::ui {

namespace {

// Screen readers spell words in capitals.
QString spoken(const QString& label)
{
    const QString some = label.left(kLongestText);
    return some == some.toUpper() ? some.toLower() : some;
}

QString joined(const QStringList& parts, const QString& separator)
{
    QStringList filled;
    for (const QString& part : parts) {
        if (const QString trimmed = part.left(kLongestText).trimmed(); !trimmed.isEmpty()) {
            filled << trimmed;
        }
    }
    return filled.join(separator).left(kLongestText);
}

QString pair(const QString& a, const QString& b) { return joined({ a, b }, QStringLiteral(" ")); }

}  // namespace

QString gaugeName(const GaugeDisplay& display)
{
    QStringList parts { display.title, levelWord(display.level, display.truth) };
    if (display.truth != Truth::NoData) {
        parts << pair(display.valueText, display.unitText)
              << pair(spoken(display.headroomLabel), display.headroomText);
    }
    return joined(parts, QStringLiteral(", "));
}

QString gaugeDescription(const GaugeDisplay& display)
{
    QStringList parts;
    if (display.truth == Truth::NoData) {
        parts << display.reason << display.sourceText;
        return joined(parts, QStringLiteral(", "));
    }
    if (display.truth != Truth::Live && !display.lastTimeText.isEmpty()) {
        parts << GaugeCard::tr("last %1").arg(display.lastTimeText);
    }
    if (display.truth == Truth::Stale) {
        if (display.wasLevel != Level::Unknown) {
            parts << GaugeCard::tr("was %1").arg(levelWord(display.wasLevel, Truth::Live));
        }
        return joined(parts, QStringLiteral(", "));
    }
    parts << (display.nextLevel == Level::Unknown
            ? display.nextText
            : pair(display.nextText, levelWord(display.nextLevel, Truth::Live)));
    if (!display.trendText.isEmpty()) {
        parts << pair(display.trendText, display.trendWindow);
    }
    if (display.unacknowledged) {
        parts << GaugeCard::tr("not acknowledged");
    } else if (!display.acknowledgedText.isEmpty()) {
        parts << GaugeCard::tr("acknowledged %1").arg(display.acknowledgedText);
    }
    parts << display.note.split(QLatin1Char('\n'));
    return joined(parts, QStringLiteral(", "));
}

}  // namespace headroom::ui
