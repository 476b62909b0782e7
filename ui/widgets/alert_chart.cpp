// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alert_chart.h"

#include "ui/widgets/line_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/reduce.h"
#include "ui/widgets/stroke.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kMargin = 20;
constexpr double kCaption = 30;
constexpr double kLabels = 44;  // to the left of the plot
constexpr double kEnd = 62;  // to its right, for the newest value
constexpr double kAxis = 24;

}  // namespace

AlertChart::AlertChart(QWidget* parent)
    : Panel(parent)
{
    setAccessibleName(tr("Past of the alert's metric"));
}

void AlertChart::setDisplay(const TrendsChartDisplay& display)
{
    if (display == display_) {
        return;
    }
    display_ = display;
    const auto* shown = line();
    setAccessibleDescription(shown != nullptr && display_.emptyText.isEmpty() ? display_.subtitle
                + QStringLiteral(", ") + shown->name + QLatin1Char(' ') + shown->lastText
                                                                              : display_.emptyText);
    update();
}

const TrendLine* AlertChart::line() const
{
    for (const auto& one : display_.lines) {
        if (one.role == TrendRole::P99 || one.role == TrendRole::Mean) {
            return &one;
        }
    }
    return nullptr;
}

double AlertChart::toX(double seconds) const
{
    const double share = (seconds - display_.from) / (display_.to - display_.from);
    return plot_.left() + std::clamp(share, 0.0, 1.0) * plot_.width();
}

double AlertChart::toY(double value) const
{
    const double low = display_.minimum;
    const double high = display_.maximum;
    value = std::clamp(value, low, high);
    const double share = display_.logScale
        ? (std::log(value) - std::log(low)) / (std::log(high) - std::log(low))
        : (value - low) / (high - low);
    return plot_.bottom() - share * plot_.height();
}

void AlertChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().color(Token::Bg1));
    drawMiddle(painter, { kMargin, kCaption / 2 + 2 }, width() - 2 * kMargin, display_.subtitle,
        textFont(12, 400), theme().color(Token::T2));
    plot_ = QRectF(QPointF(kMargin + kLabels, kCaption + 6),
        QPointF(width() - kMargin - kEnd, height() - kAxis - 6));
    painter.fillRect(QRectF(0, height() - 1.0, width(), 1), theme().color(Token::Line));
    const bool isSane = display_.to > display_.from && display_.maximum > display_.minimum
        && (!display_.logScale || display_.minimum > 0);
    if (plot_.width() < 60 || plot_.height() < 30 || !isSane) {
        return;
    }
    if (!display_.emptyText.isEmpty()) {
        drawText(painter, plot_.adjusted(-kLabels, 0, kEnd, 0), Qt::AlignHCenter,
            display_.emptyText, textFont(13, 400), theme().color(Token::T3));
        return;
    }
    paintAxis(painter);
    paintBounds(painter);
    paintLine(painter);
}

void AlertChart::paintAxis(QPainter& painter)
{
    const QFont font = textFont(12, 400);
    QVector<double> taken;
    for (const auto& tick : std::as_const(display_.yTicks)) {
        const double y = toY(tick.value);
        const bool isFree = std::all_of(
            taken.begin(), taken.end(), [y](double other) { return std::abs(other - y) >= 18; });
        if (!isFree || tick.value < display_.minimum || tick.value > display_.maximum) {
            continue;
        }
        taken.append(y);
        painter.fillRect(
            QRectF(plot_.left(), std::round(y), plot_.width(), 1), theme().color(Token::Grid));
        drawMiddle(painter, { kMargin - 12, y }, kLabels + 4, tick.text, font,
            theme().color(Token::T3), Qt::AlignRight);
    }
    painter.fillRect(
        QRectF(plot_.left(), plot_.bottom(), plot_.width(), 1), theme().color(Token::Line2));
    double free = plot_.left() - kLabels;
    for (const auto& tick : std::as_const(display_.xTicks)) {
        const double wide = tabularWidth(font, tick.text);
        const double left = toX(tick.value) - wide / 2;
        if (tick.value < display_.from || tick.value > display_.to || left < free
            || left + wide > width() - 4) {
            continue;
        }
        free = left + wide + 10;
        painter.fillRect(
            QRectF(std::round(toX(tick.value)), plot_.bottom(), 1, 4), theme().color(Token::Line2));
        drawLine(painter, { left, plot_.bottom() + 18 }, wide + 1, tick.text, font,
            theme().color(Token::T3));
    }
}

void AlertChart::paintBounds(QPainter& painter)
{
    for (const auto& threshold : std::as_const(display_.thresholds)) {
        if (threshold.value < display_.minimum || threshold.value > display_.maximum) {
            continue;
        }
        const double y = std::floor(toY(threshold.value)) + 0.5;
        const auto& colors = theme().level(threshold.level);
        QPen pen(threshold.lit ? colors.fg : colors.band, 1.5, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({ 4, 10.0 / 3 });
        painter.setPen(pen);
        painter.drawLine(QPointF(plot_.left() + 12, y), QPointF(plot_.right(), y));
        drawLevelShape(painter, theme(), threshold.level, { plot_.left() + 5, y }, 9,
            threshold.lit ? ShapeStyle::Filled : ShapeStyle::Grey);
    }
    if (display_.limit && *display_.limit <= display_.maximum) {
        painter.fillRect(
            QRectF(plot_.left(), std::round(toY(*display_.limit)) - 1, plot_.width(), 2),
            theme().color(Token::T1));
    }
    for (const auto& flag : std::as_const(display_.flags)) {
        const double x = std::floor(toX(flag.at)) + 0.5;
        painter.setPen(QPen(theme().color(Token::T2), 1, Qt::DotLine));
        painter.drawLine(QPointF(x, plot_.top()), QPointF(x, plot_.bottom()));
        drawLevelShape(painter, theme(), flag.level, { x, plot_.bottom() }, 10);
    }
}

void AlertChart::paintLine(QPainter& painter)
{
    const auto* shown = line();
    if (shown == nullptr) {
        return;
    }
    const Level level = display_.flags.isEmpty() ? Level::Unknown : display_.flags.first().level;
    const QColor color
        = level >= Level::Yellow ? theme().level(level).fg : theme().color(Token::T1);
    const QPen pen(color, 1.75, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    std::optional<QPointF> last;
    QPolygonF piece;
    const auto end = [&] {
        if (!piece.isEmpty()) {
            drawStroke(painter, straightened(piece, 0.15), pen);
            last = piece.last();
        }
        piece.clear();
    };
    painter.save();
    painter.setClipRect(plot_.adjusted(0, -3, 4, 3));
    painter.setBrush(Qt::NoBrush);
    for (const QPointF& point : reduceToColumns(
             shown->points, { display_.from, display_.to }, static_cast<int>(plot_.width()))) {
        if (std::isfinite(point.x()) && std::isfinite(point.y())) {
            piece.append({ toX(point.x()), toY(point.y()) });
        } else {
            end();
        }
    }
    end();
    painter.restore();
    if (last) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(*last, 3.5, 3.5);
        const double left = last->x() + 8;
        drawMiddle(painter, { left, last->y() }, std::max(0.0, width() - left - 6), shown->lastText,
            fittedFont(textFont(12, 600), shown->lastText, width() - left - 6, 0.7),
            theme().color(Token::T1));
    }
}

}  // namespace headroom::ui
