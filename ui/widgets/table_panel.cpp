// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_panel.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace headroom::ui {

namespace {

constexpr double kPadding = 16;
constexpr double kTitle = 44;
constexpr double kLowTitle = 34;
constexpr double kHeader = 32;
constexpr double kLowHeader = 24;
constexpr double kRow = 44;
constexpr double kLeastRow = 23;
constexpr double kMarkRow = 54;
constexpr double kMarkTitle = 46;

QFont headerFont()
{
    QFont font = textFont(12, 600);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05 * font.pixelSize());
    return font;
}

void drawTitle(QPainter& painter, const Theme& theme, double width, double height,
    const QString& title, const QString& note)
{
    const QFont quiet = textFont(13, 400);
    const double noteWidth = tabularWidth(quiet, note);
    drawMiddle(painter, { kPadding, height / 2 + 2 }, width - 2 * kPadding - noteWidth - 8, title,
        textFont(15, 600), theme.color(Token::T1));
    drawMiddle(painter, { width - kPadding - noteWidth, height / 2 + 2 }, noteWidth + 1, note,
        quiet, theme.color(Token::T2));
}

}  // namespace

int TablePanel::heightFor(int rows) { return qRound(kTitle + kHeader + rows * kRow + 2); }

int TablePanel::leastHeightFor(int rows)
{
    return qRound(kLowTitle + kLowHeader + rows * kLeastRow + 4);
}

void TablePanel::setDisplay(const TableDisplay& display)
{
    if (display_ == display) {
        return;
    }
    display_ = display;
    setAccessibleName(display_.title);
    QStringList rows;
    for (const auto& row : std::as_const(display_.rows)) {
        rows << (QStringList { row.name, row.unit } + row.cells).join(QLatin1Char(' '));
    }
    setAccessibleLines(*this, rows);
    setAccessibleDescription(
        display_.emptyText.isEmpty() ? rows.join(QStringLiteral("; ")) : display_.emptyText);
    update();
}

QVector<double> TablePanel::columns() const
{
    const auto count = std::max<qsizetype>(1, display_.header.size() - 1);
    // Each as wide as its widest text needs, what is left over goes between name and cells.
    QVector<double> widths(count, 0);
    const QFont cell = textFont(13, 600);
    for (qsizetype i = 0; i < count; ++i) {
        widths[i] = tabularWidth(headerFont(), display_.header.value(i + 1));
        for (const auto& row : display_.rows) {
            widths[i] = std::max(widths[i], tabularWidth(cell, row.cells.value(i)));
        }
    }
    double needed = 0;
    for (const double width : widths) {
        needed += width;
    }
    double names = 0;
    for (const auto& row : display_.rows) {
        names = std::max(names,
            tabularWidth(textFont(13, 600), row.name + QLatin1Char(' '))
                + (row.level == Level::Unknown ? 0 : 24)
                + tabularWidth(textFont(12, 400), row.unit));
    }
    const double room = width() - 2 * kPadding - names - needed;
    const double gap = std::clamp(room / static_cast<double>(count), 8.0, 26.0);
    QVector<double> rights(count);
    double right = width() - kPadding;
    for (qsizetype i = count - 1; i >= 0; --i) {
        rights[i] = right;
        right -= widths[i] + gap;
    }
    return rights;
}

void TablePanel::paintRow(QPainter& painter, const TableDisplay::Row& row, const QRectF& line)
{
    const double middle = line.center().y();
    double x = kPadding;
    if (row.level != Level::Unknown) {
        drawLevelShape(painter, theme(), row.level, { x + 6, middle }, 11);
        x += 24;
    }
    const auto rights = columns();
    const QFont name = textFont(13, 600);
    const double nameWidth = tabularWidth(name, row.name + QLatin1Char(' '));
    drawMiddle(painter, { x, middle }, nameWidth, row.name, name, theme().color(Token::T1));
    drawMiddle(painter, { x + nameWidth, middle }, 80, row.unit, textFont(12, 400),
        theme().color(Token::T3));
    for (qsizetype i = 0; i < row.cells.size() && i < rights.size(); ++i) {
        const bool isStrong = i == display_.strongColumn;
        drawMiddle(painter, { rights[i] - 200, middle }, 200, row.cells[i],
            textFont(13, isStrong ? 600 : 400), theme().color(isStrong ? Token::T1 : Token::T2),
            Qt::AlignRight);
    }
}

void TablePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), theme(), {});
    const bool isLow = height() < heightFor(static_cast<int>(display_.rows.size())) - 60;
    const double title = isLow ? kLowTitle : kTitle;
    const double header = isLow ? kLowHeader : kHeader;
    drawTitle(painter, theme(), width(), title, display_.title, display_.note);
    if (!display_.emptyText.isEmpty()) {
        drawText(painter, QRectF(kPadding, title, width() - 2 * kPadding, height() - title - 12),
            Qt::AlignHCenter, display_.emptyText, textFont(13, 400), theme().color(Token::T2));
        return;
    }
    const auto rights = columns();
    drawMiddle(painter, { kPadding, title + header / 2 }, width() / 2.0, display_.header.value(0),
        headerFont(), theme().color(Token::T3));
    for (qsizetype i = 0; i < rights.size(); ++i) {
        drawMiddle(painter, { rights[i] - 200, title + header / 2 }, 200,
            display_.header.value(i + 1), headerFont(), theme().color(Token::T3), Qt::AlignRight);
    }
    const auto count = static_cast<double>(std::max<qsizetype>(1, display_.rows.size()));
    const double rowHeight = std::min(kRow, (height() - title - header - 2) / count);
    double top = title + header;
    bool isFirst = true;
    for (const auto& row : std::as_const(display_.rows)) {
        painter.fillRect(QRectF(1, std::round(top), width() - 2, 1),
            theme().color(std::exchange(isFirst, false) ? Token::Line2 : Token::Line));
        paintRow(painter, row, QRectF(0, top, width(), rowHeight));
        top += rowHeight;
    }
}

MarkListPanel::MarkListPanel(QWidget* parent)
    : Panel(parent)
{
    setAccessibleRole(*this, QAccessible::List);
}

void MarkListPanel::setDisplay(const MarkListDisplay& display)
{
    if (display_ == display) {
        return;
    }
    display_ = display;
    setAccessibleName(display_.title);
    QStringList rows;
    for (const auto& row : std::as_const(display_.rows)) {
        rows << QStringList { row.letter, levelWord(row.level, Truth::Live), row.title, row.detail,
            row.time }
                    .join(QLatin1Char(' '));
    }
    setAccessibleLines(*this, rows);
    setAccessibleDescription(rows.isEmpty() ? display_.emptyText : rows.join(QStringLiteral("; ")));
    update();
}

int MarkListPanel::visibleRows() const
{
    const int room = qFloor((height() - kMarkTitle - 4) / kMarkRow);
    const int count = static_cast<int>(display_.rows.size());
    // A last line that says how many more there are, where they do not fit.
    return count <= room ? count : qMax(0, qFloor((height() - kMarkTitle - 26) / kMarkRow));
}

void MarkListPanel::paintRow(QPainter& painter, const MarkListDisplay::Row& row, const QRectF& line)
{
    const double middle = line.center().y();
    drawMiddle(
        painter, { kPadding, middle }, 20, row.letter, textFont(13, 600), theme().color(Token::T1));
    constexpr int kBadgesFrom = 320;  // below, the shape says the level and the words have the room
    const bool hasBadge = width() >= kBadgesFrom;
    const double badgeLeft = kPadding + 26;
    if (hasBadge) {
        const double badge = levelBadgeWidth(row.level, Truth::Live, 12);
        drawLevelBadge(painter, theme(), row.level, Truth::Live, { badgeLeft + badge, middle }, 12);
    } else {
        drawLevelShape(painter, theme(), row.level, { badgeLeft + 6, middle }, 13);
    }
    const QFont quiet = textFont(13, 400);
    const double timeWidth = tabularWidth(quiet, row.time);
    constexpr int kWide = 380;  // narrower cards need the second line for themselves
    const bool isNarrow = width() < kWide;
    drawMiddle(painter, { width() - kPadding - timeWidth, isNarrow ? middle - 9 : middle },
        timeWidth + 1, row.time, quiet, theme().color(Token::T2));
    // One column for all, whatever their level's word.
    const double left
        = badgeLeft + (hasBadge ? levelBadgeWidth(Level::Orange, Truth::Live, 12) : 13) + 12;
    const double room = width() - kPadding - timeWidth - 10 - left;
    drawMiddle(painter, { left, middle - 9 }, room, row.title,
        fittedFont(textFont(13, 600), row.title, room, 0.85), theme().color(Token::T1));
    drawMiddle(painter, { left, middle + 10 }, isNarrow ? width() - kPadding - left : room,
        row.detail, textFont(12, 400), theme().color(Token::T2));
}

void MarkListPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, rect(), theme(), {});
    drawTitle(painter, theme(), width(), kMarkTitle, display_.title, display_.note);
    if (display_.rows.isEmpty()) {
        drawText(painter,
            QRectF(kPadding, kMarkTitle, width() - 2 * kPadding, height() - kMarkTitle - 8),
            Qt::AlignHCenter, display_.emptyText, textFont(13, 400), theme().color(Token::T2));
        return;
    }
    const int shown = visibleRows();
    double top = kMarkTitle;
    for (int i = 0; i < shown; ++i) {
        painter.fillRect(QRectF(1, std::round(top), width() - 2, 1), theme().color(Token::Line));
        paintRow(painter, display_.rows[i], QRectF(0, top, width(), kMarkRow));
        top += kMarkRow;
    }
    if (shown < display_.rows.size()) {
        const QString more = QStringLiteral("%1 more").arg(display_.rows.size() - shown);
        painter.fillRect(QRectF(1, std::round(top), width() - 2, 1), theme().color(Token::Line));
        drawMiddle(painter, { kPadding, top + 12 }, width() - 2 * kPadding, more, textFont(12, 400),
            theme().color(Token::T2));
    }
}

void MarkListPanel::mousePressEvent(QMouseEvent* event)
{
    const int row = qFloor((event->position().y() - kMarkTitle) / kMarkRow);
    if (event->button() == Qt::LeftButton && event->position().y() >= kMarkTitle
        && row < visibleRows()) {
        Q_EMIT chosen(display_.rows[row].at);
    }
}

}  // namespace headroom::ui
