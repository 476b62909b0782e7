// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/simulation_events.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/control.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace headroom::ui {

namespace {

constexpr double kPadding = 18;
constexpr double kHeader = 36;
constexpr double kRow = 36;

QString spoken(const SimulatedRow& row)
{
    QStringList words { row.when };
    if (row.level != Level::Unknown) {
        words << levelWord(row.level, Truth::Live);
    }
    return (words << row.what << row.to << row.within << row.gate << row.state)
        .join(QStringLiteral(", "));
}

}  // namespace

SimulationEvents::SimulationEvents(QWidget* parent)
    : Panel(parent)
{
    setAccessibleRole(*this, QAccessible::List);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Alerts that would fire"));
}

void SimulationEvents::setDisplay(const QVector<SimulatedRow>& rows)
{
    if (rows_ == rows) {
        return;
    }
    const auto current = [](const QVector<SimulatedRow>& all) {
        const auto it
            = std::find_if(all.begin(), all.end(), [](const auto& row) { return row.isNow; });
        return it == all.end() ? -1 : static_cast<int>(it - all.begin());
    };
    const int before = current(rows_);
    rows_ = rows;
    QStringList words;
    for (const auto& row : rows_.mid(0, 40)) {
        words << spoken(row);
    }
    setAccessibleLines(*this, words);
    setAccessibleDescription(words.join(QLatin1Char('\n')));
    const int now = current(rows_);
    if (now >= 0 && now != before) {
        scrollTo(now - visibleRows() + 2);
    } else {
        scrollTo(first_);
    }
    update();
}

int SimulationEvents::visibleRows() const
{
    return std::max(1, static_cast<int>((height() - kHeader - 8) / kRow));
}

void SimulationEvents::scrollTo(int first)
{
    const int most = std::max(0, static_cast<int>(rows_.size()) - visibleRows());
    first_ = std::clamp(first, 0, most);
    update();
}

SimulationEvents::Columns SimulationEvents::columns() const
{
    const double room = width() - 2 * kPadding;
    const auto at = [&](double share) { return kPadding + share * room; };
    return width() >= 760
        ? Columns { at(0), at(0.086), at(0.21), at(0.425), at(0.615), at(0.765), at(0.93) }
        : Columns { at(0), at(0.11), at(0.26), at(0.465), at(0.68), at(0.80), at(1) };
}

void SimulationEvents::paintRow(QPainter& painter, const SimulatedRow& row, const QRectF& line)
{
    const auto at = columns();
    const bool isWide = at.state < line.right();
    const double middle = line.center().y();
    const QFont plain = Theme::font(13, 400);
    const QFont strong = Theme::font(13, 650);
    const QColor ink = theme().color(Token::T1);
    const auto cell
        = [&](double left, double right, const QString& text, const QFont& font, QColor color) {
              drawMiddle(painter, { left, middle }, right - left - 8, text, font, color);
          };
    cell(at.when, at.level, row.when, strong,
        row.isNow && !isWide ? theme().color(Token::Sim) : ink);
    if (row.level != Level::Unknown) {
        const double badge = levelBadgeWidth(row.level, Truth::Live, 12);
        drawLevelBadge(painter, theme(), row.level, Truth::Live, { at.level + badge, middle }, 12);
    }
    cell(at.what, at.to, row.what, plain, ink);
    cell(at.to, at.within, row.to, plain, ink);
    cell(at.within, at.gate, row.within, row.isImmediate ? strong : plain, ink);
    cell(at.gate, at.state, row.gate, row.changesGate ? strong : plain, ink);
    if (isWide) {
        drawMiddle(painter, { at.state, middle }, line.right() - at.state, row.state,
            row.isNow ? strong : plain, theme().color(row.isNow ? Token::Sim : Token::T2),
            Qt::AlignRight);
    }
}

void SimulationEvents::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), theme(), sizes());
    const auto at = columns();
    const QFont head = Theme::font(12, 600);
    const auto title = [&](double x, const QString& text) {
        if (x < width() - kPadding) {
            drawMiddle(painter, { x, kHeader / 2 + 1 }, width() - kPadding - x, text, head,
                theme().color(Token::T3));
        }
    };
    title(at.when, tr("WHEN"));
    title(at.level, tr("LEVEL"));
    title(at.what, width() >= 760 ? tr("ALERT THAT WOULD FIRE") : tr("WOULD FIRE"));
    title(at.to, tr("ESCALATES TO"));
    title(at.within, width() >= 760 ? tr("RESPOND WITHIN") : tr("WITHIN"));
    title(at.gate, tr("GATE"));
    if (rows_.isEmpty()) {
        drawMiddle(painter, { kPadding, kHeader + kRow / 2 }, width() - 2 * kPadding,
            tr("No alert would fire."), Theme::font(13, 400), theme().color(Token::T2));
    }
    const int shown = std::min(visibleRows(), static_cast<int>(rows_.size()) - first_);
    for (int i = 0; i < shown; ++i) {
        const QRectF line(kPadding, kHeader + i * kRow, width() - 2 * kPadding, kRow);
        painter.fillRect(QRectF(1, line.top(), width() - 2, 1), theme().color(Token::Line));
        paintRow(painter, rows_[first_ + i], line);
    }
    const int rest = static_cast<int>(rows_.size()) - visibleRows();
    if (rest > 0) {
        const double room = height() - kHeader - 12;
        const double bar = room * visibleRows() / static_cast<double>(rows_.size());
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(Token::Line2));
        painter.drawRoundedRect(
            QRectF(width() - 9, kHeader + 6 + (room - bar) * first_ / rest, 5, bar), 2.5, 2.5);
    }
    if (hasFocus()) {
        drawFocusRing(painter, rect(), theme(), 8);
    }
}

void SimulationEvents::wheelEvent(QWheelEvent* event)
{
    scrollTo(first_ - (event->angleDelta().y() > 0 ? 1 : -1));
    event->accept();
}

void SimulationEvents::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        scrollTo(first_ - 1);
        break;
    case Qt::Key_Down:
        scrollTo(first_ + 1);
        break;
    case Qt::Key_PageUp:
        scrollTo(first_ - visibleRows());
        break;
    case Qt::Key_PageDown:
        scrollTo(first_ + visibleRows());
        break;
    case Qt::Key_Home:
        scrollTo(0);
        break;
    case Qt::Key_End:
        scrollTo(static_cast<int>(rows_.size()));
        break;
    default:
        Panel::keyPressEvent(event);
    }
}

}  // namespace headroom::ui
