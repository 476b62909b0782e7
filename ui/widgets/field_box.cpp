// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/field_box.h"

#include "ui/widgets/control.h"
#include "ui/widgets/paint.h"

#include <QFontMetricsF>

namespace headroom::ui {

FieldBox::FieldBox(const QString& unit, QWidget* parent)
    : QLineEdit(parent)
    , unit_(unit)
{
    setFrame(false);
    setFont(Theme::font(14, 600));
    fitUnit();
    setTheme(*theme_);
}

void FieldBox::setUnit(const QString& unit)
{
    if (unit_ != unit) {
        unit_ = unit;
        fitUnit();
        update();
    }
}

void FieldBox::fitUnit()
{
    const double unitWidth
        = unit_.isEmpty() ? 0 : QFontMetricsF(Theme::font(13)).horizontalAdvance(unit_) + 8;
    setTextMargins(10, 0, qCeil(10 + unitWidth), 0);
}

void FieldBox::setTheme(const Theme& theme)
{
    theme_ = &theme;
    QPalette colors = palette();
    colors.setColor(QPalette::Text, theme.color(Token::T1));
    colors.setColor(QPalette::PlaceholderText, theme.color(Token::T3));
    colors.setColor(QPalette::Base, theme.color(Token::Bg0));
    colors.setColor(QPalette::Highlight, theme.color(Token::AccFill));
    colors.setColor(QPalette::HighlightedText, theme.color(Token::OnAcc));
    setPalette(colors);
    update();
}

void FieldBox::setWrong(bool isWrong)
{
    if (isWrong_ != isWrong) {
        isWrong_ = isWrong;
        update();
    }
}

void FieldBox::setEdited(bool isEdited)
{
    if (isEdited_ != isEdited) {
        isEdited_ = isEdited;
        update();
    }
}

void FieldBox::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawText(painter, QRectF(rect()).adjusted(0, 0, -10, 0), Qt::AlignRight, unit_, Theme::font(13),
        theme_->color(Token::T3));
    // The base is square; what lies outside the round border takes the card's colour.
    QPainterPath outside;
    outside.addRect(rect());
    QPainterPath inside;
    inside.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillPath(outside.subtracted(inside), theme_->color(Token::Bg1));
    painter.setBrush(Qt::NoBrush);
    const double width = isWrong_ ? 2 : 1;
    const bool isDashed = isEdited_ && !isWrong_;
    painter.setPen(QPen(isWrong_ ? theme_->level(Level::Red).mark
            : isDashed           ? theme_->color(Token::Acc)
                                 : theme_->color(isEnabled() ? Token::Ctl : Token::Line),
        width, isDashed ? Qt::DashLine : Qt::SolidLine));
    const double inset = width / 2;
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6 - inset, 6 - inset);
    if (isDashed) {
        painter.fillRect(QRectF(1, 4, 3, height() - 8.0), theme_->color(Token::Acc));
    }
    if (hasFocus() && !isWrong_) {
        drawFocusRing(painter, rect(), *theme_);
    }
}

}  // namespace headroom::ui
