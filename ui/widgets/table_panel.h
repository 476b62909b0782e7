// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/trends_display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// A card with a small table. Desk only. Main thread.
class TablePanel : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

    void setDisplay(const TableDisplay& display);
    [[nodiscard]] const TableDisplay& display() const { return display_; }
    /// The height with rows of the design, and the least that can be read.
    [[nodiscard]] static int heightFor(int rows);
    [[nodiscard]] static int leastHeightFor(int rows);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintRow(QPainter& painter, const TableDisplay::Row& row, const QRectF& line);
    /// Right edges of the cells.
    [[nodiscard]] QVector<double> columns() const;

    TableDisplay display_;
};

/// A card with the alerts of a range; a click goes to one. Desk only. Main thread.
class MarkListPanel : public Panel {
    Q_OBJECT
public:
    explicit MarkListPanel(QWidget* parent = nullptr);

    void setDisplay(const MarkListDisplay& display);

Q_SIGNALS:
    void chosen(double at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void paintRow(QPainter& painter, const MarkListDisplay::Row& row, const QRectF& line);
    [[nodiscard]] int visibleRows() const;

    MarkListDisplay display_;
};

}  // namespace headroom::ui
