// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/alerts_table.h"

#include "ui/views/alerts_row_painter.h"
#include "ui/widgets/motion.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <utility>

namespace headroom::ui {

namespace {

/// What a column needs, and the order in which they go when room is short: 0 stays.
struct ColumnRoom {
    AlertColumn column;
    int width;
    int goesFirst;
};

constexpr ColumnRoom kRooms[] = {
    { AlertColumn::Level, 112, 0 },
    { AlertColumn::Metric, 150, 0 },
    { AlertColumn::Value, 72, 0 },
    { AlertColumn::Raised, 142, 0 },
    { AlertColumn::Lasted, 84, 5 },
    { AlertColumn::Escalates, 124, 4 },
    { AlertColumn::Deadline, 140, 3 },
    { AlertColumn::Acknowledged, 150, 0 },
    { AlertColumn::Cleared, 104, 6 },
};

}  // namespace

AlertsTable::AlertsTable(AlertTableModel& model, QWidget* parent)
    : RowTable(model, tr("Alerts, active ones first"), parent)
    , alerts_(model)
{
    setMouseTracking(true);
    connect(&alerts_, &QAbstractItemModel::rowsInserted, this, &AlertsTable::keepCurrent);
    connect(&alerts_, &QAbstractItemModel::rowsRemoved, this, &AlertsTable::keepCurrent);
}

void AlertsTable::setWithdrawn(bool isWithdrawn)
{
    if (std::exchange(isWithdrawn_, isWithdrawn) != isWithdrawn) {
        viewport()->update();
    }
}

void AlertsTable::placeColumns()
{
    const int room = viewport()->width();
    int needed = 0;
    for (const auto& column : kRooms) {
        needed += column.width;
    }
    for (int order = 6; order >= 1; --order) {
        for (const auto& column : kRooms) {
            if (column.goesFirst == order) {
                const bool isHidden = needed > room;
                setColumnHidden(static_cast<int>(column.column), isHidden);
                needed -= isHidden ? column.width : 0;
            }
        }
    }
    // What is left widens the words; numbers and times keep their width.
    const int spare = std::max(0, room - needed);
    for (const auto& column : kRooms) {
        const int share = column.column == AlertColumn::Metric ? spare / 2
            : column.column == AlertColumn::Acknowledged       ? spare - spare / 2
                                                               : 0;
        header()->resizeSection(static_cast<int>(column.column), column.width + share);
    }
}

void AlertsTable::resizeEvent(QResizeEvent* event)
{
    RowTable::resizeEvent(event);
    placeColumns();
}

void AlertsTable::setCurrentAlert(const QString& id)
{
    const int row = alerts_.rowOf(id);
    if (row >= 0) {
        setCurrentIndex(alerts_.index(row, 0));
        scrollTo(alerts_.index(row, 0));
    }
}

void AlertsTable::keepCurrent()
{
    if (currentId_.isEmpty()) {
        return;
    }
    const int row = alerts_.rowOf(currentId_);
    if (row >= 0 && row != currentIndex().row()) {
        isKeeping_ = true;  // the same alert: nobody needs to hear of it
        setCurrentIndex(alerts_.index(row, 0));
        isKeeping_ = false;
    }
}

void AlertsTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    RowTable::currentChanged(current, previous);
    viewport()->update();
    const QString id = current.data(AlertTableModel::AlertId).toString();
    // Rows that come or go move the current one; only a person chooses another alert.
    const bool isPerson = hasFocus() || viewport()->hasFocus() || currentId_.isEmpty()
        || alerts_.rowOf(currentId_) >= 0;
    if (isKeeping_ || !isPerson || !current.isValid() || id == currentId_) {
        return;
    }
    currentId_ = id;
    Q_EMIT currentAlertChanged(currentId_);
}

void AlertsTable::focusInEvent(QFocusEvent* event)
{
    // Reached by key without a current row: begin at the first.
    if (!currentIndex().isValid() && alerts_.rowCount() > 2) {
        const bool hasOpen = alerts_.kindOf(1) == AlertTableRow::Kind::Open;
        setCurrentIndex(alerts_.index(hasOpen ? 1 : 2, 0));
    }
    RowTable::focusInEvent(event);
}

void AlertsTable::openCurrent() { Q_EMIT openRequested(currentId_); }

QRect AlertsTable::buttonRect(const QModelIndex& index) const
{
    const int column = static_cast<int>(AlertColumn::Acknowledged);
    if (!index.isValid() || !alerts_.row(index.row()).canAcknowledge || isColumnHidden(column)) {
        return {};
    }
    const QRect row = visualRect(index.siblingAtColumn(0));
    const QRectF cell(columnViewportPosition(column), row.top(), columnWidth(column), row.height());
    return alertRowButton(cell).toAlignedRect();
}

QString AlertsTable::buttonAt(QPoint position) const
{
    const auto index = indexAt(position);
    return buttonRect(index).contains(position) ? alerts_.row(index.row()).id : QString();
}

void AlertsTable::mouseMoveEvent(QMouseEvent* event)
{
    const bool isOnButton = !buttonAt(event->position().toPoint()).isEmpty();
    viewport()->setCursor(isOnButton ? Qt::PointingHandCursor : Qt::ArrowCursor);
    RowTable::mouseMoveEvent(event);
}

void AlertsTable::mousePressEvent(QMouseEvent* event)
{
    RowTable::mousePressEvent(event);
    pressed_
        = event->button() == Qt::LeftButton ? buttonAt(event->position().toPoint()) : QString();
    if (event->button() == Qt::LeftButton && pressed_.isEmpty()
        && indexAt(event->position().toPoint()).isValid()) {
        Q_EMIT openRequested(currentId_);
    }
    viewport()->update();
}

void AlertsTable::mouseReleaseEvent(QMouseEvent* event)
{
    RowTable::mouseReleaseEvent(event);
    const QString pressed = std::exchange(pressed_, {});
    viewport()->update();
    // The alert that was pressed, wherever its row is by now.
    if (!pressed.isEmpty() && buttonAt(event->position().toPoint()) == pressed) {
        Q_EMIT acknowledgeRequested(pressed);
    }
}

void AlertsTable::drawRow(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& row = alerts_.row(index.row());
    AlertRowLook look { theme(),
        QRectF(0, option.rect.top(), viewport()->width(), option.rect.height()), {},
        alerts_.raisedText(row), false, hasFocus(), isWithdrawn_, false };
    look.isCurrent
        = index.row() == currentIndex().row() && row.kind != AlertTableRow::Kind::Section;
    look.isButtonDown = !pressed_.isEmpty() && pressed_ == row.id;
    for (int column = 0; column < kAlertColumns; ++column) {
        if (!isColumnHidden(column)) {
            look.cells[static_cast<std::size_t>(column)] = { qreal(columnViewportPosition(column)),
                look.rect.top(), qreal(columnWidth(column)), look.rect.height() };
        }
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintAlertTableRow(*painter, row, look);
    painter->restore();
}

}  // namespace headroom::ui
