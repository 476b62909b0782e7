// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// docs/postgresql.md and docs/prometheus.md, followed as a new user would.
#include "tests/app/docs_commands.h"
#include "tests/support/daemon_process.h"
#include "tests/support/postgres_server.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>

namespace headroom {
namespace {

std::string pageOf(const std::string& name)
{
    std::ifstream in(HEADROOM_SOURCE "/docs/" + name);
    std::string text { std::istreambuf_iterator<char>(in), {} };
    // Blocks of a numbered list are indented.
    for (auto at = text.find("\n   "); at != std::string::npos; at = text.find("\n   ", at + 1)) {
        text.erase(at + 1, 3);
    }
    return text;
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end)
{
    const auto from = text.find(begin);
    const auto to = from == std::string::npos ? from : text.find(end, from + begin.size());
    EXPECT_NE(to, std::string::npos) << begin;
    return to == std::string::npos ? std::string()
                                   : text.substr(from + begin.size(), to - from - begin.size());
}

std::string outputOf(const std::string& commands, const TempDir& dir)
{
    const auto script = dir.path() / "commands.sh";
    std::ofstream(script) << "cd '" HEADROOM_SOURCE "'\n" << commands;
    std::string output;
    FILE* pipe = ::popen(("bash '" + script.string() + "' 2>&1").c_str(), "r");
    std::array<char, 4096> buffer {};
    while (const auto got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        output.append(buffer.data(), got);
    }
    ::pclose(pipe);
    return output;
}

TEST(DocsPostgresql, theRoleTheOptionAndTheAnswerAreAsThePageSays)
{
    ASSERT_TRUE(PostgresServer::isInstalled()) << "apt-get install postgresql-15, as test.sh does";
    const auto page = pageOf("postgresql.md");
    PostgresServer server;
    EXPECT_EQ(server.sql("CREATE SCHEMA depot; CREATE TABLE depot.artifacts (size_bytes bigint);"
                         "INSERT INTO depot.artifacts VALUES (1), (1048576), (2)"),
        "");
    EXPECT_EQ(server.sql(between(page, "```sql\n", "```")), "");

    // The page's option, with this server instead of the example's.
    auto source = between(page, "headroomd --source \"", "\"");
    source = replaced(source, "host=db.example.org dbname=depot",
        "host=127.0.0.1 dbname=postgres port=" + std::to_string(server.port()));
    const TempDir state;
    const TempDir scratch;
    DaemonProcess daemon(HEADROOMD,
        { "--listen", "127.0.0.1:0", "--state-dir", state.path().string(), "--source", source },
        scratch.path());
    const auto url = daemon.url();
    ASSERT_FALSE(url.empty()) << daemon.log();
    const auto commands = commandsOf(page);
    ASSERT_EQ(commands.size(), 1U);
    std::string answer;
    EXPECT_TRUE(waitUntil([&] {
        answer = outputOf(replaced(commands[0].commands, "http://127.0.0.1:8000", url), scratch);
        return differenceOf(commands[0], answer).empty()
            && answer.find("write_throughput missing") == std::string::npos;
    })) << answer;
    EXPECT_EQ(answer.find("missing: the role"), std::string::npos) << answer;
    daemon.signal(SIGTERM);
    EXPECT_EQ(daemon.exitCode(), 0) << daemon.log();
}

TEST(DocsPrometheus, everyCommandAnswersAsItIsWrittenBelowIt)
{
    const auto commands = commandsOf(pageOf("prometheus.md"));
    ASSERT_EQ(commands.size(), 3U);
    const TempDir dir;
    for (const auto& documented : commands) {
        const auto here = [&](const std::string& text) {
            return replaced(text, "/tmp/headroom-prometheus", (dir.path() / "try").string());
        };
        auto expected = documented;
        expected.answer = here(documented.answer);
        const auto text
            = replaced(here(documented.commands), "build/release/bin/headroomd", "'" HEADROOMD "'");
        const auto answer = outputOf(text, dir);
        // promtool ends with empty lines.
        EXPECT_EQ(differenceOf(expected, answer), "")
            << "docs/prometheus.md:" << documented.line << '\n'
            << text << "answered\n"
            << answer;
    }
}

}  // namespace
}  // namespace headroom
