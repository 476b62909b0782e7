// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ack_button.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kSmallestHit = 32;

}  // namespace

AckButton::AckButton(QWidget* parent)
    : QAbstractButton(parent)
    , theme_(&Theme::dark())
{
    setText(tr("Acknowledge"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void AckButton::setLook(const Theme& theme, ScreenSizes sizes)
{
    if (theme_ != &theme || sizes_ != sizes) {
        theme_ = &theme;
        sizes_ = sizes;
        update();
    }
}

void AckButton::setSubject(const QString& title)
{
    const QString name = tr("Acknowledge %1").arg(title);
    if (accessibleName() != name) {
        setAccessibleName(name);
    }
}

QFont AckButton::labelFont() const { return textFont(sizes_.px(20, 13), 600); }

QSize AckButton::sizeHint() const
{
    const double width = tabularWidth(labelFont(), text()) + sizes_.px(32, 28);
    return { static_cast<int>(std::ceil(width)),
        static_cast<int>(std::ceil(std::max(sizes_.px(36, 28), kSmallestHit))) };
}

void AckButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double border = sizes_.px(2, 1);
    const double visible = std::min<double>(height(), sizes_.px(36, 28));
    const QRectF box(
        border / 2, (height() - visible) / 2 + border / 2, width() - border, visible - border);
    const double radius = 6 * sizes_.scale;
    const Token ground = isDown()      ? Token::Bg3
        : underMouse() || !sizes_.wall ? Token::Bg2
                                       : Token::Bg1;
    painter.setPen(QPen(theme_->color(sizes_.wall ? Token::T1 : Token::Ctl), border));
    painter.setBrush(theme_->color(ground));
    painter.drawRoundedRect(box, radius, radius);
    if (hasFocus()) {
        const double inset = border / 2 + 1.5;
        painter.setPen(QPen(theme_->color(Token::Acc), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            box.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    }
    drawText(painter, rect(), Qt::AlignHCenter, text(), labelFont(), theme_->color(Token::T1));
}

void AckButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat()) {
            click();
        }
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void AckButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void AckButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

}  // namespace headroom::ui
