// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/artifact_store.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <vector>

namespace headroom {

namespace {

namespace fs = std::filesystem;

class ArtifactStoreTest : public testing::Test {
protected:
    /// Writes one artifact, in pieces of 16 bytes.
    Result<void> write(std::size_t size)
    {
        auto writer = store.beginWrite();
        if (!writer) {
            return writer.error();
        }
        const std::vector<std::byte> content(size, std::byte { 'x' });
        for (std::size_t at = 0; at < size; at += 16) {
            const auto piece = std::span(content).subspan(at, std::min<std::size_t>(16, size - at));
            if (auto sent = writer->append(piece); !sent) {
                return sent;
            }
        }
        return writer->commit();
    }
    [[nodiscard]] std::vector<fs::path> filesEndingIn(const std::string& end) const
    {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(path)) {
            if (entry.path().string().ends_with(end)) {
                found.push_back(entry.path());
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    TempDir folder;
    fs::path path = folder.path() / "depository";
    ArtifactStore store { path };
};

TEST_F(ArtifactStoreTest, keepsEachArtifactWithItsExactSize)
{
    ASSERT_TRUE(store.open());
    ASSERT_TRUE(write(1));
    ASSERT_TRUE(write(1000));
    EXPECT_EQ(store.count(), 2);
    EXPECT_EQ(store.used(), Bytes { 1001 });
    EXPECT_EQ(store.largestEver(), Bytes { 1000 });
    const auto files = filesEndingIn(".artifact");
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(fs::file_size(files[1]), 1000U);
}

TEST_F(ArtifactStoreTest, readsBackWhole)
{
    ASSERT_TRUE(store.open());
    for (const std::size_t size : { 1, 7, 8, 9, 1000, 65'536, 65'543, 200'001 }) {
        ASSERT_TRUE(write(size));
    }
    for (std::uint64_t pick = 0; pick < 8; ++pick) {
        const auto isWhole = store.verifyOne(pick);
        ASSERT_TRUE(isWhole) << isWhole.error().text();
        EXPECT_EQ(*isWhole, std::optional(true)) << pick;
    }
}

TEST_F(ArtifactStoreTest, oneChangedByteIsFound)
{
    ASSERT_TRUE(store.open());
    ASSERT_TRUE(write(100'003));
    const fs::path file = filesEndingIn(".artifact").front();
    for (const std::streamoff at : { 0, 50'000, 65'537, 100'002 }) {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(at);
        bytes.put('y');
        bytes.close();
        EXPECT_EQ(*store.verifyOne(0), std::optional(false)) << at;
        std::fstream again(file, std::ios::in | std::ios::out | std::ios::binary);
        again.seekp(at);
        again.put('x');
    }
    EXPECT_EQ(*store.verifyOne(0), std::optional(true));
}

TEST_F(ArtifactStoreTest, aFileThatLostOrGainedBytesIsDamaged)
{
    ASSERT_TRUE(store.open());
    ASSERT_TRUE(write(1000));
    const fs::path file = filesEndingIn(".artifact").front();
    fs::resize_file(file, 999);
    EXPECT_EQ(*store.verifyOne(0), std::optional(false));
    fs::resize_file(file, 1001);
    EXPECT_EQ(*store.verifyOne(0), std::optional(false));
    fs::remove(file);
    EXPECT_FALSE(store.verifyOne(0));
}

TEST_F(ArtifactStoreTest, anEmptyStoreHasNothingToRead)
{
    ASSERT_TRUE(store.open());
    const auto none = store.verifyOne(5);
    ASSERT_TRUE(none);
    EXPECT_EQ(*none, std::nullopt);
}

TEST_F(ArtifactStoreTest, deletesTheOldestFirst)
{
    ASSERT_TRUE(store.open());
    for (const std::size_t size : { 100, 200, 300, 400 }) {
        ASSERT_TRUE(write(size));
    }
    ASSERT_TRUE(store.trimTo({ 700 }));
    EXPECT_EQ(store.used(), Bytes { 700 });
    EXPECT_EQ(store.count(), 2);
    EXPECT_EQ(fs::file_size(filesEndingIn(".artifact").front()), 300U);
    ASSERT_TRUE(store.trimTo({ 0 }));
    EXPECT_EQ(store.used(), Bytes { 0 });
    EXPECT_TRUE(filesEndingIn(".artifact").empty());
    EXPECT_EQ(store.largestEver(), Bytes { 400 });
}

TEST_F(ArtifactStoreTest, aWriteUnderWayIsInUseAndGivenUpLeavesNothing)
{
    ASSERT_TRUE(store.open());
    {
        auto writer = store.beginWrite();
        ASSERT_TRUE(writer);
        const std::vector<std::byte> content(64);
        ASSERT_TRUE(writer->append(content));
        EXPECT_EQ(store.used(), Bytes { 64 });
        EXPECT_EQ(store.count(), 0);
        EXPECT_EQ(filesEndingIn(".partial").size(), 1U);
    }
    EXPECT_EQ(store.used(), Bytes { 0 });
    EXPECT_TRUE(filesEndingIn(".partial").empty());
}

TEST_F(ArtifactStoreTest, findsItsArtifactsAgainAndDropsHalfWrittenOnes)
{
    ASSERT_TRUE(store.open());
    ASSERT_TRUE(write(100));
    ASSERT_TRUE(write(200));
    store.close();
    std::ofstream(path / "0000000000000009.partial") << "half";
    std::ofstream(path / "not-ours.txt") << "stays, and is not counted";

    ArtifactStore again(path);
    ASSERT_TRUE(again.open());
    EXPECT_EQ(again.count(), 2);
    EXPECT_EQ(again.used(), Bytes { 300 });
    EXPECT_EQ(again.largestEver(), Bytes { 200 });
    EXPECT_EQ(*again.verifyOne(0), std::optional(true));
    EXPECT_TRUE(filesEndingIn(".partial").empty());
    EXPECT_TRUE(fs::exists(path / "not-ours.txt"));
}

TEST_F(ArtifactStoreTest, numbersGoOnAfterARestart)
{
    ASSERT_TRUE(store.open());
    ASSERT_TRUE(write(100));
    ASSERT_TRUE(store.open());
    ASSERT_TRUE(write(200));
    ASSERT_TRUE(store.trimTo({ 200 }));
    EXPECT_EQ(fs::file_size(filesEndingIn(".artifact").front()), 200U);
}

TEST_F(ArtifactStoreTest, refusesAFolderWithOtherPeoplesFiles)
{
    fs::create_directories(path);
    std::ofstream(path / "thesis.txt") << "years of work";
    const auto opened = store.open();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Refused);
    EXPECT_NE(opened.error().message.find("choose an empty folder"), std::string::npos);
    EXPECT_EQ(std::distance(fs::directory_iterator(path), {}), 1);
}

TEST_F(ArtifactStoreTest, refusesAFolderThatAnotherOneHolds)
{
    ASSERT_TRUE(store.open());
    ArtifactStore second(path);
    const auto opened = second.open();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Conflict);
    store.close();
    EXPECT_TRUE(second.open());
}

TEST_F(ArtifactStoreTest, refusesAFolderThatIsAFile)
{
    std::ofstream { path } << "file";
    const auto opened = store.open();
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.error().message.find(path.string()), std::string::npos);
}

TEST_F(ArtifactStoreTest, aDiskThatTakesNoMoreIsAnErrorAndLeavesNothing)
{
    ASSERT_TRUE(store.open());
    // A file larger than the process may write fails like a full disk, at that byte.
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 4096;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = write(10'000);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, oldHandler);

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Io);
    EXPECT_EQ(store.used(), Bytes { 0 });
    EXPECT_TRUE(filesEndingIn(".partial").empty());
    EXPECT_TRUE(write(10'000));
}

TEST_F(ArtifactStoreTest, interruptedItTrimsNoFurther)
{
    ASSERT_TRUE(store.open());
    ASSERT_TRUE(write(100));
    store.interrupt();
    EXPECT_FALSE(store.trimTo({ 0 }));
    EXPECT_FALSE(store.verifyOne(0));
    EXPECT_EQ(store.count(), 1);
}

}  // namespace

}  // namespace headroom
