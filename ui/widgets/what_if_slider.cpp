// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/what_if_slider.h"

#include "ui/widgets/control.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kMargin = 8;
constexpr double kTrackTop = 19;
constexpr double kTrackHeight = 6;
constexpr double kHandleWidth = 14;
constexpr double kHandleHeight = 22;
constexpr double kTickText = 12;

}  // namespace

WhatIfSlider::WhatIfSlider(QWidget* parent)
    : QAbstractSlider(parent)
{
    setOrientation(Qt::Horizontal);
    setRange(0, kSteps);
    setSingleStep(5);
    setPageStep(60);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void WhatIfSlider::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void WhatIfSlider::setDisplay(const WhatIfDisplay& display)
{
    if (display_ == display) {
        return;
    }
    display_ = display;
    setAccessibleName(display_.title);
    setAccessibleDescription(display_.value + QLatin1Char(' ') + display_.unit);
    if (!isSliderDown()) {
        setValue(qRound(display_.fraction * kSteps));
    }
    update();
}

double WhatIfSlider::xOf(double fraction) const
{
    return kMargin + fraction * (width() - 2 * kMargin);
}

void WhatIfSlider::paintTicks(QPainter& painter)
{
    const QFont font = Theme::font(kTickText, 400);
    double free = 0;
    for (const auto& tick : display_.ticks) {
        const double x = xOf(tick.fraction);
        const double width = tabularWidth(font, tick.text);
        const double left = qBound(0.0, x - width / 2, this->width() - width);
        if (left < free) {
            continue;
        }
        painter.setPen(QPen(theme_->color(Token::Line2), 1));
        painter.drawLine(QPointF(x, kTrackTop + kTrackHeight + 1), QPointF(x, kTrackTop + 13));
        drawTabular(painter, { left, kTrackTop + 27 }, tick.text, font, theme_->color(Token::T3));
        free = left + width + 6;
    }
}

void WhatIfSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double at = xOf(display_.fraction);
    for (const auto& band : display_.bands) {
        painter.fillRect(QRectF(xOf(band.from) + (band.from > 0 ? 1 : 0), kTrackTop,
                             xOf(band.to) - xOf(band.from) - (band.from > 0 ? 1 : 0), kTrackHeight),
            theme_->level(band.level).band);
    }
    painter.fillRect(QRectF(xOf(0), kTrackTop, at - xOf(0), kTrackHeight),
        display_.level > Level::Green ? theme_->level(display_.level).mark
                                      : theme_->color(Token::Data));
    paintTicks(painter);
    if (display_.ghost) {
        const QPointF apex(xOf(*display_.ghost), kTrackTop - 4);
        painter.setPen(
            QPen(theme_->color(Token::T1), 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(theme_->color(Token::Bg1));
        painter.drawPolygon(QPolygonF({ apex, apex + QPointF(-6, -9), apex + QPointF(6, -9) }));
    }
    const QRectF handle(at - kHandleWidth / 2, kTrackTop + kTrackHeight / 2 - kHandleHeight / 2,
        kHandleWidth, kHandleHeight);
    painter.setPen(QPen(theme_->color(Token::Bg1), 2));
    painter.setBrush(theme_->color(Token::T1));
    painter.drawRoundedRect(handle, 4, 4);
    painter.setPen(QPen(theme_->color(Token::Bg1), 1.5));
    for (const double dx : { -2.0, 2.0 }) {
        painter.drawLine(handle.center() + QPointF(dx, -4), handle.center() + QPointF(dx, 4));
    }
    if (hasFocus()) {
        drawFocusRing(painter, handle.adjusted(-3, -3, 3, 3), *theme_);
    }
}

void WhatIfSlider::moveTo(double x)
{
    const double fraction = qBound(0.0, (x - kMargin) / qMax(1.0, width() - 2 * kMargin), 1.0);
    setValue(qRound(fraction * kSteps));
    Q_EMIT moved(fraction);
}

void WhatIfSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        setSliderDown(true);
        moveTo(event->position().x());
    }
}

void WhatIfSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown()) {
        moveTo(event->position().x());
    }
}

void WhatIfSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        setSliderDown(false);
    }
}

void WhatIfSlider::keyPressEvent(QKeyEvent* event)
{
    const int before = value();
    QAbstractSlider::keyPressEvent(event);
    if (value() != before) {
        Q_EMIT moved(static_cast<double>(value()) / kSteps);
    }
}

void WhatIfSlider::wheelEvent(QWheelEvent* event)
{
    event->ignore();  // the page scrolls under the pointer
}

}  // namespace headroom::ui
