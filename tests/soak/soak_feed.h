// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/alerts.h"
#include "ui/feed/feed.h"
#include "ui/models/alert_log.h"

#include <QPointer>
#include <QTimer>

#include <cmath>
#include <deque>
#include <optional>

namespace headroom::ui {

/// What a dashboard that has run for long hears: every question is answered with made-up values,
/// alerts come and go. It keeps a fixed number of steps from the beginning on, more than a screen
/// does, so that what grows is the dashboard's.
class SoakFeed final : public Feed {
public:
    static constexpr std::size_t kSteps = AlertLog::kMostSteps + 5'000;

    explicit SoakFeed(const Clock& clock)
        : clock_(clock)
    {
        while (steps_.size() < kSteps) {
            const auto at = clock.systemNow()
                - std::chrono::minutes(10) * static_cast<int>((kSteps - steps_.size()) / 3 + 1);
            liveThrough(
                AlertType::WriteThroughput, Level::Yellow, at, at + std::chrono::minutes(5));
        }
    }

    [[nodiscard]] SnapshotPtr latest() const override { return latest_; }
    [[nodiscard]] AlertBoardPtr alerts() const override { return board_; }
    [[nodiscard]] QString sourceText() const override { return QStringLiteral("embedded"); }
    void submit(const Command&) override { }

    void play(SnapshotPtr snapshot)
    {
        latest_ = std::move(snapshot);
        Q_EMIT snapshotChanged();
    }
    void raise(AlertType type, Level level)
    {
        AlertsBuilder build(clock_);
        auto& alert = build.open(type, level);
        alert.id = idOf(type, ++alerts_);
        open_ = alert;
        addStep(open_->id, type, AlertEventKind::Raised, level, clock_.systemNow());
        publish();
    }
    void acknowledge()
    {
        open_->acknowledgedBy = "Ada";
        open_->acknowledgedAtUtc = clock_.systemNow();
        open_->state = AlertState::Acknowledged;
        addStep(
            open_->id, open_->type, AlertEventKind::Acknowledged, open_->level, clock_.systemNow());
        publish();
    }
    void clear()
    {
        addStep(open_->id, open_->type, AlertEventKind::Cleared, Level::Green, clock_.systemNow());
        open_.reset();
        publish();
    }
    void lose()
    {
        setContact({ false, clock_.steadyNow(), clock_.systemNow(),
            QStringLiteral("depot has been silent for 5 s"), {}, {} });
    }
    void find() { setContact({ true, {}, {}, {}, {}, {} }); }

    void queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range, int maxPoints,
        Answered<std::vector<HistoryAnswer>> answered) override
    {
        later(context, [metrics = std::move(metrics), range, maxPoints, answered] {
            std::vector<HistoryAnswer> answers(metrics.size());
            const auto each = lengthOf(range, maxPoints);
            for (auto at = range.from; at < range.to; at += each) {
                const double value = 40 + 9 * std::sin(phaseOf(at));
                for (auto& answer : answers) {
                    answer.points.push_back(
                        { at, each, { value - 3, value, value + 4, value, 60 }, false });
                }
            }
            answered(answers);
        });
    }
    void queryLatency(
        QObject* context, TimeRange range, int maxPoints, Answered<LatencyAnswer> answered) override
    {
        later(context, [range, maxPoints, answered] {
            LatencyAnswer answer;
            const auto each = lengthOf(range, maxPoints);
            for (auto at = range.from; at < range.to; at += each) {
                const double p99 = 60 + 9 * std::sin(phaseOf(at));
                answer.points.push_back({ at, each, p99 / 4, p99, 2 * p99, 3 * p99, 600, false });
            }
            answered(answer);
        });
    }
    void queryAlertHistory(
        QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered) override
    {
        later(context, [this, limit, answered] {
            AlertHistoryAnswer answer;
            const auto count = std::min(limit, steps_.size());
            answer.events.assign(steps_.end() - static_cast<std::ptrdiff_t>(count), steps_.end());
            answer.total = sequence_;
            answered(answer);
        });
    }
    void queryStorageForecast(QObject* context, Answered<StorageForecast> answered) override
    {
        later(context, [answered] {
            answered(Error { ErrorCode::Unavailable, "not enough history for a forecast", {} });
        });
    }

private:
    static std::chrono::seconds lengthOf(TimeRange range, int maxPoints)
    {
        const auto span = std::chrono::duration_cast<std::chrono::seconds>(range.to - range.from);
        return std::max(std::chrono::seconds(1), span / std::max(1, maxPoints - 1));
    }
    static double phaseOf(SystemTime at)
    {
        return std::chrono::duration<double>(at.time_since_epoch()).count() / 7000;
    }
    static std::string idOf(AlertType type, std::uint64_t number)
    {
        return std::string(toString(type)) + "-" + std::to_string(number);
    }
    void addStep(
        const std::string& id, AlertType type, AlertEventKind kind, Level level, SystemTime at)
    {
        AlertEvent step;
        step.sequence = ++sequence_;
        step.alertId = id;
        step.type = type;
        step.kind = kind;
        step.level = level;
        step.value = 58;
        step.threshold = 51;
        step.at = at;
        step.actor = kind == AlertEventKind::Acknowledged ? "Ada" : "headroom";
        step.reason = "raised " + std::string(toString(level)) + " 10:00:00Z → Ops_Team, 6_HOURS";
        steps_.push_back(std::move(step));
        if (steps_.size() > kSteps) {
            steps_.pop_front();
        }
    }
    void liveThrough(AlertType type, Level level, SystemTime from, SystemTime to)
    {
        const auto id = idOf(type, ++alerts_);
        addStep(id, type, AlertEventKind::Raised, level, from);
        addStep(id, type, AlertEventKind::Acknowledged, level, from + (to - from) / 2);
        addStep(id, type, AlertEventKind::Cleared, Level::Green, to);
    }
    void publish()
    {
        AlertBoard board;
        if (open_) {
            board.open.push_back(*open_);
        }
        board.lastSequence = sequence_;
        board_ = std::make_shared<const AlertBoard>(std::move(board));
        Q_EMIT alertsChanged();
    }
    template <typename Answer>
    void later(QObject* context, Answer answer)
    {
        QTimer::singleShot(0, context, std::move(answer));
    }

    const Clock& clock_;
    SnapshotPtr latest_;
    AlertBoardPtr board_;
    std::optional<AlertView> open_;
    std::deque<AlertEvent> steps_;
    std::uint64_t sequence_ = 0;
    std::uint64_t alerts_ = 0;
};

}  // namespace headroom::ui
