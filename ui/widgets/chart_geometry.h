// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/theme.h"

#include <QRectF>
#include <QSizeF>

namespace headroom::ui {

// Where the parts of a chart card stand, and in which type. Pure; lengths in device-independent
// pixels of the card, whose top left corner is the origin.

/// What the axes span: the display's, or something that an axis can be where that makes no sense.
struct ChartScale {
    double window = 1;  ///< seconds, > 0; x runs from −window to 0
    double low = 0;  ///< < high; > 0 on a log scale
    double high = 1;
};
ChartScale scaleOf(const ChartDisplay& display);

struct ChartGeometry {
    QRectF card;
    QRectF plot;  ///< empty when the card is too small for one
    double padding = 0;
    double titleBaseline = 0;
    double xLabelBaseline = 0;
    double labelLeft = 0;  ///< of the direct labels
    double labelWidth = 0;
};

QFont chartTitleFont(ScreenSizes sizes);
QFont chartSubtitleFont(ScreenSizes sizes);
QFont chartAxisFont(ScreenSizes sizes);
/// Names of lines, and with `strong` their values and the limit's label.
QFont chartLabelFont(ScreenSizes sizes, bool strong);

/// Width of the widest direct label ("p999 910 ms").
double directLabelWidth(const ChartDisplay& display, ScreenSizes sizes);

/// `labelReserve`: the width to keep free for direct labels, at least the design's. It is the
/// caller's to remember, so that the plot does not jump with every digit.
ChartGeometry chartGeometry(
    const ChartDisplay& display, ScreenSizes sizes, QSizeF card, double labelReserve);

}  // namespace headroom::ui
