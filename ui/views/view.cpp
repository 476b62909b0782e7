// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/view.h"

namespace headroom::ui {

View::View(OverviewModel& model, QWidget* parent)
    : QWidget(parent)
    , model_(model)
{
    connect(&model_, &OverviewModel::changed, this, [this] {
        if (isVisible()) {
            showDisplay(model_.display());
        }
    });
}

void View::showEvent(QShowEvent* event)
{
    showDisplay(model_.display());
    QWidget::showEvent(event);
}

ChartDisplay View::fitted(ChartDisplay chart, int cardWidth)
{
    constexpr int kLongSubtitleNeeds = 430;
    if (cardWidth < kLongSubtitleNeeds) {
        chart.subtitle = chart.shortSubtitle;
    }
    return chart;
}

}  // namespace headroom::ui
