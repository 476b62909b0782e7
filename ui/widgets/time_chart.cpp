// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_chart.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/chart_view.h"

#include <QStringList>

#include <utility>

namespace headroom::ui {

TimeChart::TimeChart(QWidget* parent)
    : Panel(parent)
    , view_(new ChartView(*this))
{
    setAccessibleRole(*this, QAccessible::Chart);
}

void TimeChart::setDisplay(const ChartDisplay& display)
{
    if (display == display_) {
        return;
    }
    const ChartDisplay before = std::exchange(display_, display);
    view_->displayChanged(before);

    QStringList parts;
    for (const ChartSeries& series : display_.series) {
        parts.append(series.valueFirst ? series.valueText + u' ' + series.name
                                       : series.name + u' ' + series.valueText);
    }
    setAccessibleName(display_.title);
    setAccessibleDescription((display_.staleSince ? tr("stale, last known: ") : QString())
        + (parts.isEmpty() ? tr("no data yet") : parts.join(QStringLiteral(", "))));
}

QRectF TimeChart::plotArea() const { return view_->geometryOfCard().plot; }

void TimeChart::lookChanged() { view_->lookChanged(); }

void TimeChart::resizeEvent(QResizeEvent* /*event*/) { view_->setGeometry(rect()); }

}  // namespace headroom::ui
