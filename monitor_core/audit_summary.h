// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>

namespace headroom {

/// How the audit trail stands. Part of the snapshot.
struct AuditSummary {
    bool isKnown = false;  ///< false: there is no trail, or it has not been verified yet
    bool isBroken = false;
    std::uint64_t firstBadSequence = 0;  ///< when broken
    std::string why;  ///< when broken; else why the last record was refused, or empty
    std::uint64_t records = 0;
    std::optional<SystemTime> oldest;
    std::string head;  ///< "12:9f86…": export it, so that a cut tail shows elsewhere

    bool operator==(const AuditSummary&) const = default;
};

}  // namespace headroom
