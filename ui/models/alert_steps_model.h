// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"
#include "ui/models/alert_life.h"
#include "ui/text/display.h"

#include <QAbstractListModel>

#include <chrono>

namespace headroom::ui {

/// A step of the timeline, in words.
struct TimelineStep {
    QString day;  ///< "2 Aug" where the day is another one than the step's before
    QString time;  ///< "17:41"
    QString title;  ///< "Acknowledged by MK"
    QString detail;  ///< "“Moving tier 2 to cold storage”"
    QString icon;  ///< name in resources/icons; empty: the level's shape
    Level level = Level::Unknown;
    bool isAhead = false;  ///< it has not happened yet
    int count = 1;  ///< equal ones folded into it

    bool operator==(const TimelineStep&) const = default;
};

/// The life of one alert, step by step, with the deadline that is still ahead. Main thread.
class AlertStepsModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] const TimelineStep& step(int row) const { return steps_[row]; }

    void setSteps(const QVector<TimelineStep>& steps);

private:
    QVector<TimelineStep> steps_;
};

/// `open` may be null for an alert that is over. `limit` in the catalog's unit.
[[nodiscard]] QVector<TimelineStep> timelineOf(const std::vector<AlertEvent>& steps,
    std::uint64_t omitted, const AlertView* open, double limit, SteadyTime now);

}  // namespace headroom::ui
