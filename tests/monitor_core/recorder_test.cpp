// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/recorder_fixture.h"

#include <thread>
#include <utility>
#include <vector>

namespace headroom {
namespace {

using namespace std::chrono_literals;

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

}  // namespace
}  // namespace headroom
