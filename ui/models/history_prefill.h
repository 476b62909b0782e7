// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"
#include "ui/models/live_series.h"

#include <QObject>

#include <optional>

namespace headroom::ui {

/// Fills the live charts from the history: after a start, and after the feed was silent, so that a
/// restarted screen shows the last 15 minutes as if it had been there. What nobody recorded stays a
/// gap. Main thread.
class HistoryPrefill : public QObject {
    Q_OBJECT
public:
    /// `feed` and `series` outlive it.
    HistoryPrefill(Feed& feed, LiveSeriesSet& series, QObject* parent = nullptr);

    /// A snapshot arrived at `now`. Asks if it is the first, or the first after a silence.
    void noteSnapshot(const Snapshot& snapshot, SteadyTime now);
    /// Time passes: asks again what could not be answered, every few seconds.
    void tick(SteadyTime now);
    /// What comes next is of another source; open answers are refusals by then.
    void forget();

Q_SIGNALS:
    /// The series hold more than before.
    void filled();

private:
    /// What two answers need to be one picture.
    struct Recalled {
        std::optional<std::vector<HistoryAnswer>> metrics;
        std::optional<LatencyAnswer> latency;
    };

    void ask(SteadyTime now);
    void take(const Result<std::vector<HistoryAnswer>>& answer);
    void take(const Result<LatencyAnswer>& answer);
    void finish();
    [[nodiscard]] SteadyTime steadyAt(SystemTime at) const;

    Feed& feed_;
    LiveSeriesSet& series_;
    std::optional<SteadyTime> seenAt_;  ///< when the newest snapshot arrived
    std::uint64_t seenSequence_ = 0;
    SteadyTime snapshotAt_ {};  ///< the same moment on two clocks
    SystemTime snapshotAtUtc_ {};
    bool isWanted_ = false;
    int openAnswers_ = 0;
    SteadyTime askedAt_ {};
    Recalled recalled_;
};

}  // namespace headroom::ui
