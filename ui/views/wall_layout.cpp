// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/wall_layout.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

// The figures of the wall at scale 1, px.
constexpr double kWidth = 1920;
constexpr double kHeight = 1080;
constexpr double kSide = 24;
constexpr double kTop = 16;
constexpr double kBottom = 10;
constexpr double kGapX = 16;
constexpr double kGapY = 14;
constexpr double kColumn = 456;
constexpr double kAlertsAtMost = 640;
constexpr double kBannerRow = 108;
constexpr double kGaugeRow = 452;
constexpr double kChartRow = 298;
constexpr double kStripRow = 110;
constexpr double kFootRow = 30;
constexpr double kVeryWide = 2.2;  // 21:9 is 2.33, 16:9 is 1.78

double snappedScale(QSize size)
{
    const double fits = std::min(size.width() / kWidth, size.height() / kHeight);
    return std::max(0.125, std::floor(fits * 8 + 1e-9) / 8);
}

struct Columns {
    double ordinary;
    double alerts;
};

Columns columnsOf(QSize size, double s)
{
    const double room = size.width() - 2 * kSide * s - 3 * kGapX * s;
    double spare = room - 4 * kColumn * s;
    double alerts = kColumn * s;
    if (size.width() >= kVeryWide * size.height()) {
        const double grown = std::min(spare, (kAlertsAtMost - kColumn) * s);
        alerts += grown;
        spare -= grown;
        return { kColumn * s + spare / 3, alerts };
    }
    return { kColumn * s + spare / 4, alerts + spare / 4 };
}

QRect rectOf(double left, double top, double width, double height)
{
    const int x = qRound(left);
    const int y = qRound(top);
    return { x, y, qRound(left + width) - x, qRound(top + height) - y };
}

}  // namespace

WallLayout layoutWall(QSize size, int bandHeight)
{
    const double s = snappedScale(size);
    const auto columns = columnsOf(size, s);
    const double spare = size.height() - bandHeight - kHeight * s;
    const double gap = kGapX * s;
    const double left = kSide * s;
    const double three = 3 * columns.ordinary + 2 * gap;
    const double alertsLeft = left + three + gap;
    const auto columnLeft = [&](int i) { return left + i * (columns.ordinary + gap); };

    WallLayout wall;
    wall.scale = s;
    double top = bandHeight + kTop * s;
    wall.banner = rectOf(left, top, 2 * columns.ordinary + gap, kBannerRow * s);
    wall.gate = rectOf(columnLeft(2), top, columns.ordinary, kBannerRow * s);
    wall.clock = rectOf(alertsLeft, top, columns.alerts, kBannerRow * s);

    top += (kBannerRow + kGapY) * s;
    const double gaugeHeight = kGaugeRow * s + spare * 3 / 5;
    for (int i = 0; i < 3; ++i) {
        wall.gauges[static_cast<std::size_t>(i)]
            = rectOf(columnLeft(i), top, columns.ordinary, gaugeHeight);
    }
    wall.gauges[3] = rectOf(alertsLeft, top, columns.alerts, gaugeHeight);

    top += gaugeHeight + kGapY * s;
    const double chartHeight = kChartRow * s + spare * 2 / 5;
    const double chartWidth = (three - gap) / 2;
    wall.latency = rectOf(left, top, chartWidth, chartHeight);
    wall.load = rectOf(left + chartWidth + gap, top, chartWidth, chartHeight);
    const double stripTop = top + chartHeight + kGapY * s;
    wall.strip = rectOf(left, stripTop, three, kStripRow * s);
    wall.alerts = rectOf(alertsLeft, top, columns.alerts, stripTop + kStripRow * s - top);
    wall.foot = rectOf(
        left, size.height() - (kBottom + kFootRow) * s, size.width() - 2 * left, kFootRow * s);
    return wall;
}

}  // namespace headroom::ui
