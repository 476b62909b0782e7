// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/audit/audit_trail.h"
#include "monitor_core/base/posix_file_system.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>

namespace headroom {
namespace {

struct Outcome {
    int exitCode = -1;
    std::string text;
};

/// Runs the real program and waits for it.
Outcome headroomd(const std::string& arguments)
{
    Outcome outcome;
    // In quotes: the build folder may have a space in its name.
    const auto command = "'" + std::string(HEADROOMD) + "' " + arguments + " 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    std::array<char, 4096> buffer {};
    while (const auto got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        outcome.text.append(buffer.data(), got);
    }
    const int status = ::pclose(pipe);
    outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

struct HeadroomdAudit : testing::Test {
    void SetUp() override
    {
        AuditTrail trail(files, dir.path() / "audit", clock);
        ASSERT_TRUE(trail.open());
        for (int n = 0; n < 9; ++n) {
            ASSERT_TRUE(trail.append({ "mara", "x.y", std::to_string(n), "", "" }));
        }
        head = trail.status().head;
        segment = dir.path() / "audit" / "audit-00000000000000000001.jsonl";
    }

    void flipByteOf(const std::string& text)
    {
        std::string bytes;
        {
            std::ifstream in(segment, std::ios::binary);
            bytes.assign(std::istreambuf_iterator<char>(in), {});
        }
        bytes[bytes.find(text)] ^= 1;
        std::ofstream(segment, std::ios::binary) << bytes;
    }

    [[nodiscard]] Outcome verify(const std::string& more = {}) const
    {
        return headroomd("audit verify --state-dir " + dir.path().string() + " " + more);
    }

    TempDir dir;
    PosixFileSystem files;
    ManualClock clock;
    AuditHead head;
    std::filesystem::path segment;
};

TEST_F(HeadroomdAudit, saysThatAWholeTrailIsWholeAndShowsItsHead)
{
    const auto outcome = verify();
    EXPECT_EQ(outcome.exitCode, 0) << outcome.text;
    EXPECT_NE(outcome.text.find("10 records in order in 1 file"), std::string::npos);
    EXPECT_NE(outcome.text.find("head " + toText(head)), std::string::npos);
    EXPECT_NE(outcome.text.find("WHOLE"), std::string::npos);
}

TEST_F(HeadroomdAudit, namesTheFirstBadRecord)
{
    flipByteOf("{\"seq\":4,");
    for (const auto& outcome : { verify(), headroomd("audit verify " + segment.string()) }) {
        EXPECT_EQ(outcome.exitCode, 1) << outcome.text;
        EXPECT_NE(outcome.text.find("BROKEN at record 4:"), std::string::npos) << outcome.text;
        EXPECT_EQ(outcome.text.find("WHOLE"), std::string::npos);
    }
}

TEST_F(HeadroomdAudit, findsAHeadKeptElsewhereOrSaysThatItIsGone)
{
    EXPECT_EQ(verify("--head " + toText(head)).exitCode, 0);
    EXPECT_EQ(verify("--head " + head.hash).exitCode, 0);
    auto other = head;
    other.hash.back() = other.hash.back() == '0' ? '1' : '0';
    EXPECT_EQ(verify("--head " + other.hash).exitCode, 1);
    auto outcome = verify("--head " + toText(other));
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_NE(outcome.text.find("BROKEN at record 10:"), std::string::npos) << outcome.text;
    ++head.sequence;
    outcome = headroomd("audit verify " + segment.string() + " --head " + toText(head));
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_NE(outcome.text.find("BROKEN at record 11:"), std::string::npos) << outcome.text;
}

TEST_F(HeadroomdAudit, callsAnUnfinishedRecordUnfinishedAndNotBroken)
{
    std::ofstream(segment, std::ios::app | std::ios::binary) << "{\"seq\":11,\"ti";
    const auto outcome = verify();
    EXPECT_EQ(outcome.exitCode, 0) << outcome.text;
    EXPECT_NE(outcome.text.find("unfinished: 13 bytes of record 11"), std::string::npos);
}

TEST_F(HeadroomdAudit, tellsNoTrailAndAWrongCommandLineApart)
{
    EXPECT_EQ(headroomd("audit verify --state-dir " + (dir.path() / "x").string()).exitCode, 66);
    EXPECT_EQ(headroomd("audit verify " + (dir.path() / "x.jsonl").string()).exitCode, 66);
    EXPECT_EQ(headroomd("audit verify " + dir.path().string()).exitCode, 74);
    EXPECT_EQ(verify("--head 12").exitCode, 64);
    EXPECT_EQ(verify("--head x:" + head.hash).exitCode, 64);
    EXPECT_EQ(verify("--frobnicate").exitCode, 64);
    EXPECT_EQ(headroomd("verify").exitCode, 64);
    EXPECT_EQ(headroomd("audit").exitCode, 64);
    EXPECT_EQ(headroomd("--help").exitCode, 0);
    EXPECT_EQ(headroomd("--version").exitCode, 0);
}

}  // namespace
}  // namespace headroom
