// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/policy/level_judge.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/snapshot.h"
#include "monitor_core/tick/source_state.h"

#include <array>

namespace headroom {

/// The judging part of the tick: what the recorder and the sources know goes in, a snapshot with a
/// level for every metric comes out. Keeps what levels need to remember between ticks. Pure; one
/// thread; time is an argument.
class TickJudge {
public:
    explicit TickJudge(ThresholdPolicy policy);

    /// A whole snapshot but for its sequence. `storageUnknown` is the storage judge's.
    Snapshot judge(const SourceStates& sources, const Recorder::Reading& recorded,
        bool storageUnknown, SteadyTime now, SystemTime nowUtc);

    /// Judges by these from the next judge() on; what levels remember stays where a bound stays.
    void judgeBy(const ThresholdTable& thresholds);

private:
    /// A reading, or why there is none.
    struct Found {
        std::optional<Reading> reading;
        std::string whyMissing;
        std::string note {};
        bool isEstimate = false;
    };
    [[nodiscard]] Found find(Metric metric, const SourceStates& sources,
        const Recorder::Reading& recorded, const Reading& now) const;
    [[nodiscard]] Found findRecorded(
        Metric metric, const Recorder::Reading& recorded, const Reading& now) const;
    MetricState judgeMetric(Metric metric, Found found, SteadyTime now);

    ThresholdPolicy policy_;
    std::array<LevelJudge, kMetricCount> judges_;
    std::array<Level, kMetricCount> lastKnown_ {};
};

}  // namespace headroom
