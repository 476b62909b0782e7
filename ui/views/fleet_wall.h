// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fleet_model.h"
#include "ui/views/view.h"

namespace headroom::ui {

class ClockPanel;
class FleetSummary;

/// The fleet on a wall: how many there are of each level, and the worst ones, readable from five
/// metres, with nothing to click. Main thread.
class FleetWall : public View {
    Q_OBJECT
public:
    /// model.fleet() is there.
    explicit FleetWall(OverviewModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void takeDisplay();
    void paintRow(QPainter& painter, const QRectF& rect, const FleetRowText& row) const;
    [[nodiscard]] double px(double size) const { return size * sizes_.scale; }

    const Theme* theme_ = &Theme::dark();
    ScreenSizes sizes_ { true, 1 };
    FleetModel& fleet_;
    FleetSummary* summary_;
    ClockPanel* clock_;
    QRectF list_;
};

}  // namespace headroom::ui
