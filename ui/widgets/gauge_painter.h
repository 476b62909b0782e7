// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/theme.h"
#include "ui/widgets/gauge_geometry.h"

#include <QPainter>

namespace headroom::ui {

/// Where and how a gauge is painted. Refers to its theme.
struct GaugeLook {
    const Theme& theme;
    ScreenSizes sizes;
    GaugeCardLayout layout;
    QColor background;  ///< of the card: what stands around the marker
};

/// What stays while only the value moves: band ring, track, hatch over the limit, threshold ticks
/// and labels; for NO DATA the empty dashed track.
void paintGaugeScale(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display);
/// What moves with the value: arc, marker, limit line, texts. `fraction` is where the arc ends now,
/// on its way to display.fraction.
void paintGaugeValue(
    QPainter& painter, const GaugeLook& look, const GaugeDisplay& display, double fraction);
/// The parts of a display that paintGaugeScale looks at are the same.
[[nodiscard]] bool hasSameScale(const GaugeDisplay& a, const GaugeDisplay& b);

}  // namespace headroom::ui
