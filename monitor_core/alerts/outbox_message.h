// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/alerts/alert_time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// What a message says. Receivers know an alert by its labels (type, instance, level), so a change
/// of level ends the old label set and fires the new one in the same message.
struct Notice {
    std::string alertId;
    AlertType type = AlertType::Source;
    AlertEventKind kind = AlertEventKind::Raised;
    bool isFiring = false;
    Level level = Level::Unknown;  ///< fires under this level, when it fires
    std::vector<Level> ended;  ///< no longer fires under these
    double value = 0;
    double threshold = 0;
    std::string summary;
    std::string reason;
    std::string escalationPath;
    std::string responseTimeline;
    SystemTime startsAt {};
    SystemTime at {};
    SystemTime firingUntil {};  ///< `endsAt` of what fires
    std::optional<SystemTime> deadline;
    std::uint64_t folded = 0;  ///< earlier messages that this one stands for as well
};

/// One notice to one channel, until it is delivered.
struct OutboxMessage {
    std::string id;
    std::string channel;  ///< "Ops_Team/webhook"
    std::uint64_t order = 0;  ///< older messages have lower numbers
    Notice notice;
    AlertTime notBefore {};

    bool isStored = false;  ///< on disk; not kept there itself
    bool isInFlight = false;  ///< handed out and not answered; not kept on disk
    std::uint32_t attempts = 0;  ///< failed ones since the start; not kept on disk
};

}  // namespace headroom
