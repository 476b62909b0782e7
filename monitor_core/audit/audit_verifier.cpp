// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/audit_verifier.h"

#include "monitor_core/audit/hash_chain.h"
#include "monitor_core/audit/segments.h"
#include "monitor_core/audit/witness.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace headroom {

namespace {

/// One walk along a trail. Fed segment by segment, line by line.
class Walk {
public:
    Walk(std::vector<AuditHead> known, bool isWholeTrail)
        : known_(std::move(known))
        , isWholeTrail_(isWholeTrail)
    {
        std::sort(known_.begin(), known_.end(),
            [](const auto& a, const auto& b) { return a.sequence < b.sequence; });
        std::erase_if(known_, [&](const AuditHead& head) {
            if (head.sequence == 0) {
                wanted_.push_back(head.hash);
            }
            return head.sequence == 0;
        });
    }

    /// The witness is known like any other head; where it ends, torn bytes may begin.
    void setWitness(std::optional<AuditHead> witness)
    {
        report_.witness = witness;
        if (witness) {
            const auto place = std::upper_bound(known_.begin(), known_.end(), *witness,
                [](const auto& a, const auto& b) { return a.sequence < b.sequence; });
            known_.insert(place, *std::move(witness));
        }
    }

    void beginSegment(const Segment& segment, bool isLast)
    {
        segment_ = segment;
        isLastSegment_ = isLast;
        lines_ = 0;
        ++report_.segments;
        report_.newestSegmentFirst = segment.firstSequence;
        const bool isFirst = report_.segments == 1;
        const auto expected = chain_.head().sequence + 1;
        if (isLost_ || segment.firstSequence == expected || !isWholeTrail_) {
            return;
        }
        if (isFirst) {
            // Either older records have had their seven years, or somebody took them.
            removedThrough_ = segment.firstSequence - 1;
            chain_.expectAnyFrom(segment.firstSequence);
        } else {
            lose(expected, "the file that begins with it is missing");
        }
    }

    bool line(const SegmentLine& line)
    {
        const bool isFirst = lines_++ == 0;
        if (isFirst && (isLost_ || !isWholeTrail_) && findAgain(line)) {
            return true;
        }
        if (isLost_) {
            return true;  // only counted
        }
        const auto problem = problemOf(line);
        if (problem.empty()) {
            if (isFirst && hasAction(line.text, kActionBroken)) {
                noteRecordedBreak(line.text);
            }
            accept(line);
        } else if (isTorn(line)) {
            report_.torn = TornTail { chain_.head().sequence + 1, segment_.name, line.offset,
                line.text.size() + (line.isTerminated ? 1 : 0) };
            return false;
        } else {
            lose(chain_.head().sequence + 1, std::string(problem));
        }
        return true;
    }

    AuditReport finish()
    {
        const auto newest = chain_.head().sequence;
        if (report_.records > 0) {
            report_.newest = chain_.head();
        }
        if (!isLost_ && !known_.empty() && known_.back().sequence > newest) {
            lose(newest + 1,
                "the trail ends before record " + std::to_string(known_.back().sequence)
                    + ", which was witnessed");
        } else if (!isLost_ && isWholeTrail_ && !report_.witness && newest > 1) {
            lose(newest + 1, "the file \"head\", which says where the trail ends, is gone");
        }
        for (const auto& hash : wanted_) {
            if (!isLost_) {
                lose(newest + 1, "no record has the witnessed hash " + hash);
            }
        }
        if (removedThrough_ != 0 && !isRemovalConfirmed_) {
            report_.breaks.insert(report_.breaks.begin(),
                { 1,
                    "records up to " + std::to_string(removedThrough_)
                        + " were removed without a record of it",
                    isRemovalRecorded() });
        }
        report_.highestPossible = std::max({ newest, report_.newestSegmentFirst + lines_,
            report_.witness ? report_.witness->sequence : 0 });
        return std::move(report_);
    }

private:
    std::string_view problemOf(const SegmentLine& line)
    {
        if (!line.isTerminated) {
            return "it is unfinished";
        }
        const auto next = chain_.head().sequence + 1;
        while (knownAt_ < known_.size() && known_[knownAt_].sequence < next) {
            ++knownAt_;
        }
        for (auto i = knownAt_; i < known_.size() && known_[i].sequence == next; ++i) {
            const auto link = linkOf(line.text);
            if (link && link->sequence == next && link->hash != known_[i].hash) {
                return "it is not the record that was witnessed";
            }
        }
        return chain_.take(line.text);
    }

    void accept(const SegmentLine& line)
    {
        const auto& head = chain_.head();
        if (report_.records++ == 0) {
            report_.oldest = head;
            firstPrevious_ = linkOf(line.text)->previousHash;
        }
        report_.newestOffset = line.offset;
        report_.newestEnd = line.offset + line.text.size() + 1;
        if (!wanted_.empty()) {
            std::erase(wanted_, head.hash);
        }
        if (removedThrough_ != 0 && hasAction(line.text, kActionPruned)) {
            const auto record = parseRecord(line.text);
            isRemovalConfirmed_ = isRemovalConfirmed_
                || (record && record->entry.subject == std::to_string(removedThrough_)
                    && record->entry.oldValue == firstPrevious_);
        }
    }

    /// A torn record was never acknowledged, so the witness has not seen it; and nothing follows.
    [[nodiscard]] bool isTorn(const SegmentLine& line) const
    {
        const auto head = chain_.head().sequence;
        if (!isLastSegment_ || !line.isLast || (!known_.empty() && known_.back().sequence > head)) {
            return false;
        }
        // Sectors reach the disk in any order: the newline can be there and the middle missing.
        const bool isUnacknowledged = isWholeTrail_ && (report_.witness || head == 0);
        return !line.isTerminated || isUnacknowledged;
    }

    void lose(std::uint64_t firstBad, std::string why)
    {
        report_.breaks.push_back({ firstBad, std::move(why), false });
        isLost_ = true;
    }

    /// The service goes on after a break in a new segment whose first record names the last good
    /// one. A lone segment is believed from its first record on.
    bool findAgain(const SegmentLine& line)
    {
        const auto link = linkOf(line.text);
        if (!link || !line.isTerminated) {
            return false;
        }
        if (!isWholeTrail_) {
            chain_.expectAnyFrom(link->sequence);
            return false;
        }
        const bool isBreakRecord = link->sequence == segment_.firstSequence
            && link->sequence > chain_.head().sequence && hasAction(line.text, kActionBroken);
        if (!isBreakRecord || !chain_.restartAt(line.text, chain_.head().hash)) {
            return false;
        }
        report_.breaks.back().isRecorded = true;
        isLost_ = false;
        accept(line);
        return true;
    }

    void noteRecordedBreak(std::string_view line)
    {
        const auto record = parseRecord(line);
        if (record) {
            const auto firstBad = std::strtoull(record->entry.subject.c_str(), nullptr, 10);
            report_.breaks.push_back({ firstBad, record->entry.newValue, true });
        }
    }

    [[nodiscard]] bool isRemovalRecorded() const
    {
        return std::any_of(report_.breaks.begin(), report_.breaks.end(),
            [](const AuditBreak& found) { return found.firstBad == 1 && found.isRecorded; });
    }

    std::vector<AuditHead> known_;  ///< sorted
    std::size_t knownAt_ = 0;
    std::vector<std::string> wanted_;  ///< hashes whose record is not known
    bool isWholeTrail_;
    HashChain chain_;
    Segment segment_;
    bool isLastSegment_ = false;
    bool isLost_ = false;  ///< after a break, until the chain is found again
    std::uint64_t lines_ = 0;
    std::uint64_t removedThrough_ = 0;
    std::string firstPrevious_;
    bool isRemovalConfirmed_ = false;
    AuditReport report_;
};

Result<void> walkSegment(Walk& walk, FileSystem& files, const std::filesystem::path& path)
{
    auto file = files.open(path, OpenMode::Read);
    if (!file) {
        return file.error();
    }
    return readLines(**file, [&](const SegmentLine& line) { return walk.line(line); });
}

}  // namespace

Result<AuditReport> verifyTrail(
    FileSystem& files, const std::filesystem::path& directory, const std::vector<AuditHead>& known)
{
    Walk walk(known, true);
    // Before the segments: beside a running service, what is witnessed is then surely in them.
    auto witness = Witness::read(files, directory);
    if (!witness) {
        return witness.error();
    }
    walk.setWitness(*std::move(witness));
    const auto segments = listSegments(files, directory);
    if (!segments) {
        return segments.error();
    }
    for (const auto& segment : *segments) {
        walk.beginSegment(segment, &segment == &segments->back());
        if (auto walked = walkSegment(walk, files, directory / segment.name); !walked) {
            return walked.error();
        }
    }
    return walk.finish();
}

Result<AuditReport> verifySegment(
    FileSystem& files, const std::filesystem::path& segment, const std::vector<AuditHead>& known)
{
    Walk walk(known, false);
    walk.beginSegment({ 0, segment.filename().string() }, true);
    if (auto walked = walkSegment(walk, files, segment); !walked) {
        return walked.error();
    }
    return walk.finish();
}

}  // namespace headroom
