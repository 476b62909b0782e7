// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::ui {

namespace {

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
};

Range rangeOf(const QVector<double>& values)
{
    Range range;
    for (const double value : values) {
        if (std::isfinite(value)) {
            range.low = std::min(range.low, value);
            range.high = std::max(range.high, value);
        }
    }
    return range;
}

void drawRun(QPainter& painter, QPolygonF& run, double width)
{
    if (run.size() == 1) {  // a value between two gaps was measured too
        painter.drawLine(run.first() - QPointF(width / 4, 0), run.first() + QPointF(width / 4, 0));
    } else if (run.size() > 1) {
        painter.drawPolyline(run);
    }
    run.clear();
}

}  // namespace

void drawSparkline(QPainter& painter, const QRectF& rect, const QVector<double>& values,
    const SparklineStyle& style)
{
    const Range range = rangeOf(values);
    if (!(range.low <= range.high) || rect.width() < 4 || rect.height() < 4) {
        return;
    }
    const double margin = std::max(style.dotRadius, style.width);
    const QRectF box = rect.adjusted(style.width / 2, margin, -margin - style.width / 2, -margin);
    // Halved, since the difference of two finite values need not be finite.
    const double half = range.high / 2 - range.low / 2;
    const auto at = [&](qsizetype index) {
        const double x = values.size() < 2 ? box.right()
                                           : box.left()
                + box.width() * static_cast<double>(index) / static_cast<double>(values.size() - 1);
        const double share = half > 0 ? (values.at(index) / 2 - range.low / 2) / half : 0.5;
        return QPointF(x, box.bottom() - box.height() * share);
    };
    // More points than pixels cost time and show nothing.
    const qsizetype step
        = std::max<qsizetype>(1, values.size() / std::max(1, static_cast<int>(2 * box.width())));
    // Round joins look the same at this width and cost an eighth of the whole card.
    painter.setPen(QPen(style.line, style.width, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin));
    painter.setBrush(Qt::NoBrush);
    QPolygonF run;
    for (qsizetype index = (values.size() - 1) % step; index < values.size(); index += step) {
        if (std::isfinite(values.at(index))) {
            run << at(index);
        } else {
            drawRun(painter, run, style.width);
        }
    }
    drawRun(painter, run, style.width);
    if (style.dot.isValid() && std::isfinite(values.last())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.dot);
        painter.drawEllipse(at(values.size() - 1), style.dotRadius, style.dotRadius);
    }
}

}  // namespace headroom::ui
