// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/pause_log.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_records.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

class PauseLogTest : public testing::Test {
protected:
    void see(GateState state, std::uint64_t pausesTotal)
    {
        GateSummary gate;
        gate.state = state;
        log_.see(gate, pausesTotal, clock_.steadyNow());
    }
    std::vector<std::string> actions() const
    {
        std::vector<std::string> all;
        for (const auto& [note, done] : records_.later) {
            all.push_back(note.action);
        }
        return all;
    }

    ManualClock clock_;
    ScriptedRecords records_;
    PauseLog log_ { &records_ };
};

using Actions = std::vector<std::string>;

TEST_F(PauseLogTest, recordsEachChangeOnce)
{
    see(GateState::Open, 0);
    see(GateState::Paused, 1);
    see(GateState::Paused, 1);
    see(GateState::Open, 1);
    see(GateState::Open, 1);
    ASSERT_EQ(actions(), (Actions { "gate.paused", "gate.resumed" }));
    EXPECT_EQ(records_.later[0].first.subject, "writes_in_flight=100");
    EXPECT_EQ(records_.later[0].first.newValue, "PAUSED");
    EXPECT_EQ(records_.later[1].first.subject, "writes_in_flight_below=75");
    EXPECT_EQ(records_.later[1].first.newValue, "OPEN");
}

TEST_F(PauseLogTest, recordsWhatCameAndWentBetweenTwoTicks)
{
    see(GateState::Open, 1);
    EXPECT_EQ(actions(), (Actions { "gate.paused", "gate.resumed" }));
    see(GateState::Paused, 2);
    see(GateState::Paused, 3);  // resumed and paused again
    EXPECT_EQ(actions(),
        (Actions { "gate.paused", "gate.resumed", "gate.paused", "gate.resumed", "gate.paused" }));
}

TEST_F(PauseLogTest, aPauseBehindAHaltIsResolvedByTheStateAfterIt)
{
    see(GateState::Paused, 1);
    see(GateState::Halted, 1);
    EXPECT_EQ(actions(), (Actions { "gate.paused" }));
    see(GateState::Paused, 1);
    EXPECT_EQ(actions(), (Actions { "gate.paused" })) << "it went on all the time";
    see(GateState::Halted, 1);
    see(GateState::Open, 1);
    EXPECT_EQ(actions(), (Actions { "gate.paused", "gate.resumed" }));
}

TEST_F(PauseLogTest, fromTheEleventhInAMinuteOnTheyAreOneRecordWithTheirNumber)
{
    for (std::uint64_t i = 1; i <= 500; ++i) {
        see(GateState::Open, i);
        clock_.advance(100ms);
    }
    EXPECT_EQ(records_.later.size(), 10U);
    clock_.advance(10s);
    see(GateState::Open, 500);
    ASSERT_EQ(records_.later.size(), 11U);
    EXPECT_EQ(records_.later[10].first.action, "gate.flapped");
    EXPECT_NE(records_.later[10].first.subject.find("pauses=495 resumes=495"), std::string::npos)
        << records_.later[10].first.subject;
    see(GateState::Paused, 501);
    EXPECT_EQ(records_.later.size(), 12U) << "a new minute";
    clock_.advance(2min);
    see(GateState::Paused, 501);
    EXPECT_EQ(records_.later.size(), 12U) << "nothing happened";
}

TEST_F(PauseLogTest, whatIsCountedIsWrittenAtTheEnd)
{
    see(GateState::Open, 6);
    EXPECT_EQ(records_.later.size(), 10U);
    log_.finish();
    ASSERT_EQ(records_.later.size(), 11U);
    EXPECT_NE(records_.later[10].first.subject.find("pauses=1 resumes=1"), std::string::npos);
    log_.finish();
    EXPECT_EQ(records_.later.size(), 11U);
}

TEST_F(PauseLogTest, withoutRecordsNothingHappens)
{
    PauseLog bare(nullptr);
    bare.see({}, 5, clock_.steadyNow());
    bare.finish();
    EXPECT_TRUE(records_.later.empty());
}

}  // namespace
}  // namespace headroom
