// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include <QLineF>
#include <QPaintDevice>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kGrid = 24;  // the grid that the level shapes are given on
constexpr double kLimitAt = 5.0 / 6.0;

QPainterPath shapePath(Level level)
{
    QPainterPath path;
    switch (level) {
    case Level::Green:
        path.addEllipse(QPointF(12, 12), 8.5, 8.5);
        break;
    case Level::Yellow:
        path.addPolygon(QPolygonF({ { 12, 2.6 }, { 22.4, 20.6 }, { 1.6, 20.6 } }));
        path.closeSubpath();
        break;
    case Level::Orange:
        path.addPolygon(QPolygonF({ { 12, 1.4 }, { 22.6, 12 }, { 12, 22.6 }, { 1.4, 12 } }));
        path.closeSubpath();
        break;
    case Level::Red:
        path.addRect(3.6, 3.6, 16.8, 16.8);
        break;
    case Level::Unknown:
        path.addEllipse(QPointF(12, 12), 8, 8);
        break;
    }
    return path;
}

void paintOne(QPainter& painter, Level level, QPointF centre, double size, QColor fill, QColor edge,
    bool filled)
{
    if (!(size > 0)) {
        return;
    }
    const double unit = size / kGrid;
    painter.save();
    painter.translate(centre.x() - size / 2, centre.y() - size / 2);
    painter.scale(unit, unit);
    QPen pen(edge, 1.25, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (level == Level::Unknown) {
        pen.setWidthF(2.4);
        pen.setDashPattern({ 4.2 / 2.4, 3 / 2.4 });
        filled = false;
    } else if (!filled) {  // thick enough to be seen from afar
        pen.setWidthF(std::max(2.4, 1 / unit));
    }
    painter.setPen(pen);
    painter.setBrush(filled ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawPath(shapePath(level));
    painter.restore();
}

void paintShape(QPainter& painter, Level level, QPointF centre, double size, QColor fill,
    QColor edge, ShapeStyle style)
{
    if (style == ShapeStyle::Ringed && level != Level::Unknown) {
        paintOne(painter, level, centre, size, edge, edge, false);
        // The triangle's middle is not that of its cell.
        const double lower = level == Level::Yellow ? size / 12 : 0;
        paintOne(painter, level, centre + QPointF(0, lower), size / 2, fill, edge, true);
        return;
    }
    paintOne(painter, level, centre, size, fill, edge, style != ShapeStyle::Outlined);
}

double deviceRatio(const QPainter& painter)
{
    return painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1;
}

}  // namespace

void drawLevelShape(QPainter& painter, const Theme& theme, Level level, QPointF centre, double size,
    ShapeStyle style)
{
    const LevelColors& colors = theme.level(level);
    if (style == ShapeStyle::Grey) {
        const QColor grey = theme.color(Token::T3);
        paintShape(painter, level, centre, size, grey, grey, style);
        return;
    }
    paintShape(painter, level, centre, size, colors.mark, colors.edge, style);
}

void drawLevelShape(
    QPainter& painter, Level level, QPointF centre, double size, QColor color, ShapeStyle style)
{
    paintShape(painter, level, centre, size, color, color, style);
}

void drawHatch(
    QPainter& painter, const QPainterPath& clip, QColor color, double width, double period)
{
    const QRectF box = clip.boundingRect();
    if (box.isEmpty() || !(period > 0)) {
        return;
    }
    // Whole device pixels: thinner than one they would turn into a tint.
    const double ratio = deviceRatio(painter);
    const double pen = std::max(1.0, std::round(width * ratio)) / ratio;
    const double step = std::max(2.0, std::round(period * ratio)) / ratio * std::sqrt(2.0);
    painter.save();
    painter.setClipPath(clip, Qt::IntersectClip);
    painter.setPen(QPen(color, pen, Qt::SolidLine, Qt::FlatCap));
    QVector<QLineF> lines;
    // A line x + y = s rises to the right; counted from the origin, so that neighbouring areas
    // meet.
    const double last = box.right() + box.bottom() + step;
    double sum = std::floor((box.left() + box.top()) / step) * step;
    for (; sum <= last && lines.size() < 4096; sum += step) {
        lines.append(QLineF(
            sum - box.bottom() - pen, box.bottom() + pen, sum - box.top() + pen, box.top() - pen));
    }
    painter.drawLines(lines);
    painter.restore();
}

void drawHeadroomBar(QPainter& painter, const Theme& theme, const QRectF& rect, double fraction,
    Level level, bool stale, double markWidth)
{
    const double limitX = rect.left() + rect.width() * kLimitAt;
    painter.fillRect(rect, theme.color(Token::Track));
    QPainterPath beyond;
    beyond.addRect(QRectF(QPointF(limitX, rect.top()), rect.bottomRight()));
    const double scale = markWidth / 2;
    drawHatch(painter, beyond, theme.color(Token::Hatch), 2 * scale, 6 * scale);

    const double share = std::isfinite(fraction) ? std::clamp(fraction * kLimitAt, 0.0, 1.0) : 0;
    const bool loud = level >= Level::Yellow && !stale;
    const QColor color = stale ? theme.color(Token::Data2)
        : loud                 ? theme.level(level).mark
                               : theme.color(Token::Data);
    const QRectF bar(rect.left(), rect.top(), rect.width() * share, rect.height());
    painter.fillRect(bar, color);
    if (loud && theme.kind() == ThemeKind::Light && bar.width() > 2) {
        painter.setPen(QPen(theme.level(level).edge, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const double longer = 3 * scale;
    painter.fillRect(
        QRectF(limitX - markWidth / 2, rect.top() - longer, markWidth, rect.height() + 2 * longer),
        theme.color(Token::T1));
}

}  // namespace headroom::ui
