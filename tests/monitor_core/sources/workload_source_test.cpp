// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/workload_source.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <gtest/gtest.h>

#include <fstream>

namespace headroom {

namespace {

namespace fs = std::filesystem;

/// A workload that writes as fast as it can, with small artifacts; it runs with real time.
class WorkloadSourceTest : public testing::Test {
protected:
    static WorkloadSettings quick()
    {
        WorkloadSettings settings;
        settings.writers = 4;
        settings.writeRate = { 0 };
        settings.maxArtifactSize = { 1000 };
        settings.storageLimit = kilobytes(64);
        settings.queryRate = { 2000 };
        return settings;
    }
    static WorkloadSettings idle()
    {
        WorkloadSettings settings = quick();
        settings.writers = 0;
        settings.queryRate = { 0 };
        return settings;
    }
    /// What was written and read until now. Drains, so one thread only.
    const Recorder::Reading& drained()
    {
        recorded = recorder.drain();
        return recorded;
    }
    std::string problem() { return source.collect()->problem; }
    double valueOf(Metric metric) { return source.collect()->slots[indexOf(metric)]->value; }
    [[nodiscard]] std::vector<fs::path> filesEndingIn(const std::string& end) const
    {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(path)) {
            if (entry.path().string().ends_with(end)) {
                found.push_back(entry.path());
            }
        }
        return found;
    }

    TempDir folder;
    fs::path path = folder.path() / "workload";
    SystemClock clock;
    Recorder recorder { GateSettings {}, WindowSettings {}, clock };
    Recorder::Reading recorded;
    WorkloadSource source { path, quick(), recorder, clock };
};

TEST_F(WorkloadSourceTest, whatItWritesIsOnDiskAndReadsBackWhole)
{
    ASSERT_TRUE(source.start());
    ASSERT_TRUE(waitUntil([&] {
        return drained().completedWritesTotal >= 50 && recorded.queries.sampleCount >= 50;
    }));
    source.stop();
    EXPECT_EQ(problem(), "");
    EXPECT_GT(filesEndingIn(".artifact").size(), 10U);
    EXPECT_TRUE(filesEndingIn(".partial").empty());
    EXPECT_EQ(drained().writesInFlight, 0);
    EXPECT_EQ(recorded.concurrentReads, 0);
    EXPECT_LE(recorded.largestArtifactEver, Bytes { 1000 });
}

TEST_F(WorkloadSourceTest, reportsWhatTheFolderHolds)
{
    ASSERT_TRUE(source.start());
    ASSERT_TRUE(waitUntil([&] { return drained().completedWritesTotal >= 20; }));
    ASSERT_TRUE(source.configure(idle()));
    ASSERT_TRUE(waitUntil([&] { return drained().writesInFlight == 0; }));
    // Writers delete after their write has ended, so the folder may still be shrinking.
    EXPECT_TRUE(waitUntil([&] {
        std::uintmax_t bytes = 0;
        const auto files = filesEndingIn(".artifact");
        for (const auto& file : files) {
            std::error_code gone;
            bytes += fs::file_size(file, gone);
        }
        return valueOf(Metric::TotalStorage) == static_cast<double>(bytes)
            && valueOf(Metric::ArtifactCount) == static_cast<double>(files.size());
    }));
    const auto readings = source.collect();
    EXPECT_EQ(readings->slots[indexOf(Metric::TotalStorage)]->limit, 65'536);
    EXPECT_GT(readings->largestArtifactEverBytes.value_or(0), 0);
}

TEST_F(WorkloadSourceTest, deletesTheOldestToStayBelowItsShare)
{
    ASSERT_TRUE(source.start());
    ASSERT_TRUE(waitUntil([&] { return drained().completedWritesTotal >= 500; }));
    ASSERT_TRUE(source.configure(idle()));
    ASSERT_TRUE(waitUntil([&] { return drained().writesInFlight == 0; }));
    // Four artifacts may have come in while the last trimming went on.
    EXPECT_LE(valueOf(Metric::TotalStorage), 0.61 * 65'536 + 4 * 1000);
    EXPECT_GT(valueOf(Metric::TotalStorage), 0);
    EXPECT_EQ(problem(), "");
}

TEST_F(WorkloadSourceTest, findsItsArtifactsAfterARestart)
{
    ASSERT_TRUE(source.start());
    ASSERT_TRUE(waitUntil([&] { return drained().completedWritesTotal >= 20; }));
    source.stop();
    const auto files = filesEndingIn(".artifact").size();
    WorkloadSource again(path, idle(), recorder, clock);
    ASSERT_TRUE(again.start());
    EXPECT_EQ(
        again.collect()->slots[indexOf(Metric::ArtifactCount)]->value, static_cast<double>(files));
}

TEST_F(WorkloadSourceTest, growsAndShrinksWhileItRuns)
{
    ASSERT_TRUE(source.start());
    WorkloadSettings many = quick();
    many.writers = 60;
    many.writeRate = { 60 };  // each holds its write for 0.9 s of every second
    ASSERT_TRUE(source.configure(many));
    EXPECT_EQ(source.workload(), many);
    EXPECT_TRUE(waitUntil([&] { return drained().writesInFlight >= 40; }));
    ASSERT_TRUE(source.configure(idle()));
    EXPECT_TRUE(waitUntil([&] { return drained().writesInFlight == 0; }));
    const auto written = recorded.completedWritesTotal;
    ASSERT_TRUE(source.configure(quick()));
    EXPECT_TRUE(waitUntil([&] { return drained().completedWritesTotal > written; }));
    EXPECT_EQ(recorded.failedWritesTotal, 0U);
}

TEST_F(WorkloadSourceTest, refusesSettingsOutOfRangeAndKeepsThoseInForce)
{
    ASSERT_TRUE(source.start());
    WorkloadSettings wrong = quick();
    wrong.writers = 501;
    const auto refused = source.configure(wrong);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(source.workload(), quick());
}

TEST_F(WorkloadSourceTest, startsWithSettingsInRangeOnly)
{
    WorkloadSettings wrong = quick();
    wrong.maxArtifactSize = { 0 };
    WorkloadSource broken(path, wrong, recorder, clock);
    EXPECT_FALSE(broken.start());
}

TEST_F(WorkloadSourceTest, freesSpaceWhenAsked)
{
    WorkloadSettings settings = quick();
    settings.deleteOldest = false;
    ASSERT_TRUE(source.configure(settings));
    ASSERT_TRUE(source.start());
    ASSERT_TRUE(waitUntil([&] { return valueOf(Metric::TotalStorage) > 0.7 * 65'536; }));
    settings.writers = 0;
    ASSERT_TRUE(source.configure(settings));
    ASSERT_TRUE(waitUntil([&] { return drained().writesInFlight == 0; }));
    ASSERT_TRUE(source.freeSpace({ 0.25 }));
    EXPECT_LE(valueOf(Metric::TotalStorage), 0.25 * 65'536);
    EXPECT_GT(valueOf(Metric::TotalStorage), 0);
}

TEST_F(WorkloadSourceTest, freesNoSpaceThatIsNoShareOrWhenItDoesNotRun)
{
    EXPECT_EQ(source.freeSpace({ 0.5 }).error().code, ErrorCode::Unavailable);
    EXPECT_EQ(source.freeSpace({ 1.5 }).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(source.freeSpace({ -0.1 }).error().code, ErrorCode::InvalidArgument);
}

TEST_F(WorkloadSourceTest, aDamagedArtifactIsToldForGood)
{
    ASSERT_TRUE(source.start());
    ASSERT_TRUE(waitUntil([&] { return drained().completedWritesTotal >= 5; }));
    source.stop();
    for (const auto& file : filesEndingIn(".artifact")) {
        std::ofstream(file, std::ios::binary | std::ios::app) << "more";
    }
    WorkloadSettings reading = idle();
    reading.queryRate = { 1000 };
    ASSERT_TRUE(source.configure(reading));
    ASSERT_TRUE(source.start());
    EXPECT_TRUE(waitUntil([&] { return problem().find("read back damaged") != std::string::npos; }))
        << problem();
}

TEST_F(WorkloadSourceTest, aFolderThatVanishesIsAProblemAndNoCrash)
{
    ASSERT_TRUE(source.start());
    ASSERT_TRUE(waitUntil([&] { return drained().completedWritesTotal >= 5; }));
    EXPECT_TRUE(waitUntil([&] {
        std::error_code ignored;
        fs::remove_all(path, ignored);
        return problem().find("write") != std::string::npos;
    })) << problem();
    EXPECT_TRUE(waitUntil([&] { return drained().writesInFlight == 0; }));
    EXPECT_GT(recorded.failedWritesTotal, 0U);
    source.stop();
}

TEST_F(WorkloadSourceTest, anArtifactAboveTheCertifiedSizeIsRefusedAndTheNextOneTried)
{
    GateSettings gate;
    gate.maxArtifactSize = { 500 };
    Recorder strict(gate, WindowSettings {}, clock);
    WorkloadSettings settings = quick();
    settings.writers = 20;
    WorkloadSource halfRefused(folder.path() / "strict", settings, strict, clock);
    ASSERT_TRUE(halfRefused.start());
    Recorder::Reading reading;
    EXPECT_TRUE(waitUntil([&] {
        reading = strict.drain();
        return reading.gate.refusedTooLargeTotal > 0 && reading.completedWritesTotal > 0;
    }));
    halfRefused.stop();
    EXPECT_LE(strict.drain().largestArtifactEver, Bytes { 500 });
}

TEST_F(WorkloadSourceTest, stopsInTheMiddleOfLongWritesAndStartsAgain)
{
    WorkloadSettings slow = quick();
    slow.writers = 30;
    slow.writeRate = { 1 };  // a write every 30 s, most of it spent waiting for bytes
    ASSERT_TRUE(source.start());
    ASSERT_TRUE(source.configure(slow));
    ASSERT_TRUE(waitUntil([&] { return drained().writesInFlight >= 1; }));
    source.stop();
    EXPECT_EQ(drained().writesInFlight, 0);
    EXPECT_TRUE(filesEndingIn(".partial").empty());
    ASSERT_TRUE(source.configure(quick()));
    const auto written = recorded.completedWritesTotal;
    ASSERT_TRUE(source.start());
    EXPECT_TRUE(waitUntil([&] { return drained().completedWritesTotal > written; }));
}

}  // namespace

}  // namespace headroom
