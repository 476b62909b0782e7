// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/storage/archive.h"

#include "monitor_core/base/utc_text.h"

#include <chrono>
#include <utility>
#include <variant>

namespace headroom {

namespace {

constexpr std::chrono::seconds kRetryOpenAfter { 5 };
constexpr std::chrono::hours kPruneEvery { 1 };
constexpr const char* kBegunAnew
    = "the history was damaged and begun anew; the old file was kept as ";

}  // namespace

std::string Storage::Archive::join(const std::string& one, const std::string& other)
{
    return one.empty() || other.empty() ? one + other : one + "; " + other;
}

Result<void> Storage::Archive::Store::store(const AlertChanges& changes)
{
    if (!table) {
        return Error { ErrorCode::Unavailable, whyNot, "alerts" };
    }
    auto stored = table->store(changes);
    isDamaged = !stored && stored.error().code == ErrorCode::Damaged;
    return stored;
}

Result<std::vector<StoredRow>> Storage::Archive::Store::load()
{
    if (!table) {
        return Error { ErrorCode::Unavailable, whyNot, "alerts" };
    }
    return table->load();
}

Storage::Archive::Archive(const StorageSettings& settings, FileSystem& files, const Clock& clock)
    : settings_(settings)
    , files_(files)
    , clock_(clock)
    , trail_(files, settings.directory / "audit", clock)
    , reviewFile_(files, settings.directory)
    , thresholdFiles_(files, settings.directory)
    , haltFile_(files, settings.directory)
    , keeper_(AlertBook(settings.rules, settings.bootId, momentOf(clock)), store_,
          [this](const AuditText& text) {
              return audit({ text.actor, text.action, text.details, {}, {} });
          })
    , storageLimit_(settings.limits[indexOf(Metric::TotalStorage)])
{
}

void Storage::Archive::open()
{
    // A trail that cannot be opened now is opened by the next append(); its status says why.
    static_cast<void>(trail_.open());
    openDatabase();
}

void Storage::Archive::openDatabase()
{
    retryOpenAt_.reset();
    auto opened = HistoryStore::open(settings_.directory, settings_.history, clock_.systemNow());
    if (!opened) {
        historyProblem_ = opened.error().text();
        store_.whyNot = historyProblem_;
        retryOpenAt_ = clock_.steadyNow() + kRetryOpenAfter;
        return;
    }
    history_.emplace(std::move(*opened));
    historyProblem_.clear();
    if (const auto& moved = history_->opening().damagedMovedTo) {
        notice_ = kBegunAnew + moved->filename().string();
        auditOwn("history.damaged", moved->filename().string());
    } else if (history_->opening().lostCommits) {
        notice_ = "acknowledged history is missing: an older copy was put back, or its log removed";
        auditOwn("history.lost", "history.db");
    }
    auto table = AlertTable::open(history_->database());
    if (!table) {
        historyProblem_ = table.error().text();
        store_.whyNot = historyProblem_;
        return;
    }
    store_.table = std::move(*table);
    store_.isDamaged = false;
    restoreAlerts();
}

/// Once: later the book in memory is newer than what a database that comes back has.
void Storage::Archive::restoreAlerts()
{
    if (std::exchange(isRestored_, true)) {
        return;
    }
    if (const auto problems = keeper_.restore()) {
        for (const auto& problem : *problems) {
            notice_ = join(notice_, problem);
        }
    }
}

void Storage::Archive::auditOwn(const std::string& action, const std::string& subject)
{
    // The trail's own status says when it takes no records.
    static_cast<void>(audit({ "headroom", action, subject, {}, {} }));
}

void Storage::Archive::see(const Snapshot& snapshot)
{
    if (const auto limit = snapshot.of(Metric::TotalStorage).limit; limit > 0) {
        storageLimit_ = limit;
    }
    keeper_.process(snapshot, momentOf(clock_));
}

void Storage::Archive::append(PackedRow second)
{
    if (history_) {
        history_->append(std::move(second));
    }
}

void Storage::Archive::take(const Result<void>& outcome)
{
    historyProblem_ = outcome ? std::string() : outcome.error().text();
    if (!outcome && outcome.error().code == ErrorCode::Damaged) {
        store_.isDamaged = true;
    }
}

/// Keeps the damaged file, begins a new one, and writes into it what the alert book remembers.
void Storage::Archive::replaceDamaged()
{
    store_.table.reset();
    history_.reset();
    const auto moved = HistoryStore::setAside(settings_.directory, clock_.systemNow());
    if (!moved) {
        historyProblem_ = moved.error().text();
        store_.whyNot = historyProblem_;
        retryOpenAt_ = clock_.steadyNow() + kRetryOpenAfter;
        return;
    }
    auditOwn("history.damaged", moved->filename().string());
    damagedRows_ = 0;
    openDatabase();
    notice_ = kBegunAnew + moved->filename().string();
    keeper_.storeAll(momentOf(clock_));
}

void Storage::Archive::keepUp()
{
    const SteadyTime now = clock_.steadyNow();
    if (store_.isDamaged && history_) {
        replaceDamaged();
    }
    if (!history_) {
        if (!retryOpenAt_ || now >= *retryOpenAt_) {
            openDatabase();
        }
        return;
    }
    if (history_->flushDue(clock_.systemNow())) {
        take(history_->flush());
    }
    if (!pruneAt_ || now >= *pruneAt_) {
        pruneAt_ = now + kPruneEvery;
        take(history_->prune(clock_.systemNow()));
        lookForDamage();
    }
}

void Storage::Archive::finish()
{
    keeper_.flush(momentOf(clock_));
    if (history_) {
        take(history_->flush());
    }
}

Result<void> Storage::Archive::audit(const AuditNote& note)
{
    const auto head
        = trail_.append({ note.actor, note.action, note.subject, note.oldValue, note.newValue });
    return head ? Result<void>() : Result<void>(head.error());
}

Result<void> Storage::Archive::submit(const Command& command)
{
    if (const auto* review = std::get_if<RecordReview>(&command.what)) {
        return record(*review, command.actor);
    }
    return keeper_.submit(command, momentOf(clock_));
}

/// Audited before it counts, and stored before it is acknowledged.
Result<void> Storage::Archive::record(const RecordReview& review, const std::string& actor)
{
    auto log = reviewFile_.load();
    if (!log) {
        return Error { log.error().code, "the reviews cannot be read: " + log.error().text(),
            "certification" };
    }
    const auto today = utcDate(clock_.systemNow());
    const Review wanted { review.reviewer, review.meaning, review.note, review.isApproved, today };
    const auto drafted = log->draft(wanted, today);
    if (!drafted) {
        return drafted.error();
    }
    const auto text = ReviewLog::auditText(*drafted);
    AuditNote note { actor, text.action, text.subject, text.oldValue, text.newValue };
    if (const auto audited = audit(note); !audited) {
        return Error { ErrorCode::Refused,
            "not recorded, because it cannot be audited: " + audited.error().text(), {} };
    }
    if (const auto recorded = log->record(wanted, today); !recorded) {
        return recorded.error();
    }
    auto saved = reviewFile_.save(*log);
    if (!saved) {
        note.action += "_failed";
        static_cast<void>(audit(note));
        return Error { ErrorCode::Unavailable,
            "not recorded, because it cannot be stored: " + saved.error().text(), {} };
    }
    return saved;
}

Result<void> Storage::Archive::changeRules(AlertRules rules)
{
    auto audited = audit({ "headroom", "contacts.reloaded", {}, {}, {} });
    if (audited) {
        keeper_.setRules(std::move(rules));
    }
    return audited;
}

/// In the order that leaves the gate closed whenever the program ends: a halt is remembered before
/// it is in the trail, and forgotten after its end is.
Result<void> Storage::Archive::recordHalt(bool isHalted, const AuditNote& note)
{
    if (isHalted) {
        isReopeningAudited_ = false;
        const auto remembered = haltFile_.make(note.subject);
        auto audited = audit(note);
        return audited ? remembered : audited;
    }
    if (!isReopeningAudited_) {
        if (auto audited = audit(note); !audited) {
            return audited;
        }
        isReopeningAudited_ = true;
    }
    auto forgotten = haltFile_.remove();
    isReopeningAudited_ = !forgotten;
    return forgotten;
}

/// As a review: audited before it counts, stored before it is acknowledged.
Result<void> Storage::Archive::storeThresholds(
    std::uint64_t version, const std::string& json, AuditNote note)
{
    if (const auto audited = audit(note); !audited) {
        return Error { ErrorCode::Refused,
            "not changed, because it cannot be audited: " + audited.error().text(), "thresholds" };
    }
    auto saved = thresholdFiles_.save(version, json);
    if (!saved) {
        note.action += "_failed";
        static_cast<void>(audit(note));
        return Error { ErrorCode::Unavailable,
            "not changed, because it cannot be stored: " + saved.error().text(), "thresholds" };
    }
    return saved;
}

AuditSummary Storage::Archive::auditSummary() const
{
    const auto& status = trail_.status();
    AuditSummary summary;
    summary.isKnown = status.isOpen || status.firstBreak.has_value();
    summary.isBroken = status.firstBreak.has_value();
    summary.firstBadSequence = status.firstBreak ? status.firstBreak->firstBad : 0;
    summary.why = status.firstBreak ? status.firstBreak->why : status.problem;
    summary.records = status.records;
    summary.oldest = status.oldest;
    summary.head = toText(status.head);
    return summary;
}

std::string Storage::Archive::problem() const
{
    const auto rows = damagedRows_ == 0
        ? std::string()
        : std::to_string(damagedRows_) + " rows of the history are damaged and left out";
    return join(join(historyProblem_, notice_), rows);
}

std::optional<SystemTime> Storage::Archive::historyStoredThrough() const
{
    const auto second = history_ ? history_->storedThrough() : std::nullopt;
    return second ? std::optional(SystemTime(std::chrono::seconds(*second))) : std::nullopt;
}

std::vector<Delivery> Storage::Archive::takeDeliveries()
{
    return keeper_.takeDeliveries(momentOf(clock_));
}

void Storage::Archive::answered(const std::string& messageId, const Result<void>& outcome)
{
    if (outcome) {
        keeper_.delivered(messageId);
    } else {
        keeper_.deliveryFailed(messageId, outcome.error().text(), momentOf(clock_));
    }
}

}  // namespace headroom
