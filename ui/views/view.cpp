// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/view.h"

#include "ui/widgets/accessible.h"

#include <QAction>

namespace headroom::ui {

View::View(OverviewModel& model, QWidget* parent)
    : QWidget(parent)
    , model_(model)
{
    setAccessibleRole(*this, QAccessible::Pane);
    connect(&model_, &OverviewModel::changed, this, [this] {
        if (isVisible()) {
            showDisplay(model_.display());
        }
    });
}

void View::bindKeys(const std::vector<PageCommand>& commands)
{
    for (const auto& command : commands) {
        if (!command.run || command.keys.isEmpty()) {
            continue;
        }
        auto* action = new QAction(command.title, this);
        action->setShortcuts(command.keys);
        connect(action, &QAction::triggered, this, [this, run = command.run] { run(*this); });
        addAction(action);
    }
}

void View::setKeysActive(bool isActive)
{
    for (auto* action : actions()) {
        action->setEnabled(isActive);
    }
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
