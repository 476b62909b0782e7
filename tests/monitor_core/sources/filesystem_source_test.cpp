// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/filesystem_source.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_dir.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <thread>

namespace headroom {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class FilesystemSourceTest : public testing::Test {
protected:
    fs::path write(const std::string& name, std::size_t size)
    {
        const fs::path path = folder.path() / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << std::string(size, 'x');
        return path;
    }
    Readings collect()
    {
        auto readings = source.collect();
        EXPECT_TRUE(readings) << readings.error().text();
        return readings ? *readings : Readings {};
    }
    static double valueOf(const Readings& readings, Metric metric)
    {
        const auto& slot = readings.slots[indexOf(metric)];
        return slot ? slot->value : -1;
    }

    TempDir folder;
    ManualClock clock;
    FilesystemSource source { folder.path().string(), gigabytes(1000), clock };
};

TEST_F(FilesystemSourceTest, addsUpRegularFilesOfAllDepths)
{
    write("a", 1000);
    write("deep/er/b", 200);
    write("deep/c.partial", 30);  // half written: what is there of it counts
    const auto readings = collect();
    EXPECT_EQ(valueOf(readings, Metric::TotalStorage), 1230);
    EXPECT_EQ(valueOf(readings, Metric::ArtifactCount), 3);
    EXPECT_EQ(valueOf(readings, Metric::ArtifactSize), 1000);
    EXPECT_EQ(readings.largestArtifactEverBytes, 1000);
    EXPECT_EQ(readings.problem, "");
}

TEST_F(FilesystemSourceTest, anEmptyFolderHasZeroArtifactsAndNoLargest)
{
    const auto readings = collect();
    EXPECT_EQ(valueOf(readings, Metric::TotalStorage), 0);
    EXPECT_EQ(valueOf(readings, Metric::ArtifactCount), 0);
    EXPECT_FALSE(readings.slots[indexOf(Metric::ArtifactSize)]);
    EXPECT_EQ(readings.whyMissing[indexOf(Metric::ArtifactSize)], "no artifact in this folder");
}

TEST_F(FilesystemSourceTest, saysWhatItCannotKnow)
{
    const auto readings = collect();
    for (const Metric metric : { Metric::ConcurrentWrites, Metric::WriteThroughput,
             Metric::QueryResponse, Metric::AuditRetention }) {
        EXPECT_FALSE(readings.slots[indexOf(metric)]);
        EXPECT_EQ(readings.whyMissing[indexOf(metric)], "not measured by this source");
    }
}

TEST_F(FilesystemSourceTest, doesNotFollowSymbolicLinksNorCountAFileTwice)
{
    TempDir elsewhere;
    std::ofstream(elsewhere.path() / "big") << std::string(5000, 'x');
    const auto path = write("a", 100);
    fs::create_symlink(elsewhere.path(), folder.path() / "folder-link");
    fs::create_symlink(elsewhere.path() / "big", folder.path() / "file-link");
    fs::create_symlink(folder.path(), folder.path() / "loop");
    fs::create_hard_link(path, folder.path() / "a-again");
    const auto readings = collect();
    EXPECT_EQ(valueOf(readings, Metric::TotalStorage), 100);
    EXPECT_EQ(valueOf(readings, Metric::ArtifactCount), 1);
}

TEST_F(FilesystemSourceTest, aFolderNamedByASymbolicLinkIsRead)
{
    write("real/a", 100);
    fs::create_symlink(folder.path() / "real", folder.path() / "link");
    FilesystemSource linked((folder.path() / "link").string(), gigabytes(1000), clock);
    const auto readings = linked.collect();
    ASSERT_TRUE(readings) << readings.error().text();
    EXPECT_EQ(valueOf(*readings, Metric::TotalStorage), 100);
}

TEST_F(FilesystemSourceTest, theLimitIsTheCertifiedOneWhereTheVolumeHoldsIt)
{
    write("a", 100);
    FilesystemSource small(folder.path().string(), kilobytes(1), clock);
    auto readings = small.collect();
    ASSERT_TRUE(readings);
    EXPECT_EQ(readings->slots[indexOf(Metric::TotalStorage)]->limit, 1024);

    FilesystemSource huge(folder.path().string(), Bytes { std::int64_t { 1 } << 62 }, clock);
    readings = huge.collect();
    ASSERT_TRUE(readings);
    const double limit = readings->slots[indexOf(Metric::TotalStorage)]->limit.value_or(0);
    EXPECT_GT(limit, 100);
    EXPECT_LE(limit, 100 + static_cast<double>(fs::space(folder.path()).capacity));
}

TEST_F(FilesystemSourceTest, readingsCarryTheTimeOfTheWalkAndGoStaleAfterThirtySeconds)
{
    const auto reading = collect().slots[indexOf(Metric::TotalStorage)];
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->measuredAt, clock.steadyNow());
    EXPECT_EQ(reading->measuredAtUtc, clock.systemNow());
    EXPECT_EQ(freshnessAt(10s - 1ns, reading->limits), Freshness::Live);
    EXPECT_EQ(freshnessAt(10s, reading->limits), Freshness::Late);
    EXPECT_EQ(freshnessAt(30s - 1ns, reading->limits), Freshness::Late);
    EXPECT_EQ(freshnessAt(30s, reading->limits), Freshness::Stale);
}

TEST_F(FilesystemSourceTest, aFolderThatIsGoneIsAnErrorWithANextStep)
{
    FilesystemSource gone((folder.path() / "gone").string(), gigabytes(1000), clock);
    const auto readings = gone.collect();
    ASSERT_FALSE(readings);
    EXPECT_EQ(readings.error().code, ErrorCode::NotFound);
    EXPECT_NE(
        readings.error().message.find("mount it, or choose another folder"), std::string::npos);

    const auto file = write("file", 1);
    FilesystemSource notAFolder(file.string(), gigabytes(1000), clock);
    EXPECT_FALSE(notAFolder.collect());
}

TEST_F(FilesystemSourceTest, comesBackWhenTheFolderDoes)
{
    const fs::path path = folder.path() / "mount";
    FilesystemSource mount(path.string(), gigabytes(1000), clock);
    EXPECT_FALSE(mount.collect());
    write("mount/a", 7);
    const auto readings = mount.collect();
    ASSERT_TRUE(readings);
    EXPECT_EQ(valueOf(*readings, Metric::TotalStorage), 7);
}

TEST_F(FilesystemSourceTest, namesAFolderThatItCannotReadAndCountsTheRest)
{
    write("a", 100);
    // Nested past the longest path that the system opens; also root cannot read that by name.
    const std::string name(250, 'd');
    int fd = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ASSERT_GE(fd, 0);
    for (int i = 0; i < 17; ++i) {
        ASSERT_EQ(::mkdirat(fd, name.c_str(), 0700), 0);
        const int below = ::openat(fd, name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        ASSERT_GE(below, 0);
        ::close(fd);
        fd = below;
    }
    ::close(fd);
    const auto readings = collect();
    EXPECT_EQ(valueOf(readings, Metric::TotalStorage), 100);
    EXPECT_NE(readings.problem.find("cannot read 1 entry below"), std::string::npos)
        << readings.problem;
    EXPECT_NE(readings.problem.find("the figures are without it"), std::string::npos);
}

TEST_F(FilesystemSourceTest, whatVanishesDuringTheWalkIsNoFault)
{
    for (int i = 0; i < 40; ++i) {
        write("stays/" + std::to_string(i), 10);
    }
    std::atomic<bool> done { false };
    std::thread churn([&] {
        for (int i = 0; !done; ++i) {
            write("comes/and/goes" + std::to_string(i % 7), 10);
            std::error_code ignored;
            fs::remove_all(folder.path() / "comes", ignored);
        }
    });
    for (int i = 0; i < 300; ++i) {
        const auto readings = collect();
        EXPECT_GE(valueOf(readings, Metric::TotalStorage), 400);
        EXPECT_EQ(readings.problem, "");
    }
    done = true;
    churn.join();
}

TEST_F(FilesystemSourceTest, endsTheWalkWhenItIsStopped)
{
    write("a", 100);
    source.stop();
    const auto readings = source.collect();
    ASSERT_FALSE(readings);
    EXPECT_EQ(readings.error().code, ErrorCode::Unavailable);
    ASSERT_TRUE(source.start());
    EXPECT_EQ(valueOf(collect(), Metric::TotalStorage), 100);
}

}  // namespace

}  // namespace headroom
