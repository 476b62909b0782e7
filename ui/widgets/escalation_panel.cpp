// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/escalation_panel.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace headroom::ui {

void EscalationPanel::setDisplay(const EscalationDisplay& display)
{
    if (display_ == display) {
        return;
    }
    display_ = display;
    setAccessibleName(tr("Escalates to %1").arg(display_.to));
    setAccessibleDescription(display_.within);
    update();
}

void EscalationPanel::paintEvent(QPaintEvent*)
{
    constexpr double kLeft = 18;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), theme(), sizes());
    const double middle = height() / 2.0;
    const double room = width() - 2 * kLeft;
    const bool isLow = height() < 64;
    if (!isLow) {
        QFont label = Theme::font(12, 500);
        label.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
        drawMiddle(painter, { kLeft, middle - 23 }, room, tr("ESCALATES TO"), label,
            theme().color(Token::T3));
    }
    drawMiddle(painter, { kLeft, middle - (isLow ? 9 : 1) }, room, display_.to,
        fittedFont(Theme::font(17, 650), display_.to, room), theme().color(Token::T1));
    drawMiddle(painter, { kLeft, middle + (isLow ? 11 : 22) }, room, display_.within,
        Theme::font(13, 400), theme().color(Token::T2));
}

}  // namespace headroom::ui
