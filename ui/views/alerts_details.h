// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alert_log.h"
#include "ui/theme.h"

#include <QWidget>

#include <array>
#include <optional>

namespace headroom::ui {

class AlertChart;
class AlertsTimeline;
class PushButton;
struct TrendsChartDisplay;

/// One alert whole: how urgent, who, since when, every step, and what to do about it. Main thread.
class AlertsDetails : public QWidget {
    Q_OBJECT
public:
    explicit AlertsDetails(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `open` is null for an alert that is over, `life` where the history has nothing of it; both
    /// null: none is chosen.
    void setAlert(const AlertView* open, const AlertLog::Life& life, const Snapshot* snapshot,
        SteadyTime now, bool isWithdrawn);
    /// What its metric did around it; null: it has no past.
    void setPast(const TrendsChartDisplay* past);
    /// Whether it covers what is below and can be closed.
    void setClosable(bool isClosable);
    [[nodiscard]] AlertsTimeline* timeline() { return timeline_; }

Q_SIGNALS:
    void closeRequested();
    void noteRequested();
    void shelveRequested();
    void unshelveRequested();
    void trendsRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// "RESPOND WITHIN" over "5:41:18".
    struct Fact {
        QString label;
        QString value;
        bool isLarge = false;

        bool operator==(const Fact&) const = default;
    };

    void takeOpen(const AlertView& alert, const Snapshot* snapshot, SteadyTime now);
    void takePast(const AlertLife& life, const Snapshot* snapshot);
    void place();
    void paintHeader(QPainter& painter);
    void paintFacts(QPainter& painter);
    [[nodiscard]] bool hasFoot() const { return isOpen_ || (isChosen_ && hasPast_); }

    const Theme* theme_ = &Theme::dark();
    Level level_ = Level::Unknown;
    bool isOpen_ = false;
    bool isChosen_ = false;
    bool isWithdrawn_ = false;
    QString title_;
    QString message_;
    std::array<Fact, 3> facts_;
    AlertsTimeline* timeline_;
    AlertChart* chart_;
    PushButton* close_;
    PushButton* note_;
    PushButton* shelve_;
    PushButton* trends_;
    bool hasPast_ = false;
};

}  // namespace headroom::ui
