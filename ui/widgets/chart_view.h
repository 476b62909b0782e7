// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/chart_geometry.h"

#include <QChartView>
#include <QPen>
#include <QPixmap>
#include <QPolygonF>

class QAbstractAxis;
class QLineSeries;

namespace headroom::ui {

class TimeChart;

/// The Qt Charts inside of a TimeChart: axes and mapping are Qt's, everything that is seen is
/// painted here, what rarely changes into a cached background. Takes display, theme and sizes from
/// the chart that it is a child of.
class ChartView : public QChartView {
    Q_OBJECT
public:
    explicit ChartView(TimeChart& owner);

    /// The owner shows another display: `before` is what it showed.
    void displayChanged(const ChartDisplay& before);
    void lookChanged();
    [[nodiscard]] const ChartGeometry& geometryOfCard() const { return geometry_; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    /// A line as it is painted: its unbroken stretches in pixels.
    struct Line {
        QVector<QPolygonF> pieces;
        QPen pen;
    };

    void applyAxes();
    void applyGeometry();
    void prepareLines();
    [[nodiscard]] Line prepareLine(const ChartSeries& series);
    [[nodiscard]] QPen penOf(const ChartSeries& series) const;
    [[nodiscard]] QPointF toPixels(QPointF value);
    [[nodiscard]] double toY(double value) { return toPixels({ 0, value }).y(); }
    /// Where what is known ends: at the stale line, else at the right edge.
    [[nodiscard]] double knownEnd();
    void renderBackground();
    void renderTimeAxis(QPainter& painter);
    void paintGaps(QPainter& painter);
    void paintThresholds(QPainter& painter);
    void paintLimit(QPainter& painter);
    void paintLines(QPainter& painter);
    void paintDirectLabels(QPainter& painter);
    void paintDirectLabel(QPainter& painter, const ChartSeries& series, double y);
    [[nodiscard]] double lineScale() const;

    TimeChart& owner_;
    QLineSeries* mapping_;  // never has points: it ties the axes to the plot, for mapToPosition
    QAbstractAxis* xAxis_ = nullptr;
    QAbstractAxis* yAxis_ = nullptr;
    ChartGeometry geometry_;
    double labelReserve_ = 0;  // grows with the labels, so that the plot does not jump
    QPixmap background_;
    QVector<Line> lines_;  // one for each series of the display
    bool linesFresh_ = false;
    double linesRatio_ = 0;  // device pixel ratio that lines_ were reduced for
};

}  // namespace headroom::ui
