// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"
#include "ui/models/newest_wanted.h"
#include "ui/models/trends_data.h"
#include "ui/models/trends_range.h"
#include "ui/text/trends_display.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace headroom::ui {

/// The past on the trends page: a range that is moved and zoomed at once on what is there, while
/// the history is asked for what is missing; at most one question of each kind is under way, and
/// the newest wanted wins. Lives in the main thread; nothing in it waits.
class TrendsModel : public QObject {
    Q_OBJECT
public:
    /// `feed` and `clock` outlive the model. It is idle until setActive(true).
    TrendsModel(Feed& feed, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] const TrendsDisplay& display() const { return display_; }
    [[nodiscard]] const TrendsData& data() const { return data_; }
    [[nodiscard]] const TrendsRange& range() const { return range_; }
    [[nodiscard]] Metric metric() const;
    [[nodiscard]] SnapshotPtr snapshot() const { return feed_.latest(); }
    /// A question is under way or waits.
    [[nodiscard]] bool isAsking() const
    {
        return metrics_.isBusy() || latency_.isBusy() || alerts_.isBusy() || forecast_.isBusy()
            || past_.isBusy();
    }
    [[nodiscard]] double now() const { return secondsOf(clock_.systemNow()); }

    void setActive(bool active);
    /// Time has passed; called about once a second while active.
    void tick();

    void choosePreset(int preset);
    void chooseMetric(int metric);
    void show(double from, double to);
    void zoom(double factor, double at);
    void pan(double share);
    void reset();
    void toEnd();
    /// To the oldest that is recorded; asks for it.
    void toBeginning();

    [[nodiscard]] std::optional<TrendsTip> tipAt(double at) const;

Q_SIGNALS:
    void changed();

private:
    /// What of the display has to be made anew.
    enum class Part { Range, All };

    void rangeChanged();
    [[nodiscard]] TimeRange wantedRange() const;
    [[nodiscard]] bool needsAnswer() const;
    void ask();
    void askAgainIfRefused();
    void askMetrics();
    void askLatency();
    void askAlerts();
    void askForecast();
    void askPast();
    void rebuild(Part part);
    [[nodiscard]] QString rangeText() const;

    Feed& feed_;
    const Clock& clock_;
    TrendsRange range_;
    int metric_ = 0;
    TrendsData data_;
    TrendsDisplay display_;
    NewestWanted<TimeRange> metrics_;
    NewestWanted<TimeRange> latency_;
    NewestWanted<bool> alerts_;
    NewestWanted<bool> forecast_;
    NewestWanted<TimeRange> past_;
    QTimer timer_;
    bool active_ = false;
    bool isFailed_ = false;  ///< the newest answer was a refusal
    double askedAt_ = 0;
    double forecastAt_ = 0;
    double alertsAt_ = 0;
    std::uint64_t alertSequence_ = 0;
};

}  // namespace headroom::ui
