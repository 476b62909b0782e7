// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/line_text.h"

#include "ui/widgets/paint.h"

#include <QFontMetricsF>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

QFont textFont(double pixelSize, int weight)
{
    QFont font = Theme::font(pixelSize, weight);
    QStringList families = font.families();
    families.removeAll(QStringLiteral("Inter Display"));
    font.setFamilies(families);
    if (pixelSize >= 24) {
        font.setLetterSpacing(QFont::AbsoluteSpacing, -0.01 * pixelSize);
    }
    return font;
}

void drawLine(QPainter& painter, QPointF start, double width, const QString& text,
    const QFont& font, QColor color, Qt::Alignment alignment)
{
    const Qt::Alignment horizontal = alignment & Qt::AlignHorizontal_Mask;
    if (tabularWidth(font, text) <= width + 0.5) {
        const double share = horizontal.testFlag(Qt::AlignRight) ? 1
            : horizontal.testFlag(Qt::AlignHCenter)              ? 0.5
                                                                 : 0;
        drawTabular(
            painter, { start.x() + share * width, start.y() }, text, font, color, horizontal);
        return;
    }
    const QFontMetricsF metrics(font);
    const QRectF rect(start.x(), start.y() - metrics.ascent(), width, metrics.height());
    drawText(painter, rect, horizontal | Qt::AlignTop, text, font, color);
}

void drawMiddle(QPainter& painter, QPointF middle, double width, const QString& text,
    const QFont& font, QColor color, Qt::Alignment alignment)
{
    // Inter's capitals are 0.727 em high.
    drawLine(painter, { middle.x(), middle.y() + 0.3635 * font.pixelSize() }, width, text, font,
        color, alignment);
}

QFont fittedFont(const QFont& font, const QString& text, double width, double smallest)
{
    const double wanted = tabularWidth(font, text);
    if (!(wanted > width) || !(width > 0)) {
        return font;
    }
    QFont fitted = font;
    const double share = std::max(smallest, width / wanted);
    fitted.setPixelSize(std::max(1, static_cast<int>(std::floor(font.pixelSize() * share))));
    return fitted;
}

}  // namespace headroom::ui
