// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QVector>

namespace headroom::ui {

// What a chart does with more samples than it has pixels. Pure functions; x ascends, a point whose
// x or y is not finite is a gap.

/// A stretch of x, from < to.
struct Span {
    double from = 0;
    double to = 0;

    bool operator==(const Span&) const = default;
};

/// The points of `window`, with the nearest neighbour outside on either side, reduced to the lowest
/// and the highest of every one of its `columns` in their order of time. Gaps stay, as one point
/// with a NaN y each. What has no more than two points a column comes back as it was.
[[nodiscard]] QVector<QPointF> reduceToColumns(
    const QVector<QPointF>& points, Span window, int columns);

/// A polyline without the points that lie within `tolerance` of the straight way between those that
/// stay. Ends stay. For strokes, which cost by the point.
[[nodiscard]] QPolygonF straightened(const QPolygonF& line, double tolerance);

/// The stretches wider than `shortest` in which none of the lines has a value, although it had one
/// before and after.
[[nodiscard]] QVector<Span> commonGaps(const QVector<QVector<QPointF>>& lines, double shortest);

/// Positions for labels that want to stand at `wanted`, at least `spacing` apart and inside
/// `range` as far as they fit: crowded ones spread around their common centre. Same order as
/// `wanted`.
[[nodiscard]] QVector<double> spreadLabels(
    const QVector<double>& wanted, double spacing, Span range);

}  // namespace headroom::ui
