// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/gate/lease_table.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <set>

namespace headroom {
namespace {

using namespace std::chrono_literals;
using Answer = LeaseTable::Answer;

class LeaseTableTest : public testing::Test {
protected:
    std::uint64_t begin(std::chrono::nanoseconds ttl)
    {
        return leases.begin(clock.steadyNow() + ttl, 4711);
    }

    ManualClock clock;
    LeaseTable leases { 4, clock.systemNow() };
};

TEST_F(LeaseTableTest, remembersWhenTheWriteBegan)
{
    const std::uint64_t token = begin(60s);
    EXPECT_NE(token, 0U);
    const LeaseTable::Ended ended = leases.end(token);
    EXPECT_EQ(ended.answer, Answer::Done);
    EXPECT_EQ(ended.beganAtTicks, 4711U);
}

TEST_F(LeaseTableTest, expiresOnTheTickItPromisedAndNotBefore)
{
    (void)begin(60s);
    clock.advance(60s - 1ns);
    EXPECT_EQ(leases.expire(clock.steadyNow()), 0);
    clock.advance(1ns);
    EXPECT_EQ(leases.expire(clock.steadyNow()), 1);
    EXPECT_EQ(leases.expire(clock.steadyNow()), 0) << "once";
}

TEST_F(LeaseTableTest, livesOnWhenRenewed)
{
    const std::uint64_t token = begin(60s);
    clock.advance(59s);
    EXPECT_EQ(leases.renew(token, clock.steadyNow() + 60s), Answer::Done);
    clock.advance(59s);
    EXPECT_EQ(leases.expire(clock.steadyNow()), 0);
    clock.advance(1s);
    EXPECT_EQ(leases.expire(clock.steadyNow()), 1);
    EXPECT_EQ(leases.renew(token, clock.steadyNow() + 60s), Answer::AlreadyOver);
}

TEST_F(LeaseTableTest, knowsEveryTokenThatWasGivenOutAndNoOther)
{
    EXPECT_EQ(leases.end(0).answer, Answer::Unknown);
    EXPECT_EQ(leases.end(~std::uint64_t { 0 }).answer, Answer::Unknown);
    std::set<std::uint64_t> given;
    for (int i = 0; i < 1000; ++i) {
        const std::uint64_t token = begin(60s);
        EXPECT_TRUE(given.insert(token).second) << "a token is never given out twice";
        EXPECT_EQ(leases.end(token + (1U << 16U)).answer, Answer::Unknown) << "the next one";
        EXPECT_EQ(leases.end(token).answer, Answer::Done);
    }
    for (const std::uint64_t token : given) {
        EXPECT_EQ(leases.end(token).answer, Answer::AlreadyOver);
        EXPECT_EQ(leases.renew(token, clock.steadyNow()), Answer::AlreadyOver);
    }
}

TEST_F(LeaseTableTest, doesNotKnowTokensOfAnEarlierRun)
{
    std::uint64_t last = 0;
    for (int i = 0; i < 1000; ++i) {
        last = begin(60s);
        (void)leases.end(last);
    }
    clock.advance(100ms);
    LeaseTable later { 4, clock.systemNow() };
    EXPECT_NE(later.begin(clock.steadyNow() + 60s, 0), last);
    EXPECT_EQ(later.end(last).answer, Answer::Unknown);
}

TEST_F(LeaseTableTest, endsOneLeaseWithoutTouchingTheOneThatReusesItsSlot)
{
    std::vector<std::uint64_t> all { begin(60s), begin(60s), begin(60s), begin(60s) };
    EXPECT_EQ(leases.end(all[1]).answer, Answer::Done);
    const std::uint64_t successor = begin(60s);
    EXPECT_EQ(leases.end(all[1]).answer, Answer::AlreadyOver);
    EXPECT_EQ(leases.end(successor).answer, Answer::Done);
}

}  // namespace
}  // namespace headroom
