// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/notify/command_hook.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sstream>

namespace headroom {
namespace {

using namespace std::chrono_literals;

Delivery running(std::vector<std::string> command)
{
    Delivery delivery;
    delivery.messageId = "m1";
    delivery.contact = "Ops_Team";
    delivery.kind = ChannelKind::Command;
    delivery.command = std::move(command);
    delivery.environment = { { "HEADROOM_SUMMARY", "Storage 99.5 %; $(touch /tmp/never)" } };
    return delivery;
}

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(CommandHook, runsTheCommandWithTheMessageInItsEnvironment)
{
    const TempDir dir;
    const auto file = (dir.path() / "said").string();
    CommandHook hook;
    ASSERT_TRUE(hook.deliver(running(
        { "/bin/sh", "-c", "printf %s \"$HEADROOM_SUMMARY|$1\" > \"$0\"", file, "a b;c" })));
    EXPECT_EQ(contentOf(file), "Storage 99.5 %; $(touch /tmp/never)|a b;c");
}

TEST(CommandHook, handsArgumentsOverAsTheyAreWithoutAShell)
{
    const TempDir dir;
    const auto target = (dir.path() / "$(echo x); y").string();
    CommandHook hook;
    ASSERT_TRUE(hook.deliver(running({ "mkdir", target })));
    EXPECT_TRUE(std::filesystem::is_directory(target));
}

TEST(CommandHook, givesTheCommandNoneOfOurFilesAndNoInput)
{
    const TempDir dir;
    const auto file = (dir.path() / "files").string();
    std::ofstream ours(dir.path() / "ours");  // an open descriptor above 2
    CommandHook hook;
    ASSERT_TRUE(
        hook.deliver(running({ "/bin/sh", "-c", "cat; ls -l /proc/self/fd > \"$0\"", file })));
    EXPECT_EQ(contentOf(file).find("ours"), std::string::npos);
}

TEST(CommandHook, saysWhichStatusOrSignalEndedIt)
{
    CommandHook hook;
    EXPECT_NE(hook.deliver(running({ "/bin/sh", "-c", "exit 7" })).error().text().find("status 7"),
        std::string::npos);
    EXPECT_NE(
        hook.deliver(running({ "/bin/sh", "-c", "kill -9 $$" })).error().text().find("signal 9"),
        std::string::npos);
    EXPECT_NE(hook.deliver(running({ "/nonexistent/hook" })).error().text().find("cannot run"),
        std::string::npos);
    EXPECT_EQ(hook.deliver(running({})).error().code, ErrorCode::InvalidArgument);
}

TEST(CommandHook, killsACommandThatDoesNotEndTogetherWithItsChildren)
{
    const TempDir dir;
    const auto file = (dir.path() / "child").string();
    CommandHook hook(300ms);
    const auto done
        = hook.deliver(running({ "/bin/sh", "-c", "sleep 1000 & echo $! > \"$0\"; wait", file }));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Unavailable);
    const auto child = std::stoi(contentOf(file));
    // Gone, or dead and waiting for init to notice.
    const auto state = contentOf("/proc/" + std::to_string(child) + "/stat");
    EXPECT_TRUE(state.empty() || state.find(") Z") != std::string::npos
        || state.find(") X") != std::string::npos)
        << state;
}

}  // namespace
}  // namespace headroom
