// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/policy_difference.h"

#include "monitor_core/policy/detail/json_object_reader.h"
#include "monitor_core/policy/detail/policy_keys.h"

#include <utility>

namespace headroom {

namespace {

using Line = std::pair<std::string, std::string>;

std::string boundText(const std::optional<Bound>& bound, const std::string& unit)
{
    if (!bound) {
        return "none";
    }
    return (bound->side == Side::AtLeast ? "at_least_" : "above_") + unit + "="
        + numberText(bound->value) + " hysteresis_" + unit + "=" + numberText(bound->hysteresis);
}

/// All that people may set, by name; the names are the same for every policy.
std::vector<Line> linesOf(const ThresholdPolicy& policy)
{
    std::vector<Line> lines;
    for (const auto& metric : catalog()) {
        const auto& thresholds = policy.thresholds[indexOf(metric.metric)];
        const std::string unit(thresholds.basis == Basis::OfLimit ? kRatioUnit.suffix
                                                                  : policyUnit(metric.unit).suffix);
        const std::string key(metric.key);
        lines.emplace_back(key + ".yellow", boundText(thresholds.yellow, unit));
        lines.emplace_back(key + ".orange", boundText(thresholds.orange, unit));
        lines.emplace_back(key + ".red", boundText(thresholds.red, unit));
        lines.emplace_back(key + ".hold_ms", std::to_string(thresholds.onDelay.count()));
    }
    lines.emplace_back("gate.resume_below_writers", std::to_string(policy.gate.resumeBelow));
    lines.emplace_back(
        "gate.resume_storage_below_ratio", numberText(policy.gate.resumeStorageBelow.value));
    lines.emplace_back("gate.fail_closed", policy.gate.failClosed ? "true" : "false");
    return lines;
}

}  // namespace

std::vector<PolicyDifference> differencesOf(
    const ThresholdPolicy& before, const ThresholdPolicy& after)
{
    const auto old = linesOf(before);
    auto fresh = linesOf(after);
    std::vector<PolicyDifference> differences;
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (old[i].second != fresh[i].second) {
            differences.push_back({ old[i].first, old[i].second, std::move(fresh[i].second) });
        }
    }
    return differences;
}

}  // namespace headroom
