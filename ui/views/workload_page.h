// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/view.h"

#include <array>

class QLabel;
class QScrollArea;

namespace headroom::ui {

class BannerPanel;
class GatePanel;
class GaugeCard;
class NotePanel;
class TimeChart;
class WorkloadPanel;

/// Drives the local workload, with what it does to the limits beside it. Main thread.
class WorkloadPage : public View {
    Q_OBJECT
public:
    explicit WorkloadPage(OverviewModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();
    int placeTop(QRect row, bool isNarrow);
    void placeGauges(const QRect& room);
    void showControls(bool hasWorkload);

    const Theme* theme_ = &Theme::dark();
    QScrollArea* scroll_;
    WorkloadPanel* controls_;
    QLabel* absent_;
    BannerPanel* banner_;
    GatePanel* gate_;
    NotePanel* note_;
    std::array<GaugeCard*, 4> gauges_ {};
    TimeChart* latency_;
    TimeChart* load_;
};

}  // namespace headroom::ui
