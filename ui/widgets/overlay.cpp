// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/overlay.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace headroom::ui {

Overlay::Overlay(const QString& name, QWidget* window)
    : QWidget(window)
{
    setAccessibleName(name);
    setAccessibleRole(*this, QAccessible::Dialog);
    hide();
}

void Overlay::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void Overlay::open()
{
    before_ = window()->focusWidget();
    show();
    raise();
    place();
    firstFocus()->setFocus(Qt::PopupFocusReason);
}

void Overlay::dismiss()
{
    if (std::exchange(isDismissed_, true)) {
        return;
    }
    hide();
    deleteLater();
    auto* back = before_ && before_->isVisible() ? before_.data() : window();
    back->setFocus(Qt::PopupFocusReason);
    Q_EMIT dismissed();
}

void Overlay::place()
{
    card_ = cardIn(size());
    placeCard(card_);
    update();
}

void Overlay::resizeEvent(QResizeEvent*) { place(); }

bool Overlay::focusNextPrevChild(bool isNext)
{
    auto* now = window()->focusWidget();
    auto* next = now;
    do {
        next = isNext ? next->nextInFocusChain() : next->previousInFocusChain();
        if (isAncestorOf(next) && next->isVisible() && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus) != 0) {
            next->setFocus(isNext ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (next != now);
    return true;  // there is nothing else in it
}

void Overlay::paintEvent(QPaintEvent*)
{
    constexpr int kDim = 153;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = theme_->color(Token::Bg0);
    ground.setAlpha(kDim);
    painter.fillRect(rect(), ground);
    painter.setPen(QPen(theme_->color(Token::Ctl), 1));
    painter.setBrush(theme_->color(Token::Bg1));
    painter.drawRoundedRect(QRectF(card_).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void Overlay::mousePressEvent(QMouseEvent* event)
{
    if (!card_.contains(event->pos())) {
        dismiss();
    }
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
    }
    event->accept();  // what is behind it hears nothing
}

}  // namespace headroom::ui
