// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// A named piece of the alert book's state, as text that only the book reads. Keys are short ASCII
/// ("alert/STORAGE_CAPACITY", "outbox/…"); values may hold any byte.
struct StoredRow {
    std::string key;
    std::optional<std::string> value;  ///< none: the row is to be deleted

    bool operator==(const StoredRow&) const = default;
};

/// What one step changes on disk.
struct AlertChanges {
    std::vector<StoredRow> rows;  ///< each key at most once
    std::vector<AlertEvent> events;  ///< to append to the alert history, sequences ascending

    [[nodiscard]] bool isEmpty() const { return rows.empty() && events.empty(); }
    /// Takes over later changes, so that both can be stored at once.
    void absorb(AlertChanges later);
};

/// Where alerts outlive the process.
class AlertStore {
public:
    virtual ~AlertStore() = default;

    /// All of it in one transaction, synced before it returns success. An event whose sequence is
    /// already there is skipped: changes are handed over again when an answer got lost.
    virtual Result<void> store(const AlertChanges& changes) = 0;

    /// Every row that is there.
    virtual Result<std::vector<StoredRow>> load() = 0;
};

/// A record for the audit trail.
struct AuditText {
    std::string actor;  ///< "headroom" or a person
    std::string action;  ///< "alert_raised", "acknowledge_alert"
    std::string details;  ///< for people; names the alert and, for steps, the event's sequence

    bool operator==(const AuditText&) const = default;
};

}  // namespace headroom
