// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "tests/soak/ledger.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace headroom {

/// What a look at the state folder found.
struct Afterlife {
    std::vector<std::string> faults;  ///< empty: everything acknowledged is there, nothing is false
    std::uint64_t auditRecords = 0;
    std::uint64_t tornRecords = 0;  ///< 0 or 1: cut off in the middle, not acknowledged
    std::uint64_t steps = 0;
    std::uint64_t seconds = 0;
    std::uint64_t thresholds = 0;  ///< the version found
    std::uint64_t openAlerts = 0;
    std::uint64_t openAcknowledged = 0;
};

/// Compares the state folder of a killed victim with what the victim was told. Changes nothing in
/// it: the database is looked at in a copy in `scratch`, so that the next life finds what the kill
/// left.
Afterlife examine(const std::filesystem::path& state, const std::filesystem::path& scratch,
    const Ledger& ledger, const Clock& clock);

}  // namespace headroom
