// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/gate/write_gate.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>
#include <vector>

namespace headroom {
namespace {

class WriteGateTest : public testing::Test {
protected:
    void enter(int writes)
    {
        for (int i = 0; i < writes; ++i) {
            ASSERT_EQ(gate.enter(), Admission::Admitted);
        }
    }
    void leave(int writes)
    {
        for (int i = 0; i < writes; ++i) {
            gate.leave();
        }
    }

    ManualClock clock;
    WriteGate gate { GateSettings {}, clock };
};

TEST_F(WriteGateTest, isPausedTheMomentTheHundredthIsAdmitted)
{
    enter(99);
    EXPECT_EQ(gate.state(), GateState::Open);
    EXPECT_EQ(gate.enter(), Admission::Admitted);
    EXPECT_EQ(gate.state(), GateState::Paused);
    EXPECT_EQ(gate.inFlight(), 100);
    EXPECT_EQ(gate.enter(), Admission::Paused);
    EXPECT_EQ(gate.inFlight(), 100);
}

TEST_F(WriteGateTest, opensWithFewerThanSeventyFiveInFlightAndNotBefore)
{
    enter(100);
    leave(1);
    EXPECT_EQ(gate.enter(), Admission::Paused) << "99 left";
    leave(24);
    EXPECT_EQ(gate.inFlight(), 75);
    EXPECT_EQ(gate.state(), GateState::Paused);
    EXPECT_EQ(gate.enter(), Admission::Paused) << "75 left";
    leave(1);
    EXPECT_EQ(gate.state(), GateState::Open);
    EXPECT_EQ(gate.enter(), Admission::Admitted) << "74 left";
    EXPECT_EQ(gate.state(), GateState::Open) << "75 again, but from below";
    EXPECT_EQ(gate.enter(), Admission::Admitted);
}

TEST_F(WriteGateTest, letsWritesInFlightFinishWhileHalted)
{
    enter(10);
    gate.setHalted(true);
    EXPECT_EQ(gate.enter(), Admission::Halted);
    EXPECT_EQ(gate.inFlight(), 10);
    leave(10);
    EXPECT_EQ(gate.inFlight(), 0);
    EXPECT_EQ(gate.state(), GateState::Halted);
    gate.setHalted(false);
    EXPECT_EQ(gate.enter(), Admission::Admitted);
}

TEST_F(WriteGateTest, isHaltedWhenBothHoldAndThenStillPaused)
{
    enter(100);
    gate.setHalted(true);
    EXPECT_EQ(gate.enter(), Admission::Halted);
    leave(20);
    gate.setHalted(false);
    EXPECT_EQ(gate.state(), GateState::Paused);
    EXPECT_EQ(gate.enter(), Admission::Paused) << "80 left";
    leave(6);
    EXPECT_EQ(gate.enter(), Admission::Admitted) << "74 left";
}

TEST_F(WriteGateTest, endsAPauseThatRanOutWhileHalted)
{
    enter(100);
    gate.setHalted(true);
    leave(26);
    gate.setHalted(false);
    EXPECT_EQ(gate.state(), GateState::Open);
}

TEST_F(WriteGateTest, tellsThePeakSinceTheLookBefore)
{
    enter(7);
    leave(5);
    WriteGate::Look look = gate.look();
    EXPECT_EQ(look.peak, 7);
    EXPECT_EQ(look.inFlight, 2);
    EXPECT_EQ(gate.look().peak, 2) << "the two that are still there";
    enter(1);
    EXPECT_EQ(gate.look().peak, 3);
}

TEST_F(WriteGateTest, tellsWhenItsStateBeganAndMissesNoShortPause)
{
    const SystemTime opened = clock.systemNow();
    clock.advance(std::chrono::seconds(5));
    enter(100);
    const SystemTime paused = clock.systemNow();
    clock.advance(std::chrono::seconds(5));
    EXPECT_EQ(gate.look().since, paused);
    EXPECT_NE(paused, opened);
    leave(30);
    enter(30);
    leave(30);
    const WriteGate::Look look = gate.look();
    EXPECT_EQ(look.state, GateState::Open);
    EXPECT_EQ(look.since, clock.systemNow());
    EXPECT_EQ(look.pausesTotal, 2U);
    EXPECT_EQ(look.changesTotal, 4U);
}

TEST_F(WriteGateTest, callsOnceForEveryChangeOfStateAndForNothingElse)
{
    std::vector<GateState> seen;
    gate.onChange([&] { seen.push_back(gate.state()); });
    enter(100);
    gate.setHalted(true);
    gate.setHalted(true);
    leave(30);
    gate.setHalted(false);
    gate.setHalted(false);
    const std::vector expected { GateState::Paused, GateState::Halted, GateState::Open };
    EXPECT_EQ(seen, expected);
    gate.onChange({});
    gate.setHalted(true);
    EXPECT_EQ(seen, expected);
}

TEST(WriteGate, survivesSettingsThatNobodyShouldGiveIt)
{
    const ManualClock clock;
    WriteGate gate { GateSettings { .pauseAt = 0, .resumeBelow = -3 }, clock };
    EXPECT_EQ(gate.enter(), Admission::Admitted);
    EXPECT_EQ(gate.enter(), Admission::Paused);
    gate.leave();
    EXPECT_EQ(gate.enter(), Admission::Admitted) << "a gate that never opens again helps nobody";
    gate.leave();
}

/// The contract's gate, as one would explain it.
struct Oracle {
    int inFlight = 0;
    bool paused = false;
    bool halted = false;
    Admission enter()
    {
        if (halted || paused) {
            return halted ? Admission::Halted : Admission::Paused;
        }
        paused = ++inFlight >= 100;
        return Admission::Admitted;
    }
    void leave() { paused = --inFlight >= 75 && paused; }
    [[nodiscard]] GateState state() const
    {
        return halted ? GateState::Halted : (paused ? GateState::Paused : GateState::Open);
    }
};

TEST(WriteGate, doesWhatTheOracleDoesInTenMillionRandomEvents)
{
    const ManualClock clock;
    WriteGate gate { GateSettings {}, clock };
    Oracle oracle;
    std::minstd_rand random { 20260119 };
    int differences = 0;
    std::uint64_t pauses = 0;
    std::uint32_t enterBias = 128;  // of 256; wanders, so that both ends are visited
    for (int i = 0; i < 10'000'000; ++i) {
        const auto draw = static_cast<std::uint32_t>(random());
        if (draw % 4096 == 0) {
            oracle.halted = !oracle.halted;
            gate.setHalted(oracle.halted);
        } else if (draw % 512 == 1) {
            enterBias = 64 + (draw >> 12U) % 160;
        } else if ((draw >> 10U) % 256 < enterBias) {
            const bool wasOpen = oracle.state() == GateState::Open;
            const Admission expected = oracle.enter();
            differences += gate.enter() != expected ? 1 : 0;
            pauses += wasOpen && oracle.paused ? 1 : 0;
        } else if (oracle.inFlight > 0) {
            oracle.leave();
            gate.leave();
        }
        const bool same = gate.inFlight() == oracle.inFlight && gate.state() == oracle.state();
        differences += same ? 0 : 1;
    }
    EXPECT_EQ(differences, 0);
    EXPECT_EQ(gate.look().pausesTotal, pauses);
    EXPECT_GT(pauses, 1000U) << "the walk must reach the limit to test it";
}

TEST(WriteGate, neverHasMoreThanAHundredInFlightHoweverManyThreadsRace)
{
    constexpr int kThreads = 8;
    constexpr int kAdmissions = 1'000'000;
    const ManualClock clock;
    WriteGate gate { GateSettings {}, clock };
    std::atomic<int> holders = 0;  // counted by those who hold a place, not by the gate
    std::atomic<int> most = 0;
    std::atomic<int> admitted = 0;
    std::atomic<int> wrong = 0;
    const auto drive = [&](unsigned seed) {
        std::minstd_rand random { seed };
        int held = 0;
        const auto leaveOne = [&] {
            holders.fetch_sub(1);
            gate.leave();
            --held;
        };
        while (admitted.load(std::memory_order_relaxed) < kAdmissions) {
            if (random() % 32 == 0) {  // all at once, so that the gate opens again
                while (held > 0) {
                    leaveOne();
                }
            }
            if (gate.enter() == Admission::Admitted) {
                const int now = holders.fetch_add(1) + 1;
                int seen = most.load();
                while (now > seen && !most.compare_exchange_weak(seen, now)) { }
                admitted.fetch_add(1, std::memory_order_relaxed);
                ++held;
            }
            const int inFlight = gate.inFlight();
            wrong += inFlight < held || inFlight > 100 ? 1 : 0;
        }
        while (held > 0) {
            leaveOne();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 1; i <= kThreads; ++i) {
            threads.emplace_back(drive, i);
        }
    }
    EXPECT_GE(admitted.load(), kAdmissions);
    EXPECT_LE(most.load(), 100);
    EXPECT_EQ(wrong.load(), 0);
    EXPECT_EQ(gate.inFlight(), 0);
    const WriteGate::Look look = gate.look();
    EXPECT_EQ(look.peak, 100) << "the race must reach the limit to test it";
    EXPECT_GT(look.pausesTotal, 100U);
    EXPECT_EQ(look.state, GateState::Open);
    EXPECT_EQ(look.changesTotal, 2 * look.pausesTotal) << "each pause began and ended once";
}

TEST_F(WriteGateTest, opensByANewBoundFromTheNextWriterThatLeaves)
{
    enter(100);
    gate.setResumeBelow(50);
    leave(26);
    EXPECT_EQ(gate.state(), GateState::Paused) << "74 left";
    leave(24);
    EXPECT_EQ(gate.state(), GateState::Paused) << "50 left";
    leave(1);
    EXPECT_EQ(gate.state(), GateState::Open) << "49 left";
}

TEST_F(WriteGateTest, opensAtOnceWhenTheNewBoundIsAboveWhatIsInFlight)
{
    int changes = 0;
    gate.onChange([&] { ++changes; });
    enter(100);
    leave(20);
    gate.setResumeBelow(80);
    EXPECT_EQ(gate.state(), GateState::Paused) << "80 are not fewer than 80";
    EXPECT_EQ(changes, 1);
    gate.setResumeBelow(81);
    EXPECT_EQ(gate.state(), GateState::Open);
    EXPECT_EQ(changes, 2);
    EXPECT_EQ(gate.resumeBelow(), 81);
}

TEST_F(WriteGateTest, aNewBoundDoesNotEndAHalt)
{
    enter(100);
    gate.setHalted(true);
    leave(30);
    gate.setResumeBelow(90);
    EXPECT_EQ(gate.state(), GateState::Halted);
    gate.setHalted(false);
    EXPECT_EQ(gate.state(), GateState::Open);
}

TEST(WriteGate, neverStaysPausedWithNobodyInFlightWhileTheBoundChanges)
{
    ManualClock clock;
    WriteGate gate(GateSettings {}, clock);
    std::atomic<bool> isOver = false;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 3; ++t) {
        threads.emplace_back([&gate] {
            for (int round = 0; round < 4000; ++round) {
                int held = 0;
                while (held < 60 && gate.enter() == Admission::Admitted) {
                    ++held;
                }
                EXPECT_LE(gate.inFlight(), 100);
                for (; held > 0; --held) {
                    gate.leave();
                }
            }
        });
    }
    std::jthread changer([&] {
        std::mt19937 random(7);
        while (!isOver) {
            gate.setResumeBelow(1 + static_cast<int>(random() % 100));
        }
    });
    threads.clear();
    isOver = true;
    changer.join();
    EXPECT_EQ(gate.inFlight(), 0);
    EXPECT_EQ(gate.state(), GateState::Open);
}

}  // namespace
}  // namespace headroom
