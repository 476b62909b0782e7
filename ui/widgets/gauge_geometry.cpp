// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gauge_geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace headroom::ui {

namespace {

constexpr double kStartDegrees = 225;
constexpr double kSweepDegrees = 270;

// The figures of a card; wall, desk and 1024 px.
struct CardFigures {
    double header;
    double footer;
    double padding;
    double radius;
    double plotHeight;  // what the radius needs
    double cardWidth;  // what the radius needs, with the limit's label
    double centreX;  // from the card's middle
    double centreY;  // from the middle of the plot, in radii
};

constexpr CardFigures kWall { 54, 96, 23, 130, 290, 420, -6, 0.112 };
constexpr CardFigures kDesk { 42, 62, 16.5, 90, 198, 280, -6, 0.13 };
constexpr CardFigures kCompact { 36, 39, 13, 70, 150, 222, -8, 0.13 };

// Below these a desk card is a compact one.
constexpr QSizeF kSmallestDesk(262, 290);
// The wall's in its own px.
constexpr QSizeF kSmallestWall(380, 400);
// Smaller than this an arc says less than the digits whose place it takes.
constexpr double kSmallestRadius = 22;

const CardFigures& figures(bool wall, bool compact)
{
    if (compact && !wall) {
        return kCompact;
    }
    return wall ? kWall : kDesk;
}

}  // namespace

GaugeGeometry::GaugeGeometry(QPointF centre, double radius)
    : centre_(centre)
    , radius_(radius)
{
}

double GaugeGeometry::clamped(double fraction)
{
    return std::isnan(fraction) ? 0 : std::clamp(fraction, 0.0, 1.0);
}

double GaugeGeometry::degrees(double fraction)
{
    return kStartDegrees - kSweepDegrees * clamped(fraction);
}

QPointF GaugeGeometry::at(double fraction, double share) const
{
    const double angle = degrees(fraction) * std::numbers::pi / 180;
    return centre_ + radius_ * share * QPointF(std::cos(angle), -std::sin(angle));
}

QRectF GaugeGeometry::circle(double share) const
{
    const double r = radius_ * share;
    return { centre_.x() - r, centre_.y() - r, 2 * r, 2 * r };
}

QPainterPath GaugeGeometry::sector(double from, double to, double outer, double inner) const
{
    const double start = degrees(from);
    const double end = degrees(to);
    QPainterPath path;
    if (!(end < start)) {
        return path;
    }
    path.arcMoveTo(circle(outer), start);
    path.arcTo(circle(outer), start, end - start);
    path.arcTo(circle(inner), end, start - end);
    path.closeSubpath();
    return path;
}

GaugeCardLayout gaugeCardLayout(QSizeF size, ScreenSizes sizes)
{
    GaugeCardLayout layout;
    layout.unit = sizes.scale;
    const QSizeF room = size / sizes.scale;
    const QSizeF smallest = sizes.wall ? kSmallestWall : kSmallestDesk;
    layout.compact = room.width() < smallest.width() || room.height() < smallest.height();
    const CardFigures& figure = figures(sizes.wall, layout.compact);
    const double unit = layout.unit;

    layout.card = QRectF(QPointF(0, 0), size);
    // A card that is hardly taller than its header keeps the header: level and word go last.
    const double header = std::min(std::round(figure.header * unit), size.height());
    const double footer
        = std::clamp(size.height() - header, 0.0, std::round(figure.footer * unit) + 1);
    layout.header = QRectF(0, 0, size.width(), header);
    layout.footer = QRectF(0, size.height() - footer, size.width(), footer);
    layout.plot = QRectF(0, header, size.width(), size.height() - footer - header);
    layout.padding = std::min(figure.padding * unit, size.width() / 8);

    const double nominal = figure.radius * unit;
    layout.radius = std::min({ nominal, layout.plot.height() * figure.radius / figure.plotHeight,
        size.width() * figure.radius / figure.cardWidth });
    if (layout.radius < kSmallestRadius) {
        layout.radius = 0;
    }
    layout.gaugeUnit = layout.radius / nominal * unit;
    layout.hasThresholdLabels = !layout.compact && layout.radius > 0.8 * nominal;
    layout.hasSparkline = !layout.compact;
    // The middle of a pixel: the limit's line lies there.
    const QPointF middle = layout.plot.center();
    layout.centre = QPointF(middle.x() + figure.centreX * layout.gaugeUnit,
        std::floor(middle.y() + figure.centreY * layout.radius) + 0.5);
    return layout;
}

}  // namespace headroom::ui
