// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/fleet_summary.h"

#include "ui/models/fleet_words.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace headroom::ui {

FleetSummary::FleetSummary(QWidget* parent)
    : Panel(parent)
{
    setAccessibleName(tr("The fleet"));
}

void FleetSummary::setDisplay(const FleetDisplay& display)
{
    display_ = display;
    QStringList words { display.title, display.detail, display.note };
    for (std::size_t i = 0; i < kFleetStates; ++i) {
        words << fleetWord(static_cast<FleetState>(i)) + QLatin1Char(' ') + display.counts[i];
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

/// From the right, worst first; returns where they begin.
double FleetSummary::paintCounts(QPainter& painter)
{
    const QFont number = textFont(px(50, 18), 600);
    const QFont word = textFont(px(20, 12), 600);
    double right = width() - px(26, 20);
    for (std::size_t i = kFleetStates; i-- > 0;) {
        const auto state = static_cast<FleetState>(i);
        const bool isAny = display_.counts[i] != QLatin1String("0");
        if (state == FleetState::Unknown && !isAny) {
            continue;
        }
        const QString text = fleetWord(state);
        const double shape = px(22, 11);
        const double wide = std::max(
            tabularWidth(number, display_.counts[i]), shape + px(8, 6) + tabularWidth(word, text));
        const double left = right - wide;
        const auto ink = theme().color(isAny ? Token::T1 : Token::T3);
        drawMiddle(painter, { left, height() * 0.36 }, wide, display_.counts[i], number, ink);
        const double low = height() * 0.75;
        const Level level = levelOf(state);
        // Lit rule: a glyph has its colour once there is one of it, and nobody has withdrawn it.
        if (isAny && !display_.isWithdrawn()) {
            drawLevelShape(painter, theme(), level, { left + shape / 2, low }, shape);
        } else {
            drawLevelShape(painter, level, { left + shape / 2, low }, shape,
                theme().color(Token::T3), ShapeStyle::Filled);
        }
        drawMiddle(
            painter, { left + shape + px(8, 6), low }, wide, text, word, theme().color(Token::T2));
        right = left - px(36, 24);
    }
    return right;
}

void FleetSummary::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isQuiet = display_.isWithdrawn() || display_.all.isEmpty();
    const Level level = isQuiet ? Level::Unknown : levelOf(display_.worst);
    drawCard(painter, rect(), theme(), sizes(), level);
    const double right = display_.all.isEmpty() ? width() - px(26, 20) : paintCounts(painter);
    const double shape = px(52, 28);
    const double left = px(36, 24);
    drawLevelShape(painter, theme(), level, { left + shape / 2, height() / 2.0 }, shape,
        isQuiet ? ShapeStyle::Grey : ShapeStyle::Filled);
    const double x = left + shape + px(28, 18);
    const QFont title = textFont(px(34, 16), 650);
    const QString lead = display_.truth == FleetTruth::Late ? tr("LATE · ") : QString();
    drawMiddle(painter, { x, height() * 0.34 }, right - x, lead + display_.title,
        fittedFont(title, lead + display_.title, right - x, 0.75), theme().color(Token::T1));
    drawMiddle(painter, { x, height() * 0.70 }, right - x, display_.detail,
        textFont(px(24, 13), bodyWeight(sizes())), theme().color(Token::T2));
}

}  // namespace headroom::ui
