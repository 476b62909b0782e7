// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

inline constexpr std::size_t kMaxAuditRecords = 1000;

/// Which records of the audit trail.
struct AuditRange {
    std::optional<std::uint64_t> after;  ///< sequence numbers above this one; empty: the newest
    std::size_t limit = 100;  ///< at most kMaxAuditRecords
};

/// One record of the trail (monitor_core/audit/FORMAT.md).
struct AuditLine {
    std::uint64_t sequence = 0;
    SystemTime at {};
    std::string actor;
    std::string action;
    std::string subject;
    std::string oldValue;
    std::string newValue;
    std::string hash;  ///< lower-case hex

    bool operator==(const AuditLine&) const = default;
};

struct AuditAnswer {
    std::vector<AuditLine> records;
    std::uint64_t total = 0;
    std::string head;  ///< "12:9f86…"; empty when there is none
};

/// What verifying the whole trail found.
struct AuditVerdict {
    bool isWhole = false;
    std::uint64_t records = 0;
    std::uint64_t firstBadSequence = 0;  ///< 0 when whole
    std::string why;  ///< empty when whole
    std::string head;
};

}  // namespace headroom
