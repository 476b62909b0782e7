// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/strip_panel.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kCapCentre = 0.3636;

bool isLive(const StripCell& cell)
{
    return cell.truth == Truth::Live || cell.truth == Truth::Late;
}

QString described(const StripCell& cell)
{
    QStringList parts { cell.label };
    if (!isLive(cell) || cell.level != Level::Unknown) {
        parts << levelWord(cell.level, cell.truth);
    }
    parts << (cell.value + QLatin1Char(' ') + cell.unit).trimmed() << cell.detail << cell.note;
    parts.removeAll(QString());
    for (QString& part : parts) {
        part.truncate(kLongestText);
    }
    return parts.join(QStringLiteral(", "));
}

}  // namespace

QStringList spokenCells(const StripDisplay& display)
{
    QStringList cells;
    for (const StripCell& cell : display.cells) {
        cells << described(cell);
    }
    return cells;
}

StripPanel::StripPanel(QWidget* parent)
    : Panel(parent)
{
    setAccessibleRole(*this, QAccessible::List);
    setAccessibleName(tr("Other limits"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void StripPanel::setDisplay(const StripDisplay& display)
{
    if (display == display_) {
        return;
    }
    display_ = display;
    const QStringList cells = spokenCells(display_);
    setAccessibleLines(*this, cells);
    QStringList notes;
    for (const StripCell& cell : std::as_const(display_.cells)) {
        if (!cell.note.isEmpty()) {
            notes << cell.label + QStringLiteral(": ") + cell.note;
        }
    }
    setPlainToolTip(*this, notes.join(QLatin1Char('\n')));
    setAccessibleDescription(cells.join(QStringLiteral("; ")));
    update();
}

QSize StripPanel::sizeHint() const { return { qRound(px(1400, 1192)), qRound(px(110, 82)) }; }

QSize StripPanel::minimumSizeHint() const { return { qRound(px(700, 480)), qRound(px(110, 82)) }; }

// A check mark, or the shape of a level that is not calm; returns the room that it takes.
double StripPanel::paintMark(QPainter& painter, QPointF leftCentre, const StripCell& content) const
{
    const double size = px(28, 18);
    const bool loud = isLive(content) && content.level >= Level::Yellow;
    if (loud) {
        drawLevelShape(
            painter, theme(), content.level, leftCentre + QPointF(0.4 * size, 0), 0.8 * size);
    } else if (content.showsCheck) {
        drawIcon(painter, QStringLiteral("check"),
            QRectF(leftCentre.x() - size / 8, leftCentre.y() - size / 2, size, size),
            theme().level(Level::Green).fg, 2.25);
    } else {
        return 0;
    }
    return size + px(5, 4);
}

void StripPanel::paintCell(QPainter& painter, const QRectF& cell, const StripCell& content) const
{
    const auto textLine
        = [&](double baseline, const QFont& font, const QString& text, QColor color, double left) {
              const double em = font.pixelSize();
              const double y = cell.top() + baseline - kCapCentre * em;
              drawText(painter, QRectF(left, y - em, cell.right() - left, 2 * em), Qt::AlignLeft,
                  text, font, color);
          };
    const int body = sizes().wall ? 500 : 400;
    const bool dim = !isLive(content);
    QFont label = Theme::font(px(18, 12), sizes().wall ? 600 : 500);
    label.setLetterSpacing(QFont::AbsoluteSpacing, 0.05 * label.pixelSize());
    textLine(px(23, 20), label, content.label, theme().color(Token::T3), cell.left());

    const double baseline = cell.top() + px(62, 43);
    QFont value = titleFont(px(30, 18));
    double x = cell.left();
    x += paintMark(painter, QPointF(x, baseline - kCapCentre * value.pixelSize()), content);
    value = shrunkTo(value, content.value, cell.right() - x);
    drawTabular(painter, QPointF(x, baseline), content.value, value,
        theme().color(dim ? Token::T3 : Token::T1));
    x += tabularWidth(value, content.value) + px(13, 8);
    textLine(px(62, 43), Theme::font(px(20, 13), body), content.unit, theme().color(Token::T2), x);

    if (!content.barFraction) {
        textLine(px(96, 65), Theme::font(px(20, 13), body), content.detail,
            theme().color(Token::T2), cell.left());
        return;
    }
    const QRectF bar(cell.left(), cell.top() + std::round(px(84, 58)),
        std::min(px(284, 180), cell.width()), std::round(px(10, 7)));
    drawHeadroomBar(painter, theme(), bar, *content.barFraction, content.level, dim, px(2, 2));
}

void StripPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card(rect());
    drawCard(painter, card, theme(), sizes());
    const auto count = display_.cells.size();
    if (count == 0) {
        return;
    }
    const double width = card.width() / static_cast<double>(count);
    const double padding = px(23, 17);
    const double inset = px(19, 15);
    for (qsizetype index = 0; index < count; ++index) {
        const double left = std::round(width * static_cast<double>(index));
        if (index > 0) {
            painter.fillRect(
                QRectF(left, inset, 1, card.height() - 2 * inset), theme().color(Token::Line));
        }
        const QRectF cell(left + padding, card.top(), width - 2 * padding, card.height());
        paintCell(painter, cell, display_.cells.at(index));
    }
}

}  // namespace headroom::ui
