// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gauge_marks.h"

#include "ui/widgets/gauge_texts.h"
#include "ui/widgets/paint.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

// Shares of the radius: from inside the track's rim to half of its thickness.
constexpr double kNotchInner = 0.69;
constexpr double kNotchOuter = 0.79;
constexpr double kTickOuter = 1.053;
constexpr double kLabelAt = 1.076;
constexpr double kLabelNeedsFraction = 8.0 / 270;  // as thresholds beside the limit

bool isTooNear(double a, double b) { return std::abs(a - b) < kLabelNeedsFraction; }

bool hasRoomForLabel(const GaugeDisplay& display, double fraction)
{
    return !isTooNear(fraction, kLimitFraction)
        && std::none_of(display.ticks.begin(), display.ticks.end(), [&](const GaugeTick& tick) {
               return tick.labelled && isTooNear(fraction, tick.fraction);
           });
}

// Right of the ring the words may go on to the card's edge, left of it they end there.
void paintLabel(QPainter& painter, const GaugeLook& look, const GaugeMark& mark)
{
    const GaugeGeometry gauge(look.layout.centre, look.layout.radius);
    const QFont font = gaugeTexts(look.sizes, look.layout).threshold;
    const double em = font.pixelSize();
    const QPointF at = gauge.at(mark.fraction, kLabelAt + 0.62 * em / gauge.radius());
    const bool isRight = at.x() >= gauge.centre().x();
    const double margin = 4 * look.layout.unit;
    const double room = isRight ? look.layout.card.right() - margin - at.x()
                                : at.x() - margin - look.layout.card.left();
    const QString whole
        = mark.label.isEmpty() ? mark.text : mark.text + QLatin1Char(' ') + mark.label;
    const QString& shown = tabularWidth(font, whole) <= room ? whole : mark.text;
    if (tabularWidth(font, shown) > room) {
        return;
    }
    drawTabular(painter, QPointF(at.x(), at.y() + 0.3636 * em), shown, font,
        look.theme.color(Token::T3), isRight ? Qt::AlignLeft : Qt::AlignRight);
}

}  // namespace

void paintGaugeMarks(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display)
{
    const GaugeGeometry gauge(look.layout.centre, look.layout.radius);
    const double unit = look.layout.unit;
    for (const GaugeMark& mark : display.marks) {
        const QLineF notch(
            gauge.at(mark.fraction, kNotchInner), gauge.at(mark.fraction, kNotchOuter));
        painter.setPen(QPen(look.background, 5 * unit, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(notch);
        painter.setPen(QPen(look.theme.color(Token::T2), 2 * unit, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(notch);
    }
}

void paintGaugeMarkLabels(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display)
{
    if (!look.layout.hasThresholdLabels) {
        return;
    }
    const GaugeGeometry gauge(look.layout.centre, look.layout.radius);
    for (const GaugeMark& mark : display.marks) {
        if (!hasRoomForLabel(display, mark.fraction)) {
            continue;
        }
        painter.setPen(
            QPen(look.theme.color(Token::T3), 2 * look.layout.unit, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(gauge.at(mark.fraction, 1), gauge.at(mark.fraction, kTickOuter));
        paintLabel(painter, look, mark);
    }
}

}  // namespace headroom::ui
