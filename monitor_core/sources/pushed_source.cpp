// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/sources/pushed_source.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace headroom {

namespace {

/// Above it a count is not exact as a number of the readings (2^53).
constexpr std::int64_t kMostExact = std::int64_t { 1 } << 53;
constexpr std::chrono::seconds kMostInFuture { 5 };
constexpr const char* kNotTold = "not told yet by the depository";

Error fault(std::string message) { return { ErrorCode::InvalidArgument, std::move(message), {} }; }

Result<void> check(const Observation& observation, SystemTime now)
{
    const auto bytes = [](const std::optional<Bytes>& value) {
        return value ? std::optional(value->count) : std::nullopt;
    };
    const std::array<std::pair<std::string_view, std::optional<std::int64_t>>, 4> values { {
        { "used_bytes", bytes(observation.used) },
        { "capacity_bytes", bytes(observation.capacity) },
        { "artifact_count", observation.artifactCount },
        { "largest_artifact_bytes", bytes(observation.largestArtifact) },
    } };
    bool isEmpty = true;
    for (const auto& [name, value] : values) {
        isEmpty = isEmpty && !value;
        if (value && (*value < 0 || *value > kMostExact)) {
            return fault(std::string(name) + ": " + std::to_string(*value)
                + " must be between 0 and " + std::to_string(kMostExact));
        }
    }
    if (isEmpty) {
        return fault("an observation needs at least one value");
    }
    if (observation.at && *observation.at > now + kMostInFuture) {
        return fault("at: more than 5 s in the future; set the clock of who sends it");
    }
    return {};
}

}  // namespace

PushedSource::PushedSource(const Clock& clock, FreshnessLimits limits)
    : clock_(clock)
    , limits_(limits)
{
}

Result<ObservationFate> PushedSource::observe(const Observation& observation)
{
    if (const auto checked = check(observation, clock_.systemNow()); !checked) {
        return checked.error();
    }
    const Moment at = momentOf(observation);
    const std::lock_guard lock(mutex_);
    if (!observation.id.empty() && !seen_.add(observation.id)) {
        return ObservationFate::Repeated;
    }
    if (clock_.steadyNow() - at.steady >= limits_.staleAfter) {
        return ObservationFate::TooOld;
    }
    return takeAll(observation, at) ? ObservationFate::Taken : ObservationFate::TooOld;
}

/// The sender's clock says how long ago; from there on ours counts.
PushedSource::Moment PushedSource::momentOf(const Observation& observation) const
{
    const SystemTime now = clock_.systemNow();
    const SystemTime at = std::min(observation.at.value_or(now), now);
    return { clock_.steadyNow() - (now - at), at };
}

/// False when something newer is known.
bool PushedSource::take(std::optional<Told>& slot, std::int64_t value, const Moment& at)
{
    if (slot && slot->measuredAt > at.steady) {
        return false;
    }
    slot = Told { static_cast<double>(value), at.steady, at.utc };
    return true;
}

bool PushedSource::takeAll(const Observation& observation, const Moment& at)
{
    bool any = false;
    if (observation.used) {
        any |= take(used_, observation.used->count, at);
    }
    if (observation.capacity) {
        any |= take(capacity_, observation.capacity->count, at);
    }
    if (observation.artifactCount) {
        any |= take(artifactCount_, *observation.artifactCount, at);
    }
    if (observation.largestArtifact) {
        any |= take(largestArtifact_, observation.largestArtifact->count, at);
        largestEver_
            = std::max(largestEver_, static_cast<double>(observation.largestArtifact->count));
    }
    return any;
}

Reading PushedSource::readingOf(const Told& told) const
{
    Reading reading;
    reading.value = told.value;
    reading.measuredAt = told.measuredAt;
    reading.measuredAtUtc = told.measuredAtUtc;
    reading.limits = limits_;
    return reading;
}

Result<Readings> PushedSource::collect()
{
    Readings readings;
    readings.whyMissing.fill(kNotTold);
    const std::lock_guard lock(mutex_);
    const auto set = [&](Metric metric, const Reading& reading) {
        readings.set(metric, reading);
        readings.whyMissing[indexOf(metric)].clear();
    };
    if (capacity_ && capacity_->value <= 0) {
        readings.whyMissing[indexOf(Metric::TotalStorage)]
            = "the depository does not know its capacity";
    } else if (used_) {
        Reading storage = readingOf(*used_);
        if (capacity_) {
            storage.limit = capacity_->value;
        }
        set(Metric::TotalStorage, storage);
    }
    if (artifactCount_) {
        set(Metric::ArtifactCount, readingOf(*artifactCount_));
    }
    // The largest of a while: when that is over, what the recorder saw of leased writes is the
    // better answer, and a stale reading would hide it.
    if (largestArtifact_
        && clock_.steadyNow() - largestArtifact_->measuredAt < limits_.staleAfter) {
        set(Metric::ArtifactSize, readingOf(*largestArtifact_));
    }
    if (largestEver_ > 0) {
        readings.largestArtifactEverBytes = largestEver_;
    }
    return readings;
}

}  // namespace headroom
