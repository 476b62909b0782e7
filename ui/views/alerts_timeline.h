// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alert_steps_model.h"
#include "ui/theme.h"

#include <QListView>

namespace headroom::ui {

/// The steps of one alert under each other, joined by a line; what is still ahead is dashed. The
/// arrow keys go through them. Main thread.
class AlertsTimeline : public QListView {
    Q_OBJECT
public:
    explicit AlertsTimeline(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Nobody vouches for it: no colours.
    void setWithdrawn(bool isWithdrawn);
    [[nodiscard]] bool isWithdrawn() const { return isWithdrawn_; }
    void setSteps(const QVector<TimelineStep>& steps);
    [[nodiscard]] const AlertStepsModel& steps() const { return steps_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    AlertStepsModel steps_;
    const Theme* theme_ = &Theme::dark();
    bool isWithdrawn_ = false;
};

}  // namespace headroom::ui
