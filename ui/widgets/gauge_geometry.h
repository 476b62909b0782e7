// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace headroom::ui {

/// The 270° scale of a gauge (TOKENS §5): fraction 0 at 225°, 1 at −45° in Qt's degrees, so that
/// the limit, 5/6, is at 3 o'clock. Fractions outside of 0 … 1 and NaN are clamped. A value.
class GaugeGeometry {
public:
    /// `radius` is the outer one of the band ring.
    GaugeGeometry(QPointF centre, double radius);

    [[nodiscard]] QPointF centre() const { return centre_; }
    [[nodiscard]] double radius() const { return radius_; }

    [[nodiscard]] static double clamped(double fraction);
    /// Counter-clockwise from 3 o'clock, as Qt counts.
    [[nodiscard]] static double degrees(double fraction);
    /// The point at this fraction, `share` of the radius away from the centre.
    [[nodiscard]] QPointF at(double fraction, double share) const;
    /// The area between two fractions and two shares of the radius; empty where `to` ≤ `from`.
    [[nodiscard]] QPainterPath sector(double from, double to, double outer, double inner) const;

private:
    [[nodiscard]] QRectF circle(double share) const;

    QPointF centre_;
    double radius_;
};

/// The fraction of the scale at which every limit stands.
inline constexpr double kLimitFraction = 5.0 / 6.0;

/// Where the parts of a gauge card stand in a widget of some size. A value.
struct GaugeCardLayout {
    bool compact = false;  ///< short title, no threshold labels, no sparkline, footer of one line
    double unit = 1;  ///< what the px figures of the header and the footer are multiplied by
    QRectF card;
    QRectF header;
    QRectF plot;
    QRectF footer;  ///< its top edge is the rule
    double padding = 0;
    double radius = 0;  ///< 0: no room for a gauge, the value alone
    double gaugeUnit = 1;  ///< radius / the nominal one: texts in the plot shrink with the gauge
    QPointF centre;
    bool hasThresholdLabels = true;
    bool hasSparkline = true;
};

[[nodiscard]] GaugeCardLayout gaugeCardLayout(QSizeF size, ScreenSizes sizes);

}  // namespace headroom::ui
