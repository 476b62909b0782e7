// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stroke.h"

#include <QLineF>

#include <algorithm>

namespace headroom::ui {

namespace {

// Qt's rasterizer keeps the pixels of a scan line in a list that it walks for each new one: 900
// points of a nearly level line in one stroke take 16 ms, in strokes of a few pixels 1 ms.
constexpr qsizetype kStrokePoints = 16;

}  // namespace

void drawStroke(QPainter& painter, const QPolygonF& line, QPen pen)
{
    if (line.size() == 1) {
        painter.setPen(QPen(pen.color(), pen.widthF(), Qt::SolidLine, Qt::RoundCap));
        painter.drawPoint(line.first());
        return;
    }
    const bool dashed = pen.style() != Qt::SolidLine;
    painter.setPen(pen);
    for (qsizetype first = 0; first + 1 < line.size();) {
        const qsizetype last = std::min(first + kStrokePoints, line.size() - 1);
        painter.drawPolyline(line.constData() + first, static_cast<int>(last - first + 1));
        if (dashed) {  // the next stroke goes on in the pattern
            double length = 0;
            for (qsizetype i = first; i < last; ++i) {
                length += QLineF(line[i], line[i + 1]).length();
            }
            pen.setDashOffset(pen.dashOffset() + length / pen.widthF());
            painter.setPen(pen);
        }
        if (last + 1 == line.size()) {
            break;
        }
        // One segment twice, so that the strokes join without a notch.
        first = dashed ? last : last - 1;
    }
}

}  // namespace headroom::ui
