// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/radio_dot.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/control.h"

#include <QPainter>

namespace headroom::ui {

RadioDot::RadioDot(const QString& name, QWidget* parent)
    : QAbstractButton(parent)
{
    setAccessibleRole(*this, QAccessible::RadioButton);
    setAccessibleName(name);
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void RadioDot::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void RadioDot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = QRectF(rect()).center();
    painter.setPen(QPen(theme_->color(isChecked() ? Token::Acc : Token::Ctl), 1.75));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(middle, 9, 9);
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_->color(Token::Acc));
        painter.drawEllipse(middle, 5, 5);
    }
    if (hasFocus()) {
        drawFocusRing(painter, rect(), *theme_);
    }
}

}  // namespace headroom::ui
