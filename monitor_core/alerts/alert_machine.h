// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_record.h"
#include "monitor_core/alerts/alert_rules.h"
#include "monitor_core/alerts/escalation.h"
#include "monitor_core/alerts/observation.h"
#include "monitor_core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace headroom {

/// One instant in the life of one alert type: takes the record as it was, lets time pass, looks,
/// does what a person asks, and gives the record as it is and the steps taken. Pure: the same
/// record, rules, instant and calls give the same result.
class AlertMachine {
public:
    /// Steps are numbered from `nextSequence`. `rules` outlives the machine.
    AlertMachine(AlertType type, TypeRecord record, const AlertRules& rules, Instant now,
        std::uint64_t nextSequence);

    /// Ends shelvings and chattering, takes the overdue step. Call before the others: what was due
    /// came before what is seen now.
    void letTimePass();
    /// Raises, rises, falls, clears. Clears only on a fresh level below YELLOW.
    void observe(const Sighting& seen);

    /// NotFound unless an alert is open; the texts have been checked.
    Result<void> acknowledge(const std::string& by, const std::string& note);
    Result<void> shelve(
        const std::string& by, std::chrono::seconds duration, const std::string& reason);
    Result<void> unshelve(const std::string& by);

    [[nodiscard]] const TypeRecord& record() const { return record_; }
    [[nodiscard]] TypeRecord& record() { return record_; }
    [[nodiscard]] const std::vector<AlertEvent>& events() const { return events_; }

private:
    void raise(const Sighting& seen);
    void follow(const Sighting& seen);
    void clear(const Sighting& seen);
    void endAcknowledgement(std::string& reason);
    void keepAcknowledgement();
    void countRaise();
    [[nodiscard]] bool raisesChatter() const;
    void take(const Sighting& seen);
    void add(AlertRecord& alert, AlertEventKind kind, Level before, std::string reason,
        const std::string& actor = "headroom");
    [[nodiscard]] const EscalationRow* row() const;

    AlertType type_;
    TypeRecord record_;
    const AlertRules& rules_;
    Instant now_;
    std::uint64_t nextSequence_;
    std::vector<AlertEvent> events_;
};

}  // namespace headroom
