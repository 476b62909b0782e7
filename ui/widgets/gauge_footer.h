// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/gauge_painter.h"

namespace headroom::ui {

/// The foot of a gauge card: headroom; trend and sparkline, or how old the value is, or who has the
/// alert, or which source has no data; in one line on a compact card.
void paintGaugeFooter(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display);

}  // namespace headroom::ui
