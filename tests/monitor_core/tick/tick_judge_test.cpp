// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/tick_judge.h"
#include "tests/support/certified_policy.h"
#include "tests/support/manual_clock.h"

#include <gtest/gtest.h>

#include <limits>
#include <utility>

namespace headroom {

namespace {

using namespace std::chrono_literals;

/// A tick with one source, on a clock that the test turns.
class TickJudgeTest : public testing::Test {
protected:
    TickJudgeTest() { sources.push_back({ "scripted", false, nullptr, {}, std::nullopt }); }

    Reading reading(double value) const
    {
        Reading made;
        made.value = value;
        made.measuredAt = clock.steadyNow();
        made.measuredAtUtc = clock.systemNow();
        return made;
    }
    void sourceBrings(Readings readings)
    {
        sources[0].readings = std::make_shared<const Readings>(std::move(readings));
    }
    void sourceBrings(Metric metric, double value)
    {
        Readings readings;
        readings.set(metric, reading(value));
        sourceBrings(readings);
    }
    void sourceUsesRecorder()
    {
        sources[0].usesRecorder = true;
        sourceBrings(Readings {});
    }
    Snapshot tick()
    {
        return judge.judge(sources, recorded, false, clock.steadyNow(), clock.systemNow());
    }

    ManualClock clock;
    SourceStates sources;
    Recorder::Reading recorded;
    TickJudge judge { certifiedPolicy() };
};

TEST_F(TickJudgeTest, latencyIsInTheWordsOfASourceThatHasNoSamplesHere)
{
    Readings readings;
    readings.set(Metric::QueryResponse, reading(42));
    readings.latencyP50Ms = 11;
    readings.latencyP999Ms = 71;
    readings.isGatedElsewhere = true;
    recorded.queries.p50Ms = 1;  // of a recorder that nobody uses
    sourceBrings(readings);
    const auto snapshot = tick();
    EXPECT_EQ(snapshot.latency.p50Ms, 11);
    EXPECT_EQ(snapshot.latency.p99Ms, 42);
    EXPECT_EQ(snapshot.latency.p999Ms, 71);
    EXPECT_EQ(snapshot.latency.sampleCount, 0U);
    EXPECT_TRUE(snapshot.source.isGatedElsewhere);
}

TEST_F(TickJudgeTest, keepsWhatASourceSaysOfAReadingAndOfItsPlatform)
{
    Readings readings;
    readings.set(Metric::ArtifactCount, reading(42));
    readings.notes[indexOf(Metric::ArtifactCount)] = "an estimate";
    readings.isEstimate[indexOf(Metric::ArtifactCount)] = true;
    readings.isEstimate[indexOf(Metric::TotalStorage)] = true;
    readings.notes[indexOf(Metric::TotalStorage)] = "of no reading";
    readings.storageMarks = { { 0.9, "grows" } };
    sourceBrings(readings);
    const auto snapshot = tick();
    EXPECT_EQ(snapshot.of(Metric::ArtifactCount).note, "an estimate");
    EXPECT_TRUE(snapshot.of(Metric::ArtifactCount).isEstimate);
    EXPECT_EQ(snapshot.of(Metric::TotalStorage).note, "");
    EXPECT_FALSE(snapshot.of(Metric::TotalStorage).isEstimate);
    EXPECT_EQ(snapshot.source.storageMarks, readings.storageMarks);
}

TEST_F(TickJudgeTest, judgesWhatASourceBrings)
{
    sourceBrings(Metric::ConcurrentWrites, 76);
    const auto writes = tick().of(Metric::ConcurrentWrites);
    EXPECT_EQ(writes.level, Level::Orange);
    EXPECT_EQ(writes.lastKnownLevel, Level::Orange);
    EXPECT_EQ(writes.freshness, Freshness::Live);
    EXPECT_EQ(writes.limit, 100);
    EXPECT_EQ(writes.whyMissing, "");
    ASSERT_TRUE(writes.reading);
    EXPECT_EQ(writes.reading->value, 76);
}

TEST_F(TickJudgeTest, aReadingGrowsLateThenStaleByTheClockAlone)
{
    sourceBrings(Metric::ConcurrentWrites, 76);
    tick();
    clock.advance(2s);
    auto writes = tick().of(Metric::ConcurrentWrites);
    EXPECT_EQ(writes.freshness, Freshness::Late);
    EXPECT_EQ(writes.level, Level::Orange);

    clock.advance(3s);
    const auto snapshot = tick();
    writes = snapshot.of(Metric::ConcurrentWrites);
    EXPECT_EQ(writes.freshness, Freshness::Stale);
    EXPECT_EQ(writes.level, Level::Unknown);
    EXPECT_EQ(writes.lastKnownLevel, Level::Orange);
    ASSERT_TRUE(writes.reading);
    EXPECT_EQ(writes.reading->value, 76);
    EXPECT_EQ(snapshot.worst, Level::Unknown);
}

TEST_F(TickJudgeTest, hysteresisOutlivesAGapInTheData)
{
    sourceBrings(Metric::ConcurrentWrites, 76);
    tick();
    clock.advance(10s);
    tick();
    sourceBrings(Metric::ConcurrentWrites, 75);
    EXPECT_EQ(tick().of(Metric::ConcurrentWrites).level, Level::Orange);
}

TEST_F(TickJudgeTest, aMetricThatTheSourceNoLongerKnowsIsMissingWithItsReason)
{
    sourceBrings(Metric::ArtifactSize, 5);
    tick();
    Readings without;
    without.whyMissing[indexOf(Metric::ArtifactSize)] = "no artifact in this folder";
    sourceBrings(without);
    const auto size = tick().of(Metric::ArtifactSize);
    EXPECT_FALSE(size.reading);
    EXPECT_EQ(size.freshness, Freshness::Missing);
    EXPECT_EQ(size.level, Level::Unknown);
    EXPECT_EQ(size.lastKnownLevel, Level::Green);
    EXPECT_EQ(size.whyMissing, "no artifact in this folder");
}

TEST_F(TickJudgeTest, beforeTheFirstReadingItSaysThatItWaitsOrWhatWentWrong)
{
    EXPECT_EQ(tick().of(Metric::TotalStorage).whyMissing, "waiting for the first reading");
    sources[0].problem = "cannot read /srv";
    const auto snapshot = tick();
    EXPECT_EQ(snapshot.of(Metric::TotalStorage).whyMissing, "cannot read /srv");
    EXPECT_EQ(snapshot.source.problem, "cannot read /srv");
    EXPECT_EQ(snapshot.worst, Level::Unknown);
}

TEST_F(TickJudgeTest, theAuditTrailIsMissingUntilThereIsOne)
{
    sourceBrings(Metric::TotalStorage, 5);
    const auto audit = tick().of(Metric::AuditRetention);
    EXPECT_EQ(audit.whyMissing, "the audit trail has not been verified yet");
    EXPECT_EQ(audit.level, Level::Unknown);
}

TEST_F(TickJudgeTest, theWorstLevelIsOverMetricsThatHaveAReading)
{
    Readings readings;
    readings.set(Metric::ConcurrentWrites, reading(10));
    readings.set(Metric::ArtifactCount, reading(95'000));
    sourceBrings(readings);
    EXPECT_EQ(tick().worst, Level::Orange);
    sourceBrings(Metric::ConcurrentWrites, 10);
    EXPECT_EQ(tick().worst, Level::Green);  // five others were never measured
}

TEST_F(TickJudgeTest, aStaleReadingOutranksGreenAndNotYellow)
{
    Readings readings;
    readings.set(Metric::ArtifactCount, reading(10));
    clock.advance(6s);
    readings.set(Metric::ConcurrentWrites, reading(10));
    sourceBrings(readings);
    EXPECT_EQ(tick().worst, Level::Unknown);
    readings.set(Metric::ConcurrentWrites, reading(60));
    sourceBrings(readings);
    EXPECT_EQ(tick().worst, Level::Yellow);
}

TEST_F(TickJudgeTest, theRecorderSpeaksOnlyForASourceThatUsesIt)
{
    recorded.peakWritesInFlight = 76;
    recorded.queries.p99Ms = 12;
    Readings readings;
    readings.whyMissing.fill("not measured by this source");
    sourceBrings(readings);
    const auto without = tick();
    EXPECT_FALSE(without.of(Metric::ConcurrentWrites).reading);
    EXPECT_EQ(without.of(Metric::ConcurrentWrites).whyMissing, "not measured by this source");
    EXPECT_FALSE(without.latency.p99Ms);

    sourceUsesRecorder();
    const auto with = tick();
    ASSERT_TRUE(with.of(Metric::ConcurrentWrites).reading);
    EXPECT_EQ(with.of(Metric::ConcurrentWrites).reading->value, 76);
    EXPECT_EQ(with.of(Metric::ConcurrentWrites).level, Level::Orange);
    EXPECT_EQ(with.latency.p99Ms, 12);
}

TEST_F(TickJudgeTest, aSourceThatCouldNotStartSaysNothingThroughTheRecorder)
{
    sources[0].usesRecorder = true;
    sources[0].problem = "the folder belongs to somebody else";
    const auto writes = tick().of(Metric::ConcurrentWrites);
    EXPECT_FALSE(writes.reading);
    EXPECT_EQ(writes.whyMissing, "the folder belongs to somebody else");
}

TEST_F(TickJudgeTest, judgesTheRecordersFigures)
{
    sourceUsesRecorder();
    recorded.writeThroughput = { 1000.5 };
    recorded.queries.p99Ms = 500;
    recorded.largestArtifactInWindow = megabytes(450);
    const auto snapshot = tick();
    EXPECT_EQ(snapshot.of(Metric::WriteThroughput).level, Level::Red);
    EXPECT_EQ(snapshot.of(Metric::QueryResponse).level, Level::Orange);
    EXPECT_EQ(snapshot.of(Metric::ArtifactSize).level, Level::Orange);
    EXPECT_EQ(snapshot.worst, Level::Red);
}

TEST_F(TickJudgeTest, nothingWrittenIsZeroThroughputButNoQueryIsNoLatency)
{
    sourceUsesRecorder();
    const auto snapshot = tick();
    ASSERT_TRUE(snapshot.of(Metric::WriteThroughput).reading);
    EXPECT_EQ(snapshot.of(Metric::WriteThroughput).reading->value, 0);
    EXPECT_EQ(snapshot.of(Metric::WriteThroughput).level, Level::Green);
    EXPECT_EQ(snapshot.of(Metric::QueryResponse).freshness, Freshness::Missing);
    EXPECT_EQ(snapshot.of(Metric::QueryResponse).whyMissing, "no query in the last 60 s");
    EXPECT_EQ(snapshot.of(Metric::ArtifactSize).whyMissing, "no artifact written in the last 60 s");
    EXPECT_EQ(snapshot.worst, Level::Green);
}

TEST_F(TickJudgeTest, aSourcesOwnLimitCountsInsteadOfTheCertifiedOne)
{
    Readings readings;
    auto storage = reading(991);
    storage.limit = 1000;
    readings.set(Metric::TotalStorage, storage);
    sourceBrings(readings);
    const auto judged = tick().of(Metric::TotalStorage);
    EXPECT_EQ(judged.limit, 1000);
    EXPECT_EQ(judged.level, Level::Red);
}

TEST_F(TickJudgeTest, aLimitOfZeroIsUnknownAndNotGreen)
{
    Readings readings;
    auto storage = reading(0);
    storage.limit = 0;
    readings.set(Metric::TotalStorage, storage);
    sourceBrings(readings);
    EXPECT_EQ(tick().of(Metric::TotalStorage).level, Level::Unknown);
}

TEST_F(TickJudgeTest, aNumberThatIsNotFiniteIsMissing)
{
    sourceBrings(Metric::TotalStorage, std::numeric_limits<double>::quiet_NaN());
    const auto storage = tick().of(Metric::TotalStorage);
    EXPECT_FALSE(storage.reading);
    EXPECT_EQ(storage.level, Level::Unknown);
    EXPECT_EQ(storage.whyMissing, "the source gave no finite number");
}

TEST_F(TickJudgeTest, theFirstSourceThatKnowsAMetricGivesIt)
{
    sourceBrings(Metric::TotalStorage, 5);
    Readings second;
    second.set(Metric::TotalStorage, reading(7));
    second.set(Metric::ArtifactCount, reading(3));
    sources.push_back(
        { "second", false, std::make_shared<const Readings>(second), "half broken", {} });
    const auto snapshot = tick();
    EXPECT_EQ(snapshot.of(Metric::TotalStorage).reading->value, 5);
    EXPECT_EQ(snapshot.of(Metric::ArtifactCount).reading->value, 3);
    EXPECT_EQ(snapshot.source.name, "scripted");
    EXPECT_EQ(snapshot.source.problem, "half broken");
}

TEST_F(TickJudgeTest, theLargestArtifactEverIsTheLargerOfWhatRecorderAndSourceKnow)
{
    recorded.largestArtifactEver = { 500 };
    EXPECT_EQ(tick().largestArtifactEverBytes, 500);
    Readings readings;
    readings.largestArtifactEverBytes = 700;
    sourceBrings(readings);
    EXPECT_EQ(tick().largestArtifactEverBytes, 700);
}

}  // namespace

}  // namespace headroom
