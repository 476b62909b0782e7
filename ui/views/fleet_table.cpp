// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/fleet_table.h"

#include "ui/widgets/control.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace headroom::ui {

namespace {

constexpr double kLeft = 16;

/// What a column needs; `fromWidth` is the width of the table from which on there is room for it.
struct ColumnRoom {
    FleetColumn column;
    int width;
    int fromWidth;
    bool isNumber;
};

constexpr ColumnRoom kRooms[] = {
    { FleetColumn::Level, 116, 0, false },
    { FleetColumn::Depository, 260, 0, false },
    { FleetColumn::Worst, 290, 0, false },
    { FleetColumn::Writes, 84, 1280, true },
    { FleetColumn::Storage, 84, 1280, true },
    { FleetColumn::Throughput, 84, 1280, true },
    { FleetColumn::Latency, 84, 1280, true },
    { FleetColumn::Size, 84, 1440, true },
    { FleetColumn::Count, 84, 1440, true },
    { FleetColumn::Headroom, 116, 0, true },
};

}  // namespace

FleetTable::FleetTable(FleetModel& model, QWidget* parent)
    : RowTable(model, tr("Depositories, worst first"), parent)
    , fleet_(model)
{
    connect(&fleet_, &QAbstractItemModel::dataChanged, this, &FleetTable::keepCurrent);
    connect(&fleet_, &FleetModel::displayChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&fleet_, &QAbstractItemModel::rowsInserted, this, &FleetTable::tellSight);
    connect(&fleet_, &QAbstractItemModel::rowsRemoved, this, &FleetTable::tellSight);
}

void FleetTable::placeColumns()
{
    const int room = viewport()->width();
    int needed = 0;
    for (const auto& column : kRooms) {
        setColumnHidden(static_cast<int>(column.column), room < column.fromWidth);
        needed += room < column.fromWidth ? 0 : column.width;
    }
    // What is left widens the words; numbers keep their width.
    const int spare = std::max(0, room - needed);
    for (const auto& column : kRooms) {
        const int share = column.column == FleetColumn::Depository ? spare / 2
            : column.column == FleetColumn::Worst                  ? spare - spare / 2
                                                                   : 0;
        header()->resizeSection(static_cast<int>(column.column), column.width + share);
    }
}

void FleetTable::resizeEvent(QResizeEvent* event)
{
    RowTable::resizeEvent(event);
    placeColumns();
    tellSight();
}

void FleetTable::scrollContentsBy(int dx, int dy)
{
    RowTable::scrollContentsBy(dx, dy);
    tellSight();
}

void FleetTable::tellSight()
{
    fleet_.setSight(
        verticalScrollBar()->value() / kRowHeight, viewport()->height() / kRowHeight + 2);
}

void FleetTable::keepCurrent()
{
    const int row = current_.isEmpty() ? -1 : fleet_.rowOf(current_);
    if (row >= 0 && row != currentIndex().row()) {
        isKeeping_ = true;
        // Without scrolling: the list stays where the person reads it.
        selectionModel()->setCurrentIndex(
            fleet_.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        isKeeping_ = false;
    }
}

void FleetTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    if (!isKeeping_) {
        RowTable::currentChanged(current, previous);
        current_ = current.data(FleetModel::Instance).toString();
    }
    viewport()->update();
}

void FleetTable::openCurrent()
{
    if (const auto& row = fleet_.row(currentIndex().row()); row.isKnown) {
        Q_EMIT openRequested(row.instance);
    }
}

void FleetTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    const auto index = indexAt(event->position().toPoint());
    if (index.isValid() && fleet_.row(index.row()).isKnown) {
        Q_EMIT openRequested(fleet_.row(index.row()).instance);
    }
}

void FleetTable::drawRow(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& row = fleet_.row(index.row());
    const QRectF rect(0, option.rect.top(), viewport()->width(), option.rect.height());
    const double middle = rect.center().y();
    const bool isCurrent = index.row() == currentIndex().row();
    const bool isQuiet = fleet_.display().isWithdrawn();
    const auto ink = [&](Token token) {
        // t3 on a selected row is below 4.5:1.
        return theme().color(isCurrent && token == Token::T3 ? Token::T2 : token);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, theme().color(isCurrent ? Token::Sel : Token::Bg1));
    painter->fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), theme().color(Token::Line));
    for (const auto& room : kRooms) {
        const int column = static_cast<int>(room.column);
        if (isColumnHidden(column)) {
            continue;
        }
        const double left = columnViewportPosition(column) + kLeft;
        const double width = columnWidth(column) - kLeft - 8;
        const QString text = index.siblingAtColumn(column).data().toString();
        if (room.column == FleetColumn::Level && row.isKnown) {
            const Level level = levelOf(row.state);
            if (isQuiet) {
                drawLevelShape(*painter, level, { left + 6, middle }, 12, ink(Token::T2));
                drawMiddle(*painter, { left + 20, middle }, width - 20, text, textFont(12, 600),
                    ink(Token::T2));
            } else {
                const double badge = levelBadgeWidth(level, row.truth(), 12);
                drawLevelBadge(*painter, theme(), level, row.truth(), { left + badge, middle }, 12);
            }
            continue;
        }
        const bool isStrong
            = room.column == FleetColumn::Depository || room.column == FleetColumn::Headroom;
        const bool isDim = isQuiet || !row.isKnown || row.truth() != Truth::Live;
        const Token token = isStrong ? (isDim ? Token::T2 : Token::T1) : Token::T2;
        drawMiddle(*painter, { left, middle }, width, text, textFont(14, isStrong ? 600 : 400),
            ink(token), room.isNumber ? Qt::AlignRight : Qt::AlignLeft);
    }
    if (isCurrent && hasFocus()) {
        drawFocusRing(*painter, rect.adjusted(0, 0, 0, -1), theme(), 4);
    }
    painter->restore();
}

}  // namespace headroom::ui
