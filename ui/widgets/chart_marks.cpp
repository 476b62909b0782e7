// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_view.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/reduce.h"
#include "ui/widgets/stroke.h"
#include "ui/widgets/time_chart.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

// What a ChartView paints over Qt's grid: gaps, thresholds, limit, lines and their labels.

namespace headroom::ui {

namespace {

QPainterPath rectPath(const QRectF& rect)
{
    QPainterPath path;
    path.addRect(rect);
    return path;
}

// The middle of a pixel, so that a thin horizontal line has one full row.
double onPixelCentre(double y) { return std::floor(y) + 0.5; }

}  // namespace

void ChartView::paintGaps(QPainter& painter)
{
    const Theme& theme = owner_.theme();
    const ScreenSizes sizes = owner_.sizes();
    const QRectF& plot = geometry_.plot;
    const auto paintGap = [&](double from, double to) {
        drawHatch(painter, rectPath(QRectF(QPointF(from, plot.top()), QPointF(to, plot.bottom()))),
            theme.color(Token::Bg3), sizes.px(4, 3), sizes.px(10, 7));
        painter.setPen(
            QPen(theme.color(Token::T2), sizes.px(1.5, 1.5), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(from, plot.top()), QPointF(from, plot.bottom()));
    };

    QVector<QVector<QPointF>> lines;
    for (const ChartSeries& series : owner_.display().series) {
        lines.append(series.points);
    }
    // Narrower ones would be all line and no hatch.
    const double shortest = 4 * scaleOf(owner_.display()).window / plot.width();
    for (const Span& gap : commonGaps(lines, shortest)) {
        const double from = std::max(toPixels({ gap.from, 0 }).x(), plot.left());
        const double to = std::min(toPixels({ gap.to, 0 }).x(), plot.right());
        if (to > from) {
            paintGap(from, to);
        }
    }
    if (const double end = knownEnd(); end < plot.right()) {
        paintGap(end, plot.right());
    }
}

void ChartView::paintThresholds(QPainter& painter)
{
    const Theme& theme = owner_.theme();
    const ScreenSizes sizes = owner_.sizes();
    const ChartDisplay& display = owner_.display();
    const ChartScale scale = scaleOf(display);
    const bool stale = display.staleSince.has_value();
    const QRectF& plot = geometry_.plot;
    const double glyph = sizes.px(14, 10);
    const double lineLeft = plot.left() + sizes.px(22, 16);
    const double right = knownEnd();
    for (const ChartThreshold& threshold : display.thresholds) {
        if (!(threshold.value >= scale.low && threshold.value <= scale.high)) {
            continue;
        }
        const double y = onPixelCentre(toY(threshold.value));
        const bool lit = threshold.lit && !stale;
        painter.fillRect(QRectF(plot.left() - 2, y - glyph * 0.6, glyph * 1.4, glyph * 1.2),
            theme.color(Token::Bg1));
        const LevelColors& colors = theme.level(threshold.level);
        const double width = sizes.px(1.5, 1.5);
        QPen pen(stale ? theme.color(Token::Line2)
                : lit  ? colors.fg
                       : colors.band,
            width, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({ sizes.px(6, 6) / width, sizes.px(5, 5) / width });
        if (right > lineLeft) {
            painter.setPen(pen);
            painter.drawLine(QPointF(lineLeft, y), QPointF(right, y));
        }
        drawLevelShape(painter, theme, threshold.level, { plot.left() + sizes.px(9, 6), y }, glyph,
            lit ? ShapeStyle::Filled : ShapeStyle::Grey);
    }
}

void ChartView::paintLimit(QPainter& painter)
{
    const ChartDisplay& display = owner_.display();
    const ChartScale scale = scaleOf(display);
    if (!display.limit || !(*display.limit >= scale.low && *display.limit <= scale.high)) {
        return;
    }
    const Theme& theme = owner_.theme();
    const ScreenSizes sizes = owner_.sizes();
    const QRectF& plot = geometry_.plot;
    const double thick = std::max(1.0, std::round(sizes.px(2, 2)));
    const double y = std::round(toY(*display.limit));
    const QFont font = chartLabelFont(sizes, true);
    const double width = std::min(tabularWidth(font, display.limitText), plot.width() / 2);
    const double height = QFontMetricsF(font).height();
    const double lineLeft = plot.left() + (width > 0 ? width + sizes.px(8, 7) : 0);
    painter.fillRect(QRectF(plot.left(), y - height / 2, lineLeft - plot.left(), height),
        theme.color(Token::Bg1));
    drawMiddle(painter, { plot.left(), y }, width, display.limitText, font, theme.color(Token::T1));
    const double right = knownEnd();
    if (right > lineLeft) {
        painter.fillRect(
            QRectF(lineLeft, y - thick / 2, right - lineLeft, thick), theme.color(Token::T1));
    }
}

void ChartView::paintLines(QPainter& painter)
{
    painter.save();
    // A line along an edge of the scale keeps its whole width.
    painter.setClipRect(geometry_.plot.adjusted(0, -4, 0, 4));
    painter.setBrush(Qt::NoBrush);
    for (const Line& line : lines_) {
        for (const QPolygonF& piece : line.pieces) {
            drawStroke(painter, piece, line.pen);
        }
    }
    painter.restore();
}

void ChartView::paintDirectLabels(QPainter& painter)
{
    const ScreenSizes sizes = owner_.sizes();
    const QRectF& plot = geometry_.plot;
    QVector<qsizetype> shown;
    QVector<double> wanted;
    for (qsizetype i = 0; i < lines_.size(); ++i) {
        if (!lines_[i].pieces.isEmpty()) {
            shown.append(i);
            wanted.append(lines_[i].pieces.last().last().y());
        }
    }
    const double em = chartLabelFont(sizes, true).pixelSize();
    const QVector<double> places
        = spreadLabels(wanted, 1.45 * em, { plot.top() - em / 2, plot.bottom() + em / 2 });
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const Line& line = lines_[shown[i]];
        // From far inside the plot the leader would look like the line going on.
        QPointF end = line.pieces.last().last();
        end.setX(end.x() < plot.right() - plot.width() / 10 ? plot.right() : end.x());
        const double y = places[i];
        painter.setPen(
            QPen(line.pen.color(), sizes.px(1.5, 1.5), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({ { end.x() + sizes.px(3, 2), end.y() },
            { plot.right() + sizes.px(13, 9), y }, { plot.right() + sizes.px(21, 14), y } }));
        paintDirectLabel(painter, owner_.display().series[shown[i]], y);
    }
}

void ChartView::paintDirectLabel(QPainter& painter, const ChartSeries& series, double y)
{
    struct Part {
        QString text;
        QFont font;
        QColor color;
    };
    const Theme& theme = owner_.theme();
    const ScreenSizes sizes = owner_.sizes();
    const bool stale = owner_.display().staleSince.has_value();
    Part name { series.name, chartLabelFont(sizes, false), theme.color(Token::T2) };
    Part value { series.valueText, chartLabelFont(sizes, true),
        theme.color(stale ? Token::T3 : Token::T1) };
    const double space = tabularWidth(name.font, QStringLiteral(" "));
    if (series.valueFirst) {
        std::swap(name, value);
    }
    drawMiddle(painter, { geometry_.labelLeft, y }, geometry_.labelWidth, name.text, name.font,
        name.color);
    const double skip = name.text.isEmpty() ? 0 : tabularWidth(name.font, name.text) + space;
    drawMiddle(painter, { geometry_.labelLeft + skip, y }, geometry_.labelWidth - skip, value.text,
        value.font, value.color);
}

}  // namespace headroom::ui
