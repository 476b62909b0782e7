// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/theme.h"

#include <QChartView>
#include <QPixmap>

class QAbstractAxis;
class QLineSeries;

namespace headroom::ui {

/// What the axes of a plot span.
struct PlotScale {
    double from = 0;  ///< seconds since 1970
    double to = 1;
    double low = 0;
    double high = 1;  ///< > low; > 0 on a log scale
    bool isLog = false;

    bool operator==(const PlotScale&) const = default;
};

/// A Qt Charts view that only maps: its axes are Qt's, all that is seen is painted by the panel
/// around it, what rarely changes into a kept background. Desk sizes. Main thread.
class PlotView : public QChartView {
    Q_OBJECT
public:
    explicit PlotView(QWidget* parent);

    void setTheme(const Theme& theme);
    void setScale(const PlotScale& scale);
    void setPlot(const QRectF& plot);
    [[nodiscard]] const QRectF& plot() const { return plot_; }
    [[nodiscard]] const PlotScale& scale() const { return scale_; }
    /// What paintGround() paints is another thing now.
    void groundChanged();

    /// Beyond the scale's low and high it runs along the edge.
    [[nodiscard]] QPointF toPixels(QPointF value);
    [[nodiscard]] double toX(double seconds) { return toPixels({ seconds, scale_.high }).x(); }
    [[nodiscard]] double toY(double value) { return toPixels({ scale_.from, value }).y(); }
    [[nodiscard]] double secondsAt(double x);

protected:
    [[nodiscard]] const Theme& theme() const { return *theme_; }
    virtual void paintGround(QPainter& painter) = 0;
    virtual void paintData(QPainter& painter) = 0;

    /// Horizontal grid with its labels to the left, the axis with its own below.
    void paintGrid(QPainter& painter, const QVector<AxisTick>& ticks);
    void paintTimeAxis(QPainter& painter, const QVector<AxisTick>& ticks);

    void resizeEvent(QResizeEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void applyAxes();

    const Theme* theme_ = &Theme::dark();
    QLineSeries* mapping_;  // never has points: it ties the axes to the plot, for mapToPosition
    QAbstractAxis* xAxis_ = nullptr;
    QAbstractAxis* yAxis_ = nullptr;
    PlotScale scale_;
    QRectF plot_;
    QPixmap ground_;
};

}  // namespace headroom::ui
