// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/view.h"

#include <array>

namespace headroom::ui {

class AlertsPanel;
class BannerPanel;
class ClockPanel;
class ContactBand;
class FootPanel;
class GatePanel;
class GaugeCard;
class StripPanel;
class TimeChart;

/// The screen on the wall: everything at once, readable from five metres, with nothing to click. It
/// never opens anything. Main thread.
class WallView : public View {
    Q_OBJECT
public:
    explicit WallView(OverviewModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    void acknowledgeFirst() override;

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    const Theme* theme_ = &Theme::dark();
    ContactBand* band_;
    BannerPanel* banner_;
    GatePanel* gate_;
    ClockPanel* clock_;
    std::array<GaugeCard*, 4> gauges_ {};
    TimeChart* latency_;
    TimeChart* load_;
    StripPanel* strip_;
    AlertsPanel* alerts_;
    FootPanel* foot_;
};

}  // namespace headroom::ui
