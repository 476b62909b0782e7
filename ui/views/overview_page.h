// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/view.h"

#include <array>

namespace headroom::ui {

class AlertsPanel;
class BannerPanel;
class GatePanel;
class GaugeCard;
class NotePanel;
class PushButton;
class StripPanel;
class StripRows;
class TimeChart;

/// The first page: the worst level, the gate, four gauges, two charts, the other limits. Main
/// thread.
class OverviewPage : public View {
    Q_OBJECT
public:
    explicit OverviewPage(OverviewModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    void acknowledgeFirst() override;

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();
    void placeChartTab(const QRect& chart, bool hasRoomForBoth);
    void applyLook();

    const Theme* theme_ = &Theme::dark();
    BannerPanel* banner_;
    GatePanel* gate_;
    NotePanel* note_;
    std::array<GaugeCard*, 4> gauges_ {};
    TimeChart* latency_;
    TimeChart* load_;
    PushButton* chartTab_;  ///< where one chart has room: shows the other one
    bool isLoadInFront_ = false;
    AlertsPanel* alerts_;
    StripPanel* strip_;
    StripRows* stripRows_;
};

}  // namespace headroom::ui
