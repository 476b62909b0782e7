// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/seen_ids.h"
#include "monitor_core/observations.h"
#include "monitor_core/sources/source.h"

#include <mutex>
#include <optional>

namespace headroom {

/// A depository that tells what it measured of itself: the door for observations and, beside it,
/// the recorder, for those that lease their writes from the service. One collect() copies what was
/// told last; it cannot fail, and without news the readings grow late (10 s) and stale (30 s).
class PushedSource final : public Source, public Observations {
public:
    /// `clock` outlives the source.
    explicit PushedSource(const Clock& clock,
        FreshnessLimits limits = { std::chrono::seconds(10), std::chrono::seconds(30) });

    [[nodiscard]] std::string name() const override { return "pushed observations"; }
    /// Short, because a limit that is crossed must be seen within a tick of being told.
    [[nodiscard]] std::chrono::milliseconds interval() const override
    {
        return std::chrono::milliseconds(20);
    }
    [[nodiscard]] bool usesRecorder() const override { return true; }
    Result<Readings> collect() override;

    /// A capacity counts for later observations that name none. A capacity of 0 says that it is not
    /// known: then nothing is known of how full the storage is, and its reading is missing. More
    /// used than there is room for is taken as it is, above 100 %.
    Result<ObservationFate> observe(const Observation& observation) override;

private:
    /// The newest of one kind of value, with the time at which it was measured.
    struct Told {
        double value = 0;
        SteadyTime measuredAt {};
        SystemTime measuredAtUtc {};
    };
    struct Moment {
        SteadyTime steady {};
        SystemTime utc {};
    };

    [[nodiscard]] Moment momentOf(const Observation& observation) const;
    bool take(std::optional<Told>& slot, std::int64_t value, const Moment& at);
    bool takeAll(const Observation& observation, const Moment& at);
    [[nodiscard]] Reading readingOf(const Told& told) const;

    const Clock& clock_;
    FreshnessLimits limits_;
    std::mutex mutex_;  ///< guards what follows
    SeenIds seen_;
    std::optional<Told> used_;
    std::optional<Told> capacity_;
    std::optional<Told> artifactCount_;
    std::optional<Told> largestArtifact_;
    double largestEver_ = 0;
};

}  // namespace headroom
