// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/alerts/alert_keeper.h"

#include <utility>

namespace headroom {

namespace {

constexpr auto kRetryAfter = std::chrono::seconds(1);
/// What is kept in memory while the disk takes nothing; the rows in the backlog are bounded by
/// themselves, since each key is in it once.
constexpr std::size_t kMostBacklogEvents = 20'000;

}  // namespace

AlertKeeper::AlertKeeper(AlertBook book, AlertStore& store, WriteAudit writeAudit)
    : book_(std::move(book))
    , store_(store)
    , writeAudit_(std::move(writeAudit))
{
}

Result<std::vector<std::string>> AlertKeeper::restore()
{
    auto rows = store_.load();
    if (!rows) {
        book_.setStoreProblem(rows.error().text());
        return rows.error();
    }
    return book_.restore(*rows);
}

void AlertKeeper::process(const Snapshot& snapshot, const Moment& now)
{
    auto proposal = book_.observe(snapshot, now);
    addToBacklog(std::move(proposal.changes));
    // A fact is so whether or not the disk takes it; nobody else has the book, so this succeeds.
    static_cast<void>(book_.commit(std::move(proposal)));
    if (!retryAt_ || now.steady >= *retryAt_) {
        static_cast<void>(flush(now));
    }
}

bool AlertKeeper::flush(const Moment& now)
{
    retryAt_.reset();
    static_cast<void>(storeBacklog());
    // Also after a failure: people are told of an alert all the more when the disk fails too, and
    // the audit trail, which is another file, may still take its record.
    book_.markStored();
    writeAudits();
    const bool isAllDone = backlog_.isEmpty() && book_.unaudited().empty();
    if (!isAllDone) {
        retryAt_ = now.steady + kRetryAfter;
    }
    return isAllDone;
}

Result<void> AlertKeeper::storeBacklog()
{
    if (backlog_.isEmpty()) {
        return {};
    }
    auto stored = store_.store(backlog_);
    if (stored) {
        backlog_ = {};
        book_.setStoreProblem(auditProblem_);
    } else {
        auto problem = stored.error().text();
        if (eventsLost_ > 0) {
            problem += "; " + std::to_string(eventsLost_) + " steps were lost for the history";
        }
        book_.setStoreProblem(std::move(problem));
    }
    return stored;
}

/// Writes what the audit trail lacks, in order. A crash after a record and before its row is gone
/// writes that record again: the same step number tells.
void AlertKeeper::writeAudits()
{
    auditProblem_.clear();
    AlertChanges written;
    while (!book_.unaudited().empty()) {
        const auto& [sequence, text] = *book_.unaudited().begin();
        if (const auto done = writeAudit_(text); !done) {
            auditProblem_ = "the audit trail takes no records: " + done.error().text();
            break;
        }
        written.absorb(book_.auditWritten(sequence));
    }
    if (!auditProblem_.empty()) {
        book_.setStoreProblem(auditProblem_);
    }
    if (!written.isEmpty()) {
        addToBacklog(std::move(written));
        static_cast<void>(storeBacklog());
    }
}

Result<void> AlertKeeper::submit(const Command& command, const Moment& now)
{
    auto proposal = book_.propose(command, now);
    if (!proposal) {
        return proposal.error();
    }
    for (const auto& text : proposal->audit) {
        if (const auto written = writeAudit_(text); !written) {
            return Error { ErrorCode::Refused,
                "not done, because it cannot be audited: " + written.error().text(), {} };
        }
    }
    auto changes = backlog_;  // what came before must not be stored after
    changes.absorb(proposal->changes);
    if (const auto stored = store_.store(changes); !stored) {
        // The trail says that it was asked for; it must also say that it was not done. If that
        // fails too, the trail's own alarm is the louder one.
        for (auto text : proposal->audit) {
            text.action += "_failed";
            text.details += "; not done, because it could not be stored";
            static_cast<void>(writeAudit_(text));
        }
        book_.setStoreProblem(stored.error().text());
        return Error { ErrorCode::Unavailable,
            "not done, because it cannot be stored: " + stored.error().text(), {} };
    }
    backlog_ = {};
    static_cast<void>(book_.commit(std::move(*proposal)));
    book_.markStored();
    writeAudits();
    return {};
}

std::vector<Delivery> AlertKeeper::takeDeliveries(const Moment& now)
{
    AlertChanges changes;
    auto deliveries = book_.takeDeliveries(now, changes);
    addToBacklog(std::move(changes));
    return deliveries;
}

void AlertKeeper::delivered(const std::string& messageId)
{
    addToBacklog(book_.delivered(messageId));
    static_cast<void>(storeBacklog());
}

void AlertKeeper::deliveryFailed(
    const std::string& messageId, const std::string& why, const Moment& now)
{
    book_.deliveryFailed(messageId, why, now);
}

void AlertKeeper::storeAll(const Moment& now)
{
    addToBacklog(book_.everything());
    static_cast<void>(flush(now));
}

void AlertKeeper::addToBacklog(AlertChanges changes)
{
    backlog_.absorb(std::move(changes));
    auto& events = backlog_.events;
    if (events.size() > kMostBacklogEvents) {
        const auto surplus = events.size() - kMostBacklogEvents;
        events.erase(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(surplus));
        eventsLost_ += surplus;
    }
}

}  // namespace headroom
