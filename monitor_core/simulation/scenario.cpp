// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/simulation/scenario.h"

#include "monitor_core/base/units.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace headroom {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr hours kUsualLength { 48 };
constexpr minutes kShortLength { 10 };
constexpr hours kLongestFill { 24 * 365 };
constexpr double kStormWriters = 130;
constexpr double kSpikeMs = 650;

/// "10", "2.5".
std::string shortNumber(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

}  // namespace

double SimulatedLoad::of(Metric metric) const
{
    switch (metric) {
    case Metric::TotalStorage:
        return storageBytes;
    case Metric::ConcurrentWrites:
        return writers;
    case Metric::WriteThroughput:
        return writesPerSecond;
    case Metric::QueryResponse:
        return latencyMs;
    default:
        return 0;
    }
}

void SimulatedLoad::set(Metric metric, double value)
{
    switch (metric) {
    case Metric::TotalStorage:
        storageBytes = value;
        break;
    case Metric::ConcurrentWrites:
        writers = value;
        break;
    case Metric::WriteThroughput:
        writesPerSecond = value;
        break;
    case Metric::QueryResponse:
        latencyMs = value;
        break;
    default:
        break;
    }
}

bool Scenario::moves(Metric metric) const
{
    return std::any_of(
        ramps.begin(), ramps.end(), [&](const Ramp& ramp) { return ramp.metric == metric; });
}

Scenario holdScenario() { return { "Hold", {}, kUsualLength }; }

Scenario fillScenario(double bytesPerHour, const SimulatedLoad& from, double limitBytes)
{
    constexpr double kNanosecondsInHour = 3.6e12;
    Scenario scenario { "Fill at "
            + shortNumber(bytesPerHour / static_cast<double>(gigabytes(1).count)) + " GB/h",
        {}, kUsualLength };
    const double hoursLeft = bytesPerHour > 0 ? (limitBytes - from.storageBytes) / bytesPerHour : 0;
    if (!(hoursLeft > 0)) {
        return scenario;
    }
    const double most = static_cast<double>(kLongestFill.count());
    if (hoursLeft > most) {
        // Nobody plans further, and the axis must end somewhere: it is not full by then.
        scenario.ramps.push_back({ Metric::TotalStorage, nanoseconds(0), kLongestFill,
            from.storageBytes + most * bytesPerHour });
        scenario.length = kLongestFill;
        return scenario;
    }
    const nanoseconds over(static_cast<std::int64_t>(hoursLeft * kNanosecondsInHour));
    scenario.ramps.push_back({ Metric::TotalStorage, nanoseconds(0), over, limitBytes });
    constexpr auto kStep = hours(6);
    const auto steps = (over + hours(2) + kStep) / kStep;
    scenario.length = std::max<nanoseconds>(kUsualLength, steps * kStep);
    return scenario;
}

Scenario writeStorm(const SimulatedLoad& from)
{
    return { "Write storm",
        { { Metric::ConcurrentWrites, seconds(0), seconds(60), kStormWriters },
            { Metric::ConcurrentWrites, minutes(6), seconds(60), from.writers } },
        kShortLength };
}

Scenario latencySpike(const SimulatedLoad& from)
{
    return { "Latency spike",
        { { Metric::QueryResponse, seconds(0), seconds(0), kSpikeMs },
            { Metric::QueryResponse, minutes(3), minutes(2), from.latencyMs } },
        kShortLength };
}

}  // namespace headroom
