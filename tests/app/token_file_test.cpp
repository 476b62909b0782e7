// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config/owned_file.h"
#include "app/config/token_file.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace headroom::app {
namespace {

namespace fs = std::filesystem;
using api::Role;

const std::string kHash(64, 'a');

void write(const fs::path& file, const std::string& text, mode_t mode = 0600)
{
    std::ofstream(file, std::ios::binary) << text;
    ::chmod(file.c_str(), mode);
}

std::string contentOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

mode_t modeOf(const fs::path& file)
{
    struct stat status { };
    ::stat(file.c_str(), &status);
    return status.st_mode & 07777U;
}

TEST(TokenFile, readsRolesNamesAndHashesBesideCommentsAndBlankLines)
{
    const auto tokens = tokensFromText("# who may\n\n  read wall sha256:" + kHash
        + "\r\nadmin mara.lind sha256:" + std::string(64, 'b') + "\n");
    ASSERT_TRUE(tokens) << tokens.error().text();
    ASSERT_EQ(tokens->size(), 2U);
    EXPECT_EQ(tokens->at(0).name, "wall");
    EXPECT_EQ(tokens->at(0).role, Role::Read);
    EXPECT_EQ(api::toHex(tokens->at(0).sha256), kHash);
    EXPECT_EQ(tokens->at(1).name, "mara.lind");
    EXPECT_EQ(tokens->at(1).role, Role::Admin);
}

TEST(TokenFile, namesEveryLineWithAFaultAndTakesNone)
{
    const auto tokens = tokensFromText("read wall sha256:" + kHash + "\nroot jo sha256:" + kHash
        + "\nread anonymous sha256:" + kHash + "\nread a/b sha256:" + kHash
        + "\nread jo hr_a-token-by-mistake\nread jo sha256:" + std::string(63, 'a')
        + "\nread jo sha256:" + kHash + " more\nread wall sha256:" + std::string(64, 'c')
        + "\nadmin jo sha256:" + kHash + "\n");
    ASSERT_FALSE(tokens);
    const auto text = tokens.error().text();
    for (int line = 2; line <= 9; ++line) {
        EXPECT_NE(text.find("line " + std::to_string(line) + " "), std::string::npos)
            << line << '\n'
            << text;
    }
    EXPECT_EQ(text.find("line 1 "), std::string::npos);
    EXPECT_EQ(text.find("by-mistake"), std::string::npos) << "a token is not repeated";
}

TEST(TokenFile, withoutATokenIsRefused)
{
    EXPECT_FALSE(tokensFromText(""));
    EXPECT_FALSE(tokensFromText("# none yet\n\n"));
}

TEST(TokenFile, mustBeItsOwnersAlone)
{
    const TempDir dir;
    const auto file = dir.path() / "tokens";
    const auto line = "read wall sha256:" + kHash + "\n";
    for (const mode_t mode : { 0644, 0640, 0660, 0604, 0602 }) {
        write(file, line, mode);
        const auto tokens = tokensFromFile(file);
        ASSERT_FALSE(tokens) << std::oct << mode;
        EXPECT_EQ(tokens.error().code, ErrorCode::Refused);
        EXPECT_NE(tokens.error().text().find("chmod 600"), std::string::npos);
        EXPECT_NE(tokens.error().text().find(file.string()), std::string::npos);
    }
    write(file, line, 0400);
    EXPECT_TRUE(tokensFromFile(file));
}

TEST(TokenFile, ofAnotherUserIsRefused)
{
    const TempDir dir;
    const auto file = dir.path() / "tokens";
    write(file, "read wall sha256:" + kHash + "\n");
    if (::geteuid() != 0) {
        // Only root can give files away; /proc has some of root's, which are refused as too open.
        EXPECT_FALSE(tokensFromFile("/proc/version"));
        return;
    }
    ASSERT_EQ(::chown(file.c_str(), 65534, 65534), 0);
    const auto tokens = tokensFromFile(file);
    ASSERT_FALSE(tokens);
    EXPECT_NE(tokens.error().text().find("another user"), std::string::npos);
}

TEST(TokenFile, isNoLinkNoFolderAndNoPipe)
{
    const TempDir dir;
    const auto file = dir.path() / "tokens";
    write(file, "read wall sha256:" + kHash + "\n");
    fs::create_symlink(file, dir.path() / "link");
    ASSERT_EQ(::mkfifo((dir.path() / "pipe").c_str(), 0600), 0);
    EXPECT_NE(tokensFromFile(dir.path() / "link").error().text().find("symbolic link"),
        std::string::npos);
    EXPECT_NE(tokensFromFile(dir.path()).error().text().find("folder"), std::string::npos);
    EXPECT_FALSE(tokensFromFile(dir.path() / "pipe"));
    EXPECT_EQ(tokensFromFile(dir.path() / "none").error().code, ErrorCode::NotFound);
}

TEST(AdminToken, isMadeOnceForItsOwnerAloneAndReadAgain)
{
    const TempDir state;
    const auto first = adminTokenOfState(state.path());
    ASSERT_TRUE(first) << first.error().text();
    EXPECT_EQ(first->role, Role::Admin);
    EXPECT_EQ(modeOf(state.path() / kAdminTokenFile), 0600U);
    auto text = contentOf(state.path() / kAdminTokenFile);
    ASSERT_TRUE(text.ends_with('\n'));
    text.pop_back();
    EXPECT_EQ(first->sha256, api::tokenHash(text));
    const auto again = adminTokenOfState(state.path());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->sha256, first->sha256);
    EXPECT_EQ(std::distance(fs::directory_iterator(state.path()), {}), 1) << "nothing else there";
}

TEST(AdminToken, isRefusedWhenItIsEmptyShortOrOpenToOthers)
{
    const TempDir state;
    const auto file = state.path() / kAdminTokenFile;
    const std::string good(40, 'x');
    for (const auto& text : { std::string(), std::string("\n"), std::string("short\n"),
             good + "\n" + good, std::string(40, ' '), good + "\"" }) {
        write(file, text);
        const auto token = adminTokenOfState(state.path());
        ASSERT_FALSE(token) << text;
        EXPECT_NE(token.error().text().find("remove it"), std::string::npos);
        EXPECT_EQ(contentOf(file), text) << "it is left as it is";
    }
    write(file, good + "\n", 0644);
    EXPECT_EQ(adminTokenOfState(state.path()).error().code, ErrorCode::Refused);
    write(file, good);
    EXPECT_TRUE(adminTokenOfState(state.path()));
}

TEST(NewToken, isAddedToAFileThatIsReadBack)
{
    const TempDir dir;
    const auto file = dir.path() / "tokens";
    const auto wall = makeToken("read", "wall");
    const auto mara = makeToken("admin", "mara");
    ASSERT_TRUE(wall && mara);
    ASSERT_TRUE(addToTokenFile(file, *wall));
    EXPECT_EQ(modeOf(file), 0600U);
    ASSERT_TRUE(addToTokenFile(file, *mara));
    const auto tokens = tokensFromFile(file);
    ASSERT_TRUE(tokens) << tokens.error().text();
    EXPECT_EQ(tokens->at(1).sha256, api::tokenHash(mara->token));
    EXPECT_EQ(contentOf(file).find(mara->token), std::string::npos);

    const auto other = makeToken("read", "wall");
    EXPECT_EQ(addToTokenFile(file, *other).error().code, ErrorCode::Conflict);
    EXPECT_EQ(tokensFromFile(file)->size(), 2U);
}

TEST(NewToken, isAddedOnALineOfItsOwnAfterOneThatDidNotEnd)
{
    const TempDir dir;
    const auto file = dir.path() / "tokens";
    write(file, "# ours");
    EXPECT_TRUE(addToTokenFile(file, *makeToken("ingest", "depository")));
    ASSERT_TRUE(tokensFromFile(file));
    EXPECT_EQ(contentOf(file).find("# ours\ningest depository sha256:"), 0U);
}

TEST(NewToken, needsARoleAndAName)
{
    EXPECT_FALSE(makeToken("nobody", "x"));
    EXPECT_FALSE(makeToken("", "x"));
    EXPECT_FALSE(makeToken("read", ""));
    EXPECT_FALSE(makeToken("read", "headroom"));
    EXPECT_FALSE(makeToken("read", "a b"));
    EXPECT_FALSE(makeToken("read", std::string(65, 'a')));
}

}  // namespace
}  // namespace headroom::app
