// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slider.h"

#include "ui/widgets/control.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace headroom::ui {

namespace {

constexpr double kTrackHeight = 4;
constexpr double kHandleWidth = 12;
constexpr double kHandleHeight = 20;
constexpr double kMargin = kHandleWidth / 2 + 2;

}  // namespace

Slider::Slider(QWidget* parent)
    : QAbstractSlider(parent)
{
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void Slider::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

double Slider::xOf(int value) const
{
    const double share = maximum() > minimum()
        ? static_cast<double>(value - minimum()) / (maximum() - minimum())
        : 0;
    return kMargin + share * (width() - 2 * kMargin);
}

int Slider::valueAt(double x) const
{
    const double share = (x - kMargin) / qMax(1.0, width() - 2 * kMargin);
    return qBound(minimum(), minimum() + qRound(share * (maximum() - minimum())), maximum());
}

void Slider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double at = xOf(value());
    const QRectF track(kMargin, middle - kTrackHeight / 2, width() - 2 * kMargin, kTrackHeight);
    painter.fillRect(track, theme_->color(Token::Bg3));
    painter.fillRect(QRectF(track.left(), track.top(), at - track.left(), kTrackHeight),
        theme_->color(isEnabled() ? Token::Data : Token::Data2));
    const QRectF handle(
        at - kHandleWidth / 2, middle - kHandleHeight / 2, kHandleWidth, kHandleHeight);
    painter.setPen(QPen(theme_->color(Token::Bg1), 2));
    painter.setBrush(theme_->color(isEnabled() ? Token::T1 : Token::T3));
    painter.drawRoundedRect(handle, 4, 4);
    painter.setPen(QPen(theme_->color(Token::Bg1), 1.5));
    for (const double dx : { -2.0, 2.0 }) {
        painter.drawLine(QPointF(at + dx, middle - 4), QPointF(at + dx, middle + 4));
    }
    if (hasFocus()) {
        drawFocusRing(painter, handle.adjusted(-3, -3, 3, 3), *theme_);
    }
}

void Slider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    setSliderDown(true);
    setValue(valueAt(event->position().x()));
}

void Slider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown()) {
        setValue(valueAt(event->position().x()));
    }
}

void Slider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isSliderDown()) {
        setSliderDown(false);
        Q_EMIT chosen(value());
    }
}

void Slider::keyPressEvent(QKeyEvent* event)
{
    const int before = value();
    QAbstractSlider::keyPressEvent(event);
    if (value() != before) {
        Q_EMIT chosen(value());
    }
}

void Slider::wheelEvent(QWheelEvent* event)
{
    // The page scrolls under the pointer; a load changed by scrolling would be changed by accident.
    event->ignore();
}

}  // namespace headroom::ui
