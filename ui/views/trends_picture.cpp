// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/trends_picture.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QImage>
#include <QPainter>

namespace headroom::ui {

namespace {

constexpr double kMargin = 24;
constexpr double kHeadline = 74;
constexpr double kStripe = 14;

void drawStripes(QPainter& painter, const QRectF& all, const Theme& theme)
{
    QPainterPath frame;
    frame.addRect(all);
    QPainterPath inside;
    inside.addRect(all.adjusted(kStripe, kStripe, -kStripe, -kStripe));
    drawHatch(painter, frame.subtracted(inside), theme.color(Token::Sim), kStripe, 2 * kStripe);
}

/// Returns the room that it took.
double drawSimulationBadge(QPainter& painter, double right, const Theme& theme)
{
    const QFont font = textFont(13, 700);
    const QString word = QStringLiteral("SIMULATION");
    const double width = tabularWidth(font, word) + 20;
    const QRectF badge(right - width, kMargin, width, 26);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Sim));
    painter.drawRoundedRect(badge, 4, 4);
    drawText(painter, badge, Qt::AlignHCenter, word, font, theme.color(Token::OnSim));
    return width + 14;
}

}  // namespace

QImage framedPicture(const QPixmap& cards, const PictureWords& words, const Theme& theme)
{
    const double ratio = cards.devicePixelRatio();
    const QSizeF inner = cards.deviceIndependentSize();
    const QSizeF size(inner.width() + 2 * kMargin, inner.height() + kHeadline + 2 * kMargin);
    QImage image((size * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.color(Token::Bg0));
    image.setText(QStringLiteral("Title"), words.title);
    image.setText(QStringLiteral("Source"), words.source);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all(QPointF(0, 0), size);
    if (words.isSimulated) {
        drawStripes(painter, all, theme);
    }
    double right = size.width() - kMargin;
    if (words.isSimulated) {
        right -= drawSimulationBadge(painter, right, theme);
    }
    const QFont quiet = textFont(13, 400);
    const double sourceWidth = qMin(size.width() / 2, tabularWidth(quiet, words.source) + 2);
    drawLine(painter, { kMargin, kMargin + 24 }, size.width() - sourceWidth - 3 * kMargin,
        QStringLiteral("Headroom · ") + words.title, textFont(22, 650), theme.color(Token::T1));
    drawLine(painter, { kMargin, kMargin + 50 }, size.width() / 2, words.range, textFont(14, 500),
        theme.color(Token::T2));
    drawLine(painter, { right - sourceWidth, kMargin + 24 }, sourceWidth, words.source, quiet,
        theme.color(Token::T2), Qt::AlignRight);
    drawLine(painter, { size.width() / 2, kMargin + 50 }, size.width() / 2 - kMargin, words.made,
        quiet, theme.color(Token::T3), Qt::AlignRight);
    painter.drawPixmap(QPointF(kMargin, kMargin + kHeadline), cards);
    return image;
}

}  // namespace headroom::ui
