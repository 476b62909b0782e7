// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot_view.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_chart.h"
#include "ui/widgets/reduce.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kAxisPx = 12;

PlotScale sane(PlotScale scale)
{
    if (!std::isfinite(scale.from) || !std::isfinite(scale.to) || !(scale.to > scale.from)) {
        scale.from = 0;
        scale.to = 1;
    }
    if (!std::isfinite(scale.low) || !std::isfinite(scale.high) || !(scale.high > scale.low)) {
        scale.low = scale.isLog ? 1 : 0;
        scale.high = scale.isLog ? 10 : 1;
    }
    if (scale.isLog) {
        scale.high = std::max(scale.high, 1e-6);
        scale.low = std::max(scale.low, scale.high * 1e-12);
    }
    return scale;
}

}  // namespace

PlotView::PlotView(QWidget* parent)
    : QChartView(parent)
    , mapping_(new QLineSeries)
{
    makePlain(*this);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    chart()->addSeries(mapping_);
    applyAxes();
}

void PlotView::setTheme(const Theme& theme)
{
    theme_ = &theme;
    groundChanged();
}

void PlotView::setScale(const PlotScale& wanted)
{
    const PlotScale scale = sane(wanted);
    if (scale == scale_) {
        return;
    }
    const bool otherKind = scale.isLog != scale_.isLog;
    scale_ = scale;
    if (otherKind) {
        applyAxes();
    } else {
        xAxis_->setRange(scale_.from, scale_.to);
        yAxis_->setRange(scale_.low, scale_.high);
    }
    groundChanged();
}

void PlotView::setPlot(const QRectF& plot)
{
    if (plot == plot_) {
        return;
    }
    plot_ = plot;
    if (!plot_.isEmpty()) {
        chart()->setPlotArea(plot_);
    }
    chart()->setVisible(!plot_.isEmpty());
    chart()->layout()->activate();
    groundChanged();
}

void PlotView::groundChanged()
{
    ground_ = QPixmap();
    viewport()->update();
}

void PlotView::applyAxes()
{
    for (QAbstractAxis* axis : { xAxis_, yAxis_ }) {
        if (axis != nullptr) {
            chart()->removeAxis(axis);
            delete axis;
        }
    }
    xAxis_ = new QValueAxis;
    xAxis_->setRange(scale_.from, scale_.to);
    if (scale_.isLog) {
        auto* y = new QLogValueAxis;
        y->setBase(10);
        yAxis_ = y;
    } else {
        yAxis_ = new QValueAxis;
    }
    yAxis_->setRange(scale_.low, scale_.high);
    hideAxis(*xAxis_);
    hideAxis(*yAxis_);
    chart()->addAxis(xAxis_, Qt::AlignBottom);
    chart()->addAxis(yAxis_, Qt::AlignLeft);
    mapping_->attachAxis(xAxis_);
    mapping_->attachAxis(yAxis_);
}

QPointF PlotView::toPixels(QPointF value)
{
    value.setY(std::clamp(value.y(), scale_.low, scale_.high));
    return chart()->mapToPosition(value, mapping_);
}

double PlotView::secondsAt(double x)
{
    return plot_.isEmpty() ? scale_.from
                           : chart()->mapToValue({ x, plot_.center().y() }, mapping_).x();
}

void PlotView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    groundChanged();
}

void PlotView::drawBackground(QPainter* painter, const QRectF& /*rect*/)
{
    const double ratio = devicePixelRatioF();
    if (ground_.isNull() || ground_.devicePixelRatio() != ratio) {
        ground_ = QPixmap(
            QSize(std::max(1, qCeil(width() * ratio)), std::max(1, qCeil(height() * ratio))));
        ground_.setDevicePixelRatio(ratio);
        // Opaque, with the page's colour around the card's corners: to copy costs less than to mix.
        ground_.fill(theme_->color(Token::Bg0));
        QPainter ground(&ground_);
        ground.setRenderHint(QPainter::Antialiasing);
        paintGround(ground);
    }
    painter->drawPixmap(QPointF(0, 0), ground_);
}

void PlotView::drawForeground(QPainter* painter, const QRectF& /*rect*/)
{
    if (plot_.isEmpty()) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintData(*painter);
    painter->restore();
}

void PlotView::paintGrid(QPainter& painter, const QVector<AxisTick>& ticks)
{
    const QFont font = textFont(kAxisPx, 400);
    for (const AxisTick& tick : ticks) {
        if (!(tick.value >= scale_.low && tick.value <= scale_.high * (1 + 1e-9))) {
            continue;
        }
        const double y = toY(tick.value);
        painter.fillRect(
            QRectF(plot_.left(), std::round(y), plot_.width(), 1), theme_->color(Token::Grid));
        drawMiddle(painter, { 4, y }, plot_.left() - 14, tick.text, font, theme_->color(Token::T3),
            Qt::AlignRight);
    }
}

void PlotView::paintTimeAxis(QPainter& painter, const QVector<AxisTick>& ticks)
{
    const QFont font = textFont(kAxisPx, 400);
    painter.fillRect(
        QRectF(plot_.left(), plot_.bottom(), plot_.width() + 1, 1), theme_->color(Token::Line2));
    QVector<Span> taken;
    const auto label = [&](const AxisTick& tick) {
        constexpr double kApart = 12;
        const double x = toX(tick.value);
        const double width = tabularWidth(font, tick.text);
        const bool isFirst = tick.value <= scale_.from;
        const double left = isFirst ? x : x - width / 2;
        const Span span { left, left + width };
        const bool isClear = std::none_of(taken.begin(), taken.end(), [&](const Span& other) {
            return span.from < other.to + kApart && other.from < span.to + kApart;
        });
        if (isClear) {
            taken.append(span);
            drawLine(painter, { span.from, plot_.bottom() + 19 }, width + 1, tick.text, font,
                theme_->color(Token::T3));
        }
    };
    QVector<AxisTick> seen = ticks;
    seen.removeIf(
        [&](const AxisTick& tick) { return tick.value < scale_.from || tick.value > scale_.to; });
    for (const AxisTick& tick : std::as_const(seen)) {
        painter.fillRect(
            QRectF(std::round(toX(tick.value)), plot_.bottom(), 1, 4), theme_->color(Token::Line2));
    }
    // Both ends first: where it gets narrow the middle goes.
    for (const AxisTick& tick : std::as_const(seen)) {
        if (tick.value == scale_.from || tick.value == scale_.to) {
            label(tick);
        }
    }
    for (const AxisTick& tick : std::as_const(seen)) {
        label(tick);
    }
}

}  // namespace headroom::ui
