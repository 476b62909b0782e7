// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docs_commands.h"
#include "tests/support/daemon_process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/wait_until.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>

namespace headroom {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

/// What a person sees who pastes this into a shell.
std::string outputOf(const std::string& commands, const TempDir& dir)
{
    const auto script = dir.path() / "commands.sh";
    std::ofstream(script) << commands;
    std::string output;
    FILE* pipe = ::popen(("bash '" + script.string() + "' 2>&1").c_str(), "r");
    std::array<char, 4096> buffer {};
    while (const auto got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        output.append(buffer.data(), got);
    }
    ::pclose(pipe);
    return output;
}

/// Whether pasting it once more changes nothing.
bool onlyReads(const std::string& commands)
{
    for (const auto* sends : { "-X", "-d ", "--data", "-T " }) {
        if (commands.find(sends) != std::string::npos) {
            return false;
        }
    }
    return true;
}

TEST(DocsTesting, everyCommandAnswersAsItIsWrittenBelowIt)
{
    std::ifstream in(HEADROOM_DOCS "/testing.md");
    const auto commands = commandsOf(std::string(std::istreambuf_iterator<char>(in), {}));
    ASSERT_GT(commands.size(), 20U);

    const TempDir state;
    const TempDir scratch;
    DaemonProcess daemon(HEADROOMD,
        { "--listen", "127.0.0.1:0", "--state-dir", state.path().string() }, scratch.path());
    const auto url = daemon.url();
    ASSERT_FALSE(url.empty()) << daemon.log();

    std::string before;
    for (const auto& documented : commands) {
        auto text = replaced(documented.commands, "http://127.0.0.1:8000", url);
        text = replaced(std::move(text), "/tmp/headroom-check", state.path().string());
        if (documented.answer.empty()) {
            before += text;
            continue;
        }
        std::string answer;
        std::string difference;
        const auto fits = [&] {
            answer = outputOf(before + text, scratch);
            difference = differenceOf(documented, answer);
            return difference.empty() || !onlyReads(text);
        };
        // What a command before has changed is seen a tick later.
        waitUntil(fits, std::chrono::seconds(10));
        EXPECT_EQ(difference, "") << "docs/testing.md:" << documented.line << '\n'
                                  << text << "answered\n"
                                  << answer;
    }
    daemon.signal(SIGTERM);
    EXPECT_EQ(daemon.exitCode(), 0) << daemon.log();
}

TEST(DocsCommands, areBlocksOfShWithTheAnswerBelow)
{
    const auto commands = commandsOf("# t\n```sh\nS=1\n```\ntext\n\n```sh\necho $S\n```\n\nsays\n\n"
                                     "```json\n{\"a\": 1}\n```\n```console\n$ not this\n```\n"
                                     "```sh\nb\n```\n```text\n200\n```\n");
    ASSERT_EQ(commands.size(), 3U);
    EXPECT_EQ(commands[0].commands, "S=1\n");
    EXPECT_TRUE(commands[0].answer.empty());
    EXPECT_EQ(commands[1].line, 8);
    EXPECT_TRUE(commands[1].isJson);
    EXPECT_EQ(commands[1].answer, "{\"a\": 1}\n");
    EXPECT_FALSE(commands[2].isJson);
    EXPECT_EQ(commands[2].answer, "200\n");
}

std::string jsonDifference(const std::string& written, const std::string& answer)
{
    return differenceOf({ 1, "", true, written }, answer);
}

TEST(DocsCommands, findWhatIsNotAsWritten)
{
    EXPECT_EQ(jsonDifference(R"({"a": 75.0, "t": "…", "l": [1, "…"]})",
                  R"({"a": 75, "t": "2026", "l": [1, 2, 3], "more": null})"),
        "");
    EXPECT_NE(jsonDifference(R"({"a": 1})", R"({"a": 2})"), "");
    EXPECT_NE(jsonDifference(R"({"a": 1})", R"({"a": "1"})"), "");
    EXPECT_NE(jsonDifference(R"({"a": "…"})", R"({})"), "");
    EXPECT_NE(jsonDifference(R"({"a": null})", R"({"a": 0})"), "");
    EXPECT_NE(jsonDifference(R"({"a": []})", R"({"a": [1]})"), "");
    EXPECT_NE(jsonDifference(R"({"a": [1, "…"]})", R"({"a": []})"), "");
    EXPECT_NE(jsonDifference(R"({"a": {"b": 1}})", R"({"a": {"b": 2}})"), "");
    EXPECT_NE(jsonDifference(R"({})", "404 page"), "");
    EXPECT_NE(jsonDifference("{", "{}"), "");
    const auto text = [](const std::string& written, const std::string& answer) {
        return differenceOf({ 1, "", false, written }, answer);
    };
    EXPECT_EQ(
        text("HTTP/1.1 429 …\nRetry-After: …\n", "HTTP/1.1 429 Too Many\r\nRetry-After: 1"), "");
    EXPECT_NE(text("a\n", "a\nb\n"), "");
    EXPECT_NE(text("a\nb\n", "a\n"), "");
    EXPECT_NE(text("…b\n", "abc\n"), "");
    EXPECT_EQ(text("a…c…e\n", "abcde\n"), "");
}

}  // namespace
}  // namespace headroom
