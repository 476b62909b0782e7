// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/publish_rule.h"

#include "monitor_core/policy/judging.h"

#include <algorithm>
#include <cmath>

namespace headroom {

namespace {

constexpr std::chrono::milliseconds kValuesAtMostEvery { 100 };
constexpr std::chrono::seconds kAtLeastEvery { 1 };
constexpr double kVisibleShare = 0.01;

bool isJudgedDifferently(const MetricState& a, const MetricState& b)
{
    return a.level != b.level || a.freshness != b.freshness || a.limit != b.limit
        || a.whyMissing != b.whyMissing || a.reading.has_value() != b.reading.has_value();
}

bool hasMoved(const MetricState& a, const MetricState& b)
{
    if (!a.reading || !b.reading) {
        return false;
    }
    const auto& bounds = b.thresholds;
    const auto& first = bounds.yellow ? bounds.yellow : bounds.orange ? bounds.orange : bounds.red;
    const double scale = first ? inUnit(*first, bounds.basis, b.limit) : b.limit;
    const double change = std::abs(a.reading->value - b.reading->value);
    return change > 0 && change >= kVisibleShare * scale;
}

bool isGateDifferent(const GateSummary& a, const GateSummary& b)
{
    return a.state != b.state || a.storageUnknown != b.storageUnknown || a.since != b.since
        || a.auditProblem != b.auditProblem || a.resumeBelow != b.resumeBelow
        || a.resumeStorageBelow != b.resumeStorageBelow;
}

bool hasRefused(const GateSummary& a, const GateSummary& b)
{
    return a.refusedPausedTotal != b.refusedPausedTotal
        || a.refusedHaltedTotal != b.refusedHaltedTotal
        || a.refusedTooLargeTotal != b.refusedTooLargeTotal
        || a.expiredLeasesTotal != b.expiredLeasesTotal;
}

bool isSourceDifferent(const SourceSummary& a, const SourceSummary& b)
{
    return a.name != b.name || a.problem != b.problem || a.workload != b.workload;
}

}  // namespace

bool isWorthPublishing(const Snapshot* last, const Snapshot& next)
{
    if (last == nullptr || next.at - last->at >= kAtLeastEvery) {
        return true;
    }
    const auto anyMetric = [&](auto differs) {
        return !std::equal(last->metrics.begin(), last->metrics.end(), next.metrics.begin(),
            [&](const auto& a, const auto& b) { return !differs(a, b); });
    };
    if (isGateDifferent(last->gate, next.gate) || isSourceDifferent(last->source, next.source)
        || last->worst != next.worst || last->thresholdsVersion != next.thresholdsVersion
        || last->thresholdsProblem != next.thresholdsProblem
        || last->audit.isBroken != next.audit.isBroken || anyMetric(isJudgedDifferently)) {
        return true;
    }
    return next.at - last->at >= kValuesAtMostEvery
        && (anyMetric(hasMoved) || hasRefused(last->gate, next.gate));
}

}  // namespace headroom
