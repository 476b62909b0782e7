// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/units.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

namespace headroom {

/// When storage will reach a share of its limit. The range is where 80 % of the slopes that the
/// history supports would put it; `latest` is empty where the slowest of them never gets there
/// within ten years.
struct Crossing {
    Ratio share;
    std::optional<SystemTime>
        expected;  ///< empty: not within ten years, or further off than the history can carry
    std::optional<SystemTime> earliest;
    std::optional<SystemTime> latest;
    bool alreadyThere = false;
};

/// Where storage is going.
struct StorageForecast {
    enum class Trend : std::uint8_t {
        NotEnoughHistory,  ///< under 12 points or under 10 minutes: anything said would be invented
        Flat,  ///< the history does not tell growth from shrinking
        Growing,
        Shrinking,
    };
    Trend trend = Trend::NotEnoughHistory;
    double bytesPerSecond = 0;  ///< robust slope
    double bytesPerSecondLow = 0;
    double bytesPerSecondHigh = 0;
    double usedNowBytes = 0;  ///< of the fitted line, now
    std::chrono::seconds span { 0 };  ///< of the history used
    std::array<Crossing, 4> crossings;  ///< 70, 90, 99, 100 %
};

}  // namespace headroom
