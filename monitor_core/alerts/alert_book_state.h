// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_store.h"
#include "monitor_core/alerts/alert_record.h"
#include "monitor_core/alerts/outbox.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace headroom {

/// Everything that the alert book remembers. A value; alert_codec.h writes and reads it.
struct AlertBookState {
    TimeMark mark;
    AlertTime storedAt {};  ///< when a mark was last given to the store; not kept on disk
    std::uint64_t nextSequence = 1;  ///< of events
    std::uint64_t nextOrder = 1;  ///< of messages
    std::array<TypeRecord, kAlertTypeCount> types;
    Outbox outbox;
    /// Raised alerts by quarter of an hour of the book's time: YELLOW, ORANGE, RED.
    std::map<std::int64_t, std::array<std::uint32_t, 3>> raised;
    std::optional<ClockChange> clockChange;
    /// Steps of ORANGE and RED alerts that are not in the audit trail yet, by event sequence.
    std::map<std::uint64_t, AuditText> unaudited;
};

}  // namespace headroom
