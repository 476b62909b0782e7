// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/latency_histogram.h"
#include "tests/monitor_core/recorder_fixture.h"

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace headroom {
namespace {

using namespace std::chrono_literals;
using RecorderThreads = RecorderTest;

TEST_F(RecorderThreads, callsOnTheThreadThatChangedTheGate)
{
    std::thread::id called;
    recorder.onGateChange([&called] { called = std::this_thread::get_id(); });
    std::vector<Recorder::WriteScope> writes;
    std::jthread writer([&] {
        for (int i = 0; i < 100; ++i) {
            writes.push_back(recorder.beginWrite({}));
        }
    });
    const std::thread::id id = writer.get_id();
    writer.join();
    EXPECT_EQ(called, id);
    recorder.onGateChange({});
}

TEST_F(RecorderThreads, losesNothingWhileThreadsComeAndGo)
{
    constexpr int kRounds = 40;
    constexpr int kThreads = 8;
    constexpr int kWrites = 250;
    std::jthread ticker([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            const Recorder::Reading reading = recorder.drain();
            EXPECT_LE(reading.peakWritesInFlight, kThreads);
            EXPECT_GE(reading.concurrentReads, 0);
        }
    });
    for (int round = 0; round < kRounds; ++round) {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([this] {
                for (int n = 0; n < kWrites; ++n) {
                    auto write = recorder.beginWrite(kilobytes(1));
                    const auto read = recorder.beginRead();
                    recorder.recordLatency(1ms);
                    write.complete(kilobytes(1));
                }
            });
        }
    }
    ticker.request_stop();
    ticker.join();
    const Recorder::Reading reading = tick();
    constexpr std::uint64_t kAll = std::uint64_t { kRounds } * kThreads * kWrites;
    EXPECT_EQ(reading.completedWritesTotal, kAll);
    EXPECT_EQ(reading.writes.sampleCount, kAll);
    EXPECT_EQ(reading.queries.sampleCount, 2 * kAll);
    EXPECT_EQ(reading.gate.admittedTotal, kAll);
    EXPECT_EQ(reading.writesInFlight, 0);
    EXPECT_EQ(reading.concurrentReads, 0);
}

TEST_F(RecorderThreads, handOutQueriesThatCanBeStoredAndReadAgain)
{
    constexpr std::uint64_t kQueries = 2'000'000;
    std::jthread client([this] {
        for (std::uint64_t n = 0; n < kQueries; ++n) {
            // Longer and shorter ones all the time, so that most move an end of the range.
            recorder.recordLatency(std::chrono::nanoseconds(1'000'000'000 >> (n * 7 % 29)));
        }
    });
    std::uint64_t taken = 0;
    LatencyHistogram queries;
    while (taken < kQueries) {
        recorder.drain();
        recorder.takeQueries(queries);
        taken += queries.count();
        const auto read = LatencyHistogram::decode(queries.encode());
        ASSERT_TRUE(read.has_value()) << read.error().text();
    }
    EXPECT_EQ(taken, kQueries);
}

TEST_F(RecorderThreads, countsEveryThreadWhenThereAreMoreThanShards)
{
    constexpr int kThreads = 100;  // 64 have their own
    constexpr int kEach = 200;
    std::atomic<int> arrived = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&] {
                recorder.recordLatency(1ms);  // takes the shard
                ++arrived;
                arrived.notify_all();
                for (int seen = arrived; seen < kThreads; seen = arrived) {
                    arrived.wait(seen);  // so that all are alive at once
                }
                for (int n = 1; n < kEach; ++n) {
                    recorder.recordLatency(std::chrono::microseconds(n));
                }
            });
        }
    }
    const Recorder::Reading reading = tick();
    EXPECT_EQ(reading.queries.sampleCount, std::uint64_t { kThreads } * kEach);
    EXPECT_EQ(reading.queries.minMs, 0.001);
    EXPECT_EQ(reading.queries.maxMs, 1.0);
}

TEST_F(RecorderThreads, keepsSeveralRecordersOfOneThreadApart)
{
    Recorder other { GateSettings { .pauseAt = 2, .resumeBelow = 1 }, WindowSettings {}, clock };
    for (int i = 0; i < 10; ++i) {
        recorder.recordLatency(1ms);
        other.recordLatency(2ms);
        other.recordLatency(2ms);
        Recorder shortLived { GateSettings {}, WindowSettings {}, clock };
        shortLived.recordLatency(3ms);
        EXPECT_EQ(shortLived.drain().queries.maxMs, 3.0);
    }
    EXPECT_EQ(tick().queries.sampleCount, 10U);
    const LatencySummary queries = other.drain().queries;
    EXPECT_EQ(queries.sampleCount, 20U);
    EXPECT_EQ(queries.minMs, 2.0);
}

/// Counts while the thread's other thread-locals are being destroyed.
struct CountsAtThreadEnd {
    Recorder* recorder = nullptr;
    ~CountsAtThreadEnd() { recorder->recordLatency(7ms); }
};

TEST_F(RecorderThreads, countsWhatAThreadDoesWhileItEnds)
{
    std::jthread([this] {
        // Made first, so destroyed after the thread's shards are given back.
        thread_local CountsAtThreadEnd last;
        last.recorder = &recorder;
        recorder.recordLatency(5ms);
    }).join();
    const LatencySummary queries = tick().queries;
    EXPECT_EQ(queries.sampleCount, 2U);
    EXPECT_EQ(queries.maxMs, 7.0);
}

TEST_F(RecorderThreads, mayGoBeforeTheThreadsThatUsedItDo)
{
    auto shortLived = std::make_unique<Recorder>(GateSettings {}, WindowSettings {}, clock);
    std::atomic<int> step = 0;
    std::jthread thread([&] {
        shortLived->recordLatency(1ms);
        step = 1;
        step.notify_one();
        step.wait(1);
        recorder.recordLatency(2ms);
    });
    step.wait(0);
    shortLived.reset();
    step = 2;
    step.notify_one();
    thread.join();
    EXPECT_EQ(tick().queries.sampleCount, 1U);
}

}  // namespace
}  // namespace headroom
