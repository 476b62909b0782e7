// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fleet_model.h"
#include "ui/theme.h"

#include <QTreeView>

namespace headroom::ui {

/// The list of depositories, worst first. Tells the model which rows are in sight, and keeps its
/// current depository wherever the order moves it. Main thread.
class FleetTable : public QTreeView {
    Q_OBJECT
public:
    /// `model` outlives the table.
    explicit FleetTable(FleetModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

Q_SIGNALS:
    /// Enter, or a double click.
    void openRequested(const QString& instance);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override { }
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void placeColumns();
    void tellSight();
    void keepCurrent();

    FleetModel& fleet_;
    const Theme* theme_ = &Theme::dark();
    QString current_;  ///< the instance that a person chose
    bool isKeeping_ = false;
};

}  // namespace headroom::ui
