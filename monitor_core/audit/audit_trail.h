// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/audit/audit_record.h"
#include "monitor_core/audit/audit_verifier.h"
#include "monitor_core/audit/space_reserve.h"
#include "monitor_core/audit/witness.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/file_system.h"
#include "monitor_core/base/units.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

struct AuditSettings {
    Bytes segmentSize = megabytes(16);  ///< a new file from this size on (≥), and every month
    Bytes reserve = megabytes(1);  ///< kept for records while the disk is full; 0 is none
    std::vector<AuditHead> knownHeads;  ///< kept elsewhere; a trail without them is broken
};

/// How the trail stands.
struct AuditStatus {
    bool isOpen = false;
    std::optional<AuditBreak> firstBreak;  ///< set: state "audit broken", and it stays so
    AuditHead head;  ///< the last record; show and export it, so that a cut tail shows elsewhere
    std::uint64_t records = 0;
    std::optional<SystemTime> oldest;
    std::string problem;  ///< why the last record was refused; empty when it was stored
    bool isReserveHeld = false;
};

/// The audit trail on disk: append-only, hash-chained, on the disk before it is acknowledged
/// (FORMAT.md). One thread; one process at a time, which the lock of the state directory sees to.
/// Calls last as long as the disk takes to sync, so call from a thread that may wait.
class AuditTrail {
public:
    /// `files` and `clock` outlive the trail. Opens nothing yet.
    AuditTrail(FileSystem& files, std::filesystem::path directory, const Clock& clock,
        AuditSettings settings = {});

    /// Verifies the whole trail and makes it ready: cuts off a torn record, or goes on in a new
    /// segment after a break, each with a record that says so. A broken trail opens, broken. An
    /// error says why it could not be opened; append() tries again.
    Result<void> open();

    /// Returns once the record is on the disk. After an error the record was not acknowledged and
    /// the next call first repairs and verifies what is there, so a disk that works again is used
    /// again. InvalidArgument: the entry cannot be stored (checkEntry).
    Result<AuditHead> append(const AuditEntry& entry);

    /// Removes the oldest segments whose every record is older than seven years, each after a
    /// record by `actor` that names what goes. A person's decision, never taken by a clock alone:
    /// a clock can be wrong. Returns how many records went.
    Result<std::uint64_t> removeExpired(const std::string& actor);

    [[nodiscard]] const AuditStatus& status() const { return status_; }

private:
    Result<void> settle(const AuditReport& report);
    Result<void> startAfterBreak(const AuditReport& report);
    Result<void> resume(const AuditReport& report);
    Result<void> rewriteNewest(const AuditReport& report);
    Result<void> repair();
    Result<void> verifyCurrent();
    Result<AuditHead> store(const AuditEntry& entry);
    Result<AuditHead> storeOwn(
        std::string_view action, std::string subject, std::string oldValue, std::string newValue);
    Result<void> beginSegment();
    Result<void> writeLine(const std::string& line);
    Result<void> syncCurrent();
    Error fail(const Error& error);
    [[nodiscard]] bool isRotationDue(SystemTime time) const;

    FileSystem& files_;
    std::filesystem::path directory_;
    const Clock& clock_;
    AuditSettings settings_;
    std::optional<Witness> witness_;  ///< anew with every open()
    SpaceReserve reserve_;
    AuditStatus status_;

    std::unique_ptr<File> file_;
    std::string segment_;
    std::uint64_t goodLength_ = 0;  ///< of the current segment; what lies behind is not ours
    bool isNameSynced_ = false;
    bool needsRepair_ = false;
    std::optional<std::uint64_t> unacknowledged_;  ///< on the disk, but the witness failed
    AuditHead head_;
};

}  // namespace headroom
