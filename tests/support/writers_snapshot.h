// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/snapshot.h"

#include <memory>

namespace headroom {

/// A snapshot of now in which writers are all that is known: at their limit, or calm.
inline SnapshotPtr writersSnapshot(
    const Clock& clock, std::uint64_t sequence, double writers, Level level)
{
    auto made = std::make_shared<Snapshot>();
    made->sequence = sequence;
    made->at = clock.steadyNow();
    made->atUtc = clock.systemNow();
    auto& state = made->of(Metric::ConcurrentWrites);
    state.reading = Reading { writers, made->at, made->atUtc, {}, {} };
    state.freshness = Freshness::Live;
    state.level = level;
    state.limit = 100;
    state.thresholds.red = Bound { 100, Side::AtLeast, 1 };
    made->worst = level;
    return made;
}

}  // namespace headroom
