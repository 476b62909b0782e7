// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/audit_summary.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/level.h"
#include "monitor_core/base/units.h"
#include "monitor_core/base/workload_settings.h"
#include "monitor_core/metrics/catalog.h"
#include "monitor_core/metrics/latency_totals.h"
#include "monitor_core/metrics/reading.h"
#include "monitor_core/metrics/thresholds.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// What new writes get (contract §4).
enum class GateState : std::uint8_t {
    Open,
    Paused,  ///< 429 until fewer than `resumeBelow` are in flight
    Halted,  ///< 503 until storage falls below its resume bound
};

/// "OPEN", "PAUSED", "HALTED".
std::string_view toString(GateState state) noexcept;

/// One metric of one tick: the level here is the level everywhere.
struct MetricState {
    std::optional<Reading>
        reading;  ///< the last one there was, however old; empty if there never was one
    Freshness freshness = Freshness::Missing;  ///< when the snapshot was made; a screen re-asks
                                               ///< freshnessAt() as time passes
    Level level = Level::Unknown;  ///< judged by the monitor; Unknown when stale or missing
    Level lastKnownLevel = Level::Unknown;  ///< the last level judged on a fresh reading
    double limit = 0;  ///< in the catalog's unit: the source's own, or the certified one
    MetricThresholds thresholds;  ///< in force
    std::string whyMissing;  ///< for people; empty while there is a reading
    std::string note;  ///< what to know of the reading, for people: "an estimate …"; mostly empty
    bool isEstimate = false;  ///< reckoned, not measured or counted; the note says how
};

/// Latency of queries over the latency window; all empty without a sample. From merged histograms.
struct LatencySummary {
    std::optional<double> p50Ms;
    std::optional<double> p99Ms;
    std::optional<double> p999Ms;
    std::optional<double> minMs;
    std::optional<double> maxMs;
    std::uint64_t sampleCount = 0;
    std::uint64_t overflowCount
        = 0;  ///< samples in the window above the top of the histogram (1 h)
};

/// The write gate as it stood at the tick.
struct GateSummary {
    GateState state = GateState::Open;
    int inFlight = 0;
    int pauseAt = 100;
    int resumeBelow = 75;
    Ratio haltAt { 1.0 };
    Ratio resumeStorageBelow { 0.99 };
    bool failClosed = false;  ///< Halted when there is no storage reading to believe
    bool storageUnknown = false;  ///< no fresh storage reading: the state is as it last was, or
                                  ///< Halted when the policy fails closed
    SystemTime since {};  ///< when this state began
    std::uint64_t admittedTotal = 0;
    std::uint64_t refusedPausedTotal = 0;  ///< 429
    std::uint64_t refusedHaltedTotal = 0;  ///< 503
    std::uint64_t refusedTooLargeTotal = 0;  ///< 413
    std::uint64_t expiredLeasesTotal = 0;
    std::string auditProblem;  ///< closed without its audit record, or still closed for want of one
};

/// Where the readings come from.
struct SourceSummary {
    std::string name;  ///< "local workload", "filesystem /srv/depository"
    std::string problem;  ///< what the last collect() failed with; empty when it went well
    bool isGatedElsewhere = false;  ///< GateSummary says nothing of those who write there
    std::optional<WorkloadSettings> workload;  ///< in force, when the local workload runs
    std::vector<StorageMark> storageMarks;  ///< of the platform that the storage is on; mostly none
};

/// Everything that is known at one tick. Immutable once published.
struct Snapshot {
    std::uint64_t sequence = 0;  ///< grows by one a published snapshot
    SteadyTime at {};
    SystemTime atUtc {};
    std::array<MetricState, kMetricCount> metrics;
    Level worst
        = Level::Unknown;  ///< over the metrics that this source measures; Unknown if none does
    LatencySummary latency;
    LatencyTotals queriesEver;  ///< all that the recorder was told of since the start
    GateSummary gate;
    int concurrentReads = 0;
    double largestArtifactEverBytes
        = 0;  ///< since the monitor started, or as the source knows better
    SourceSummary source;
    AuditSummary audit;
    std::uint64_t thresholdsVersion = 0;  ///< 0: the certified ones; grows by one a change
    std::string
        thresholdsProblem;  ///< why others than the last saved are in force; empty: they are
    std::string recordsProblem;  ///< what is wrong with history or alerts on disk; empty: nothing

    [[nodiscard]] const MetricState& of(Metric metric) const { return metrics[indexOf(metric)]; }
    [[nodiscard]] MetricState& of(Metric metric) { return metrics[indexOf(metric)]; }
};

/// The worst level of the metrics that have a reading, however old; Unknown when none has.
Level worstOf(const Snapshot& snapshot) noexcept;

using SnapshotPtr = std::shared_ptr<const Snapshot>;

}  // namespace headroom
