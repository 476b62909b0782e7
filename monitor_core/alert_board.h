// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/level.h"
#include "monitor_core/metrics/alert_type.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom {

/// One step in the life of an alert.
enum class AlertEventKind : std::uint8_t {
    Raised,
    Rose,  ///< in level; ends an acknowledgement and a shelving, unless it chatters back to a
           ///< level that it already had
    Escalated,  ///< same level, but a stricter row of the matrix now applies; ends them too
    Fell,
    Eased,  ///< same level, the stricter row no longer applies
    Acknowledged,
    Noted,
    Shelved,
    Unshelved,  ///< by a person, by time, or by a rise
    Overdue,
    Unverified,  ///< data have stopped; the alert stays
    Verified,  ///< data are back
    ChatteringBegan,
    ChatteringEnded,
    Cleared,
};

/// "raised", "chattering_began": the words of files and of the wire.
std::string_view toString(AlertEventKind kind) noexcept;

/// A line of the alert history. Numbers are in the unit of the type (the catalog's; seconds without
/// data for Source) and finite.
struct AlertEvent {
    std::uint64_t sequence = 0;  ///< 1, 2, 3 … over all alerts, across restarts
    std::string alertId;
    AlertType type = AlertType::Source;
    AlertEventKind kind = AlertEventKind::Raised;
    Level level = Level::Unknown;  ///< after the step
    Level levelBefore = Level::Unknown;  ///< Green before Raised
    double value = 0;
    double threshold = 0;
    SystemTime at {};
    std::string actor;  ///< "headroom", or who asked
    std::string reason;  ///< "raised RED 14:03:11Z → Ashmit_Pandey_and_Ops, IMMEDIATE"

    bool operator==(const AlertEvent&) const = default;
};

using AlertSteps = std::shared_ptr<const std::vector<AlertEvent>>;

/// The one word for where an open alert stands. Shelved wins over acknowledged, acknowledged over
/// overdue.
enum class AlertState : std::uint8_t { Open, Overdue, Acknowledged, Shelved, Cleared };

/// "OPEN", "OVERDUE", "ACKNOWLEDGED", "SHELVED", "CLEARED".
std::string_view toString(AlertState state) noexcept;

/// One alert as screens and clients see it. Times come twice: steady to count with, UTC to show;
/// both follow the book's own time, so a wall clock that is set moves neither the rest nor the age.
struct AlertView {
    std::string id;
    AlertType type = AlertType::Source;
    Level level = Level::Unknown;
    Level peak = Level::Unknown;  ///< the highest since it was raised
    std::string severity;  ///< contract §5.6: the level, but WARNING or CRITICAL for storage
    std::string message;  ///< "Storage 91.2 % of its limit, ORANGE from 90.0 %"
    double value = 0;  ///< the last fresh one
    double threshold = 0;  ///< the bound of its level, in the unit of the value
    AlertState state = AlertState::Open;
    bool isUnverified = false;
    bool isChattering = false;
    bool isOverdue = false;  ///< the deadline passed and nobody has acknowledged
    SteadyTime raisedAt {};
    SystemTime raisedAtUtc {};
    std::optional<SystemTime> clearedAtUtc;
    std::string escalationPath;  ///< a contact, or "NONE"
    std::string responseTimeline;  ///< "6_HOURS", "IMMEDIATE", or "N/A"
    bool isHouseDefault = false;  ///< that row is not in the certified matrix
    std::optional<SteadyTime> deadline;  ///< IMMEDIATE: when it was raised, "due now"
    std::optional<SystemTime> deadlineUtc;
    std::optional<SteadyTime> overdueFrom;  ///< the deadline, a minute later when IMMEDIATE
    std::string acknowledgedBy;  ///< empty: nobody
    std::string acknowledgedNote;
    std::optional<SystemTime> acknowledgedAtUtc;
    std::string shelvedBy;  ///< empty: not shelved
    std::string shelvedReason;
    std::optional<SteadyTime> shelvedUntil;
    std::optional<SystemTime> shelvedUntilUtc;
    std::chrono::seconds shelfMaximum { 0 };  ///< at its level, for one shelving
    AlertSteps steps;  ///< never null; the newest 64
    std::uint64_t stepsOmitted = 0;  ///< older ones, in the alert history only
};

/// The wall clock was set (by more than a second) while Headroom ran.
struct ClockChange {
    std::chrono::nanoseconds by { 0 };
    SystemTime toUtc {};

    bool operator==(const ClockChange&) const = default;
};

/// What is being done about it. Immutable once published.
struct AlertBoard {
    std::vector<AlertView> open;  ///< worst first, then the oldest; shelved ones among them
    std::vector<AlertView> lastCleared;  ///< the last one of each type, newest first
    std::array<std::uint32_t, 3> raised24h {};  ///< YELLOW, ORANGE, RED; to a quarter of an hour
    std::uint64_t lastSequence = 0;  ///< of the newest event
    std::size_t waitingMessages = 0;  ///< not yet delivered
    std::string deliveryProblem;  ///< of each channel whose last delivery failed; empty: none
    std::string storeProblem;  ///< why steps are not on disk; empty when they are
    std::optional<ClockChange> clockChange;  ///< the last one
};

using AlertBoardPtr = std::shared_ptr<const AlertBoard>;

/// Contract §5.6.
std::string_view severityOf(AlertType type, Level level) noexcept;

}  // namespace headroom
