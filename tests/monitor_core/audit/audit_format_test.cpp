// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/audit_trail.h"
#include "monitor_core/base/posix_file_system.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

namespace headroom {
namespace {

std::string contents(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

/// The n-th block fenced with ``` of FORMAT.md.
std::string block(int n)
{
    const auto text = contents(HEADROOM_FORMAT_MD);
    std::size_t begin = 0;
    for (int fence = 0; fence < 2 * n; ++fence) {
        begin = text.find("\n```", begin) + 4;
    }
    begin = text.find('\n', text.find("\n```", begin) + 1) + 1;
    return text.substr(begin, text.find("\n```", begin) + 1 - begin);
}

/// The three records of the example, written by the trail itself.
struct AuditFormat : testing::Test {
    void SetUp() override
    {
        using std::chrono::milliseconds;
        AuditTrail trail(files, directory, clock);
        ASSERT_TRUE(trail.open());
        clock.advance(milliseconds(60'042));
        ASSERT_TRUE(trail.append(
            { "mara", "threshold.change", "concurrent_writes.red", ">= 100", ">= 90" }));
        clock.advance(milliseconds(1'500));
        ASSERT_TRUE(trail.append({ "jo \"j\"", "alert.acknowledge", "storage", "",
            "back-up is running,\nwill end at 14:00 \xe2\x80\x93 J" }));
        head = trail.status().head;
    }

    /// Exit code of the document's own verifier.
    [[nodiscard]] int runVerifier(const std::string& hash = {}) const
    {
        const auto script = dir.path() / "verify.sh";
        std::ofstream(script) << block(2);
        const auto command = "sh '" + script.string() + "' '" + directory.string() + "' '" + hash
            + "' > '" + (dir.path() / "said").string() + "'";
        const int status = std::system(command.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    [[nodiscard]] std::string said() const { return contents(dir.path() / "said"); }

    TempDir dir;
    PosixFileSystem files;
    ManualClock clock;
    std::filesystem::path directory = dir.path() / "audit";
    std::filesystem::path segment = directory / "audit-00000000000000000001.jsonl";
    AuditHead head;
};

TEST_F(AuditFormat, exampleIsByteForByteWhatTheTrailWrites)
{
    EXPECT_EQ(block(0), contents(segment));
    std::string witness;
    for (const char c : contents(directory / "head")) {
        if (c == '\n') {
            witness.resize(witness.find_last_not_of(' ') + 1);
        }
        witness += c;
    }
    EXPECT_EQ(block(1), witness);
    EXPECT_EQ(contents(directory / "head").size(), 1024U);
}

TEST_F(AuditFormat, shellVerifierOfTheDocumentAgreesOnAWholeTrail)
{
    EXPECT_EQ(runVerifier(), 0);
    EXPECT_EQ(said(), "head " + toText(head) + "\n");
    EXPECT_EQ(runVerifier(head.hash), 0);
}

TEST_F(AuditFormat, shellVerifierOfTheDocumentFindsAnEditAndACutTail)
{
    const auto whole = contents(segment);
    auto edited = whole;
    edited[edited.find(">= 90")] = '<';
    std::ofstream(segment, std::ios::binary) << edited;
    EXPECT_EQ(runVerifier(), 1);
    EXPECT_EQ(said(), "record 2 is not what was written\n");

    std::ofstream(segment, std::ios::binary)
        << whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1);
    EXPECT_EQ(runVerifier(), 1);
    EXPECT_EQ(said(), "the trail ends before record 3, which was witnessed\n");

    // The last record written anew, with a hash of its own: consistent, but not what was witnessed.
    const auto begin = whole.rfind('\n', whole.size() - 2) + 1;
    auto forged = *parseRecord(whole.substr(begin, whole.size() - 1 - begin));
    forged.entry.actor = "nobody";
    std::string hash;
    const auto line = encodeRecord({ 2, forged.previousHash, {} }, forged.time, forged.entry, hash);
    std::ofstream(segment, std::ios::binary) << whole.substr(0, begin) << line;
    EXPECT_EQ(runVerifier(), 1);
    EXPECT_EQ(said(), "record 3 is not the one that was witnessed\n");
    std::filesystem::remove(directory / "head");
    EXPECT_EQ(runVerifier(head.hash), 1);
}

}  // namespace
}  // namespace headroom
