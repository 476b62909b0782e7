// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_view.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_chart.h"
#include "ui/widgets/reduce.h"
#include "ui/widgets/time_chart.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

// Qt draws no grid for an axis without labels, and labels of its own kind: the axes are here for
// scale and mapping, and what is seen of them is painted at the display's ticks.
// How far, in pixels, a stroke may leave out a bend.
constexpr double kStraight = 0.15;

}  // namespace

ChartView::ChartView(TimeChart& owner)
    : QChartView(&owner)
    , owner_(owner)
    , mapping_(new QLineSeries)
{
    makePlain(*this);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    chart()->addSeries(mapping_);
    applyAxes();
}

void ChartView::displayChanged(const ChartDisplay& before)
{
    const ChartDisplay& now = owner_.display();
    const bool otherAxes = before.logScale != now.logScale || before.minimum != now.minimum
        || before.maximum != now.maximum || before.windowSeconds != now.windowSeconds
        || before.yTicks != now.yTicks;
    if (otherAxes) {
        applyAxes();
    }
    if (otherAxes || before.title != now.title || before.subtitle != now.subtitle
        || before.xTicks != now.xTicks) {
        background_ = QPixmap();
    }
    linesFresh_ = false;
    applyGeometry();
    viewport()->update();
}

void ChartView::lookChanged()
{
    labelReserve_ = 0;
    background_ = QPixmap();
    linesFresh_ = false;
    applyGeometry();
    viewport()->update();
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    labelReserve_ = 0;
    background_ = QPixmap();
    linesFresh_ = false;
    applyGeometry();
}

double ChartView::lineScale() const { return std::max(1.0, std::round(owner_.sizes().scale)); }

void ChartView::applyAxes()
{
    const ChartDisplay& display = owner_.display();
    for (QAbstractAxis* axis : { xAxis_, yAxis_ }) {
        if (axis != nullptr) {
            chart()->removeAxis(axis);
            delete axis;
        }
    }
    const ChartScale scale = scaleOf(display);
    auto* x = new QValueAxis;
    x->setRange(-scale.window, 0);
    xAxis_ = x;
    if (display.logScale) {
        auto* y = new QLogValueAxis;
        y->setBase(10);
        y->setRange(scale.low, scale.high);
        yAxis_ = y;
    } else {
        auto* y = new QValueAxis;
        y->setRange(scale.low, scale.high);
        yAxis_ = y;
    }
    hideAxis(*xAxis_);
    hideAxis(*yAxis_);
    chart()->addAxis(xAxis_, Qt::AlignBottom);
    chart()->addAxis(yAxis_, Qt::AlignLeft);
    mapping_->attachAxis(xAxis_);
    mapping_->attachAxis(yAxis_);
}

void ChartView::applyGeometry()
{
    const ScreenSizes sizes = owner_.sizes();
    const QSizeF card = size();
    const double needed = directLabelWidth(owner_.display(), sizes);
    labelReserve_ = std::max({ labelReserve_, sizes.px(125, 68), std::ceil(needed) });
    labelReserve_ = std::min(labelReserve_, card.width() * 0.4);
    const ChartGeometry geometry = chartGeometry(owner_.display(), sizes, card, labelReserve_);
    const bool moved = geometry.plot != geometry_.plot || geometry.card != geometry_.card;
    geometry_ = geometry;
    if (moved && !geometry.plot.isEmpty()) {
        chart()->setPlotArea(geometry.plot);
        background_ = QPixmap();
        linesFresh_ = false;
    }
    chart()->setVisible(!geometry.plot.isEmpty());
    chart()->layout()->activate();
}

QPointF ChartView::toPixels(QPointF value)
{
    // Clamped: what is beyond the scale runs along its edge instead of vanishing, and a logarithm
    // never sees a zero.
    const ChartScale scale = scaleOf(owner_.display());
    value.setY(std::clamp(value.y(), scale.low, scale.high));
    return chart()->mapToPosition(value, mapping_);
}

double ChartView::knownEnd()
{
    const auto& since = owner_.display().staleSince;
    if (!since || !std::isfinite(*since)) {
        return geometry_.plot.right();
    }
    const double x = toPixels({ *since, 0 }).x();
    return std::clamp(x, geometry_.plot.left(), geometry_.plot.right());
}

QPen ChartView::penOf(const ChartSeries& series) const
{
    const Theme& theme = owner_.theme();
    const ScreenSizes sizes = owner_.sizes();
    const bool stale = owner_.display().staleSince.has_value();
    const bool first = series.role == SeriesRole::P99 || series.role == SeriesRole::Writes;
    QPen pen(theme.color(first                                 ? (stale ? Token::T3 : Token::T1)
                     : stale || series.role == SeriesRole::P50 ? Token::Data2
                                                               : Token::Data),
        1, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    if (!stale && series.level >= Level::Yellow) {
        pen.setColor(theme.level(series.level).fg);
    }
    const auto dash = [&](double width, double on, double off) {
        pen.setWidthF(width);
        pen.setDashPattern({ on / width, off / width });
    };
    switch (series.role) {
    case SeriesRole::P50:
        pen.setWidthF(sizes.px(2.5, 1.75));
        break;
    case SeriesRole::P99:
    case SeriesRole::Writes:
        pen.setWidthF(sizes.px(3.25, 2.25));
        break;
    case SeriesRole::P999:
        dash(sizes.px(2, 1.5), sizes.px(3, 2.25), sizes.px(4, 3));
        break;
    case SeriesRole::Throughput:
        dash(sizes.px(2, 1.5), sizes.px(7, 5.25), sizes.px(4, 3));
        break;
    }
    return pen;
}

ChartView::Line ChartView::prepareLine(const ChartSeries& series)
{
    const double window = scaleOf(owner_.display()).window;
    const int columns = static_cast<int>(std::ceil(geometry_.plot.width() * linesRatio_));
    Line line { {}, penOf(series) };
    QPolygonF piece;
    const auto end = [&] {
        if (!piece.isEmpty()) {
            line.pieces.append(straightened(piece, kStraight));
        }
        piece.clear();
    };
    for (const QPointF& point : reduceToColumns(series.points, { -window, 0 }, columns)) {
        if (std::isfinite(point.x()) && std::isfinite(point.y())) {
            piece.append(toPixels(point));
        } else {
            end();
        }
    }
    end();
    return line;
}

void ChartView::prepareLines()
{
    const double ratio = devicePixelRatioF();
    if (linesFresh_ && linesRatio_ == ratio) {
        return;
    }
    linesRatio_ = ratio;
    lines_.clear();
    for (const ChartSeries& series : owner_.display().series) {
        lines_.append(prepareLine(series));
    }
    linesFresh_ = true;
}

void ChartView::drawBackground(QPainter* painter, const QRectF& /*rect*/)
{
    if (background_.isNull() || background_.devicePixelRatio() != devicePixelRatioF()) {
        renderBackground();
    }
    painter->drawPixmap(QPointF(0, 0), background_);
}

void ChartView::drawForeground(QPainter* painter, const QRectF& /*rect*/)
{
    if (geometry_.plot.isEmpty()) {
        return;
    }
    const ChartDisplay& display = owner_.display();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    prepareLines();
    paintGaps(*painter);
    paintThresholds(*painter);
    paintLimit(*painter);
    const bool empty = std::all_of(
        lines_.begin(), lines_.end(), [](const Line& line) { return line.pieces.isEmpty(); });
    if (empty) {
        drawText(*painter, geometry_.plot, Qt::AlignHCenter, display.emptyText,
            chartSubtitleFont(owner_.sizes()), owner_.theme().color(Token::T3));
    }
    paintLines(*painter);
    paintDirectLabels(*painter);
    painter->restore();
}

}  // namespace headroom::ui
