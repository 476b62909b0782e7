// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/rejudge.h"

#include "monitor_core/policy/level_judge.h"

#include <array>
#include <optional>

namespace headroom {

struct Rejudge::Memory {
    std::array<LevelJudge, kMetricCount> judges;
    std::array<Level, kMetricCount> lastKnown {};
    std::optional<ThresholdTable> thresholds;  ///< of the snapshot before
};

EditableThresholds thresholdsOf(const Snapshot& snapshot)
{
    EditableThresholds inForce;
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        inForce.thresholds[i] = snapshot.metrics[i].thresholds;
    }
    inForce.resumeBelow = snapshot.gate.resumeBelow;
    inForce.resumeStorageBelow = snapshot.gate.resumeStorageBelow;
    inForce.failClosed = snapshot.gate.failClosed;
    return inForce;
}

Rejudge::Rejudge()
    : memory_(std::make_unique<Memory>())
{
}
Rejudge::~Rejudge() = default;
Rejudge::Rejudge(Rejudge&&) noexcept = default;
Rejudge& Rejudge::operator=(Rejudge&&) noexcept = default;

Snapshot Rejudge::judge(Snapshot snapshot, const ThresholdTable& thresholds)
{
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        auto& state = snapshot.metrics[i];
        auto& judge = memory_->judges[i];
        if (memory_->thresholds) {
            judge.noteChange((*memory_->thresholds)[i], thresholds[i]);
        }
        state.thresholds = thresholds[i];
        const bool isFresh = state.reading
            && (state.freshness == Freshness::Live || state.freshness == Freshness::Late);
        if (isFresh) {
            state.level
                = judge.judge(thresholds[i], state.reading->value, state.limit, snapshot.at);
        } else {
            judge.noteGap();
            state.level = Level::Unknown;
        }
        if (state.level != Level::Unknown) {
            memory_->lastKnown[i] = state.level;
        }
        // Before the first judgement here the service's word is all that is known.
        if (memory_->lastKnown[i] != Level::Unknown) {
            state.lastKnownLevel = memory_->lastKnown[i];
        }
    }
    memory_->thresholds = thresholds;
    snapshot.worst = worstOf(snapshot);
    return snapshot;
}

}  // namespace headroom
