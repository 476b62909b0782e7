// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/alerts/alert_time.h"
#include "monitor_core/metrics/escalation.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

struct Acknowledgement {
    std::string by;
    std::string note;
    AlertTime at {};
    SystemTime atUtc {};
};

struct Shelving {
    std::string by;
    std::string reason;
    AlertTime from {};
    AlertTime until {};
};

/// A channel that was told "firing" under this level and not yet that it ended. The level is part
/// of the labels, and a receiver knows an alert by its labels.
struct FiringAt {
    std::string channel;
    Level level = Level::Unknown;

    bool operator==(const FiringAt&) const = default;
};

/// Since when a trigger of the matrix applies, and whether somebody has acknowledged since.
struct Reached {
    AlertTime since {};
    bool isAnswered = false;
};

/// Everything about one alert. A value; alert_machine.h turns it from one into the next.
struct AlertRecord {
    std::string id;
    Level level = Level::Unknown;
    Level peak = Level::Unknown;
    double value = 0;
    double threshold = 0;
    double limit = 0;
    std::string detail;  ///< what the source said, for Source
    AlertTime raisedAt {};
    SystemTime raisedAtUtc {};
    std::optional<SystemTime> clearedAtUtc;
    bool isUnverified = false;

    std::array<std::optional<Reached>, kTriggerCount>
        reached;  ///< by Trigger; empty: does not apply
    std::optional<AlertTime> deadline;
    std::optional<SystemTime> deadlineUtc;  ///< as it was when set, for people who read the file
    std::optional<AlertTime> overdueFrom;  ///< the deadline, or a grace later when IMMEDIATE
    bool isOverdueDone = false;  ///< the overdue step of this deadline has been taken

    std::optional<Acknowledgement> acknowledged;
    std::optional<Shelving> shelved;
    std::optional<AlertTime> shelfEnded;  ///< when the last shelving did

    std::vector<FiringAt> firing;
    AlertTime sentAt {};  ///< when a firing message was last queued

    AlertSteps steps = std::make_shared<const std::vector<AlertEvent>>();
    std::uint64_t stepsOmitted = 0;
};

/// What the book keeps of one type.
struct TypeRecord {
    std::optional<AlertRecord> open;
    std::optional<AlertRecord> lastCleared;
    std::vector<AlertTime>
        raises;  ///< those in the chatter window, newest last, only as many as needed
    bool isChattering = false;
};

}  // namespace headroom
