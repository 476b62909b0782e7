// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/simulator_display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The levels of every metric and the gate over a simulation, with the moment that is looked at;
/// dragged by the mouse, moved by arrows, Page keys, Home and End. Desk only. Main thread.
class SimulationTimeline : public Panel {
    Q_OBJECT
public:
    explicit SimulationTimeline(QWidget* parent = nullptr);

    void setDisplay(const TimelineDisplay& display);
    [[nodiscard]] const TimelineDisplay& display() const { return display_; }

Q_SIGNALS:
    /// A share of the length.
    void scrubbed(double position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    void paintRow(QPainter& painter, const TimelineRow& row, const QRectF& lane);
    /// Where the chip with the time stands.
    [[nodiscard]] QRectF chip() const;
    void paintScrubber(QPainter& painter);
    void scrubTo(double x);

    TimelineDisplay display_;
};

}  // namespace headroom::ui
