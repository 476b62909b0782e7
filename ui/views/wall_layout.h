// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

#include <array>

namespace headroom::ui {

/// Where everything on the wall stands, for one size of screen.
struct WallLayout {
    double scale = 1;  ///< of every figure of the 1920 × 1080 wall, in steps of 1/8
    QRect banner;
    QRect gate;
    QRect clock;
    std::array<QRect, 4> gauges;
    QRect latency;
    QRect load;
    QRect strip;
    QRect alerts;
    QRect foot;
};

/// TOKENS §4 and §10: spare width goes to the columns, on very wide screens to the alerts first;
/// spare height to gauges and charts as 3 to 2. The first `bandHeight` px stay free for the band that
/// says there is no contact; gauges and charts give them in the same way.
[[nodiscard]] WallLayout layoutWall(QSize size, int bandHeight = 0);

}  // namespace headroom::ui
