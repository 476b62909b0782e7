// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/trends_view.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/reduce.h"
#include "ui/widgets/stroke.h"
#include "ui/widgets/trends_chart.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kPadding = 16;
constexpr double kStraight = 0.15;  // how far, in pixels, a stroke may leave out a bend

QRectF between(double left, double right, const QRectF& plot)
{
    return { QPointF(left, plot.top()), QPointF(right, plot.bottom()) };
}

}  // namespace

QPen trendPen(const Theme& theme, TrendRole role)
{
    QPen pen(theme.color(Token::T1), 2.25, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    if (role == TrendRole::P50) {
        pen = QPen(theme.color(Token::Data2), 1.75, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    } else if (role == TrendRole::P999) {
        pen = QPen(theme.color(Token::Data), 1.5, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
        pen.setDashPattern({ 1.5, 2 });
    }
    return pen;
}

TrendsView::TrendsView(TrendsChart& owner)
    : PlotView(&owner)
    , owner_(owner)
{
}

void TrendsView::displayChanged()
{
    const auto& display = owner_.display();
    setScale({ display.from, display.to, display.minimum, display.maximum, display.logScale });
    placePlot();
    groundChanged();
}

void TrendsView::resizeEvent(QResizeEvent* event)
{
    PlotView::resizeEvent(event);
    placePlot();
}

void TrendsView::placePlot()
{
    // What stands around the plot does not depend on what is in it: nothing jumps while one pans.
    const double endLabels = width() < 700 ? 96 : 115;
    const QRectF plot(QPointF(71, 75), QPointF(width() - endLabels, height() - 41));
    setPlot(plot.width() >= 60 && plot.height() >= 40 ? plot : QRectF());
}

void TrendsView::paintGround(QPainter& painter)
{
    const auto& display = owner_.display();
    drawCard(painter, rect(), theme(), {});
    const double left = owner_.headerLeft();
    drawMiddle(painter, { left, 25 }, width() - left - kPadding, display.subtitle,
        textFont(13, 400), theme().color(Token::T3));
    if (plot().isEmpty()) {
        return;
    }
    paintLegend(painter);
    paintGrid(painter, display.yTicks);
    paintTimeAxis(painter, display.xTicks);
}

void TrendsView::paintLegend(QPainter& painter)
{
    const auto& display = owner_.display();
    const QFont font = textFont(13, 400);
    const double subtitleRight
        = owner_.headerLeft() + tabularWidth(textFont(13, 400), display.subtitle) + 24;
    double right = width() - kPadding - 2;
    double needed = 0;
    for (const auto& line : display.lines) {
        needed += tabularWidth(font, line.name) + 46;
    }
    if (display.lines.size() < 2 || right - needed < subtitleRight) {
        return;  // the labels at the ends of the lines say it as well
    }
    for (const auto& line : { TrendRole::P50, TrendRole::P99, TrendRole::P999 }) {
        const auto found = std::find_if(display.lines.begin(), display.lines.end(),
            [&](const TrendLine& one) { return one.role == line; });
        if (found == display.lines.end()) {
            continue;
        }
        const double textLeft = right - tabularWidth(font, found->name);
        drawMiddle(painter, { textLeft, 25 }, right - textLeft + 1, found->name, font,
            theme().color(Token::T2));
        painter.setPen(trendPen(theme(), line));
        painter.drawLine(QPointF(textLeft - 30, 25), QPointF(textLeft - 8, 25));
        right = textLeft - 46;
    }
}

QVector<TrendsView::Line> TrendsView::prepareLines()
{
    const auto& display = owner_.display();
    const int columns = qCeil(plot().width() * devicePixelRatioF());
    QVector<Line> lines;
    for (const auto& line : display.lines) {
        Line prepared { &line, {}, trendPen(theme(), line.role) };
        QPolygonF piece;
        const auto end = [&] {
            if (!piece.isEmpty()) {
                prepared.pieces.append(straightened(piece, kStraight));
            }
            piece.clear();
        };
        for (const QPointF& point :
            reduceToColumns(line.points, { display.from, display.to }, columns)) {
            if (std::isfinite(point.x()) && std::isfinite(point.y())) {
                piece.append(toPixels(point));
            } else {
                end();
            }
        }
        end();
        lines.append(prepared);
    }
    return lines;
}

void TrendsView::paintGaps(QPainter& painter)
{
    constexpr double kNarrowest = 3;  // narrower ones would be all line and no hatch
    for (const TimeSpan& gap : owner_.display().gaps) {
        const double left = std::clamp(toX(gap.from), plot().left(), plot().right());
        const double right = std::clamp(toX(gap.to), plot().left(), plot().right());
        if (right - left < kNarrowest) {
            continue;
        }
        QPainterPath path;
        path.addRect(between(left, right, plot()));
        drawHatch(painter, path, theme().color(Token::Bg3), 3, 7);
        if (left > plot().left()) {
            painter.setPen(QPen(theme().color(Token::T2), 1.5, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(QPointF(left, plot().top()), QPointF(left, plot().bottom()));
        }
    }
}

void TrendsView::paintBounds(QPainter& painter)
{
    const auto& display = owner_.display();
    for (const ChartThreshold& threshold : display.thresholds) {
        if (!(threshold.value >= scale().low && threshold.value <= scale().high)) {
            continue;
        }
        const double y = std::floor(toY(threshold.value)) + 0.5;
        const auto& colors = theme().level(threshold.level);
        painter.fillRect(QRectF(plot().left() - 2, y - 6, 14, 12), theme().color(Token::Bg1));
        QPen pen(threshold.lit ? colors.fg : colors.band, 1.5, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({ 4, 10.0 / 3 });
        painter.setPen(pen);
        painter.drawLine(QPointF(plot().left() + 16, y), QPointF(plot().right(), y));
        drawLevelShape(painter, theme(), threshold.level, { plot().left() + 6, y }, 10,
            threshold.lit ? ShapeStyle::Filled : ShapeStyle::Grey);
    }
    if (!display.limit || !(*display.limit >= scale().low && *display.limit <= scale().high)) {
        return;
    }
    const double y = std::round(toY(*display.limit));
    const QFont font = textFont(12, 600);
    const double room = tabularWidth(font, display.limitText);
    painter.fillRect(QRectF(plot().left(), y - 9, room + 7, 18), theme().color(Token::Bg1));
    drawMiddle(
        painter, { plot().left(), y }, room + 1, display.limitText, font, theme().color(Token::T1));
    painter.fillRect(QRectF(plot().left() + room + 7, y - 1, plot().width() - room - 7, 2),
        theme().color(Token::T1));
}

void TrendsView::paintBand(QPainter& painter)
{
    const auto& low = owner_.display().low;
    const auto& high = owner_.display().high;
    const qsizetype count = std::min(low.size(), high.size());
    if (count == 0) {
        return;
    }
    // One column of pixels at a time: a filled path of thousands of points costs more than all
    // the rest of the chart.
    painter.save();
    painter.setClipRect(plot());
    painter.setRenderHint(QPainter::Antialiasing, false);
    QVector<QRectF> columns;
    double columnLeft = 0;
    double top = 0;
    double bottom = 0;
    bool isOpen = false;
    const auto close = [&](double right) {
        if (isOpen) {
            columns.append(QRectF(
                columnLeft, top, std::max(1.0, right - columnLeft), std::max(1.0, bottom - top)));
        }
        isOpen = false;
    };
    const double from = owner_.display().from;
    const double to = owner_.display().to;
    for (qsizetype i = 0; i < count; ++i) {
        const bool isGap = std::isnan(low[i].y()) || std::isnan(high[i].y());
        const bool isLeftOfAll = i + 1 < count && high[i + 1].x() < from;
        if (isGap || isLeftOfAll) {
            close(isOpen ? columnLeft + 1 : 0);
            continue;
        }
        const double x = std::floor(toX(high[i].x()));
        const double y1 = toPixels(high[i]).y();
        const double y2 = toPixels(low[i]).y();
        if (isOpen && x < columnLeft + 1) {
            top = std::min(top, y1);
            bottom = std::max(bottom, y2);
        } else {
            close(x);
            isOpen = true;
            columnLeft = x;
            top = y1;
            bottom = y2;
        }
        if (high[i].x() > to) {
            break;
        }
    }
    close(columnLeft + 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(Token::Bg3));
    painter.drawRects(columns);
    painter.restore();
}

void TrendsView::paintEnds(QPainter& painter, const QVector<Line>& lines)
{
    QVector<qsizetype> shown;
    QVector<double> wanted;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines[i].pieces.isEmpty()) {
            shown.append(i);
            wanted.append(lines[i].pieces.last().last().y());
        }
    }
    constexpr double kSpacing = 17;
    const auto places = spreadLabels(wanted, kSpacing, { plot().top() - 6, plot().bottom() + 6 });
    const QFont name = textFont(12, 400);
    const QFont value = textFont(12, 600);
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const Line& line = lines[shown[i]];
        const double endY = line.pieces.last().last().y();
        const double y = places[i];
        const double right = plot().right();
        painter.setPen(QPen(line.pen.color(), 1.5, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPolyline(
            QPolygonF({ { right + 2, endY }, { right + 9, y }, { right + 14, y } }));
        const double left = right + 18;
        const double room = width() - left - 6;
        const double nameWidth = tabularWidth(name, line.line->name + QLatin1Char(' '));
        drawMiddle(
            painter, { left, y }, nameWidth, line.line->name, name, theme().color(Token::T2));
        drawMiddle(painter, { left + nameWidth, y }, room - nameWidth, line.line->lastText, value,
            theme().color(Token::T1));
    }
}

void TrendsView::paintEmpty(QPainter& painter)
{
    const auto& display = owner_.display();
    if (!display.emptyText.isEmpty()) {
        const QFont font = textFont(14, 500);
        const double wide
            = std::min(plot().width() - 20, tabularWidth(font, display.emptyText) + 32);
        const QRectF plate(plot().center().x() - wide / 2, plot().center().y() - 18, wide, 36);
        painter.fillRect(plate, theme().color(Token::Bg1));
        drawText(
            painter, plate, Qt::AlignHCenter, display.emptyText, font, theme().color(Token::T2));
    }
    if (!display.notice.isEmpty()) {
        const QFont font = textFont(12, 500);
        const double wide = std::min(plot().width() - 24, tabularWidth(font, display.notice) + 34);
        const QRectF plate(plot().left() + 12, plot().bottom() - 32, wide, 24);
        painter.setPen(QPen(theme().color(Token::Line2), 1));
        painter.setBrush(theme().color(Token::Bg2));
        painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        drawIcon(painter, QStringLiteral("warn"),
            { plate.left() + 7, plate.center().y() - 7, 14, 14 }, theme().color(Token::T2), 2);
        drawText(painter, plate.adjusted(26, 0, -6, 0), Qt::AlignLeft, display.notice, font,
            theme().color(Token::T2));
    }
}

void TrendsView::paintData(QPainter& painter)
{
    const auto& display = owner_.display();
    paintGaps(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBand(painter);
    paintBounds(painter);
    const auto lines = prepareLines();
    painter.save();
    painter.setClipRect(plot().adjusted(0, -4, 0, 4));
    painter.setBrush(Qt::NoBrush);
    for (const Line& line : lines) {
        for (const QPolygonF& piece : line.pieces) {
            drawStroke(painter, piece, line.pen);
        }
    }
    painter.restore();
    if (display.emptyText.isEmpty()) {
        paintEnds(painter, lines);
    }
    paintFlags(painter);
    paintEmpty(painter);
    paintTip(painter);
}

}  // namespace headroom::ui
