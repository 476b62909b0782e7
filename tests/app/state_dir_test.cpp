// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config/state_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <optional>

namespace headroom {
namespace {

namespace fs = std::filesystem;

TEST(StateDir, aNewFolderBelongsToItsOwnerAlone)
{
    const TempDir home;
    const auto path = home.path() / "a" / "headroom";
    const auto state = StateDir::open(path);
    ASSERT_TRUE(state);
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all);
}

TEST(StateDir, aSecondOneIsRefusedUntilTheFirstIsGone)
{
    const TempDir home;
    std::optional first(StateDir::open(home.path()));
    ASSERT_TRUE(first->has_value());
    const auto second = StateDir::open(home.path());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Conflict);
    EXPECT_NE(second.error().text().find("--state-dir"), std::string::npos);
    first.reset();
    EXPECT_TRUE(StateDir::open(home.path()));
}

TEST(StateDir, aFolderThatCannotBeMadeIsNamed)
{
    const TempDir home;
    std::ofstream(home.path() / "file") << "no folder";
    const auto state = StateDir::open(home.path() / "file" / "headroom");
    ASSERT_FALSE(state);
    EXPECT_EQ(state.error().code, ErrorCode::Io);
    EXPECT_NE(state.error().text().find("headroom"), std::string::npos);
}

TEST(StateDir, aTemporaryOneLeavesNothing)
{
    fs::path path;
    {
        const auto state = StateDir::temporary();
        ASSERT_TRUE(state);
        path = state->path();
        std::ofstream(path / "something") << "in it";
        EXPECT_TRUE(fs::exists(path));
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(StateDir, theUsualPlaceFollowsXdg)
{
    ::setenv("XDG_STATE_HOME", "/var/state", 1);
    EXPECT_EQ(*StateDir::usualPath(), "/var/state/headroom");
    ::setenv("XDG_STATE_HOME", "relative", 1);
    ::setenv("HOME", "/home/someone", 1);
    EXPECT_EQ(*StateDir::usualPath(), "/home/someone/.local/state/headroom");
    ::unsetenv("XDG_STATE_HOME");
    ::unsetenv("HOME");
    EXPECT_FALSE(StateDir::usualPath());
}

}  // namespace
}  // namespace headroom
