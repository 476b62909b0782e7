// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/level.h"
#include "monitor_core/metrics/alert_type.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace headroom {

/// What makes a row of the matrix apply. AtLimit is beyond the levels: the value is at its limit,
/// or the write gate is closed because of it.
enum class Trigger : std::uint8_t { Yellow, Orange, Red, AtLimit };

inline constexpr std::size_t kTriggerCount = 4;

/// Who has to answer, and within which time.
struct EscalationRow {
    AlertType type = AlertType::Source;
    Trigger when = Trigger::Orange;
    std::string to;  ///< a contact's name
    std::chrono::seconds respondWithin { 0 };  ///< 0 is IMMEDIATE
    bool isHouseDefault = false;  ///< not in the certified matrix; screens say so

    bool operator==(const EscalationRow&) const = default;
};

/// The matrix of contract §3, at most one row a type and trigger; without a row nobody is told.
using EscalationMatrix = std::vector<EscalationRow>;

/// The row of a type and trigger, or null.
const EscalationRow* findRow(const EscalationMatrix& matrix, AlertType type, Trigger when) noexcept;

/// Level of a trigger; AtLimit counts as Red.
Level levelOf(Trigger trigger) noexcept;

/// "IMMEDIATE", "1_HOUR", "6_HOURS", "30_MINUTES", "45_SECONDS": the words of the wire.
std::string responseTimeline(std::chrono::seconds respondWithin);

}  // namespace headroom
