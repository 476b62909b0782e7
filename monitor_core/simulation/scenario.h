// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/metrics/catalog.h"

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace headroom {

/// What a simulation makes up; the other metrics stay as they are live.
inline constexpr std::array kSimulatedMetrics { Metric::TotalStorage, Metric::ConcurrentWrites,
    Metric::WriteThroughput, Metric::QueryResponse };

/// What writers and readers ask for, in the catalog's units.
struct SimulatedLoad {
    double storageBytes = 0;
    double writers = 0;  ///< that want to write; the gate decides how many are in flight
    double writesPerSecond = 0;
    double latencyMs = 0;

    bool operator==(const SimulatedLoad&) const = default;

    [[nodiscard]] double of(Metric metric) const;
    void set(Metric metric, double value);
};

/// From `begin` on the metric goes evenly from what it is then to `to`, which it reaches after
/// `over` and keeps; at once when `over` is 0. A ramp that begins ends an earlier one of its
/// metric.
struct Ramp {
    Metric metric = Metric::TotalStorage;
    std::chrono::nanoseconds begin { 0 };
    std::chrono::nanoseconds over { 0 };
    double to = 0;

    bool operator==(const Ramp&) const = default;
};

/// What happens to the load over time. Without ramps it is held.
struct Scenario {
    std::string name;  ///< for people and for the audit trail: "Fill at 10 GB/h"
    std::vector<Ramp> ramps;
    std::chrono::nanoseconds length { std::chrono::hours(48) };  ///< that is looked at

    bool operator==(const Scenario&) const = default;

    [[nodiscard]] bool moves(Metric metric) const;
};

/// Everything stays as it is for 48 h: deadlines pass, nothing else happens.
Scenario holdScenario();

/// Storage grows evenly until it is full; 48 h, or the six hours in which that is over. Held when
/// `bytesPerHour` is not above 0 or there is nothing left to fill.
Scenario fillScenario(double bytesPerHour, const SimulatedLoad& from, double limitBytes);

/// Writers go to 130 within 60 s, stay for 5 min, and go back within 60 s.
Scenario writeStorm(const SimulatedLoad& from);

/// p99 is 650 ms for 3 min, then decays within 2 min.
Scenario latencySpike(const SimulatedLoad& from);

}  // namespace headroom
