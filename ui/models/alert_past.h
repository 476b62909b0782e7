// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"
#include "ui/models/alert_life.h"
#include "ui/models/newest_wanted.h"
#include "ui/models/trends_data.h"
#include "ui/text/trends_display.h"

#include <QObject>

#include <optional>

namespace headroom::ui {

/// What an alert's metric did around the alert: from some time before it was raised until some time
/// after it was cleared, or until now. At most one question is under way. Main thread.
class AlertPast : public QObject {
    Q_OBJECT
public:
    /// Which alert, and when it was.
    struct Subject {
        Metric metric = Metric::ConcurrentWrites;
        Level level = Level::Unknown;
        SystemTime raisedAt {};
        std::optional<SystemTime> clearedAt;

        bool operator==(const Subject&) const = default;
    };

    /// `feed` and `clock` outlive it.
    AlertPast(Feed& feed, const Clock& clock, QObject* parent = nullptr);

    /// Empty: there is none, or its metric has no past.
    void show(const std::optional<Subject>& subject);
    /// Time passes: what is still up is asked for again once a minute.
    void tick();

    [[nodiscard]] const std::optional<Subject>& subject() const { return subject_; }
    /// Seconds since 1970.
    [[nodiscard]] TimeSpan span() const;
    [[nodiscard]] const TrendsChartDisplay& display() const { return display_; }

    /// The alert that is open, or the one that was; empty where trendsMetrics() has none of it.
    [[nodiscard]] static std::optional<Subject> subjectOf(
        const AlertView* open, const AlertLife* life);

Q_SIGNALS:
    void changed();

private:
    void ask();
    void rebuild();
    [[nodiscard]] std::size_t index() const;

    Feed& feed_;
    const Clock& clock_;
    std::optional<Subject> subject_;
    NewestWanted<Subject> wanted_;
    TrendsData data_;
    TrendsChartDisplay display_;
    SteadyTime askedAt_ {};
};

}  // namespace headroom::ui
