// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/alert_store.h"
#include "monitor_core/alerts/alert_book_state.h"
#include "monitor_core/alerts/alert_rules.h"
#include "monitor_core/alerts/escalation.h"
#include "monitor_core/alerts/observation.h"
#include "monitor_core/base/result.h"
#include "monitor_core/commands.h"
#include "monitor_core/notifier.h"

#include <string>
#include <vector>

namespace headroom {

/// What would be, if it took effect: made by the book, and given back to it once it may.
struct AlertProposal {
    std::uint64_t revision = 0;  ///< of the book that made it; another one refuses it
    AlertBookState next;
    Observer observer;
    AlertChanges changes;  ///< to store; empty when nothing happened that must last
    std::vector<AuditText> audit;  ///< to write before it takes effect: what a person did
};

/// All alerts: at most one open a type. Takes snapshots and commands and proposes what follows;
/// commit() makes it so. Between the two the caller stores the changes and writes the audit records
/// (alert_keeper.h does both in the right order). Pure but for its state. One thread: the
/// monitor's.
class AlertBook {
public:
    /// `bootId` tells one run of the kernel from the next; empty when unknown.
    AlertBook(AlertRules rules, std::string bootId, const Moment& now);

    /// Goes on from what the store has; before anything else. What of it was damaged, for the log.
    std::vector<std::string> restore(const std::vector<StoredRow>& rows);

    /// Time passes and a snapshot is looked at. Steps of alerts that are or were ORANGE or RED wait
    /// in unaudited() after commit.
    [[nodiscard]] AlertProposal observe(const Snapshot& snapshot, const Moment& now) const;
    /// What the command would do: AcknowledgeAlert, ShelveAlert, UnshelveAlert. Unsupported for
    /// others.
    [[nodiscard]] Result<AlertProposal> propose(const Command& command, const Moment& now) const;
    /// Conflict when something else was committed since; the book is then as it was.
    Result<void> commit(AlertProposal proposal);

    /// All rows, for a store that lost them.
    [[nodiscard]] AlertChanges everything() const;

    [[nodiscard]] AlertBoardPtr board(const Moment& now) const;

    /// Steps that the audit trail does not have yet; they stay until auditWritten().
    [[nodiscard]] const std::map<std::uint64_t, AuditText>& unaudited() const;
    AlertChanges auditWritten(std::uint64_t sequence);

    /// Messages that are due, each handed out until it is answered by delivered() or
    /// deliveryFailed(). Only after markStored(): what is sent is on disk before.
    [[nodiscard]] std::vector<Delivery> takeDeliveries(const Moment& now, AlertChanges& changes);
    AlertChanges delivered(const std::string& messageId);
    void deliveryFailed(const std::string& messageId, const std::string& why, const Moment& now);
    /// The changes of everything committed so far are on disk, or will not get there.
    void markStored();
    /// Shown on the board; empty when all is well.
    void setStoreProblem(std::string problem);

    /// New rules: for steps from now on; deadlines that run keep their time.
    void setRules(AlertRules rules);
    [[nodiscard]] const AlertRules& rules() const { return rules_; }

private:
    [[nodiscard]] AlertProposal begin(const Moment& now) const;
    [[nodiscard]] Instant instantOf(const AlertProposal& proposal) const;
    AlertChanges forget(const std::string& messageId);
    void finishType(AlertProposal& proposal, AlertType type, TypeRecord record,
        std::vector<AlertEvent> events, bool resends) const;
    void finish(AlertProposal& proposal, bool isClockSet) const;

    AlertRules rules_;
    std::string bootId_;
    AlertBookState state_;
    Observer observer_;
    std::uint64_t revision_ = 0;
    std::map<std::string, std::string> deliveryProblems_;  ///< by channel, until its next success
    std::string storeProblem_;
};

}  // namespace headroom
