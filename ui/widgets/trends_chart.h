// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/trends_display.h"
#include "ui/widgets/panel.h"

#include <optional>

namespace headroom::ui {

class TrendsView;

/// The big chart of the trends page: the past of one metric, with bounds, gaps, alerts and a
/// crosshair. Says what a person wants to see; what is shown follows with setDisplay(). Desk only.
/// Main thread.
class TrendsChart : public Panel {
    Q_OBJECT
public:
    explicit TrendsChart(QWidget* parent = nullptr);

    void setDisplay(const TrendsChartDisplay& display);
    [[nodiscard]] const TrendsChartDisplay& display() const { return display_; }
    /// What stands under the pointer; none takes the crosshair away.
    void setTip(const std::optional<TrendsTip>& tip);
    [[nodiscard]] const std::optional<TrendsTip>& tip() const { return tip_; }
    /// Where the title would be stands something else, up to this x.
    void setHeaderLeft(double left);
    [[nodiscard]] double headerLeft() const { return headerLeft_; }

    /// Where the lines are, in this widget's coordinates.
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] double secondsAt(double x) const;

Q_SIGNALS:
    /// A smaller factor shows less; what stands at `at` stays there.
    void zoomWanted(double factor, double at);
    /// By a share of what is seen; positive is later.
    void panWanted(double share);
    void resetWanted();
    /// The pointer is over a moment.
    void pointedAt(double at);
    void pointerLeft();

protected:
    void lookChanged() override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void point(QPointF position);

    TrendsChartDisplay display_;
    std::optional<TrendsTip> tip_;
    TrendsView* view_;
    double headerLeft_ = 16;
    std::optional<double> draggedFrom_;  ///< x of the pointer when it last moved
};

}  // namespace headroom::ui
