// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/metrics/catalog.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// How far a reading can be trusted now. Late is still judged; Stale and Missing are
/// Level::Unknown.
enum class Freshness : std::uint8_t { Live, Late, Stale, Missing };

/// Ages from which a reading is late, and stale. A source that reads every second is late after 2
/// s, stale after 5 s; slower sources say so.
struct FreshnessLimits {
    std::chrono::milliseconds lateAfter { 2000 };
    std::chrono::milliseconds staleAfter { 5000 };

    bool operator==(const FreshnessLimits&) const = default;
};

/// Live below `lateAfter`, Late from it, Stale from `staleAfter` (≥). A clock that runs without new
/// data calls this, so a screen grows stale by itself.
constexpr Freshness freshnessAt(std::chrono::nanoseconds age, FreshnessLimits limits) noexcept
{
    if (age >= limits.staleAfter) {
        return Freshness::Stale;
    }
    return age >= limits.lateAfter ? Freshness::Late : Freshness::Live;
}

/// One value with its time, in the catalog's unit.
struct Reading {
    double value = 0;  ///< finite
    SteadyTime measuredAt {};
    SystemTime measuredAtUtc {};
    FreshnessLimits limits {};
    std::optional<double>
        limit;  ///< the depository's own limit where it differs from the certified one
};

/// A line of the platform's own on the storage gauge: what it does at this share of its disk.
struct StorageMark {
    double atRatio = 0;
    std::string text;  ///< "Supabase turns the database read-only (as of 2026-01-19)"
    std::string label {};  ///< the same in a word or two: "read-only"

    bool operator==(const StorageMark&) const = default;
};

/// What one collect() brought: a slot a metric; an empty slot is a metric that this source does not
/// know.
struct Readings {
    std::array<std::optional<Reading>, kMetricCount> slots;
    /// Why a slot is empty, for people: "not measured by this source", "cannot read
    /// /srv/depository: …".
    std::array<std::string, kMetricCount> whyMissing;
    /// What to know of a reading, for people: "an estimate of PostgreSQL's". Empty for most.
    std::array<std::string, kMetricCount> notes;
    /// The reading is reckoned, not measured or counted; its note says how.
    std::array<bool, kMetricCount> isEstimate {};
    std::vector<StorageMark> storageMarks;  ///< of who runs the storage, where somebody does
    /// What went wrong although there are readings, for people: "cannot read 2 folders, …"; empty
    /// when nothing did.
    std::string problem;
    /// Of all artifacts that the source knows of, in bytes; empty when it does not look.
    std::optional<double> largestArtifactEverBytes;
    /// Beside the p99 of QueryResponse, where the source has no samples but another's word.
    std::optional<double> latencyP50Ms;
    std::optional<double> latencyP999Ms;
    /// Writers of what was measured ask no gate of this program's: its gate says nothing of them.
    bool isGatedElsewhere = false;

    void set(Metric metric, Reading reading) { slots[indexOf(metric)] = reading; }
};

}  // namespace headroom
