// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/trends_display.h"
#include "ui/widgets/plot_view.h"

#include <QPen>
#include <QPolygonF>

namespace headroom::ui {

class TrendsChart;

/// What is seen of a TrendsChart. Takes display and theme from the chart that it is a child of.
class TrendsView : public PlotView {
    Q_OBJECT
public:
    explicit TrendsView(TrendsChart& owner);

    void displayChanged();

protected:
    void paintGround(QPainter& painter) override;
    void paintData(QPainter& painter) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A line in pixels: its unbroken stretches.
    struct Line {
        const TrendLine* line;
        QVector<QPolygonF> pieces;
        QPen pen;
    };

    void placePlot();
    void paintLegend(QPainter& painter);
    [[nodiscard]] QVector<Line> prepareLines();
    void paintGaps(QPainter& painter);
    void paintBounds(QPainter& painter);
    void paintBand(QPainter& painter);
    void paintEnds(QPainter& painter, const QVector<Line>& lines);
    void paintFlags(QPainter& painter);
    void paintEmpty(QPainter& painter);
    void paintTip(QPainter& painter);
    void paintTipBox(QPainter& painter, const TrendsTip& tip, double x);

    TrendsChart& owner_;
};

/// How a line of the past is drawn.
[[nodiscard]] QPen trendPen(const Theme& theme, TrendRole role);

}  // namespace headroom::ui
