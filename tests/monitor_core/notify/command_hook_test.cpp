// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/notify/command_hook.h"
#include "tests/support/temp_dir.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
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
    const auto fifo = (dir.path() / "alive").string();
    ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
    const int reader = ::open(fifo.c_str(), O_RDONLY | O_NONBLOCK);
    ASSERT_GE(reader, 0);
    ::fcntl(reader, F_SETFL, 0);
    std::string heard;
    // A busy machine may not even have started the child within the first timeout.
    for (auto timeout = 200ms; heard.empty() && timeout < 60s; timeout *= 4) {
        CommandHook hook(timeout);
        const auto done = hook.deliver(
            running({ "/bin/sh", "-c", "{ echo up; exec sleep 1000; } > \"$0\" & wait", fifo }));
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, ErrorCode::Unavailable);
        // The child holds the other end: reading ends when it is gone, and not before.
        char bytes[16];
        for (ssize_t n = 1; n > 0;) {
            n = ::read(reader, bytes, sizeof bytes);
            heard.append(bytes, static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
        }
    }
    ::close(reader);
    EXPECT_EQ(heard, "up\n");
}

}  // namespace
}  // namespace headroom
