// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/base/posix_file_system.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <array>

namespace headroom {
namespace {

std::string readAll(File& file)
{
    std::string text(static_cast<std::size_t>(*file.size()), '\0');
    EXPECT_EQ(*file.read(0, text), text.size());
    return text;
}

TEST(PosixFileSystem, writesReadsCutsAndLists)
{
    const TempDir dir;
    PosixFileSystem files;
    const auto room = dir.path() / "a" / "b";
    ASSERT_TRUE(files.createDirectories(room));
    ASSERT_TRUE(files.createDirectories(room));
    auto file = std::move(*files.open(room / "log", OpenMode::Create));
    ASSERT_TRUE(file->write(0, "hello world"));
    ASSERT_TRUE(file->write(6, "there"));
    ASSERT_TRUE(file->sync());
    EXPECT_EQ(readAll(*file), "hello there");
    ASSERT_TRUE(file->truncate(5));
    EXPECT_EQ(readAll(*file), "hello");
    ASSERT_TRUE(files.rename(room / "log", room / "old"));
    ASSERT_TRUE(files.syncDirectory(room));
    EXPECT_EQ(*files.list(room), std::vector<std::string> { "old" });
    ASSERT_TRUE(files.remove(room / "old"));
    EXPECT_TRUE(files.list(room)->empty());
}

TEST(PosixFileSystem, readsLessOnlyWhereTheFileEnds)
{
    const TempDir dir;
    PosixFileSystem files;
    auto file = std::move(*files.open(dir.path() / "f", OpenMode::Create));
    ASSERT_TRUE(file->write(0, "abc"));
    std::array<char, 8> room {};
    EXPECT_EQ(*file->read(1, room), 2U);
    EXPECT_EQ(*file->read(3, room), 0U);
}

TEST(PosixFileSystem, tellsAMissingFileFromAFailingOne)
{
    const TempDir dir;
    PosixFileSystem files;
    const auto missing = dir.path() / "missing";
    EXPECT_EQ(files.open(missing, OpenMode::Read).error().code, ErrorCode::NotFound);
    EXPECT_EQ(files.open(missing, OpenMode::ReadWrite).error().code, ErrorCode::NotFound);
    EXPECT_EQ(files.list(missing).error().code, ErrorCode::NotFound);
    EXPECT_EQ(files.remove(missing).error().code, ErrorCode::NotFound);
    EXPECT_EQ(files.open(dir.path(), OpenMode::ReadWrite).error().code, ErrorCode::Io);
}

TEST(PosixFileSystem, doesNotFollowASymbolicLink)
{
    const TempDir dir;
    PosixFileSystem files;
    ASSERT_TRUE(files.open(dir.path() / "real", OpenMode::Create));
    std::filesystem::create_symlink(dir.path() / "real", dir.path() / "link");
    EXPECT_FALSE(files.open(dir.path() / "link", OpenMode::Read));
}

TEST(PosixFileSystem, makesFilesThatOnlyTheirOwnerReads)
{
    const TempDir dir;
    PosixFileSystem files;
    ASSERT_TRUE(files.open(dir.path() / "secret", OpenMode::Create));
    struct stat status { };
    ASSERT_EQ(::stat((dir.path() / "secret").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST(PosixFileSystem, reservesSpaceBehindEveryByte)
{
    const TempDir dir;
    PosixFileSystem files;
    auto file = std::move(*files.open(dir.path() / "reserve", OpenMode::Create));
    ASSERT_TRUE(file->reserve(65'536));
    EXPECT_EQ(*file->size(), 65'536U);
    struct stat status { };
    ASSERT_EQ(::stat((dir.path() / "reserve").c_str(), &status), 0);
    EXPECT_GE(status.st_blocks * 512, 65'536);
}

}  // namespace
}  // namespace headroom
