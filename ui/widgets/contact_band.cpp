// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/contact_band.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <algorithm>

namespace headroom::ui {

ContactBand::ContactBand(QWidget* parent)
    : Panel(parent)
{
    setAccessibleName(tr("Contact"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ContactBand::setDisplay(const ContactDisplay& display)
{
    if (display == display_) {
        return;
    }
    // Not the seconds: a screen reader would have to say them.
    if (display.kind != display_.kind) {
        setAccessibleDescription(display.title + QLatin1Char(' ') + display.detail);
    }
    display_ = display;
    update();
}

int ContactBand::wantedHeight() const
{
    return display_.kind == ContactDisplay::Kind::Fine ? 0 : qRound(px(60, 40));
}

void ContactBand::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = theme().color(Token::T1);
    const QColor ink = theme().color(Token::Bg0);
    painter.fillRect(rect(), ground);
    const bool isLost = display_.kind == ContactDisplay::Kind::Lost;
    const double middle = height() / 2.0;
    const double icon = px(36, 22);
    const double margin = px(24, 16);
    drawIcon(painter, isLost ? QStringLiteral("unlink") : QStringLiteral("warn"),
        { margin, middle - icon / 2, icon, icon }, ink, 2);

    double left = margin + icon + px(16, 10);
    const double right = width() - margin;
    const QFont strong
        = fittedFont(Theme::font(px(38, 20), 700), display_.title, (right - left) * 0.6, 0.5);
    drawMiddle(painter, { left, middle }, right - left, display_.title, strong, ink);
    left += tabularWidth(strong, display_.title) + px(32, 18);
    const QFont detailFont = textFont(px(26, 14), 600);
    const double detail = tabularWidth(detailFont, display_.detail);
    drawMiddle(painter, { left, middle }, right - left, display_.detail, detailFont, ink);
    left += detail + px(40, 24);
    const QFont adviceFont = textFont(px(22, 13), 500);
    const double advice = tabularWidth(adviceFont, display_.advice);
    if (right - left >= advice) {
        drawMiddle(painter, { right - advice, middle }, advice, display_.advice, adviceFont, ink);
    }
}

}  // namespace headroom::ui
