// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_view.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
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
void hideAxis(QAbstractAxis& axis)
{
    axis.setLabelsVisible(false);
    axis.setLineVisible(false);
    axis.setGridLineVisible(false);
    axis.setMinorGridLineVisible(false);
}

}  // namespace

ChartView::ChartView(TimeChart& owner)
    : QChartView(&owner)
    , owner_(owner)
    , mapping_(new QLineSeries)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setInteractive(false);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(Qt::NoBrush);
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    // What changes is said by displayChanged; Qt need not look for changes in its scene.
    setViewportUpdateMode(QGraphicsView::NoViewportUpdate);

    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setMargins(QMargins());
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
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
    const auto append = [&](QPointF at) {
        // Of a level stretch the ends are enough: strokes cost by the point.
        const auto size = piece.size();
        if (size > 1 && std::abs(piece[size - 1].y() - piece[size - 2].y()) < 0.05
            && std::abs(at.y() - piece[size - 2].y()) < 0.05) {
            piece.last() = at;
        } else {
            piece.append(at);
        }
    };
    const auto end = [&] {
        if (!piece.isEmpty()) {
            line.pieces.append(piece);
        }
        piece.clear();
    };
    for (const QPointF& point : reduceToColumns(series.points, { -window, 0 }, columns)) {
        if (std::isfinite(point.x()) && std::isfinite(point.y())) {
            append(toPixels(point));
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

void ChartView::renderBackground()
{
    const ChartDisplay& display = owner_.display();
    const Theme& theme = owner_.theme();
    const ScreenSizes sizes = owner_.sizes();
    const ChartScale scale = scaleOf(display);
    const double ratio = devicePixelRatioF();
    background_ = QPixmap(QSize(std::max(1, static_cast<int>(std::ceil(width() * ratio))),
        std::max(1, static_cast<int>(std::ceil(height() * ratio)))));
    background_.setDevicePixelRatio(ratio);
    background_.fill(Qt::transparent);
    QPainter painter(&background_);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, geometry_.card, theme, sizes);

    const double room = geometry_.card.width() - 2 * geometry_.padding;
    const QFont title = chartTitleFont(sizes);
    const double titleWidth = tabularWidth(title, display.title) + sizes.px(14, 10);
    drawLine(painter, { geometry_.padding, geometry_.titleBaseline }, room, display.title, title,
        theme.color(Token::T1));
    drawLine(painter, { geometry_.padding + titleWidth, geometry_.titleBaseline },
        room - titleWidth, display.subtitle, chartSubtitleFont(sizes), theme.color(Token::T3));
    if (geometry_.plot.isEmpty()) {
        return;
    }
    const QFont axis = chartAxisFont(sizes);
    const QColor ink = theme.color(Token::T3);
    const double gap = sizes.px(13, 8);
    const double thick = lineScale();
    for (const AxisTick& tick : display.yTicks) {
        if (!(tick.value >= scale.low && tick.value <= scale.high)) {
            continue;
        }
        const double y = toY(tick.value);
        painter.fillRect(
            QRectF(geometry_.plot.left(), std::round(y), geometry_.plot.width(), thick),
            theme.color(Token::Grid));
        drawMiddle(painter, { 4, y }, geometry_.plot.left() - gap - 4, tick.text, axis, ink,
            Qt::AlignRight);
    }
    renderTimeAxis(painter);
}

void ChartView::renderTimeAxis(QPainter& painter)
{
    const ChartDisplay& display = owner_.display();
    const Theme& theme = owner_.theme();
    const ScreenSizes sizes = owner_.sizes();
    const ChartScale scale = scaleOf(display);
    const QRectF& plot = geometry_.plot;
    const double thick = lineScale();
    const QColor axis = theme.color(Token::Line2);
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width() + thick, thick), axis);

    const QFont font = chartAxisFont(sizes);
    QVector<Span> taken;
    const auto label = [&](const AxisTick& tick) {
        const double x = toPixels({ tick.value, 0 }).x();
        const double width = tabularWidth(font, tick.text);
        const bool first = tick.value <= -scale.window;
        const Span span { first ? x + 1 : x - width / 2, (first ? x + 1 : x - width / 2) + width };
        const double apart = sizes.px(14, 10);
        const bool clear = std::none_of(taken.begin(), taken.end(), [&](const Span& other) {
            return span.from < other.to + apart && other.from < span.to + apart;
        });
        if (clear) {
            taken.append(span);
            drawLine(painter, { span.from, geometry_.xLabelBaseline }, width, tick.text, font,
                theme.color(Token::T3));
        }
    };
    QVector<AxisTick> ticks = display.xTicks;
    ticks.removeIf(
        [&](const AxisTick& tick) { return !(tick.value >= -scale.window && tick.value <= 0); });
    for (const AxisTick& tick : std::as_const(ticks)) {
        painter.fillRect(QRectF(std::round(toPixels({ tick.value, 0 }).x()), plot.bottom(), thick,
                             sizes.px(6, 4)),
            axis);
    }
    // Both ends first: where it gets narrow the middle goes.
    if (!ticks.isEmpty()) {
        label(ticks.takeFirst());
    }
    if (!ticks.isEmpty()) {
        label(ticks.takeLast());
    }
    for (const AxisTick& tick : std::as_const(ticks)) {
        label(tick);
    }
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
