// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_chart.h"

#include <QAbstractAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLegend>

namespace headroom::ui {

void makePlain(QChartView& view)
{
    view.setFrameShape(QFrame::NoFrame);
    view.setFocusPolicy(Qt::NoFocus);
    view.setInteractive(false);
    view.setAttribute(Qt::WA_TransparentForMouseEvents);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setBackgroundBrush(Qt::NoBrush);
    view.setAutoFillBackground(false);
    view.viewport()->setAutoFillBackground(false);
    // What changes is said by its owner; Qt need not look for changes in its scene.
    view.setViewportUpdateMode(QGraphicsView::NoViewportUpdate);

    auto& chart = *view.chart();
    chart.setBackgroundVisible(false);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins(QMargins());
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.legend()->hide();
    chart.setAnimationOptions(QChart::NoAnimation);
}

void hideAxis(QAbstractAxis& axis)
{
    axis.setLabelsVisible(false);
    axis.setLineVisible(false);
    axis.setGridLineVisible(false);
    axis.setMinorGridLineVisible(false);
}

}  // namespace headroom::ui
