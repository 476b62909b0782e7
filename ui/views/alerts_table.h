// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alert_table_model.h"
#include "ui/widgets/row_table.h"

namespace headroom::ui {

/// The table of alerts: sections, rows that weigh what their level weighs, and a button in each row
/// that waits for a person. Keeps its current alert however the rows move. Main thread.
class AlertsTable : public RowTable {
    Q_OBJECT
public:
    /// `model` outlives the table.
    explicit AlertsTable(AlertTableModel& model, QWidget* parent = nullptr);

    /// Nobody vouches for what is listed: no colours.
    void setWithdrawn(bool isWithdrawn);
    [[nodiscard]] QString currentAlert() const { return currentId_; }
    void setCurrentAlert(const QString& id);
    /// Where the button of a row stands, in the viewport; empty where it has none.
    [[nodiscard]] QRect buttonRect(const QModelIndex& index) const;

Q_SIGNALS:
    void currentAlertChanged(const QString& id);
    /// Enter, or a double click.
    void openRequested(const QString& id);
    void acknowledgeRequested(const QString& id);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void openCurrent() override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void placeColumns();
    void keepCurrent();
    [[nodiscard]] QString buttonAt(QPoint position) const;

    AlertTableModel& alerts_;
    QString currentId_;
    QString pressed_;  ///< the alert whose button is down
    bool isWithdrawn_ = false;
    bool isKeeping_ = false;
};

}  // namespace headroom::ui
