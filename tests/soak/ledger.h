// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/catalog.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace headroom {

struct Span {
    double min = 0;
    double max = 0;
};

struct AcknowledgedStep {
    std::string kind;
    std::string alertId;

    bool operator==(const AcknowledgedStep&) const = default;
};

/// What all lives of the victim were told is kept (soak_victim.cpp has the lines).
struct Ledger {
    std::map<std::uint64_t, AcknowledgedStep> steps;
    std::map<std::string, std::string> commands;  ///< note → alert
    std::set<std::string> notes;
    std::map<std::uint64_t, std::string> heads;
    std::map<std::uint64_t, int> thresholds;  ///< version → ms from which latency is RED
    bool isHalted = false;  ///< the gate, as it was last told to be remembered
    std::uint64_t halts = 0;
    std::map<std::int64_t, std::array<std::optional<Span>, kMetricCount>> seconds;
    std::set<std::string> sentInThisLife;
    std::uint64_t sent = 0;
    std::vector<std::string> faults;  ///< what must not be said: problems, contradictions
    bool isReady = false;  ///< this life
    std::uint64_t readyLives = 0;

    void beginLife();
    /// One whole line, without its newline.
    void take(const std::string& line);
};

}  // namespace headroom
