// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/query_intake.h"
#include "tests/monitor_core/api/contract_world.h"

#include <gtest/gtest.h>

namespace headroom::api {
namespace {

using namespace std::chrono_literals;

SlowQuery query(std::chrono::nanoseconds latency)
{
    SlowQuery made;
    made.latency = latency;
    made.name = "find by product";
    made.product = "avatar";
    made.size = kilobytes(4);
    return made;
}

TEST(QueryIntake, answersAtOnceWhileNothingWasTold)
{
    ContractWorld world;
    world.tick();
    EXPECT_TRUE(world.begin(Method::Get, "/metrics/query-performance").hasCome());
}

TEST(QueryIntake, holdsAnAnswerBackUntilATickHasSeenWhatWasTold)
{
    ContractWorld world;
    world.tick();
    world.context->queries->record(query(1ms));
    const auto answer = world.begin(Method::Get, "/metrics/query-performance");
    const auto status = world.begin(Method::Get, "/metrics/scale-status");
    EXPECT_FALSE(answer.hasCome());
    const auto before = world.monitor->latest()->sequence;
    world.tick();  // no time has passed, and nothing else would have made it publish
    ASSERT_TRUE(answer.hasCome());
    ASSERT_TRUE(status.hasCome());
    EXPECT_EQ(world.monitor->latest()->sequence, before + 1);
    EXPECT_EQ(bodyOf(answer.get()).at("sample_count"), 1);
    EXPECT_EQ(bodyOf(status.get()).at("query_performance").at("p99_ms").as_double(), 1.0);
    // It is shown now: nobody waits any more.
    EXPECT_TRUE(world.begin(Method::Get, "/metrics/query-performance").hasCome());
}

TEST(QueryIntake, needsNoHurryOnceATickHasComeByItself)
{
    ContractWorld world;
    world.tick();
    world.context->queries->record(query(1ms));
    world.clock.advance(1s);
    world.tick();
    const auto answer = world.begin(Method::Get, "/metrics/query-performance");
    ASSERT_TRUE(answer.hasCome());
    EXPECT_EQ(bodyOf(answer.get()).at("sample_count"), 1);
}

TEST(QueryIntake, isShownByTheMonitorsOwnThreadToo)
{
    ContractWorld world;
    world.monitor->start();
    for (int i = 1; i <= 20; ++i) {
        const auto told
            = world.begin(Method::Post, "/metrics/record-query-latency?latency_ms=42.5");
        ASSERT_EQ(told.get().status, 200);
        const auto answer = world.begin(Method::Get, "/metrics/query-performance");
        ASSERT_TRUE(waitUntil([&] { return answer.hasCome(); }));
        EXPECT_EQ(bodyOf(answer.get()).at("sample_count"), i);
        EXPECT_EQ(bodyOf(answer.get()).at("p999_ms").as_double(), 42.5);
    }
    world.monitor->stop();
}

TEST(QueryIntake, dropsAnAnswerThatNoTickWillGive)
{
    auto world = std::make_unique<ContractWorld>();
    world->monitor->start();
    world->monitor->stop();
    world->context->queries->record(query(1ms));
    const auto answer = world->begin(Method::Get, "/metrics/query-performance");
    EXPECT_FALSE(answer.hasCome());
    world.reset();
    EXPECT_FALSE(answer.hasCome());
}

TEST(QueryIntake, keepsQueriesFromTheRedBoundAndFromTheSlaOn)
{
    ContractWorld world;
    world.tick();
    world.context->queries->record(query(500ms));  // ORANGE up to it
    EXPECT_EQ(world.slowQueries.total(), 0U);
    world.context->queries->record(query(500ms + 1us));
    ASSERT_EQ(world.slowQueries.total(), 1U);
    const auto kept = world.slowQueries.newest(1).front();
    EXPECT_EQ(kept.latency, 500ms + 1us);
    EXPECT_EQ(kept.name, "find by product");
    EXPECT_EQ(kept.product, "avatar");
    EXPECT_EQ(kept.size, kilobytes(4));

    // With a RED bound edited above it, the certified limit still counts.
    ContractWorld lax(nullptr, nullptr, [](ThresholdPolicy& policy) {
        policy.thresholds[indexOf(Metric::QueryResponse)].red->value = 60'000;
    });
    lax.tick();
    lax.context->queries->record(query(5s - 1us));
    EXPECT_EQ(lax.slowQueries.total(), 0U);
    lax.context->queries->record(query(5s));
    EXPECT_EQ(lax.slowQueries.total(), 1U);
}

TEST(QueryIntake, logsSlowQueriesTamelyAndNotWithoutEnd)
{
    ContractWorld world;
    world.tick();
    std::ostringstream log;
    auto* const before = std::clog.rdbuf(log.rdbuf());
    for (int i = 0; i < 100; ++i) {
        auto slow = query(6s);
        slow.name = "a\nforged line \"quoted\"";
        slow.at = world.clock.systemNow();
        world.context->queries->record(slow);
    }
    world.clock.advance(1s);
    auto last = query(6s);
    last.at = world.clock.systemNow();
    world.context->queries->record(last);
    std::clog.rdbuf(before);
    const auto text = log.str();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 11);
    EXPECT_NE(text.find("slow query: 6000 ms at 2026-08-03T10:03:53.000Z name \"a?forged line "
                        "?quoted?\" product \"avatar\" size 4096"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find("(and 90 more before it)"), std::string::npos) << text;
    EXPECT_EQ(world.slowQueries.total(), 101U);
}

}  // namespace
}  // namespace headroom::api
