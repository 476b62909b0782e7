// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/welcome_row.h"

#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>

namespace headroom::ui {

WelcomeRow::WelcomeRow(
    const QString& icon, const QString& title, const QString& detail, QWidget* parent)
    : QAbstractButton(parent)
    , icon_(icon)
    , detail_(detail)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void WelcomeRow::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void WelcomeRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void WelcomeRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = height() / 90.0;
    const bool isHere = hasFocus();
    const double border = isHere ? 2 : 1;
    painter.setPen(QPen(theme_->color(isHere ? Token::Acc : Token::Ctl), border));
    painter.setBrush(theme_->color(isHere ? Token::AccBg : underMouse() ? Token::Bg2 : Token::Bg1));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(border / 2, border / 2, -border / 2, -border / 2), 8, 8);
    const double middle = height() / 2.0;
    const double icon = 30 * scale;
    drawIcon(painter, icon_, { 24 * scale, middle - icon / 2, icon, icon },
        theme_->color(isHere ? Token::T1 : Token::T2));
    const double left = 76 * scale;
    const double room = width() - left - 130 * scale;
    drawText(painter, { left, middle - 28 * scale, room, 28 * scale }, Qt::AlignLeft, text(),
        titleFont(qMax(14.0, 19 * scale)), theme_->color(Token::T1));
    drawText(painter, { left, middle + 1 * scale, room, 24 * scale }, Qt::AlignLeft, detail_,
        Theme::font(qMax(12.0, 15 * scale), 400), theme_->color(Token::T2));
    const double chevron = 18 * scale;
    const double right = width() - 24 * scale;
    drawIcon(painter, QStringLiteral("chevr"),
        { right - chevron, middle - chevron / 2, chevron, chevron }, theme_->color(Token::T2), 2);
    if (isHere) {
        drawText(painter, { right - chevron - 80 * scale, 0, 66 * scale, height() + 0.0 },
            Qt::AlignRight, tr("Enter"), Theme::font(qMax(12.0, 14 * scale), 400),
            theme_->color(Token::T2));
    }
}

}  // namespace headroom::ui
