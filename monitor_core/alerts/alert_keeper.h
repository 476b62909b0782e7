// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_book.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// Keeps the alert book with its store and the audit trail: facts take effect at once and are
/// stored as soon as the disk allows; a command takes effect after its audit record is written and
/// its change is stored, or not at all. One thread: the monitor's. Store and audit are called on
/// it.
class AlertKeeper {
public:
    /// Success only when the record is on disk and in the chain.
    using WriteAudit = std::function<Result<void>(const AuditText&)>;

    /// `store` outlives the keeper.
    AlertKeeper(AlertBook book, AlertStore& store, WriteAudit writeAudit);

    /// Reads what was stored; before the first process(). The error is the store's; problems of
    /// single rows are returned, and neither keeps the keeper from working.
    Result<std::vector<std::string>> restore();

    /// A snapshot, once for every one published, and at least once a second.
    void process(const Snapshot& snapshot, const Moment& now);
    /// Refused, with the reason, when it cannot be audited or stored.
    Result<void> submit(const Command& command, const Moment& now);

    /// Messages to hand to the notifier's thread, and what came of them.
    [[nodiscard]] std::vector<Delivery> takeDeliveries(const Moment& now);
    void delivered(const std::string& messageId);
    void deliveryFailed(const std::string& messageId, const std::string& why, const Moment& now);

    [[nodiscard]] AlertBoardPtr board(const Moment& now) const { return book_.board(now); }
    /// Tries once more to store and audit what waits; true when nothing does. For the last moment
    /// before the process ends.
    bool flush(const Moment& now);
    /// Writes the whole book into a store that was begun anew.
    void storeAll(const Moment& now);
    void setRules(AlertRules rules) { book_.setRules(std::move(rules)); }

private:
    Result<void> storeBacklog();
    void writeAudits();
    void addToBacklog(AlertChanges changes);

    AlertBook book_;
    AlertStore& store_;
    WriteAudit writeAudit_;
    AlertChanges backlog_;
    std::uint64_t eventsLost_ = 0;
    std::optional<SteadyTime> retryAt_;  ///< after a failure
    std::string auditProblem_;
};

}  // namespace headroom
