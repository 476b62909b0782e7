// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/backtest.h"
#include "ui/feed/feed.h"
#include "ui/models/newest_wanted.h"

#include <QThreadPool>
#include <QTimer>

#include <array>
#include <atomic>
#include <deque>
#include <memory>

namespace headroom::ui {

/// What thresholds would have raised in the last day or week: fetches the history once, keeps it up
/// to date, and replays it in a thread of its own whenever thresholds are others. While one replay
/// is under way only the newest of those that came meanwhile is remembered. Lives in the main
/// thread.
class ThresholdBacktest : public QObject {
    Q_OBJECT
public:
    enum class Range { Day, Week };

    /// `feed` and `clock` outlive it.
    ThresholdBacktest(Feed& feed, const Clock& clock, QObject* parent = nullptr);
    ~ThresholdBacktest() override;

    /// Asks nothing while nobody looks.
    void setActive(bool active);
    void setRange(Range range);
    [[nodiscard]] Range range() const { return range_; }
    /// The last day by minutes too: a service far away answers no faster, and a day of its seconds
    /// would be tens of megabytes.
    void setCoarse(bool isCoarse) { isCoarse_ = isCoarse; }

    using Questions = std::array<std::optional<BacktestQuestion>, kMetricCount>;
    /// What is wanted to know, with the thresholds on the page and with those in force.
    void want(const Questions& wanted, const Questions& now);

    /// The newest answers; empty until there is one, or while the question is.
    struct Answer {
        std::optional<BacktestQuestion> question;
        std::vector<BacktestAlert> alerts;
    };
    [[nodiscard]] const Answer& wanted(Metric metric) const { return wanted_[indexOf(metric)]; }
    [[nodiscard]] const Answer& now(Metric metric) const { return now_[indexOf(metric)]; }
    /// How often the last 24 h had values of which size: a share of the most frequent each.
    [[nodiscard]] const std::vector<double>& histogram(Metric metric) const
    {
        return histograms_[indexOf(metric)];
    }
    static constexpr int kBins = 88;

    [[nodiscard]] TimeRange span() const;
    /// "from 1-minute values" and the like; empty while every second counts.
    [[nodiscard]] QString fineness(Metric metric) const;
    [[nodiscard]] bool isKnown() const { return history_ != nullptr; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    /// Nothing is under way or waiting.
    [[nodiscard]] bool isIdle() const { return !jobs_.isBusy() && pieces_.empty(); }

Q_SIGNALS:
    void changed();

private:
    struct History {
        std::array<std::vector<BacktestStretch>, kMetricCount> stretches;
    };
    using HistoryPtr = std::shared_ptr<const History>;
    struct Piece {
        TimeRange range;
        bool isLatency = false;
        bool isCoarse = false;
    };
    struct Job {
        HistoryPtr history;
        Questions wanted;
        Questions now;
        Questions scales;  ///< whose limits the histograms go by
        bool withHistograms = false;
    };
    struct Outcome {
        std::array<std::optional<Answer>, kMetricCount> wanted;
        std::array<std::optional<Answer>, kMetricCount> now;
        std::optional<std::array<std::vector<double>, kMetricCount>> histograms;
    };

    void tick();
    void plan();
    void askNext();
    void take(const Piece& piece, const Result<std::vector<HistoryAnswer>>& answer);
    void take(const Piece& piece, const Result<LatencyAnswer>& answer);
    void fail(const Error& error);
    void append(Metric metric, bool isCoarse, const BacktestSample& sample);
    void publish();
    void replay();
    void finish(const Job& job, Outcome outcome);
    static Outcome run(const Job& job, const std::atomic<bool>& isCancelled);
    void forget();

    Feed& feed_;
    const Clock& clock_;
    Range range_ = Range::Day;
    bool isActive_ = false;
    bool isCoarse_ = false;
    bool isAsking_ = false;
    bool isWeekFetched_ = false;
    quint64 epoch_ = 0;  ///< of the source: answers about one before are dropped
    std::deque<Piece> pieces_;
    std::array<std::vector<BacktestSample>, kMetricCount> fine_;  ///< the last day
    std::array<std::vector<BacktestSample>, kMetricCount> coarse_;  ///< the week before it
    std::optional<SystemTime> fetchedTo_;
    SystemTime latencyTo_ {};
    SystemTime triedAt_ {};
    HistoryPtr history_;
    bool needsHistograms_ = false;
    QString problem_;
    Questions questions_;
    Questions questionsNow_;
    std::array<Answer, kMetricCount> wanted_;
    std::array<Answer, kMetricCount> now_;
    std::array<std::vector<double>, kMetricCount> histograms_;
    HistoryPtr answeredOn_;
    NewestWanted<Job> jobs_;
    std::atomic<bool> isCancelled_ { false };
    QTimer timer_;
    QThreadPool worker_;
};

}  // namespace headroom::ui
