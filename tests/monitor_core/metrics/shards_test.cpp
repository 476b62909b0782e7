// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/latency_shard.h"
#include "monitor_core/metrics/thread_shards.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

namespace headroom {
namespace {

using std::chrono::nanoseconds;

struct CountingShard {
    explicit CountingShard(Writers howMany)
        : writers(howMany)
    {
    }
    Writers writers;
    ShardedCounter counter;
};

TEST(ThreadShards, givesEachThreadItsOwnAndReusesThoseOfEndedThreads)
{
    ThreadShards<CountingShard> shards;
    CountingShard& mine = shards.local();
    EXPECT_EQ(&shards.local(), &mine);
    for (int i = 0; i < 200; ++i) {
        std::jthread([&] {
            CountingShard& its = shards.local();
            EXPECT_NE(&its, &mine);
            its.counter.add(1, its.writers);
        }).join();
    }
    const auto all = shards.shards();
    EXPECT_EQ(all.size(), 3U) << "the common one, mine, and one for 200 threads in turn";
    std::uint64_t total = 0;
    for (const CountingShard* shard : all) {
        total += shard->counter.read();
    }
    EXPECT_EQ(total, 200U);
}

TEST(ThreadShards, boundsItsMemoryHoweverManyThreadsAreAlive)
{
    ThreadShards<CountingShard> shards;
    constexpr int kThreads = 90;
    std::atomic<int> arrived = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&] {
                CountingShard& shard = shards.local();
                shard.counter.add(1, shard.writers);
                ++arrived;
                arrived.notify_all();
                for (int seen = arrived; seen < kThreads; seen = arrived) {
                    arrived.wait(seen);
                }
                for (int n = 0; n < 1000; ++n) {
                    shard.counter.add(1, shard.writers);
                }
            });
        }
    }
    const auto all = shards.shards();
    EXPECT_EQ(all.size(), 1 + ThreadShards<CountingShard>::kOwnShards);
    std::uint64_t total = 0;
    for (const CountingShard* shard : all) {
        total += shard->counter.read();
    }
    EXPECT_EQ(total, std::uint64_t { kThreads } * 1001);
}

TEST(ShardedExtreme, losesNoValueBetweenTwoTakes)
{
    ShardedExtreme<std::greater<>> largest { -1 };
    constexpr std::int64_t kLast = 200'000;
    std::jthread writer([&] {
        for (std::int64_t value = 0; value <= kLast; ++value) {
            largest.note(value);
        }
    });
    std::int64_t seen = -1;
    while (seen < kLast) {
        const std::int64_t taken = largest.take();
        if (taken != -1) {
            ASSERT_GT(taken, seen) << "each is larger than all before, so none is taken twice";
            seen = taken;
        }
    }
    EXPECT_EQ(largest.take(), -1);
}

TEST(LatencyShard, givesEverySampleOnceWhileItsThreadRecords)
{
    LatencyShard shard { Writers::One };
    LatencyHistogram expected;
    constexpr int kSamples = 300'000;
    std::atomic<bool> done = false;
    std::jthread writer([&] {
        std::uint64_t state = 1;
        for (int i = 0; i < kSamples; ++i) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            const auto value = static_cast<std::int64_t>((state >> 1U) % 4'000'000'000'000U);
            EXPECT_TRUE(shard.record(value));
            expected.record(nanoseconds(value));
        }
        EXPECT_FALSE(shard.record(-1));
        done = true;
    });
    LatencyHistogram drained;
    while (!done) {
        shard.drainInto(drained);
    }
    writer.join();
    shard.drainInto(drained);
    EXPECT_EQ(drained.count(), std::uint64_t { kSamples });
    EXPECT_GT(drained.overflow(), 0U);
    EXPECT_EQ(drained, expected);
}

TEST(LatencyShard, givesEverySampleOnceWhenManyThreadsShareIt)
{
    LatencyShard shard { Writers::Many };
    constexpr int kThreads = 4;
    constexpr int kEach = 50'000;
    LatencyHistogram drained;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&shard, t] {
                for (int i = 0; i < kEach; ++i) {
                    (void)shard.record(1000 + (i * 37 + t) % 100'000);
                }
            });
        }
        for (int i = 0; i < 1000; ++i) {
            shard.drainInto(drained);
        }
    }
    shard.drainInto(drained);
    EXPECT_EQ(drained.count(), std::uint64_t { kThreads } * kEach);
}

}  // namespace
}  // namespace headroom
