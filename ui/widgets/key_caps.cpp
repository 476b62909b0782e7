// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_caps.h"

#include "ui/widgets/paint.h"

#include <QStringList>
#include <QVector>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr double kHeight = 22;
constexpr double kPadding = 7;
constexpr double kBetween = 4;
constexpr double kBetweenWays = 12;

QFont capFont() { return Theme::font(12, 600); }

double capWidth(const QString& cap)
{
    return std::max(kHeight, textWidth(capFont(), cap) + 2 * kPadding);
}

/// "Ctrl++" is Ctrl and plus.
QStringList capsOf(const QString& way)
{
    QStringList caps = way.split(QLatin1Char('+'), Qt::SkipEmptyParts);
    if (way.endsWith(QLatin1Char('+'))) {
        caps << QStringLiteral("+");
    }
    return caps;
}

}  // namespace

double keyCapsWidth(const QString& keys)
{
    double width = 0;
    for (const auto& way : keys.split(QStringLiteral("  "), Qt::SkipEmptyParts)) {
        width += width > 0 ? kBetweenWays : 0;
        double caps = -kBetween;
        for (const auto& cap : capsOf(way)) {
            caps += capWidth(cap) + kBetween;
        }
        width += caps;
    }
    return width;
}

double drawKeyCaps(QPainter& painter, const Theme& theme, QPointF rightCentre, const QString& keys)
{
    const double width = keyCapsWidth(keys);
    double x = rightCentre.x() - width;
    for (const auto& way : keys.split(QStringLiteral("  "), Qt::SkipEmptyParts)) {
        for (const auto& cap : capsOf(way)) {
            const QRectF box(x, rightCentre.y() - kHeight / 2, capWidth(cap), kHeight);
            painter.setPen(QPen(theme.color(Token::Line2), 1));
            painter.setBrush(theme.color(Token::Bg2));
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
            drawText(painter, box, Qt::AlignHCenter, cap, capFont(), theme.color(Token::T2));
            x += box.width() + kBetween;
        }
        x += kBetweenWays - kBetween;
    }
    return width;
}

}  // namespace headroom::ui
