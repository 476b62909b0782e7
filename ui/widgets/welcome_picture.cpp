// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/welcome_picture.h"

#include "ui/text/format.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/paint.h"

namespace headroom::ui {

namespace {

struct Example {
    const char* name;  ///< to be translated
    double used;  ///< share of the limit
};

constexpr Example kExamples[]
    = { { QT_TRANSLATE_NOOP("headroom::ui::WelcomePicture", "Writes"), 0.34 },
          { QT_TRANSLATE_NOOP("headroom::ui::WelcomePicture", "Storage"), 0.612 },
          { QT_TRANSLATE_NOOP("headroom::ui::WelcomePicture", "Throughput"), 0.312 },
          { "p99", 0.008 }, { QT_TRANSLATE_NOOP("headroom::ui::WelcomePicture", "Size"), 0.424 },
          { QT_TRANSLATE_NOOP("headroom::ui::WelcomePicture", "Count"), 0.413 } };

}  // namespace

WelcomePicture::WelcomePicture(QWidget* parent)
    : Panel(parent)
{
    setAccessibleRole(*this, QAccessible::Graphic);
    setAccessibleName(tr("Example values"));
    setAccessibleDescription(
        tr("Six bars below the line of their limit; nothing of it was measured"));
}

void WelcomePicture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = qMin(width() / 910.0, height() / 600.0);
    const double top = 34 * scale;
    const double bottom = height() - 86 * scale;
    const QColor ink = theme().color(Token::T1);
    drawText(painter, { 0, 0, width() + 0.0, 24 * scale }, Qt::AlignLeft, tr("CERTIFIED LIMIT"),
        Theme::font(qMax(11.0, 15 * scale), 700), ink);
    painter.fillRect(QRectF(0, top, width(), 3), ink);
    painter.fillRect(QRectF(0, bottom, width(), 1), theme().color(Token::Line2));
    const double pitch = width() / 6.0;
    const double bar = 66 * scale;
    const QFont value = Theme::font(qMax(13.0, 19 * scale), 650);
    for (int i = 0; i < 6; ++i) {
        const auto& example = kExamples[i];
        const double centre = pitch * (i + 0.5);
        const double barTop = bottom - (bottom - top) * example.used;
        painter.fillRect(
            QRectF(centre - bar / 2, barTop, bar, bottom - barTop), theme().color(Token::Data2));
        painter.fillRect(QRectF(centre - bar / 2, barTop - 1, bar, 4), ink);
        painter.setPen(QPen(theme().color(Token::T2), 1.5, Qt::DotLine));
        painter.drawLine(QPointF(centre, top + 10), QPointF(centre, barTop - 8));
        const QString text = format::percent(Ratio { 1 - example.used });
        const double half = textWidth(value, text) / 2 + 6;
        const double middle = (top + barTop) / 2;
        const QRectF plate(centre - half, middle - 15 * scale, 2 * half, 30 * scale);
        painter.fillRect(plate, theme().color(Token::Bg0));
        drawText(painter, plate, Qt::AlignHCenter, text, value, ink);
        drawText(painter, { centre - pitch / 2, bottom + 12 * scale, pitch, 24 * scale },
            Qt::AlignHCenter, tr(example.name), Theme::font(qMax(12.0, 15 * scale), 400),
            theme().color(Token::T2));
    }
    drawText(painter, { 0, height() - 28 * scale, width() + 0.0, 24 * scale }, Qt::AlignLeft,
        tr("Example values"), Theme::font(qMax(12.0, 14 * scale), 400), theme().color(Token::T3));
}

}  // namespace headroom::ui
