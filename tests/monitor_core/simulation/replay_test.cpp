// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_book.h"
#include "monitor_core/policy/level_judge.h"
#include "monitor_core/simulation/scenario_text.h"
#include "tests/monitor_core/simulation/simulation_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace headroom {
namespace {

using std::chrono::nanoseconds;
using std::chrono::seconds;

/// The readings of the simulation, second by second, through judges and an alert book that know
/// nothing of the simulation: what a monitor would have made of that day.
class Replay {
public:
    explicit Replay(const Simulation& simulation)
        : simulation_(simulation)
        , book_(rules(simulation), {}, momentAt(nanoseconds(0)))
    {
    }

    void play()
    {
        for (nanoseconds time { 0 }; time <= simulation_.length(); time += seconds(1)) {
            auto snapshot = simulation_.snapshotAt(time);
            for (const Metric metric : kSimulatedMetrics) {
                auto& state = snapshot.of(metric);
                const auto judged = judges_[indexOf(metric)].judge(
                    state.thresholds, state.reading->value, state.limit, snapshot.at);
                wrongLevels += judged == state.level ? 0 : 1;
                state.level = judged;
            }
            auto proposal = book_.observe(snapshot, momentAt(time));
            for (const auto& event : proposal.changes.events) {
                steps.push_back(event);
                times.push_back(time);
            }
            ASSERT_TRUE(book_.commit(std::move(proposal)));
        }
    }

    int wrongLevels = 0;
    std::vector<AlertEvent> steps;
    std::vector<nanoseconds> times;

private:
    static AlertRules rules(const Simulation& simulation)
    {
        AlertRules rules;
        rules.matrix = simulation.setup().matrix;
        return rules;
    }
    [[nodiscard]] Moment momentAt(nanoseconds time) const
    {
        return { simulation_.setup().startsAt + time, simulation_.setup().startsAtUtc + time };
    }

    const Simulation& simulation_;
    std::array<LevelJudge, kMetricCount> judges_;
    AlertBook book_;
};

void expectTheSameAsSecondBySecond(const Scenario& scenario)
{
    const Simulation simulation(certifiedSetup(calmLoad(), scenario));
    Replay replay(simulation);
    replay.play();
    EXPECT_EQ(replay.wrongLevels, 0);
    std::vector<SimulatedEvent> told = simulation.events();
    std::erase_if(told, [](const SimulatedEvent& event) { return !event.kind; });
    std::size_t i = 0;
    for (std::size_t step = 0; step < replay.steps.size(); ++step) {
        const auto& real = replay.steps[step];
        if (real.kind == AlertEventKind::ChatteringBegan
            || real.kind == AlertEventKind::ChatteringEnded) {
            continue;
        }
        ASSERT_LT(i, told.size()) << real.reason;
        EXPECT_EQ(*told[i].kind, real.kind) << real.reason;
        EXPECT_EQ(told[i].type, real.type) << real.reason;
        EXPECT_EQ(told[i].level, real.level) << real.reason;
        // A second's grid sees it at the next full second.
        EXPECT_LE(told[i].at, replay.times[step]) << real.reason;
        EXPECT_GT(told[i].at + seconds(2), replay.times[step]) << real.reason;
        ++i;
    }
    EXPECT_EQ(i, told.size());
    EXPECT_GE(told.size(), 4U);
}

TEST(SimulationReplay, fillHasTheSameStepsAsTheRealAlertBookSecondBySecond)
{
    expectTheSameAsSecondBySecond(fillScenario(gb(10), calmLoad(), gb(1000)));
}

TEST(SimulationReplay, aBadDayHasTheSameStepsAsTheRealAlertBookSecondBySecond)
{
    const auto scenario = scenarioFromText("at 5m writers 130 in 1m\n"
                                           "at 20m writers 60 in 7m\n"
                                           "at 40m writers 20 in 10m\n"
                                           "at 30m latency 650 ms in 3m\n"
                                           "at 50m latency 40 ms in 5m\n"
                                           "at 10m throughput 1200 in 20m\n"
                                           "at 1h throughput 100 in 13m\n"
                                           "at 2h storage 1000 GB in 3h\n"
                                           "at 6h storage 600 GB in 2h\n",
        gb(1000));
    ASSERT_TRUE(scenario) << scenario.error().message;
    expectTheSameAsSecondBySecond(*scenario);
}

}  // namespace
}  // namespace headroom
