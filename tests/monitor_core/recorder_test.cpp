// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/recorder.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <random>
#include <thread>
#include <vector>

namespace headroom {
namespace {

using namespace std::chrono_literals;

class RecorderTest : public testing::Test {
protected:
    Recorder::Reading tick(std::chrono::nanoseconds after = 50ms)
    {
        clock.advance(after);
        return recorder.drain();
    }
    void write(int times, Bytes size = kilobytes(1))
    {
        for (int i = 0; i < times; ++i) {
            recorder.beginWrite(size).complete(size);
        }
    }

    ManualClock clock;
    Recorder recorder { GateSettings {}, WindowSettings {}, clock };
};

TEST_F(RecorderTest, countsACompletedWriteWithItsSizeAndLatency)
{
    {
        auto scope = recorder.beginWrite(kilobytes(3));
        ASSERT_TRUE(scope.admitted());
        EXPECT_EQ(tick().writesInFlight, 1);
        scope.complete(kilobytes(4));
        EXPECT_EQ(scope.admission(), Admission::Admitted);
        scope.complete(kilobytes(5));
    }
    const Recorder::Reading reading = tick();
    EXPECT_EQ(reading.writesInFlight, 0);
    EXPECT_EQ(reading.completedWritesTotal, 1U);
    EXPECT_EQ(reading.failedWritesTotal, 0U);
    EXPECT_EQ(reading.largestArtifactInWindow, kilobytes(4));
    EXPECT_EQ(reading.largestArtifactEver, kilobytes(4));
    EXPECT_EQ(reading.writes.sampleCount, 1U);
    EXPECT_EQ(reading.queries.sampleCount, 0U) << "a write is not a query";
    EXPECT_GT(*reading.writes.minMs, 0.0);
}

TEST_F(RecorderTest, countsAWriteThatIsNotCompletedAsFailedAndGivesItsPlaceBack)
{
    (void)recorder.beginWrite(kilobytes(1));
    const Recorder::Reading reading = tick();
    EXPECT_EQ(reading.failedWritesTotal, 1U);
    EXPECT_EQ(reading.completedWritesTotal, 0U);
    EXPECT_EQ(reading.writesInFlight, 0);
    EXPECT_EQ(reading.peakWritesInFlight, 1);
    EXPECT_EQ(reading.writes.sampleCount, 0U);
    EXPECT_FALSE(reading.largestArtifactInWindow.has_value());
}

TEST_F(RecorderTest, givesAPlaceBackOnceHoweverTheScopeMoves)
{
    auto first = recorder.beginWrite({});
    auto second = recorder.beginWrite({});
    Recorder::WriteScope moved = std::move(first);
    EXPECT_EQ(tick().writesInFlight, 2);
    moved = std::move(second);  // the write that it held before has failed
    const Recorder::Reading reading = tick();
    EXPECT_EQ(reading.writesInFlight, 1);
    EXPECT_EQ(reading.failedWritesTotal, 1U);
    std::jthread([scope = std::move(moved)]() mutable { scope.complete({ 1 }); }).join();
    EXPECT_EQ(tick().writesInFlight, 0);
    EXPECT_EQ(tick().completedWritesTotal, 1U);
}

TEST_F(RecorderTest, refusesWhatIsAnnouncedLargerThanTheCertifiedSizeAndTakesNoPlace)
{
    EXPECT_EQ(recorder.beginWrite(megabytes(500)).admission(), Admission::Admitted);
    EXPECT_EQ(recorder.beginWrite({ megabytes(500).count + 1 }).admission(), Admission::TooLarge);
    EXPECT_EQ(recorder.beginWrite({ -1 }).admission(), Admission::TooLarge);
    const WriteTicket ticket = recorder.beginWriteWithToken(megabytes(501), 1s);
    EXPECT_EQ(ticket.admission, Admission::TooLarge);
    EXPECT_EQ(ticket.token, 0U);
    EXPECT_EQ(ticket.retryAfter, 0ms) << "waiting does not make it smaller";
    const Recorder::Reading reading = tick();
    EXPECT_EQ(reading.gate.refusedTooLargeTotal, 3U);
    EXPECT_EQ(reading.gate.admittedTotal, 1U);
    EXPECT_EQ(reading.peakWritesInFlight, 1);
}

TEST_F(RecorderTest, countsRefusalsByTheirReason)
{
    std::vector<Recorder::WriteScope> writes;
    for (int i = 0; i < 100; ++i) {
        writes.push_back(recorder.beginWrite({}));
    }
    EXPECT_EQ(recorder.beginWrite({}).admission(), Admission::Paused);
    EXPECT_EQ(recorder.beginWriteWithToken({}, 1s).retryAfter, GateSettings {}.retryAfter);
    recorder.setHalted(true);
    EXPECT_EQ(recorder.beginWrite({}).admission(), Admission::Halted);
    writes.clear();
    const Recorder::Reading reading = tick();
    EXPECT_EQ(reading.gate.state, GateState::Halted);
    EXPECT_EQ(reading.gate.admittedTotal, 100U);
    EXPECT_EQ(reading.gate.refusedPausedTotal, 2U);
    EXPECT_EQ(reading.gate.refusedHaltedTotal, 1U);
    EXPECT_EQ(reading.peakWritesInFlight, 100);
    EXPECT_EQ(reading.pausesTotal, 1U);
    EXPECT_EQ(reading.gate.pauseAt, 100);
    EXPECT_EQ(reading.gate.resumeBelow, 75);
    EXPECT_EQ(tick().peakWritesInFlight, 0);
}

TEST_F(RecorderTest, answersOneLatencyAsAllItsQuantilesExactly)
{
    recorder.recordLatency(42'500'000ns);
    const LatencySummary queries = tick().queries;
    EXPECT_EQ(queries.p50Ms, 42.5);
    EXPECT_EQ(queries.p99Ms, 42.5);
    EXPECT_EQ(queries.p999Ms, 42.5);
    EXPECT_EQ(queries.minMs, 42.5);
    EXPECT_EQ(queries.maxMs, 42.5);
    EXPECT_EQ(queries.sampleCount, 1U);
}

TEST_F(RecorderTest, hasNoLatencyOnceTheWindowHasPassed)
{
    recorder.recordLatency(5ms);
    EXPECT_EQ(tick().queries.sampleCount, 1U);
    EXPECT_EQ(tick(60s - 1ns).queries.sampleCount, 1U);
    const LatencySummary after = tick(1ns).queries;
    EXPECT_EQ(after.sampleCount, 0U);
    EXPECT_FALSE(after.p50Ms || after.p99Ms || after.p999Ms || after.minMs || after.maxMs);
}

TEST_F(RecorderTest, refusesNegativeLatenciesAndCountsThoseAboveAnHour)
{
    recorder.recordLatency(-1ns);
    recorder.recordLatency(0ns);
    recorder.recordLatency(1h);
    recorder.recordLatency(2h);
    const Recorder::Reading reading = tick();
    EXPECT_EQ(reading.refusedLatenciesTotal, 1U);
    EXPECT_EQ(reading.queries.sampleCount, 3U);
    EXPECT_EQ(reading.queries.overflowCount, 1U);
    EXPECT_EQ(reading.queries.minMs, 0.0);
    EXPECT_EQ(reading.queries.maxMs, 7'200'000.0);
}

TEST_F(RecorderTest, countsReadsInProgressAndRecordsOnlyThoseNotAbandoned)
{
    {
        auto one = recorder.beginRead();
        auto two = recorder.beginRead();
        EXPECT_EQ(tick().concurrentReads, 2);
        two.abandon();
        two.abandon();
        EXPECT_EQ(tick().concurrentReads, 1);
        const Recorder::ReadScope moved = std::move(one);
        EXPECT_EQ(tick().concurrentReads, 1);
    }
    const Recorder::Reading reading = tick();
    EXPECT_EQ(reading.concurrentReads, 0);
    EXPECT_EQ(reading.queries.sampleCount, 1U);
}

TEST_F(RecorderTest, hasZeroThroughputWhenNothingWasWritten)
{
    EXPECT_EQ(recorder.drain().writeThroughput.value, 0.0);
    EXPECT_EQ(tick(1h).writeThroughput.value, 0.0);
}

TEST_F(RecorderTest, dividesByTheTimeThatPassedUntilTheWindowIsFull)
{
    write(500);
    EXPECT_DOUBLE_EQ(tick(2s).writeThroughput.value, 250.0);
    write(500);
    EXPECT_DOUBLE_EQ(tick(2s).writeThroughput.value, 250.0);
    EXPECT_DOUBLE_EQ(tick(6s).writeThroughput.value, 100.0);
    EXPECT_DOUBLE_EQ(tick(2s).writeThroughput.value, 50.0) << "the first 500 have left";
    EXPECT_DOUBLE_EQ(tick(2s).writeThroughput.value, 0.0);
}

TEST_F(RecorderTest, forgetsTheLargestArtifactOfTheWindowButNotTheLargestEver)
{
    write(1, megabytes(3));
    write(1, megabytes(2));
    EXPECT_EQ(tick().largestArtifactInWindow, megabytes(3));
    clock.advance(30s);
    write(1, megabytes(1));
    EXPECT_EQ(tick().largestArtifactInWindow, megabytes(3));
    EXPECT_EQ(tick(30s).largestArtifactInWindow, megabytes(1));
    const Recorder::Reading reading = tick(30s);
    EXPECT_FALSE(reading.largestArtifactInWindow.has_value());
    EXPECT_EQ(reading.largestArtifactEver, megabytes(3));
}

TEST_F(RecorderTest, saysWhetherAnythingHappened)
{
    EXPECT_FALSE(tick().somethingHappened);
    recorder.recordLatency(1ms);
    EXPECT_TRUE(tick().somethingHappened);
    EXPECT_FALSE(tick().somethingHappened);
    (void)recorder.beginWrite(megabytes(501));
    EXPECT_TRUE(tick().somethingHappened);
    recorder.setHalted(true);
    EXPECT_TRUE(tick().somethingHappened);
    EXPECT_FALSE(tick().somethingHappened);
}

TEST_F(RecorderTest, endsALeaseOnce)
{
    const WriteTicket ticket = recorder.beginWriteWithToken(kilobytes(1), 60s);
    ASSERT_EQ(ticket.admission, Admission::Admitted);
    EXPECT_EQ(tick().writesInFlight, 1);
    EXPECT_TRUE(recorder.endWrite(ticket.token, kilobytes(2)).has_value());
    EXPECT_TRUE(recorder.endWrite(ticket.token, kilobytes(2)).has_value()) << "a no-op";
    const Recorder::Reading reading = tick();
    EXPECT_EQ(reading.writesInFlight, 0);
    EXPECT_EQ(reading.completedWritesTotal, 1U);
    EXPECT_EQ(reading.largestArtifactEver, kilobytes(2));
    const Result<void> unknown = recorder.endWrite(ticket.token + 12345, {});
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error().code, ErrorCode::NotFound);
}

TEST_F(RecorderTest, endsALeaseByItselfAtTheTickItPromised)
{
    const WriteTicket ticket = recorder.beginWriteWithToken({}, 2s);
    EXPECT_EQ(tick(2s - 1ns).writesInFlight, 1);
    const Recorder::Reading reading = tick(1ns);
    EXPECT_EQ(reading.writesInFlight, 0);
    EXPECT_EQ(reading.gate.expiredLeasesTotal, 1U);
    EXPECT_EQ(reading.failedWritesTotal, 1U);
    EXPECT_TRUE(reading.somethingHappened);
    EXPECT_EQ(recorder.renewWrite(ticket.token, 2s).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(recorder.endWrite(ticket.token, kilobytes(1)).has_value());
    EXPECT_EQ(tick().completedWritesTotal, 0U);
    EXPECT_EQ(tick().writesInFlight, 0) << "never below";
}

TEST_F(RecorderTest, takesTheSettingsTimeToLiveWhenGivenNoneAndADayAtMost)
{
    (void)recorder.beginWriteWithToken({}, 0ms);
    (void)recorder.beginWriteWithToken({}, std::chrono::milliseconds::max());
    EXPECT_EQ(tick(60s - 1ns).writesInFlight, 2);
    EXPECT_EQ(tick(1ns).writesInFlight, 1);
    EXPECT_EQ(tick(24h).writesInFlight, 0);
}

TEST_F(RecorderTest, returnsToZeroWithinTheirTimeToLiveWhenClientsDieAtRandom)
{
    std::mt19937 random { 7 };
    std::vector<std::uint64_t> alive;
    std::uint64_t admitted = 0;
    for (int i = 0; i < 100'000; ++i) {
        const WriteTicket ticket = recorder.beginWriteWithToken({}, 10s);
        if (ticket.admission == Admission::Admitted) {
            ++admitted;
            alive.push_back(ticket.token);
        }
        if (random() % 3 == 0 && !alive.empty()) {
            std::swap(alive[random() % alive.size()], alive.back());
            if (random() % 2 == 0) {  // ends as it should; otherwise it dies and says nothing
                EXPECT_TRUE(recorder.endWrite(alive.back(), kilobytes(1)).has_value());
            }
            alive.pop_back();
        }
        if (random() % 8 == 0) {
            const Recorder::Reading reading = tick();
            ASSERT_GE(reading.writesInFlight, 0);
            ASSERT_LE(reading.peakWritesInFlight, 100);
        }
    }
    const Recorder::Reading reading = tick(10s);
    EXPECT_EQ(reading.writesInFlight, 0);
    EXPECT_GT(reading.gate.expiredLeasesTotal, 100U);
    EXPECT_EQ(reading.completedWritesTotal + reading.failedWritesTotal, admitted);
    EXPECT_EQ(reading.gate.admittedTotal, admitted);
}

TEST_F(RecorderTest, callsOnTheThreadThatChangedTheGate)
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

TEST_F(RecorderTest, losesNothingWhileThreadsComeAndGo)
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

TEST_F(RecorderTest, countsEveryThreadWhenThereAreMoreThanShards)
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

TEST_F(RecorderTest, keepsSeveralRecordersOfOneThreadApart)
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

TEST_F(RecorderTest, countsWhatAThreadDoesWhileItEnds)
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

TEST_F(RecorderTest, mayGoBeforeTheThreadsThatUsedItDo)
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
