// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stripe_frame.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace headroom::ui {

StripeFrame::StripeFrame(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleRole(*this, QAccessible::StaticText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(QStringLiteral("SIMULATION"));
    hide();
}

void StripeFrame::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void StripeFrame::setThickness(double thickness)
{
    if (thickness_ != thickness) {
        thickness_ = thickness;
        cutOut();
        update();
    }
}

/// Without the middle nothing under it has to be painted twice.
void StripeFrame::cutOut()
{
    const int border = qCeil(thickness_);
    setMask(QRegion(rect()).subtracted(rect().adjusted(border, border, -border, -border)));
}

void StripeFrame::resizeEvent(QResizeEvent*) { cutOut(); }

void StripeFrame::paintEvent(QPaintEvent*)
{
    constexpr double kStripe = 14;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_->color(Token::Bg0));
    QPainterPath frame;
    frame.addRect(rect());
    const double t = thickness_;
    QPainterPath inside;
    inside.addRect(QRectF(rect()).adjusted(t, t, -t, -t));
    drawHatch(painter, frame.subtracted(inside), theme_->color(Token::Sim), kStripe, 2 * kStripe);
}

}  // namespace headroom::ui
