// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/trends_display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

class ForecastView;

/// Storage's past, the expected line, the 80 % cone and the days of the levels. Desk only. Main
/// thread.
class ForecastChart : public Panel {
    Q_OBJECT
public:
    explicit ForecastChart(QWidget* parent = nullptr);

    void setDisplay(const ForecastChartDisplay& display);
    [[nodiscard]] const ForecastChartDisplay& display() const { return display_; }

protected:
    void lookChanged() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    ForecastChartDisplay display_;
    ForecastView* view_;
};

}  // namespace headroom::ui
