// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/trends_display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// What a metric did around one alert, small: its line, the bounds, when the alert was raised.
/// Nothing to do in it. Main thread.
class AlertChart : public Panel {
    Q_OBJECT
public:
    static constexpr int kHeight = 156;

    explicit AlertChart(QWidget* parent = nullptr);

    /// The first flag is the alert; of the lines the p99 or the mean is drawn.
    void setDisplay(const TrendsChartDisplay& display);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] const TrendLine* line() const;
    [[nodiscard]] double toX(double seconds) const;
    [[nodiscard]] double toY(double value) const;
    void paintBounds(QPainter& painter);
    void paintLine(QPainter& painter);
    void paintAxis(QPainter& painter);

    TrendsChartDisplay display_;
    QRectF plot_;
};

}  // namespace headroom::ui
