// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <QVector>

namespace headroom::ui {

/// How a sparkline is drawn.
struct SparklineStyle {
    QColor line;
    double width = 2.5;
    QColor dot;  ///< of the last value; invalid: none
    double dotRadius = 6;
};

/// Evenly spaced values, oldest first, on a y range of their own and no axis; a value that is not
/// finite is a gap. Paints inside of `rect`.
void drawSparkline(QPainter& painter, const QRectF& rect, const QVector<double>& values,
    const SparklineStyle& style);

}  // namespace headroom::ui
