// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/audit_summary.h"
#include "monitor_core/base/result.h"
#include "monitor_core/commands.h"
#include "monitor_core/records_query.h"
#include "monitor_core/snapshot.h"

#include <cstdint>
#include <functional>
#include <string>

namespace headroom {

struct HistoryRow;

/// What somebody did or what happened, for the audit trail.
struct AuditNote {
    std::string actor;
    std::string action;  ///< "gate.halted"
    std::string subject;
    std::string oldValue;
    std::string newValue;
};

/// What lasts, as the monitor sees it: audit trail, alerts, history. storage/ implements it on a
/// thread of its own, so that a slow disk delays nothing but itself; tests script it. Any thread
/// unless said.
class Records : public RecordsQuery {
public:
    /// Monitor thread. Never waits: of snapshots only the newest is looked at, of rows the oldest
    /// are dropped and counted when the disk does not keep up.
    virtual void take(SnapshotPtr snapshot) = 0;
    virtual void take(HistoryRow second) = 0;

    /// Returns once the record is on the disk. Refused or Unavailable, with the reason, when it
    /// cannot be; after five seconds Unavailable, "storage_slow", and the record may still be
    /// written.
    virtual Result<void> audit(const AuditNote& note) = 0;
    /// The same without waiting; `done` is called on the storage thread.
    virtual void auditLater(AuditNote note, std::function<void(Result<void>)> done) = 0;

    /// Audits that the gate is halted or reopened, and remembers it for the next run: a halt before
    /// its record, a reopening after it. `done` comes on the storage thread; without an error both
    /// are on the disk.
    virtual void recordHalt(bool isHalted, AuditNote note, std::function<void(Result<void>)> done)
        = 0;
    /// Whether the gate was HALTED when the run before this one ended. Does not change.
    [[nodiscard]] virtual bool wasHalted() const = 0;

    /// Audits that thresholds change, and keeps them as `version`; `json` is what is kept
    /// (storage/FORMAT.md). `done` comes on the storage thread once both are on the disk, or with
    /// the reason why not; it always comes.
    virtual void storeThresholds(std::uint64_t version, std::string json, AuditNote note,
        std::function<void(Result<void>)> done)
        = 0;

    /// AcknowledgeAlert, ShelveAlert, UnshelveAlert, RecordReview. As audit().
    virtual Result<void> submit(const Command& command) = 0;

    /// Null until what was stored has been read.
    [[nodiscard]] virtual AlertBoardPtr alerts() const = 0;
    [[nodiscard]] virtual AuditSummary auditSummary() const = 0;
    /// When the storage thread last was at work; a stuck disk shows by its age.
    [[nodiscard]] virtual SteadyTime aliveAt() const = 0;
    /// What is wrong with history or alerts on disk, for people; empty when all is well.
    [[nodiscard]] virtual std::string problem() const = 0;

    /// Calls `onBoard` on the storage thread whenever alerts change. One listener; empty for none.
    virtual void onAlerts(std::function<void(AlertBoardPtr)> onBoard) = 0;
};

}  // namespace headroom
