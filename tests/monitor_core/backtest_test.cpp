// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_book.h"
#include "monitor_core/backtest.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/rejudge.h"
#include "monitor_core/tick/storage_judge.h"
#include "monitor_core/tick/tick_judge.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace headroom {

namespace {

using namespace std::chrono_literals;

EditableThresholds editable(const ThresholdPolicy& policy)
{
    return { policy.thresholds, policy.gate.resumeBelow, policy.gate.resumeStorageBelow,
        policy.gate.failClosed };
}

BacktestQuestion questionOf(const ThresholdPolicy& policy, Metric metric)
{
    return backtestQuestion(metric, editable(policy), policy.limits[indexOf(metric)],
        policy.gate.pauseAt, policy.gate.haltAt);
}

/// The tick's judge and the alert book as the program has them, told of one second after the other;
/// writes down what history would keep of it.
class Program {
public:
    explicit Program(const ThresholdPolicy& policy)
        : policy_(policy)
        , judge_(policy)
        , storageJudge_(policy.gate)
        , book_(rules(), "boot-1", momentOf(clock_))
    {
        sources_.push_back({ "scripted", false, nullptr, {}, std::nullopt });
    }

    /// Values of this second; a metric without one keeps its reading, which grows old.
    void second(const std::array<std::optional<double>, kMetricCount>& values)
    {
        for (std::size_t i = 0; i < kMetricCount; ++i) {
            if (values[i]) {
                Reading reading;
                reading.value = *values[i];
                reading.measuredAt = clock_.steadyNow();
                reading.measuredAtUtc = clock_.systemNow();
                readings_.set(static_cast<Metric>(i), reading);
            }
        }
        sources_[0].readings = std::make_shared<const Readings>(readings_);
        auto snapshot = judge_.judge(sources_, {}, false, clock_.steadyNow(), clock_.systemNow());
        moveGate(snapshot);
        keep(snapshot);
        auto proposal = book_.observe(snapshot, momentOf(clock_));
        for (const auto& event : proposal.changes.events) {
            raised_[indexOf(event.type)] += event.kind == AlertEventKind::Raised ? 1 : 0;
            cleared_[indexOf(event.type)] += event.kind == AlertEventKind::Cleared ? 1 : 0;
        }
        ASSERT_TRUE(book_.commit(std::move(proposal)));
        book_.markStored();
        clock_.advance(1s);
    }

    [[nodiscard]] std::size_t raised(Metric metric) const { return raised_[indexOf(metric)]; }
    [[nodiscard]] std::size_t cleared(Metric metric) const { return cleared_[indexOf(metric)]; }
    [[nodiscard]] std::vector<BacktestStretch> history(Metric metric) const
    {
        return { history_[indexOf(metric)] };
    }

private:
    static AlertRules rules()
    {
        AlertRules rules;
        rules.matrix = certifiedEscalation().matrix;
        return rules;
    }
    void moveGate(Snapshot& snapshot)
    {
        const auto& writes = snapshot.of(Metric::ConcurrentWrites);
        if (writes.level != Level::Unknown) {
            isPaused_ = writes.reading->value >= policy_.gate.pauseAt
                || (isPaused_ && !(writes.reading->value < policy_.gate.resumeBelow));
        }
        const auto& storage = snapshot.of(Metric::TotalStorage).reading;
        const auto verdict = storageJudge_.judge(
            storage ? &*storage : nullptr, policy_.limits[1], clock_.steadyNow());
        // Both can hold; each metric's own closing is what its alert is about.
        snapshot.gate.state = verdict.halt ? GateState::Halted
            : isPaused_                    ? GateState::Paused
                                           : GateState::Open;
    }
    void keep(const Snapshot& snapshot)
    {
        for (std::size_t i = 0; i < kMetricCount; ++i) {
            const auto& state = snapshot.metrics[i];
            if (state.freshness == Freshness::Live || state.freshness == Freshness::Late) {
                history_[i].samples.push_back({ clock_.systemNow(), state.reading->value });
            }
        }
    }

    ThresholdPolicy policy_;
    ManualClock clock_;
    SourceStates sources_;
    Readings readings_;
    TickJudge judge_;
    StorageJudge storageJudge_;
    AlertBook book_;
    bool isPaused_ = false;
    std::array<BacktestStretch, kMetricCount> history_;
    std::array<std::size_t, kAlertTypeCount> raised_ {};
    std::array<std::size_t, kAlertTypeCount> cleared_ {};
};

/// Bounds anywhere below or above the limit, in order, with any hysteresis and hold time.
ThresholdPolicy randomPolicy(std::mt19937_64& random)
{
    auto policy = certifiedPolicy();
    std::uniform_real_distribution<double> share(0.05, 1.3);
    std::uniform_int_distribution<int> dice(0, 5);
    for (const auto& metric : catalog()) {
        if (metric.metric == Metric::AuditRetention) {
            continue;
        }
        auto& thresholds = policy.thresholds[indexOf(metric.metric)];
        std::array<double, 3> at { share(random), share(random), share(random) };
        std::sort(at.begin(), at.end());
        const double unit
            = thresholds.basis == Basis::OfLimit ? 1 : policy.limits[indexOf(metric.metric)];
        std::size_t next = 0;
        for (auto* bound : { &thresholds.yellow, &thresholds.orange, &thresholds.red }) {
            (*bound)->value = at[next++] * unit;
            (*bound)->hysteresis = dice(random) * 0.02 * (*bound)->value;
            (*bound)->side = dice(random) % 2 == 0 ? Side::AtLeast : Side::Above;
        }
        if (dice(random) == 0) {
            thresholds.yellow.reset();
        }
        thresholds.onDelay = std::chrono::seconds(dice(random) < 3 ? 0 : dice(random));
    }
    policy.gate.resumeBelow = 40 + 10 * dice(random);
    policy.gate.resumeStorageBelow = { 0.9 + 0.01 * dice(random) };
    return policy;
}

/// A metric that wanders around its limit, with steps, spikes and silences.
class Wander {
public:
    explicit Wander(double limit)
        : limit_(limit)
    {
    }
    std::optional<double> next(std::mt19937_64& random)
    {
        std::normal_distribution<double> noise(0, 0.04);
        std::uniform_int_distribution<int> dice(0, 199);
        share_ = std::clamp(share_ + noise(random), 0.0, 1.4);
        if (dice(random) == 0) {
            silence_ = dice(random) / 10;
        }
        if (silence_ > 0) {
            --silence_;
            return std::nullopt;
        }
        const double value = share_ * limit_;
        return dice(random) % 4 == 0 ? value : std::floor(value);
    }

private:
    double limit_;
    double share_ = 0.5;
    int silence_ = 0;
};

TEST(Backtest, countsAsManyAlertsAsTheProgramRaisedOnTheSameHistory)
{
    std::size_t total = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937_64 random(seed);
        const auto policy = randomPolicy(random);
        Program program(policy);
        std::vector<Wander> wanders;
        for (const auto& metric : catalog()) {
            wanders.emplace_back(policy.limits[indexOf(metric.metric)]);
        }
        for (int i = 0; i < 900; ++i) {
            std::array<std::optional<double>, kMetricCount> values;
            for (const auto& metric : catalog()) {
                const auto m = indexOf(metric.metric);
                if (metric.metric != Metric::AuditRetention) {
                    values[m] = wanders[m].next(random);
                }
            }
            // With the gate halted nobody can see that it would be paused too.
            values[1] = seed % 2 == 0 ? values[1] : std::nullopt;
            values[0] = seed % 2 == 1 ? values[0] : std::nullopt;
            program.second(values);
        }
        for (const auto& metric : catalog()) {
            if (metric.metric == Metric::AuditRetention) {
                continue;
            }
            const auto alerts
                = backtest(questionOf(policy, metric.metric), program.history(metric.metric));
            EXPECT_EQ(alerts.size(), program.raised(metric.metric))
                << metric.key << " with seed " << seed;
            EXPECT_EQ(std::count_if(alerts.begin(), alerts.end(),
                          [](const auto& alert) { return alert.clearedAt.has_value(); }),
                program.cleared(metric.metric))
                << metric.key << " with seed " << seed;
            total += alerts.size();
        }
    }
    EXPECT_GT(total, 1000U) << "histories that raise nothing prove nothing";
}

/// Samples a second apart.
std::vector<BacktestStretch> seconds(const std::vector<double>& values)
{
    BacktestStretch stretch;
    SystemTime at(std::chrono::seconds(1'785'751'200));
    for (const double value : values) {
        stretch.samples.push_back({ at, value });
        at += 1s;
    }
    return { stretch };
}

TEST(Backtest, anAlertBeginsOnItsBoundAndEndsBelowItsHysteresis)
{
    const auto question = questionOf(certifiedPolicy(), Metric::ConcurrentWrites);
    EXPECT_TRUE(backtest(question, seconds({ 50, 50 })).empty());
    const auto alerts = backtest(question, seconds({ 50, 51, 76, 50, 50, 49, 51 }));
    ASSERT_EQ(alerts.size(), 2U);
    EXPECT_EQ(alerts[0].peak, Level::Orange);
    EXPECT_EQ(*alerts[0].clearedAt - alerts[0].raisedAt, 4s) << "51 less one writer still holds";
    EXPECT_FALSE(alerts[1].clearedAt);
}

TEST(Backtest, aHoldTimeIsPassedBeforeAnAlertBegins)
{
    auto policy = certifiedPolicy();
    policy.thresholds[0].onDelay = 3s;
    const auto question = questionOf(policy, Metric::ConcurrentWrites);
    EXPECT_TRUE(backtest(question, seconds({ 10, 60, 60, 60, 10 })).empty());
    EXPECT_EQ(backtest(question, seconds({ 10, 60, 60, 60, 60, 10 })).size(), 1U);
}

TEST(Backtest, minutesBeforeSecondsAreOneHistory)
{
    const auto question = questionOf(certifiedPolicy(), Metric::ConcurrentWrites);
    auto history = seconds({ 60, 60, 10 });
    BacktestStretch minutes { 60s, {} };
    minutes.samples.push_back({ history[0].samples[0].at - 60s, 60 });
    history.insert(history.begin(), minutes);
    EXPECT_EQ(backtest(question, history).size(), 1U);
}

TEST(Backtest, aCancelledReplayEndsAtOnce)
{
    const auto question = questionOf(certifiedPolicy(), Metric::ConcurrentWrites);
    const std::atomic<bool> isCancelled { true };
    EXPECT_TRUE(backtest(question, seconds({ 60 }), &isCancelled).empty());
}

/// A service's snapshot with one fresh reading of writes.
Snapshot snapshotWith(double writes, SteadyTime now)
{
    Snapshot snapshot;
    snapshot.at = now;
    const auto policy = certifiedPolicy();
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        snapshot.metrics[i].thresholds = policy.thresholds[i];
        snapshot.metrics[i].limit = policy.limits[i];
    }
    auto& state = snapshot.of(Metric::ConcurrentWrites);
    state.reading.emplace();
    state.reading->value = writes;
    state.reading->measuredAt = now;
    state.freshness = Freshness::Live;
    state.level = Level::Green;
    snapshot.worst = Level::Green;
    snapshot.gate.state = GateState::Paused;
    snapshot.gate.resumeBelow = 60;
    return snapshot;
}

TEST(Rejudge, levelsFollowOnesOwnBoundsAndTheGateStaysTheServices)
{
    auto mine = certifiedPolicy().thresholds;
    mine[0].yellow->value = 30;
    Rejudge rejudge;
    auto judged = rejudge.judge(snapshotWith(30, SteadyTime(1s)), mine);
    EXPECT_EQ(judged.of(Metric::ConcurrentWrites).level, Level::Yellow);
    EXPECT_EQ(judged.of(Metric::ConcurrentWrites).thresholds, mine[0]);
    EXPECT_EQ(judged.worst, Level::Yellow);
    EXPECT_EQ(judged.gate.state, GateState::Paused);
    EXPECT_EQ(judged.gate.resumeBelow, 60);
    EXPECT_EQ(judged.of(Metric::TotalStorage).level, Level::Unknown);
    judged = rejudge.judge(snapshotWith(29, SteadyTime(2s)), mine);
    EXPECT_EQ(judged.of(Metric::ConcurrentWrites).level, Level::Yellow) << "within one writer";
    judged = rejudge.judge(snapshotWith(28, SteadyTime(3s)), mine);
    EXPECT_EQ(judged.of(Metric::ConcurrentWrites).level, Level::Green);
}

TEST(Rejudge, aReadingThatIsStaleHasNoLevelHereEither)
{
    Rejudge rejudge;
    auto snapshot = snapshotWith(120, SteadyTime(1s));
    snapshot.of(Metric::ConcurrentWrites).freshness = Freshness::Stale;
    snapshot.of(Metric::ConcurrentWrites).lastKnownLevel = Level::Orange;
    const auto judged = rejudge.judge(snapshot, certifiedPolicy().thresholds);
    EXPECT_EQ(judged.of(Metric::ConcurrentWrites).level, Level::Unknown);
    EXPECT_EQ(judged.of(Metric::ConcurrentWrites).lastKnownLevel, Level::Orange);
    EXPECT_EQ(judged.worst, Level::Unknown);
}

TEST(Rejudge, byTheServicesOwnBoundsNothingIsOtherwise)
{
    const auto snapshot = snapshotWith(80, SteadyTime(1s));
    const auto inForce = thresholdsOf(snapshot);
    EXPECT_EQ(inForce.thresholds, certifiedPolicy().thresholds);
    EXPECT_EQ(inForce.resumeBelow, 60);
    const auto judged = Rejudge().judge(snapshot, inForce.thresholds);
    EXPECT_EQ(judged.of(Metric::ConcurrentWrites).level, Level::Orange);
}

}  // namespace

}  // namespace headroom
