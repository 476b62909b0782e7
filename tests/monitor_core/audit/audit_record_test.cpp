// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/audit_record.h"
#include "monitor_core/audit/hash_chain.h"

#include <gtest/gtest.h>

namespace headroom {
namespace {

const AuditHead kNone { 0, std::string(kGenesisHash), {} };
const SystemTime kTime { std::chrono::milliseconds(1'785'751'433'042) };

AuditEntry sample() { return { "mara", "alert.acknowledge", "storage", "open", "acknowledged" }; }

std::string encoded(const AuditEntry& entry)
{
    std::string hash;
    auto line = encodeRecord(kNone, kTime, entry, hash);
    line.pop_back();
    return line;
}

TEST(AuditRecord, isReadBackAsItWasWritten)
{
    const auto record = parseRecord(encoded(sample()));
    ASSERT_TRUE(record);
    EXPECT_EQ(record->sequence, 1U);
    EXPECT_EQ(record->time, kTime);
    EXPECT_EQ(record->entry, sample());
    EXPECT_EQ(record->previousHash, kGenesisHash);
}

TEST(AuditRecord, keepsHostileTextExactlyAndOnOneLine)
{
    using namespace std::string_literals;
    const std::vector<std::string> texts { "line\nbreak\r\n", "tab\t", "quote\" back\\slash",
        "nul\0inside"s, "\x1b[31mred\x7f", "\xe2\x80\xaeright to left",
        "<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "\",\"action\":\"audit.broken\",",
        "\xf0\x9f\x94\xa5 \xed\x9f\xbf \xee\x80\x80 \xf4\x8f\xbf\xbf", "\\u0041", "\\", "\"" };
    for (const auto& text : texts) {
        auto entry = sample();
        entry.subject = text;
        entry.newValue = text + text;
        ASSERT_TRUE(checkEntry(entry)) << text;
        const auto line = encoded(entry);
        EXPECT_EQ(line.find_first_of("\n\r\t\0\x1b\x7f"s), std::string::npos) << text;
        const auto record = parseRecord(line);
        ASSERT_TRUE(record) << line;
        EXPECT_EQ(record->entry, entry);
        EXPECT_FALSE(hasAction(line, kActionBroken));
        EXPECT_TRUE(hasAction(line, "alert.acknowledge"));
    }
}

TEST(AuditRecord, refusesTextThatIsNotUtf8)
{
    for (const auto* text :
        { "\xff", "\xc0\x80", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf0\x80\x80\x80",
            "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xc3", "\xe2\x82", "\x80", "a\xe2(\xa1" }) {
        auto entry = sample();
        entry.oldValue = text;
        const auto checked = checkEntry(entry);
        ASSERT_FALSE(checked);
        EXPECT_EQ(checked.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(checked.error().message.find("old"), std::string::npos);
    }
}

TEST(AuditRecord, holdsUpTo65536BytesOfText)
{
    AuditEntry entry { "a", "b", "", "", std::string(kMaxEntryBytes - 2, '\n') };
    EXPECT_TRUE(checkEntry(entry));
    EXPECT_LE(encoded(entry).size(), kMaxLineBytes);
    EXPECT_TRUE(parseRecord(encoded(entry)));
    entry.newValue += 'x';
    EXPECT_FALSE(checkEntry(entry));
}

TEST(AuditRecord, needsAnActorAndAnActionThatIsNotTheTrailsOwn)
{
    EXPECT_FALSE(checkEntry({ "", "x.y", "", "", "" }));
    EXPECT_FALSE(checkEntry({ "mara", "", "", "", "" }));
    EXPECT_FALSE(checkEntry({ "mara", "audit.broken", "", "", "" }));
    EXPECT_TRUE(checkEntry({ "mara", "audit.pruned", "", "", "" }, true));
    EXPECT_TRUE(checkEntry({ "mara", "auditor.added", "", "", "" }));
}

TEST(AuditRecord, isRefusedWhenSpelledAnyOtherWay)
{
    const auto line = encoded(sample());
    for (std::size_t i = 0; i < line.size(); ++i) {
        EXPECT_FALSE(parseRecord(line.substr(0, i)));
    }
    auto entry = sample();
    entry.subject = "A";
    auto other = encoded(entry);
    other.replace(other.find("\"A\""), 3, "\"\\u0041\"");
    EXPECT_FALSE(parseRecord(other));
    EXPECT_FALSE(parseRecord(line + " "));
    EXPECT_FALSE(parseRecord("{\"seq\":01" + line.substr(8)));
}

TEST(HashChain, seesEverySingleFlippedBit)
{
    std::string hash;
    auto line = encodeRecord(kNone, kTime, sample(), hash);
    line.pop_back();
    for (std::size_t i = 0; i < line.size(); ++i) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            auto flipped = line;
            flipped[i] = static_cast<char>(static_cast<unsigned char>(flipped[i]) ^ (1U << bit));
            HashChain chain;
            EXPECT_FALSE(chain.take(flipped).empty()) << "byte " << i << " bit " << bit;
        }
    }
    HashChain chain;
    EXPECT_TRUE(chain.take(line).empty());
    EXPECT_EQ(chain.head().hash, hash);
}

}  // namespace
}  // namespace headroom
