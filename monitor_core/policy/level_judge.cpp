// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/level_judge.h"

#include "monitor_core/policy/judging.h"

#include <algorithm>

namespace headroom {

namespace {

constexpr std::array kRisingLevels { Level::Yellow, Level::Orange, Level::Red };

}  // namespace

Level LevelJudge::judge(
    const MetricThresholds& thresholds, double value, double limit, SteadyTime now)
{
    if (thresholds.basis == Basis::OfLimit && !(limit > 0)) {
        noteGap();
        return Level::Unknown;
    }
    const Level risen = risenLevel(thresholds, value, limit, now);
    const Level held = heldLevel(thresholds, value, limit);
    level_ = std::max(risen, held);
    afterGap_ = false;
    isNew_.fill(false);
    return level_;
}

void LevelJudge::noteChange(const MetricThresholds& before, const MetricThresholds& after)
{
    for (std::size_t i = 0; i < kRisingLevels.size(); ++i) {
        if (before.basis != after.basis
            || before.bound(kRisingLevels[i]) != after.bound(kRisingLevels[i])) {
            isNew_[i] = true;
            reachedSince_[i].reset();
        }
    }
}

void LevelJudge::noteGap()
{
    afterGap_ = true;
    reachedSince_.fill(std::nullopt);
}

Level LevelJudge::heldLevel(const MetricThresholds& thresholds, double value, double limit) const
{
    Level held = Level::Green;
    for (std::size_t i = 0; i < kRisingLevels.size(); ++i) {
        const Level candidate = kRisingLevels[i];
        const auto& bound = thresholds.bound(candidate);
        if (bound && candidate <= level_ && !isNew_[i]
            && reaches(
                value, bound->value - bound->hysteresis, bound->side, thresholds.basis, limit)) {
            held = candidate;
        }
    }
    return held;
}

Level LevelJudge::risenLevel(
    const MetricThresholds& thresholds, double value, double limit, SteadyTime now)
{
    Level risen = Level::Green;
    for (std::size_t i = 0; i < kRisingLevels.size(); ++i) {
        const auto& bound = thresholds.bound(kRisingLevels[i]);
        if (!bound || !reaches(value, bound->value, bound->side, thresholds.basis, limit)) {
            reachedSince_[i].reset();
            continue;
        }
        if (!reachedSince_[i]) {
            reachedSince_[i] = now;
        }
        if (afterGap_ || isNew_[i] || now - *reachedSince_[i] >= thresholds.onDelay) {
            risen = kRisingLevels[i];
        }
    }
    return risen;
}

}  // namespace headroom
