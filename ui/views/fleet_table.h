// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fleet_model.h"
#include "ui/widgets/row_table.h"

namespace headroom::ui {

/// The list of depositories, worst first. Tells the model which rows are in sight, and keeps its
/// current depository wherever the order moves it. Main thread.
class FleetTable : public RowTable {
    Q_OBJECT
public:
    /// `model` outlives the table.
    explicit FleetTable(FleetModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Enter, or a double click.
    void openRequested(const QString& instance);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void openCurrent() override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void placeColumns();
    void tellSight();
    void keepCurrent();

    FleetModel& fleet_;
    QString current_;  ///< the instance that a person chose
    bool isKeeping_ = false;
};

}  // namespace headroom::ui
