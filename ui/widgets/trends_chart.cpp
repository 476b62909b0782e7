// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/trends_chart.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/trends_view.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kZoomPerNotch = 0.8;
constexpr double kNotch = 120;  // eighths of a degree

}  // namespace

TrendsChart::TrendsChart(QWidget* parent)
    : Panel(parent)
    , view_(new TrendsView(*this))
{
    setAccessibleRole(*this, QAccessible::Chart);
    setMouseTracking(true);
    setAccessibleName(tr("Past of one metric"));
}

void TrendsChart::setDisplay(const TrendsChartDisplay& display)
{
    if (display == display_) {
        return;
    }
    display_ = display;
    view_->displayChanged();
    QStringList parts;
    for (const auto& line : std::as_const(display_.lines)) {
        parts << line.name + QLatin1Char(' ') + line.lastText;
    }
    setAccessibleDescription(
        display_.emptyText.isEmpty() ? parts.join(QStringLiteral(", ")) : display_.emptyText);
}

void TrendsChart::setTip(const std::optional<TrendsTip>& tip)
{
    if (tip_ != tip) {
        tip_ = tip;
        view_->viewport()->update();
    }
}

void TrendsChart::setHeaderLeft(double left)
{
    if (headerLeft_ != left) {
        headerLeft_ = left;
        view_->groundChanged();
    }
}

QRectF TrendsChart::plotArea() const { return view_->plot(); }

double TrendsChart::secondsAt(double x) const { return view_->secondsAt(x); }

void TrendsChart::lookChanged() { view_->setTheme(theme()); }

void TrendsChart::resizeEvent(QResizeEvent*) { view_->setGeometry(rect()); }

void TrendsChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && plotArea().contains(event->position())) {
        draggedFrom_ = event->position().x();
        setCursor(Qt::ClosedHandCursor);
        Q_EMIT pointerLeft();
    }
}

void TrendsChart::mouseMoveEvent(QMouseEvent* event)
{
    if (!draggedFrom_) {
        point(event->position());
        return;
    }
    const double by = event->position().x() - *draggedFrom_;
    draggedFrom_ = event->position().x();
    if (by != 0 && plotArea().width() > 0) {
        Q_EMIT panWanted(-by / plotArea().width());
    }
}

void TrendsChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && draggedFrom_) {
        draggedFrom_.reset();
        unsetCursor();
        point(event->position());
    }
}

void TrendsChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && plotArea().contains(event->position())) {
        Q_EMIT resetWanted();
    }
}

void TrendsChart::wheelEvent(QWheelEvent* event)
{
    if (!plotArea().contains(event->position())) {
        event->ignore();
        return;
    }
    const QPointF turned = event->angleDelta();
    const bool isSideways = std::abs(turned.x()) > std::abs(turned.y())
        || event->modifiers().testFlag(Qt::ShiftModifier);
    if (isSideways) {
        const double by = turned.x() != 0 ? turned.x() : turned.y();
        Q_EMIT panWanted(-by / kNotch * 0.1);
    } else if (turned.y() != 0) {
        Q_EMIT zoomWanted(
            std::pow(kZoomPerNotch, turned.y() / kNotch), secondsAt(event->position().x()));
    }
    event->accept();
    point(event->position());
}

void TrendsChart::leaveEvent(QEvent*) { Q_EMIT pointerLeft(); }

void TrendsChart::point(QPointF position)
{
    if (plotArea().contains(position)) {
        Q_EMIT pointedAt(secondsAt(position.x()));
    } else {
        Q_EMIT pointerLeft();
    }
}

}  // namespace headroom::ui
