// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/note_panel.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/strip_panel.h"

namespace headroom::ui {

namespace {

constexpr double kRowHeight = 23;
constexpr double kRowsPadding = 8;

bool isFresh(Truth truth) { return truth == Truth::Live || truth == Truth::Late; }

}  // namespace

void NotePanel::setDisplay(const NoteDisplay& display)
{
    if (display_ == display) {
        return;
    }
    display_ = display;
    setAccessibleName(display.title + QLatin1Char(' ') + display.detail);
    update();
}

void NotePanel::paintEvent(QPaintEvent*)
{
    constexpr double kIcon = 28;
    constexpr double kLeft = 16;
    constexpr double kTextLeft = kLeft + kIcon + 16;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), theme(), sizes());
    const double half = height() / 2.0;
    const double room = width() - kTextLeft - kLeft;
    drawIcon(painter, display_.icon, { kLeft, half - kIcon / 2, kIcon, kIcon },
        theme().color(Token::T2), 1.5);
    drawText(painter, { kTextLeft, half - 23, room, 24 }, Qt::AlignLeft, display_.title,
        Theme::font(17, 600), theme().color(isFresh(display_.truth) ? Token::T1 : Token::T3));
    drawText(painter, { kTextLeft, half + 1, room, 20 }, Qt::AlignLeft, display_.detail,
        Theme::font(13, 400), theme().color(Token::T2));
}

void StripRows::setDisplay(const StripDisplay& display)
{
    if (display_ == display) {
        return;
    }
    display_ = display;
    const QStringList cells = spokenCells(display_);
    setAccessibleName(tr("Other limits"));
    setAccessibleLines(*this, cells);
    setAccessibleDescription(cells.join(QStringLiteral("; ")));
    update();
}

int StripRows::heightFor(int rows) const { return qRound(rows * kRowHeight + 2 * kRowsPadding); }

void StripRows::paintEvent(QPaintEvent*)
{
    constexpr double kPadding = 12;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), theme(), sizes());
    const QFont font = Theme::font(13, 400);
    double top = kRowsPadding;
    for (const auto& cell : display_.cells) {
        const QRectF row(kPadding, top, width() - 2 * kPadding, kRowHeight);
        drawText(painter, row, Qt::AlignLeft, cell.label.at(0) + cell.label.mid(1).toLower(), font,
            theme().color(Token::T2));
        const QString text = cell.truth == Truth::NoData
            ? cell.detail
            : (cell.value + QLatin1Char(' ') + cell.unit).trimmed();
        const bool isRaised = isFresh(cell.truth) && cell.level > Level::Green;
        drawText(painter, row, Qt::AlignRight, text, Theme::font(13, isRaised ? 600 : 500),
            isRaised ? theme().level(cell.level).fg
                     : theme().color(isFresh(cell.truth) ? Token::T1 : Token::T3));
        if (isRaised) {
            const double textWidth = QFontMetricsF(Theme::font(13, 600)).horizontalAdvance(text);
            drawLevelShape(painter, theme(), cell.level,
                { row.right() - textWidth - 14, row.center().y() }, 12);
        }
        top += kRowHeight;
    }
}

}  // namespace headroom::ui
