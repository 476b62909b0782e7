// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/simulator_display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The table of what would happen. Scrolls by wheel and keys, and by itself to what is playing.
/// Desk only. Main thread.
class SimulationEvents : public Panel {
    Q_OBJECT
public:
    explicit SimulationEvents(QWidget* parent = nullptr);

    void setDisplay(const QVector<SimulatedRow>& rows);
    [[nodiscard]] const QVector<SimulatedRow>& rows() const { return rows_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Columns {
        double when, level, what, to, within, gate, state;
    };
    [[nodiscard]] Columns columns() const;
    [[nodiscard]] int visibleRows() const;
    void scrollTo(int first);
    void paintRow(QPainter& painter, const SimulatedRow& row, const QRectF& line);

    QVector<SimulatedRow> rows_;
    int first_ = 0;
};

}  // namespace headroom::ui
