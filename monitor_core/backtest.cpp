// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/backtest.h"

#include "monitor_core/alerts/observation.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/policy/level_judge.h"

#include <algorithm>

namespace headroom {

namespace {

constexpr std::size_t kLookEvery = 4096;  // samples between two looks at isCancelled

/// The tick and the alert book of one metric, over history.
class Replay {
public:
    explicit Replay(const BacktestQuestion& question)
        : question_(question)
    {
        state_.thresholds = question.thresholds;
        state_.limit = question.limit;
        state_.reading.emplace();
    }

    void take(const BacktestSample& sample, std::chrono::seconds step)
    {
        // A second has no row only if its reading was stale for all of it.
        const bool isGap = sample.at > coveredUntil_;
        if (isGap) {
            judge_.noteGap();
        }
        coveredUntil_ = sample.at + step;
        // What was judged just now is judged so again, unless a hold time may pass meanwhile.
        const bool isSame = isJudged_ && !isGap && sample.value == state_.reading->value
            && question_.thresholds.onDelay == question_.thresholds.onDelay.zero();
        if (isSame) {
            return;
        }
        isJudged_ = true;
        moveGate(sample.value);
        state_.reading->value = sample.value;
        state_.level = judge_.judge(question_.thresholds, sample.value, question_.limit,
            SteadyTime(sample.at.time_since_epoch()));
        const bool isAtLimit = isClosed_ || sample.value >= question_.limit;
        if (state_.level == lastLevel_ && isAtLimit == wasAtLimit_) {
            return;  // the same sighting as before: no alert begins or ends
        }
        lastLevel_ = state_.level;
        wasAtLimit_ = isAtLimit;
        follow(sighted(question_.metric, state_, isClosed_, matrix_), sample.at);
    }
    [[nodiscard]] std::vector<BacktestAlert> alerts() { return std::move(alerts_); }

private:
    void moveGate(double value)
    {
        if (question_.gate) {
            isClosed_ = value >= question_.gate->closesAt
                || (isClosed_ && !(value < question_.gate->reopensBelow));
        }
    }
    void follow(const Sighting& seen, SystemTime at)
    {
        switch (turnOf(isOpen_, seen)) {
        case AlertTurn::Raise:
            isOpen_ = true;
            alerts_.push_back({ at, std::nullopt, seen.level });
            break;
        case AlertTurn::Follow:
            alerts_.back().peak = std::max(alerts_.back().peak, seen.level);
            break;
        case AlertTurn::Clear:
            isOpen_ = false;
            alerts_.back().clearedAt = at;
            break;
        case AlertTurn::None:
            break;
        }
    }

    const BacktestQuestion& question_;
    EscalationMatrix matrix_ = certifiedEscalation().matrix;
    LevelJudge judge_;
    MetricState state_;
    SystemTime coveredUntil_ {};
    bool isJudged_ = false;
    Level lastLevel_ = Level::Unknown;
    bool isClosed_ = false;
    bool wasAtLimit_ = false;
    bool isOpen_ = false;
    std::vector<BacktestAlert> alerts_;
};

}  // namespace

BacktestQuestion backtestQuestion(
    Metric metric, const EditableThresholds& wanted, double limit, int pauseAt, Ratio haltAt)
{
    BacktestQuestion question { metric, wanted.thresholds[indexOf(metric)], limit, std::nullopt };
    if (metric == Metric::ConcurrentWrites) {
        question.gate = BacktestGate { static_cast<double>(pauseAt),
            static_cast<double>(wanted.resumeBelow) };
    } else if (metric == Metric::TotalStorage) {
        question.gate
            = BacktestGate { haltAt.value * limit, wanted.resumeStorageBelow.value * limit };
    }
    return question;
}

std::vector<BacktestAlert> backtest(const BacktestQuestion& question,
    const std::vector<BacktestStretch>& history, const std::atomic<bool>* isCancelled)
{
    Replay replay(question);
    for (const auto& stretch : history) {
        for (std::size_t i = 0; i < stretch.samples.size(); ++i) {
            if (i % kLookEvery == 0 && isCancelled != nullptr && *isCancelled) {
                return replay.alerts();
            }
            replay.take(stretch.samples[i], stretch.step);
        }
    }
    return replay.alerts();
}

}  // namespace headroom
