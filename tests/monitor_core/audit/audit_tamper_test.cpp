// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/monitor_core/audit/trail_fixture.h"

#include <random>

namespace headroom {
namespace {

/// A line as it stands in a file: what an edit changes, record by record.
struct StoredLine {
    std::string text;
    bool isTerminated = true;
    bool operator==(const StoredLine&) const = default;
};

std::vector<StoredLine> storedLines(SimulatedFileSystem& disk)
{
    std::vector<StoredLine> lines;
    for (const auto& path : segmentPaths(disk)) {
        const auto& text = disk.bytes(path);
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = text.find('\n', begin);
            lines.push_back({ text.substr(begin, end - begin), end != std::string::npos });
            begin = end == std::string::npos ? text.size() : end + 1;
        }
    }
    return lines;
}

/// The first record that is not as it was, found without looking at any hash; 0 if all are.
std::uint64_t firstDifference(
    const std::vector<StoredLine>& original, const std::vector<StoredLine>& edited)
{
    for (std::size_t i = 0; i < std::max(original.size(), edited.size()); ++i) {
        if (i >= original.size() || i >= edited.size() || original[i] != edited[i]) {
            return i + 1;
        }
    }
    return 0;
}

class Editor {
public:
    Editor(SimulatedFileSystem& disk, std::mt19937_64& random)
        : disk_(disk)
        , paths_(segmentPaths(disk))
        , random_(random)
    {
    }

    void edit()
    {
        switch (random_() % 8) {
        case 0: {
            auto& text = anyFile();
            text[below(text.size())] ^= static_cast<char>(1 + below(255));
            break;
        }
        case 1: {
            auto& text = anyFile();
            text.insert(below(text.size() + 1), randomBytes());
            break;
        }
        case 2: {
            auto& text = anyFile();
            text.erase(below(text.size()), 1 + below(600));
            break;
        }
        case 3:
            swapRecords();
            break;
        case 4:
            repeatRecord();
            break;
        case 5:
            removeRecord();
            break;
        case 6:
            cutAtRecord();
            break;
        default:
            disk_.erase(paths_[below(paths_.size())]);
        }
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }
    std::string& anyFile() { return disk_.bytes(paths_[below(paths_.size())]); }

    std::string randomBytes()
    {
        std::string bytes(1 + below(20), ' ');
        for (auto& byte : bytes) {
            byte = static_cast<char>(below(256));
        }
        return bytes;
    }

    /// Begin and length, newline included, of a random record of `text`.
    std::pair<std::size_t, std::size_t> anyRecord(const std::string& text)
    {
        auto begin = text.rfind('\n', below(text.size() - 1));
        begin = begin == std::string::npos ? 0 : begin + 1;
        return { begin, text.find('\n', begin) + 1 - begin };
    }

    void swapRecords()
    {
        auto& one = anyFile();
        auto& other = anyFile();
        const auto [begin, length] = anyRecord(one);
        const auto first = one.substr(begin, length);
        const auto [otherBegin, otherLength] = anyRecord(other);
        const auto second = other.substr(otherBegin, otherLength);
        if (&one == &other && begin > otherBegin) {
            one.replace(begin, length, second);
            one.replace(otherBegin, otherLength, first);
        } else {
            other.replace(otherBegin, otherLength, first);
            one.replace(begin, length, second);
        }
    }

    void repeatRecord()
    {
        auto& from = anyFile();
        const auto [begin, length] = anyRecord(from);
        const auto record = from.substr(begin, length);
        auto& to = anyFile();
        to.insert(anyRecord(to).first, record);
    }

    void removeRecord()
    {
        auto& text = anyFile();
        const auto [begin, length] = anyRecord(text);
        text.erase(begin, length);
    }

    /// The tail goes, at a record, as if it had never been.
    void cutAtRecord()
    {
        const auto file = below(paths_.size());
        auto& text = disk_.bytes(paths_[file]);
        text.resize(anyRecord(text).first);
        for (auto later = file + 1; later < paths_.size(); ++later) {
            disk_.erase(paths_[later]);
        }
    }

    SimulatedFileSystem& disk_;
    std::vector<std::filesystem::path> paths_;
    std::mt19937_64& random_;
};

struct Tampering : testing::Test {
    SimulatedFileSystem disk;
    ManualClock clock;
};

TEST_F(Tampering, isFoundInEachOf10000RandomEditsAndTheFirstBadRecordNamed)
{
    const auto heads = writeTrail(disk, clock, 30);
    ASSERT_GE(segmentPaths(disk).size(), 4U);
    const auto original = storedLines(disk);
    std::mt19937_64 random(20'260'803);
    int edits = 0;
    while (edits < 10'000) {
        auto copy = disk.copy();
        Editor(copy, random).edit();
        const auto firstBad = firstDifference(original, storedLines(copy));
        if (firstBad == 0) {
            continue;  // for example swapped with itself
        }
        ++edits;
        const auto report = verified(copy);
        // Unfinished bytes behind the last record are what a power cut leaves, and are cut off.
        const auto found = !report.breaks.empty() ? report.breaks.front().firstBad
            : report.torn                         ? report.torn->sequence
                                                  : 0;
        ASSERT_EQ(found, firstBad) << "edit " << edits;
        ASSERT_TRUE(!report.isWhole() || firstBad == original.size() + 1) << "edit " << edits;
    }
}

TEST_F(Tampering, isNeverContinuedSilently)
{
    writeTrail(disk, clock, 20);
    const auto original = storedLines(disk);
    std::mt19937_64 random(7);
    for (int edits = 0; edits < 300; ++edits) {
        auto copy = disk.copy();
        Editor(copy, random).edit();
        const auto firstBad = firstDifference(original, storedLines(copy));
        if (firstBad == 0 || firstBad > original.size()) {
            continue;
        }
        const auto damaged = storedLines(copy);
        for (int start = 0; start < 3; ++start) {
            AuditTrail trail(copy, kTrail, clock);
            ASSERT_TRUE(trail.open());
            ASSERT_TRUE(trail.status().firstBreak) << "edit " << edits;
            EXPECT_EQ(trail.status().firstBreak->firstBad, firstBad) << "edit " << edits;
            ASSERT_TRUE(trail.append(entryNumber(start)));
        }
        const auto report = verified(copy);
        ASSERT_FALSE(report.isWhole());
        EXPECT_EQ(report.breaks.front().firstBad, firstBad);
        EXPECT_FALSE(report.endsBroken());
        // What was found stays for people to look at; one break is one new segment.
        auto now = storedLines(copy);
        EXPECT_EQ(now.size(), damaged.size() + 4) << "edit " << edits;
        now.resize(damaged.size());
        EXPECT_EQ(now, damaged) << "edit " << edits;
    }
}

TEST_F(Tampering, byHashingTheWholeFileAnewShowsAtTheWitnessedHead)
{
    const auto heads = writeTrail(disk, clock, 10, { 1'000'000 });
    const auto path = segmentPaths(disk).front();
    std::string forged;
    AuditHead previous { 0, std::string(kGenesisHash), {} };
    for (const auto& line : allLines(disk)) {
        auto record = *parseRecord(line);
        if (record.sequence == 4) {
            record.entry.actor = "nobody";
        }
        std::string hash;
        forged += encodeRecord(previous, record.time, record.entry, hash);
        previous = { record.sequence, hash, record.time };
    }
    disk.bytes(path) = forged;
    auto report = verified(disk);
    ASSERT_FALSE(report.isWhole());
    EXPECT_EQ(report.breaks.front().firstBad, 11U);
    // A head kept elsewhere from before tells more closely.
    report = verified(disk, { heads[5] });
    EXPECT_EQ(report.breaks.front().firstBad, 6U);
}

TEST_F(Tampering, byRestoringAnOlderBackupShowsAgainstAHeadKeptElsewhere)
{
    writeTrail(disk, clock, 5);
    auto older = disk.copy();
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    ASSERT_TRUE(trail.append(entryNumber(5)));
    const auto remembered = trail.status().head;
    EXPECT_TRUE(verified(older).isWhole());
    EXPECT_EQ(verified(older, { remembered }).breaks.front().firstBad, 7U);
    // Only the hash was kept.
    EXPECT_FALSE(verified(older, { { 0, remembered.hash, {} } }).isWhole());
    EXPECT_TRUE(verified(disk, { { 0, remembered.hash, {} } }).isWhole());
    AuditTrail restored(older, kTrail, clock, { { 2'000 }, { 0 }, { remembered } });
    ASSERT_TRUE(restored.open());
    EXPECT_EQ(restored.status().firstBreak->firstBad, 7U);
}

TEST_F(Tampering, byAnOlderTrailBesideTheNewerWitnessIsShorterThanWitnessed)
{
    writeTrail(disk, clock, 5);
    auto older = disk.copy();
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    ASSERT_TRUE(trail.append(entryNumber(5)));
    for (const auto& path : segmentPaths(disk)) {
        disk.bytes(path) = older.bytes(path);
    }
    const auto report = verified(disk);
    EXPECT_EQ(report.breaks.front().firstBad, 7U);
    EXPECT_NE(report.breaks.front().why.find("witnessed"), std::string::npos);
}

TEST_F(Tampering, byAddingRecordsBehindTheWitnessIsFoundAtTheNextStart)
{
    const auto heads = writeTrail(disk, clock, 5, { 1'000'000 });
    auto& text = disk.bytes(segmentPaths(disk).front());
    auto head = heads.back();
    for (int n = 0; n < 2; ++n) {
        std::string hash;
        text += encodeRecord(head, head.time, entryNumber(n), hash);
        head = { head.sequence + 1, hash, head.time };
    }
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    ASSERT_TRUE(trail.status().firstBreak);
    EXPECT_EQ(trail.status().firstBreak->firstBad, 7U);
}

TEST_F(Tampering, byTakingEverythingButTheWitnessIsFound)
{
    const auto heads = writeTrail(disk, clock, 12);
    for (const auto& path : segmentPaths(disk)) {
        disk.erase(path);
    }
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    EXPECT_EQ(trail.status().firstBreak->firstBad, 1U);
    EXPECT_EQ(trail.status().head.sequence, heads.back().sequence + 1);
    const auto line = *parseRecord(allLines(disk).front());
    EXPECT_EQ(line.entry.action, kActionBroken);
    EXPECT_NE(line.entry.oldValue.find(toText(heads.back())), std::string::npos);
}

TEST_F(Tampering, byTakingTheWitnessIsFound)
{
    writeTrail(disk, clock, 12);
    disk.erase(kTrail / "head");
    EXPECT_FALSE(verified(disk).isWhole());
    AuditTrail trail(disk, kTrail, clock);
    ASSERT_TRUE(trail.open());
    ASSERT_TRUE(trail.status().firstBreak);
    EXPECT_EQ(trail.status().firstBreak->firstBad, 14U);
    AuditTrail again(disk, kTrail, clock);
    ASSERT_TRUE(again.open());
    EXPECT_EQ(again.status().firstBreak->firstBad, 14U);
    EXPECT_EQ(again.status().records, 14U);
}

TEST_F(Tampering, ofOneSlotOfTheWitnessLosesNothing)
{
    const auto heads = writeTrail(disk, clock, 12);
    const auto whole = disk.bytes(kTrail / "head");
    for (std::size_t i = 0; i < whole.size(); i += 5) {
        auto copy = disk.copy();
        copy.bytes(kTrail / "head")[i] ^= 0x10;
        AuditTrail trail(copy, kTrail, clock);
        ASSERT_TRUE(trail.open());
        EXPECT_FALSE(trail.status().firstBreak) << "byte " << i;
        EXPECT_TRUE(verified(copy, heads).isWhole());
    }
}

TEST_F(Tampering, whileTheServiceRunsStopsTheAcknowledging)
{
    AuditTrail trail(disk, kTrail, clock, { { 1'000'000 }, { 0 }, {} });
    ASSERT_TRUE(trail.open());
    ASSERT_TRUE(trail.append(entryNumber(1)));
    disk.bytes(segmentPaths(disk).front())[60] ^= 1;
    disk.failFrom(1);
    EXPECT_FALSE(trail.append(entryNumber(2)));
    EXPECT_EQ(trail.append(entryNumber(3)).error().code, ErrorCode::Damaged);
    EXPECT_TRUE(trail.append(entryNumber(4)));
    EXPECT_EQ(trail.status().firstBreak->firstBad, 1U);
}

}  // namespace
}  // namespace headroom
