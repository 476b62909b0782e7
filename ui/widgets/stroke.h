// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPen>
#include <QPolygonF>

namespace headroom::ui {

/// A polyline of many points, as fast as Qt's rasterizer allows; dashes run on through it. A single
/// point, a sample between two gaps, is a dot.
void drawStroke(QPainter& painter, const QPolygonF& line, QPen pen);

}  // namespace headroom::ui
