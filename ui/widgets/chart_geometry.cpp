// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_geometry.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

QFont chartTitleFont(ScreenSizes sizes) { return textFont(sizes.px(24, 15), 600); }
QFont chartSubtitleFont(ScreenSizes sizes) { return textFont(sizes.px(18, 13), bodyWeight(sizes)); }
QFont chartAxisFont(ScreenSizes sizes) { return textFont(sizes.px(18, 12), 400); }
QFont chartLabelFont(ScreenSizes sizes, bool strong)
{
    return textFont(sizes.px(18, 12), strong ? 600 : bodyWeight(sizes));
}

ChartScale scaleOf(const ChartDisplay& display)
{
    ChartScale scale;
    if (std::isfinite(display.windowSeconds) && display.windowSeconds > 0
        && display.windowSeconds < 1e12) {
        scale.window = display.windowSeconds;
    }
    const double low = display.minimum;
    const double high = display.maximum;
    if (!std::isfinite(low) || !std::isfinite(high) || !(high > low) || high - low > 1e18) {
        return { scale.window, display.logScale ? 1.0 : 0.0, display.logScale ? 10.0 : 1.0 };
    }
    scale.high = display.logScale ? std::max(high, 1e-6) : high;
    scale.low = display.logScale ? std::max(low, scale.high * 1e-9) : low;
    return scale;
}

double directLabelWidth(const ChartDisplay& display, ScreenSizes sizes)
{
    const QFont name = chartLabelFont(sizes, false);
    const QFont value = chartLabelFont(sizes, true);
    double widest = 0;
    for (const ChartSeries& series : display.series) {
        const double space = tabularWidth(name, QStringLiteral(" "));
        widest = std::max(widest,
            tabularWidth(name, series.name) + space + tabularWidth(value, series.valueText));
    }
    return widest;
}

ChartGeometry chartGeometry(
    const ChartDisplay& display, ScreenSizes sizes, QSizeF card, double labelReserve)
{
    ChartGeometry geometry;
    geometry.card = QRectF(QPointF(0, 0), card);
    geometry.padding = sizes.px(22, 16);
    geometry.titleBaseline = sizes.px(40, 29);

    const QFont axis = chartAxisFont(sizes);
    double widestTick = 0;
    for (const AxisTick& tick : display.yTicks) {
        widestTick = std::max(widestTick, tabularWidth(axis, tick.text));
    }
    // The left edge is the design's; it gives way only to labels longer than the design knew.
    const double usual = display.logScale ? sizes.px(59, 43) : sizes.px(51, 35);
    const double left = geometry.padding + std::max(usual, widestTick + sizes.px(13, 8));
    const double toLabel = sizes.px(26, 18);
    const double right = toLabel + labelReserve + sizes.px(14, 12);
    const double top = sizes.px(59, 43);
    const double bottom = sizes.px(47, 34);
    // Whole pixels: grid and axis are painted without antialiasing.
    const QRectF plot(QPointF(std::round(left), std::round(top)),
        QPointF(std::round(card.width() - right), std::round(card.height() - bottom)));
    if (plot.width() >= 24 && plot.height() >= 16) {
        geometry.plot = plot;
    }
    geometry.xLabelBaseline = plot.bottom() + sizes.px(26, 19);
    geometry.labelLeft = plot.right() + toLabel;
    geometry.labelWidth = card.width() - geometry.labelLeft - sizes.px(8, 6);
    return geometry;
}

}  // namespace headroom::ui
