// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/audit/audit_trail.h"

#include "monitor_core/audit/retention.h"
#include "monitor_core/audit/segments.h"
#include "monitor_core/base/utc_text.h"

#include <utility>

namespace headroom {

namespace {

constexpr std::string_view kOwnActor = "headroom";

std::chrono::year_month monthOf(SystemTime time)
{
    const auto date = utcDate(time);
    return date.year() / date.month();
}

/// More than the one record that can be on its way lie beyond the witness: somebody added records,
/// or put an older witness back.
void checkBeyondWitness(AuditReport& report)
{
    if (!report.witness || !report.newest || report.endsBroken()
        || report.newest->sequence <= report.witness->sequence + 1) {
        return;
    }
    report.breaks.push_back({ report.witness->sequence + 1,
        "records stand behind the witnessed head that were never acknowledged", false });
}

}  // namespace

AuditTrail::AuditTrail(
    FileSystem& files, std::filesystem::path directory, const Clock& clock, AuditSettings settings)
    : files_(files)
    , directory_(std::move(directory))
    , clock_(clock)
    , settings_(std::move(settings))
    , reserve_(files_, directory_ / "reserve", settings_.reserve)
{
}

Result<void> AuditTrail::open()
{
    status_ = {};
    needsRepair_ = false;
    unacknowledged_.reset();
    witness_.emplace(files_, directory_);
    if (auto made = files_.createDirectories(directory_); !made) {
        return fail(made.error());
    }
    auto report = verifyTrail(files_, directory_, settings_.knownHeads);
    if (!report) {
        return fail(report.error());
    }
    checkBeyondWitness(*report);
    status_.records = report->records;
    if (report->oldest) {
        status_.oldest = report->oldest->time;
    }
    if (!report->isWhole()) {
        status_.firstBreak = report->breaks.front();
    }
    if (auto settled = settle(*report); !settled) {
        return fail(settled.error());
    }
    reserve_.hold();
    status_.isReserveHeld = reserve_.isHeld();
    status_.isOpen = true;
    return {};
}

Result<void> AuditTrail::settle(const AuditReport& report)
{
    if (report.endsBroken()) {
        return startAfterBreak(report);
    }
    if (report.newest) {
        return resume(report);
    }
    head_ = { 0, std::string(kGenesisHash), {} };
    if (auto begun = beginSegment(); !begun) {
        return begun;
    }
    const auto started = storeOwn(kActionStarted, {}, {}, {});
    return started ? Result<void>() : started.error();
}

/// The damaged segments stay as they are, for people to look at.
Result<void> AuditTrail::startAfterBreak(const AuditReport& report)
{
    const auto good = report.newest.value_or(AuditHead { 0, std::string(kGenesisHash), {} });
    head_ = { report.highestPossible, good.hash, good.time };
    if (auto begun = beginSegment(); !begun) {
        return begun;
    }
    const auto& found = report.breaks.back();
    std::string before = "last good " + toText(good);
    if (report.witness) {
        before += ", witnessed " + toText(*report.witness);
    }
    const auto stored
        = storeOwn(kActionBroken, std::to_string(found.firstBad), std::move(before), found.why);
    return stored ? Result<void>() : stored.error();
}

Result<void> AuditTrail::resume(const AuditReport& report)
{
    head_ = *report.newest;
    status_.head = head_;
    const bool isEmpty = report.newestSegmentFirst > head_.sequence;
    segment_ = segmentName(report.newestSegmentFirst);
    goodLength_ = isEmpty ? 0 : report.newestEnd;
    isNameSynced_ = false;
    auto file = files_.open(directory_ / segment_, OpenMode::ReadWrite);
    if (!file) {
        return file.error();
    }
    file_ = std::move(*file);
    const bool isAhead = !report.witness || report.witness->sequence < head_.sequence;
    if (isAhead && !isEmpty) {
        if (auto rewritten = rewriteNewest(report); !rewritten) {
            return rewritten;
        }
    }
    if (auto cut = file_->truncate(goodLength_); !cut) {
        return cut;
    }
    if (auto synced = syncCurrent(); !synced) {
        return synced;
    }
    // Also when it agrees: after a failed sync and a restart, what it says may be in memory only.
    if (auto witnessed = witness_->write(head_); !witnessed) {
        return witnessed;
    }
    if (isAhead) {
        const auto noted = storeOwn(kActionRecovered, std::to_string(head_.sequence), {},
            "the record was on the disk but had not been acknowledged");
        if (!noted) {
            return noted.error();
        }
    }
    if (report.torn) {
        const auto noted = storeOwn(kActionRecovered, std::to_string(report.torn->sequence), {},
            std::to_string(report.torn->bytes) + " bytes of an unfinished record were cut off");
        if (!noted) {
            return noted.error();
        }
    }
    return {};
}

/// After a failed sync and a restart, an unacknowledged record may be in memory only although it
/// reads well, and another sync would not write it. Writing it again does.
Result<void> AuditTrail::rewriteNewest(const AuditReport& report)
{
    std::string line(report.newestEnd - report.newestOffset, '\0');
    if (auto got = file_->read(report.newestOffset, line); !got) {
        return got.error();
    }
    return file_->write(report.newestOffset, line);
}

Result<AuditHead> AuditTrail::append(const AuditEntry& entry)
{
    if (auto checked = checkEntry(entry); !checked) {
        return checked.error();
    }
    if (!status_.isOpen) {
        if (auto opened = open(); !opened) {
            return opened.error();
        }
    }
    if (needsRepair_) {
        if (auto repaired = repair(); !repaired) {
            return fail(repaired.error());
        }
    }
    return store(entry);
}

Result<void> AuditTrail::repair()
{
    // Only bytes behind the last good record are suspect: all before were synced with success.
    auto file = files_.open(
        directory_ / segment_, goodLength_ == 0 ? OpenMode::Create : OpenMode::ReadWrite);
    if (!file) {
        return file.error();
    }
    file_ = std::move(*file);
    if (auto cut = file_->truncate(goodLength_); !cut) {
        return cut;
    }
    if (auto synced = syncCurrent(); !synced) {
        return synced;
    }
    if (auto verified = verifyCurrent(); !verified) {
        return verified;
    }
    if (!unacknowledged_) {
        needsRepair_ = false;
        return {};
    }
    if (auto witnessed = witness_->write(head_); !witnessed) {
        return witnessed;
    }
    needsRepair_ = false;
    const auto sequence = std::to_string(*unacknowledged_);
    unacknowledged_.reset();
    const auto noted = storeOwn(
        kActionRecovered, sequence, {}, "the record was on the disk but had not been acknowledged");
    return noted ? Result<void>() : noted.error();
}

Result<void> AuditTrail::verifyCurrent()
{
    if (goodLength_ == 0) {
        return {};
    }
    const auto report = verifySegment(files_, directory_ / segment_, { head_ });
    if (!report) {
        return report.error();
    }
    if (!report->isWhole() || report->newest != head_) {
        status_.isOpen = false;  // so that the next append opens, and finds, the whole of it
        return Error { ErrorCode::Damaged, segment_ + " is not what was written", {} };
    }
    return {};
}

Result<AuditHead> AuditTrail::storeOwn(
    std::string_view action, std::string subject, std::string oldValue, std::string newValue)
{
    return store({ std::string(kOwnActor), std::string(action), std::move(subject),
        std::move(oldValue), std::move(newValue) });
}

Result<AuditHead> AuditTrail::store(const AuditEntry& entry)
{
    const SystemTime time = std::chrono::floor<std::chrono::milliseconds>(clock_.systemNow());
    if (head_.sequence >= kMaxSequence) {
        return fail({ ErrorCode::Refused, "a file there has an impossible name; remove it", {} });
    }
    if (isRotationDue(time)) {
        if (auto begun = beginSegment(); !begun) {
            return fail(begun.error());
        }
    }
    std::string hash;
    const auto line = encodeRecord(head_, time, entry, hash);
    if (auto written = writeLine(line); !written) {
        return fail(written.error());
    }
    if (auto synced = syncCurrent(); !synced) {
        return fail(synced.error());
    }
    goodLength_ += line.size();
    head_ = { head_.sequence + 1, std::move(hash), time };
    ++status_.records;
    status_.head = head_;
    if (!status_.oldest) {
        status_.oldest = time;
    }
    // Only now: a witness that leads the disk would call a power cut an edit.
    if (auto witnessed = witness_->write(head_); !witnessed) {
        unacknowledged_ = head_.sequence;
        return fail(witnessed.error());
    }
    status_.problem.clear();
    reserve_.hold();
    status_.isReserveHeld = reserve_.isHeld();
    return head_;
}

Result<void> AuditTrail::beginSegment()
{
    auto name = segmentName(head_.sequence + 1);
    auto file = files_.open(directory_ / name, OpenMode::Create);
    if (!file && file.error().code == ErrorCode::NoSpace && reserve_.release()) {
        file = files_.open(directory_ / name, OpenMode::Create);
    }
    if (!file) {
        return file.error();
    }
    file_ = std::move(*file);
    segment_ = std::move(name);
    goodLength_ = 0;
    isNameSynced_ = false;
    // A try before this one may have left bytes.
    return file_->truncate(0);
}

Result<void> AuditTrail::writeLine(const std::string& line)
{
    auto written = file_->write(goodLength_, line);
    if (!written && written.error().code == ErrorCode::NoSpace && reserve_.release()) {
        written = file_->write(goodLength_, line);
    }
    return written;
}

Result<void> AuditTrail::syncCurrent()
{
    if (auto synced = file_->sync(); !synced) {
        return synced;
    }
    if (!isNameSynced_) {
        if (auto synced = files_.syncDirectory(directory_); !synced) {
            return synced;
        }
        isNameSynced_ = true;
    }
    return {};
}

Error AuditTrail::fail(const Error& error)
{
    needsRepair_ = true;
    status_.isReserveHeld = reserve_.isHeld();
    if (error.context == "audit") {
        return error;  // from a record of our own, on the way to the caller's
    }
    status_.problem = error.message;
    return { error.code, error.message + "; the record was refused", "audit" };
}

bool AuditTrail::isRotationDue(SystemTime time) const
{
    return goodLength_ > 0
        && (goodLength_ >= static_cast<std::uint64_t>(settings_.segmentSize.count)
            || monthOf(time) > monthOf(head_.time));
}

Result<std::uint64_t> AuditTrail::removeExpired(const std::string& actor)
{
    if (!status_.isOpen || needsRepair_ || status_.firstBreak) {
        return Error { ErrorCode::Refused, "only a whole trail is shortened", "audit" };
    }
    const auto expired = expiredSegments(files_, directory_, clock_.systemNow());
    if (!expired) {
        return expired.error();
    }
    std::uint64_t removed = 0;
    for (const auto& segment : *expired) {
        const AuditEntry entry { actor, std::string(kActionPruned),
            std::to_string(segment.last.sequence), segment.last.hash,
            segment.name + ", newest record of " + toUtcText(segment.newest) };
        if (auto checked = checkEntry(entry, true); !checked) {
            return checked.error();
        }
        if (auto stored = store(entry); !stored) {
            return stored.error();
        }
        if (auto gone = files_.remove(directory_ / segment.name); !gone) {
            return gone.error();
        }
        if (auto synced = files_.syncDirectory(directory_); !synced) {
            return synced.error();
        }
        removed += segment.records;
        status_.records -= segment.records;
        status_.oldest = segment.oldestLeft;
    }
    return removed;
}

}  // namespace headroom
