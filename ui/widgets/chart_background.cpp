// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chart_view.h"
#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/reduce.h"
#include "ui/widgets/time_chart.h"

#include <algorithm>
#include <cmath>

// What rarely changes of a ChartView: card, title, grid and axes, kept as a pixmap.

namespace headroom::ui {

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
    // Opaque, with the page's colour around the card's corners: to copy costs less than to mix.
    background_.fill(theme.color(Token::Bg0));
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

}  // namespace headroom::ui
