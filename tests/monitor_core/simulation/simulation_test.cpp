// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/simulation/simulation_fixture.h"

#include <gtest/gtest.h>

#include <cmath>

namespace headroom {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::nanoseconds;
using std::chrono::seconds;

struct Answer {
    double storageGb;
    Level level;
    const char* to;
    const char* within;
    GateState gate;
    int status;
};

class StorageAnswer : public testing::TestWithParam<Answer> { };

TEST_P(StorageAnswer, isThatOfTheContract)
{
    const auto& expected = GetParam();
    const Simulation simulation(certifiedSetup(calmLoad(expected.storageGb)));
    const auto snapshot = simulation.snapshotAt(nanoseconds(0));
    EXPECT_EQ(snapshot.of(Metric::TotalStorage).level, expected.level);
    EXPECT_EQ(snapshot.of(Metric::TotalStorage).reading->value, std::floor(gb(expected.storageGb)));
    EXPECT_EQ(snapshot.gate.state, expected.gate);
    EXPECT_EQ(httpStatusOf(snapshot.gate.state), expected.status);
    const auto board = simulation.boardAt(nanoseconds(0));
    if (expected.level == Level::Green) {
        EXPECT_TRUE(board->open.empty());
        return;
    }
    ASSERT_EQ(board->open.size(), 1U);
    EXPECT_EQ(board->open[0].level, expected.level);
    EXPECT_EQ(board->open[0].escalationPath, expected.to);
    EXPECT_EQ(board->open[0].responseTimeline, expected.within);
}

INSTANTIATE_TEST_SUITE_P(Simulation, StorageAnswer,
    testing::Values(Answer { 699.9, Level::Green, "NONE", "N/A", GateState::Open, 200 },
        Answer { 700, Level::Yellow, "Ops_Team", "6_HOURS", GateState::Open, 200 },
        Answer { 750, Level::Yellow, "Ops_Team", "6_HOURS", GateState::Open, 200 },
        Answer { 899.9, Level::Yellow, "Ops_Team", "6_HOURS", GateState::Open, 200 },
        Answer { 900, Level::Orange, "Ops_Team", "6_HOURS", GateState::Open, 200 },
        Answer { 950, Level::Orange, "Ops_Team", "6_HOURS", GateState::Open, 200 },
        Answer { 989.9, Level::Orange, "Ops_Team", "6_HOURS", GateState::Open, 200 },
        Answer { 990, Level::Red, "Ashmit_Pandey_and_Ops", "1_HOUR", GateState::Open, 200 },
        Answer { 999.9, Level::Red, "Ashmit_Pandey_and_Ops", "1_HOUR", GateState::Open, 200 },
        Answer { 1000, Level::Red, "Ashmit_Pandey_and_Ops", "IMMEDIATE", GateState::Halted, 503 }));

TEST(Simulation, pausesAtAHundredWritersWith429AndImmediateAnswer)
{
    auto load = calmLoad();
    load.writers = 99;
    EXPECT_EQ(
        Simulation(certifiedSetup(load)).snapshotAt(nanoseconds(0)).gate.state, GateState::Open);
    load.writers = 100;
    const Simulation simulation(certifiedSetup(load));
    const auto snapshot = simulation.snapshotAt(nanoseconds(0));
    EXPECT_EQ(httpStatusOf(snapshot.gate.state), 429);
    EXPECT_EQ(snapshot.of(Metric::ConcurrentWrites).level, Level::Red);
    const auto board = simulation.boardAt(nanoseconds(0));
    ASSERT_EQ(board->open.size(), 1U);
    EXPECT_EQ(board->open[0].escalationPath, "Ops_Team");
    EXPECT_EQ(board->open[0].responseTimeline, "IMMEDIATE");
}

TEST(Simulation, fillAtTenGigabytesAnHourIsTheTimelineOfTheDesign)
{
    auto load = calmLoad(612.4);
    load.writers = 78;
    load.writesPerSecond = 640;
    const Simulation simulation(certifiedSetup(load, fillScenario(gb(10), load, gb(1000))));
    EXPECT_EQ(simulation.length(), hours(48));
    // 87.6 GB to 70 %, 287.6 to 90 %, 377.6 to 99 %, 387.6 to 100 % at 10 GB/h; nobody answers.
    EXPECT_EQ(printed(simulation.events()),
        "0:00:00 raised CONCURRENT_WRITES ORANGE Ops_Team 6_HOURS OPEN\n"
        "0:00:00 raised WRITE_THROUGHPUT YELLOW NONE N/A OPEN\n"
        "6:00:00 overdue CONCURRENT_WRITES ORANGE Ops_Team 6_HOURS OPEN\n"
        "8:45:36 raised STORAGE_CAPACITY YELLOW Ops_Team 6_HOURS OPEN\n"
        "14:45:36 overdue STORAGE_CAPACITY YELLOW Ops_Team 6_HOURS OPEN\n"
        "28:45:36 rose STORAGE_CAPACITY ORANGE Ops_Team 6_HOURS OPEN\n"
        "37:45:36 rose STORAGE_CAPACITY RED Ashmit_Pandey_and_Ops 1_HOUR OPEN\n"
        "38:45:36 escalated STORAGE_CAPACITY RED Ashmit_Pandey_and_Ops IMMEDIATE gate becomes "
        "HALTED\n"
        "38:45:46 cleared WRITE_THROUGHPUT GREEN NONE N/A HALTED\n"
        "38:46:36 cleared CONCURRENT_WRITES GREEN NONE N/A HALTED\n");
}

TEST(Simulation, nothingIsWrittenThroughAHaltedGate)
{
    const auto load = calmLoad(999);
    Scenario beyond;
    beyond.ramps.push_back({ Metric::TotalStorage, nanoseconds(0), hours(2), gb(1200) });
    const Simulation simulation(certifiedSetup(load, beyond));
    const auto end = simulation.snapshotAt(hours(2));
    EXPECT_EQ(end.gate.state, GateState::Halted);
    EXPECT_NEAR(end.of(Metric::TotalStorage).reading->value / gb(1), 1000, 0.001);
    EXPECT_EQ(end.of(Metric::WriteThroughput).reading->value, 0);
    EXPECT_EQ(end.of(Metric::ConcurrentWrites).reading->value, 0);
    EXPECT_EQ(simulation.loadAt(hours(2)).storageBytes, gb(1200));
}

TEST(Simulation, aStormPausesAtAHundredAndResumesBelowSeventyFive)
{
    const auto load = calmLoad();
    const Simulation simulation(certifiedSetup(load, writeStorm(load)));
    const auto gates = simulation.gateStates();
    ASSERT_EQ(gates.size(), 3U);
    EXPECT_EQ(gates[1].state, GateState::Paused);
    // 34 + 1.6 a second: 100 after 41.25 s; back from 130 by 1.6 a second: 74 of them just after
    // 6 min + 34.375 s.
    EXPECT_EQ(gates[1].from, milliseconds(41'250));
    EXPECT_GE(gates[1].to, minutes(6) + milliseconds(34'375));
    EXPECT_LE(gates[1].to, minutes(6) + milliseconds(34'377));
    EXPECT_EQ(simulation.snapshotAt(minutes(3)).of(Metric::ConcurrentWrites).reading->value, 100);
    EXPECT_EQ(simulation.snapshotAt(minutes(8)).of(Metric::ConcurrentWrites).reading->value, 34);
}

TEST(Simulation, aSpikeIsAnSlaBreachForOpsWithinAnHour)
{
    const auto load = calmLoad();
    const Simulation simulation(certifiedSetup(load, latencySpike(load)));
    const auto& first = simulation.events().at(0);
    EXPECT_EQ(first.type, AlertType::QueryLatency);
    EXPECT_EQ(first.level, Level::Red);
    EXPECT_EQ(first.escalationPath, "Ops_Team");
    EXPECT_EQ(first.responseTimeline, "1_HOUR");
    EXPECT_EQ(first.gate, GateState::Open);
    EXPECT_EQ(simulation.events().back().kind, AlertEventKind::Cleared);
}

TEST(Simulation, judgesByTheThresholdsInForce)
{
    auto setup = certifiedSetup(calmLoad(750));
    auto& storage = setup.policy.thresholds[indexOf(Metric::TotalStorage)];
    storage.orange->value = 0.74;
    const Simulation simulation(setup);
    EXPECT_EQ(simulation.snapshotAt(nanoseconds(0)).of(Metric::TotalStorage).level, Level::Orange);
}

TEST(Simulation, aHoldTimeDelaysARiseByThatMuch)
{
    Scenario jump;
    jump.ramps.push_back({ Metric::QueryResponse, minutes(1), nanoseconds(0), 300 });
    auto setup = certifiedSetup(calmLoad(), jump);
    setup.policy.thresholds[indexOf(Metric::QueryResponse)].onDelay = seconds(30);
    const Simulation simulation(setup);
    ASSERT_FALSE(simulation.events().empty());
    EXPECT_EQ(simulation.events()[0].at, seconds(90));
    EXPECT_EQ(simulation.snapshotAt(seconds(89)).of(Metric::QueryResponse).level, Level::Green);
}

TEST(Simulation, theSameSetupGivesTheSameAnswers)
{
    const auto load = calmLoad();
    const auto setup = certifiedSetup(load, fillScenario(gb(7.3), load, gb(1000)));
    EXPECT_EQ(Simulation(setup).events(), Simulation(setup).events());
    EXPECT_EQ(Simulation(setup).levelsOf(Metric::TotalStorage),
        Simulation(setup).levelsOf(Metric::TotalStorage));
}

TEST(Simulation, timesOutsideAreTheBeginningAndTheEnd)
{
    const Simulation simulation(certifiedSetup(calmLoad()));
    EXPECT_EQ(simulation.snapshotAt(seconds(-5)).at, simulation.setup().startsAt);
    EXPECT_EQ(simulation.snapshotAt(hours(400)).at, simulation.setup().startsAt + hours(48));
}

TEST(Simulation, shiftingMovesEveryTimeByAsMuch)
{
    const Simulation simulation(certifiedSetup(calmLoad(990)));
    const auto board = *simulation.boardAt(minutes(30));
    const auto later = shifted(board, hours(3));
    EXPECT_EQ(*later.open[0].deadline - *board.open[0].deadline, hours(3));
    EXPECT_EQ(*later.open[0].deadlineUtc - *board.open[0].deadlineUtc, hours(3));
    EXPECT_EQ(later.open[0].raisedAt - board.open[0].raisedAt, hours(3));
    EXPECT_EQ(later.open[0].steps->at(0).at - board.open[0].steps->at(0).at, hours(3));
    const auto snapshot = shifted(simulation.snapshotAt(minutes(30)), hours(3));
    EXPECT_EQ(snapshot.of(Metric::TotalStorage).reading->measuredAt, snapshot.at);
    EXPECT_EQ(snapshot.at, simulation.setup().startsAt + hours(3) + minutes(30));
}

TEST(SimulationLike, takesLoadAndThresholdsOfTheSnapshotAndTheCertifiedLimits)
{
    Snapshot live;
    const auto policy = certifiedPolicy();
    for (const auto& row : catalog()) {
        live.of(row.metric).thresholds = policy.thresholds[indexOf(row.metric)];
        live.of(row.metric).limit = row.certifiedLimit;
    }
    auto& storage = live.of(Metric::TotalStorage);
    storage.limit = 64.0 * 1024 * 1024;  // a depository of its own size
    storage.reading = Reading { 32.0 * 1024 * 1024, {}, {}, {}, storage.limit };
    storage.level = Level::Green;
    storage.thresholds.yellow->value = 0.6;
    live.gate.resumeBelow = 60;
    const auto setup = simulationLike(std::make_shared<const Snapshot>(live), {});
    EXPECT_EQ(setup.start.storageBytes, gb(500));
    EXPECT_EQ(setup.start.writers, 0);
    EXPECT_EQ(setup.policy.limits[indexOf(Metric::TotalStorage)], gb(1000));
    EXPECT_EQ(setup.policy.thresholds[indexOf(Metric::TotalStorage)].yellow->value, 0.6);
    EXPECT_EQ(setup.policy.gate.resumeBelow, 60);
    EXPECT_FALSE(Simulation(setup).snapshotAt(nanoseconds(0)).of(Metric::ArtifactCount).reading);
}

}  // namespace
}  // namespace headroom
