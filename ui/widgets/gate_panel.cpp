// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gate_panel.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

namespace headroom::ui {

namespace {

QString iconOf(const GateDisplay& display)
{
    if (!display.known) {
        return QStringLiteral("gateunk");
    }
    switch (display.state) {
    case GateState::Paused:
        return QStringLiteral("gatepause");
    case GateState::Halted:
        return QStringLiteral("gatehalt");
    case GateState::Open:
        break;
    }
    return QStringLiteral("gateopen");
}

}  // namespace

GatePanel::GatePanel(QWidget* parent)
    : Panel(parent)
{
    setAccessibleName(title());
}

void GatePanel::setDisplay(const GateDisplay& display)
{
    if (display == display_) {
        return;
    }
    display_ = display;
    setAccessibleName(title());
    setAccessibleDescription(display_.detail);
    update();
}

// A gate nobody knows the state of must not look like an empty card.
QString GatePanel::title() const
{
    return display_.title.isEmpty() && !display_.known ? tr("GATE UNKNOWN") : display_.title;
}

void GatePanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool closed = display_.known && display_.state != GateState::Open;
    if (!display_.known) {
        drawDashedCard(painter, rect(), theme(), sizes(), theme().color(Token::T3));
    } else {
        drawCard(painter, rect(), theme(), sizes(), closed ? Level::Red : Level::Unknown);
    }
    const bool compact = !sizes().wall && height() < 64 * sizes().scale;
    const double middle = height() / 2.0;
    const double icon = px(61, compact ? 28 : 34);
    const double iconMiddle = px(60.5, compact ? 27 : 34);
    drawIcon(painter, iconOf(display_), { iconMiddle - icon / 2, middle - icon / 2, icon, icon },
        closed ? theme().level(Level::Red).fg
               : theme().color(display_.known ? Token::T2 : Token::T3),
        sizes().wall ? 1.5 : 1.25);

    const double left = px(116, compact ? 52 : 65);
    const double room = width() - left - px(18, 14);
    const QString words = title();
    const QFont titleFont = fittedFont(textFont(px(34, compact ? 14 : 17), 600), words, room);
    const QFont detailFont = fittedFont(
        textFont(px(22, compact ? 12 : 14), bodyWeight(sizes())), display_.detail, room, 0.8);
    drawLine(painter, { left, middle - px(5, compact ? 5 : 5) }, room, words, titleFont,
        theme().color(Token::T1));
    drawLine(painter, { left, middle + px(28, compact ? 13 : 14) }, room, display_.detail,
        detailFont, theme().color(Token::T2));
}

}  // namespace headroom::ui
