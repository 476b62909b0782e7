// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/gauge_painter.h"

#include <QFont>
#include <QStringList>

namespace headroom::ui {

/// The fonts of a gauge's plot.
struct GaugeTexts {
    QFont value;
    QFont unit;
    QFont next;
    QFont threshold;
    QFont limit;
    QFont limitWord;
    double limitLine = 0;  ///< how far the limit's line reaches beyond the ring
};

[[nodiscard]] GaugeTexts gaugeTexts(ScreenSizes sizes, const GaugeCardLayout& layout);

/// The text in at most `count` lines no wider than `width`, broken between words; the last one is
/// elided where it does not fit.
[[nodiscard]] QStringList wrapped(const QString& text, const QFont& font, double width, int count);

/// The limit's line at 3 o'clock, from this share of the radius, and its label.
void paintLimit(
    QPainter& painter, const GaugeLook& look, const GaugeDisplay& display, double fromShare);

/// Value, unit, and the next level or what it was or why there is none. `innerDiameter` in radii.
void paintGaugeTexts(
    QPainter& painter, const GaugeLook& look, const GaugeDisplay& display, double innerDiameter);

}  // namespace headroom::ui
