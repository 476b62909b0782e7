// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/gauge_painter.h"

namespace headroom::ui {

// The lines of the platform under a storage. They are no levels: grey, and inside the ring.

/// Notches in the inner rim of the track, above the arc: what moves stays readable.
void paintGaugeMarks(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display);
/// Tick and words outside of the ring, where no threshold or limit has its label.
void paintGaugeMarkLabels(QPainter& painter, const GaugeLook& look, const GaugeDisplay& display);

}  // namespace headroom::ui
