// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/halt_latch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_records.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

using namespace std::chrono_literals;

class HaltLatchTest : public testing::Test {
protected:
    bool decide(bool full) { return latch_.decide(full, "used_bytes=1", clock_.steadyNow()); }
    void answer(Result<void> outcome) { records_.later.back().second(std::move(outcome)); }
    static Error diskFull() { return { ErrorCode::NoSpace, "disk full", "audit" }; }

    ManualClock clock_;
    ScriptedRecords records_;
    HaltLatch latch_ { &records_ };
};

TEST_F(HaltLatchTest, closesAtOnceAndRecordsItOnce)
{
    EXPECT_TRUE(decide(true));
    EXPECT_TRUE(decide(true));
    ASSERT_EQ(records_.later.size(), 1U);
    EXPECT_EQ(records_.later[0].first.action, "gate.halted");
    EXPECT_EQ(latch_.problem(), "");
}

TEST_F(HaltLatchTest, saysSoWhenItClosedWithoutItsRecord)
{
    EXPECT_TRUE(decide(true));
    answer(diskFull());
    EXPECT_TRUE(decide(true));
    EXPECT_EQ(latch_.problem(), "closed without an audit record: audit: disk full");
}

TEST_F(HaltLatchTest, reopensOnlyAfterItsRecordIsWritten)
{
    decide(true);
    answer({});
    EXPECT_TRUE(decide(false));
    EXPECT_TRUE(decide(false));
    ASSERT_EQ(records_.later.size(), 2U);
    EXPECT_EQ(records_.later[1].first.action, "gate.reopened");
    answer({});
    EXPECT_FALSE(decide(false));
}

TEST_F(HaltLatchTest, staysClosedWhileReopeningCannotBeAuditedAndTriesAgain)
{
    decide(true);
    answer({});
    decide(false);
    answer(diskFull());
    EXPECT_TRUE(decide(false));
    EXPECT_NE(latch_.problem().find("stays closed"), std::string::npos);
    EXPECT_TRUE(decide(false));
    EXPECT_EQ(records_.later.size(), 2U) << "it must not ask on every tick";
    clock_.advance(1s);
    EXPECT_TRUE(decide(false));
    ASSERT_EQ(records_.later.size(), 3U);
    answer({});
    EXPECT_FALSE(decide(false));
    EXPECT_EQ(latch_.problem(), "");
}

TEST_F(HaltLatchTest, aStoreThatFillsAgainWhileItWaitsStaysClosed)
{
    decide(true);
    answer({});
    decide(false);
    EXPECT_TRUE(decide(true));
    answer({});  // the record of the reopening that did not happen
    EXPECT_TRUE(decide(true));
}

TEST_F(HaltLatchTest, withoutRecordsItFollowsTheJudge)
{
    HaltLatch bare(nullptr);
    EXPECT_TRUE(bare.decide(true, {}, clock_.steadyNow()));
    EXPECT_FALSE(bare.decide(false, {}, clock_.steadyNow()));
}

TEST_F(HaltLatchTest, remembersThatItIsHaltedAndForgetsWhenItReopens)
{
    decide(true);
    answer({});
    decide(false);
    answer({});
    EXPECT_FALSE(decide(false));
    EXPECT_EQ(records_.halts, (std::vector { true, false }));
}

TEST_F(HaltLatchTest, aStoreThatFillsAgainWhileItWaitsIsRememberedAgain)
{
    decide(true);
    answer({});
    decide(false);
    decide(true);
    EXPECT_EQ(records_.halts, (std::vector { true, false, true }))
        << "the reopening on its way would be the last that is known";
    decide(true);
    EXPECT_EQ(records_.halts.size(), 3U);
}

TEST_F(HaltLatchTest, aStoreThatFillsAgainAfterAReopeningThatFailedIsRememberedAgain)
{
    decide(true);
    answer({});
    decide(false);
    answer(diskFull());
    decide(false);
    decide(true);
    EXPECT_EQ(records_.halts, (std::vector { true, false, true }));
    EXPECT_EQ(latch_.problem(), "");
}

TEST_F(HaltLatchTest, aHaltOfTheRunBeforeGoesOnUntilItsEndIsRecorded)
{
    records_.wasHaltedBefore = true;
    HaltLatch latch(&records_);
    EXPECT_TRUE(latch.decide(true, "used_bytes=1", clock_.steadyNow()));
    EXPECT_TRUE(records_.later.empty()) << "it has its record already";
    EXPECT_TRUE(latch.decide(false, "used_bytes=0", clock_.steadyNow()));
    ASSERT_EQ(records_.later.size(), 1U);
    EXPECT_EQ(records_.later[0].first.action, "gate.reopened");
    answer({});
    EXPECT_FALSE(latch.decide(false, "used_bytes=0", clock_.steadyNow()));
}

}  // namespace
}  // namespace headroom
