// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

#include <array>

namespace headroom::ui {

/// Where everything on the overview page stands, for one size of the page (the window less rail and
/// header). What has no room has an empty rectangle.
struct OverviewLayout {
    QRect banner;
    QRect gate;
    QRect note;
    std::array<QRect, 4> gauges;
    QRect latency;
    QRect load;  ///< empty: a tab of the latency chart
    QRect alerts;
    QRect strip;
    QRect stripRows;  ///< the strip under the alerts instead, one line a limit
};

/// TOKENS §10, from the 1024 px window to any desk. `windowHeight` decides what a low window hides.
[[nodiscard]] OverviewLayout layoutOverview(QSize page, QSize window);

}  // namespace headroom::ui
