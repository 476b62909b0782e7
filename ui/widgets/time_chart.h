// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

class ChartView;

/// A chart of the last minutes: a card with title, limit, thresholds, lines and their direct
/// labels. Qt Charts gives scale and mapping; the lines are painted from points reduced to the
/// pixels there are, so that a day of samples costs no more than fifteen minutes. Main thread.
class TimeChart : public Panel {
    Q_OBJECT
public:
    explicit TimeChart(QWidget* parent = nullptr);

    /// Repaints this chart if the display differs from the one before. Costs next to nothing while
    /// it is hidden.
    void setDisplay(const ChartDisplay& display);
    [[nodiscard]] const ChartDisplay& display() const { return display_; }
    /// Where the lines are, in this widget's coordinates; empty when there is no room for any.
    [[nodiscard]] QRectF plotArea() const;

    [[nodiscard]] QSize minimumSizeHint() const override { return { 120, 80 }; }

protected:
    void lookChanged() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    ChartDisplay display_;
    ChartView* view_;
};

}  // namespace headroom::ui
