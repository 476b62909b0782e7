// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/detail/json_object_reader.h"
#include "monitor_core/policy/detail/policy_keys.h"
#include "monitor_core/policy/policy_json.h"

#include <cmath>
#include <vector>

// Written by hand: Boost.JSON would write 0.7 as 7E-1 and everything on one line, and people read
// and edit this file. Nothing in it needs escaping.

namespace headroom {

namespace {

using Lines = std::vector<std::string>;

std::string member(const std::string& key, const std::string& value)
{
    return "\"" + key + "\": " + value;
}

std::string number(std::string_view key, double value)
{
    // JSON has no word for what is not finite; the reader refuses null by its path.
    return member(std::string(key), std::isfinite(value) ? numberText(value) : "null");
}

std::string milliseconds(std::string_view key, std::chrono::milliseconds value)
{
    return member(std::string(key), std::to_string(value.count()));
}

/// An object with one member a line, `depth` levels deep.
std::string block(const Lines& members, int depth)
{
    const std::string indent(static_cast<std::size_t>(depth) * 4, ' ');
    std::string text = "{";
    for (std::size_t i = 0; i < members.size(); ++i) {
        text += (i == 0 ? "\n    " : ",\n    ") + indent + members[i];
    }
    return text + "\n" + indent + "}";
}

std::string boundText(const Bound& bound, std::string_view suffix)
{
    const std::string side = bound.side == Side::AtLeast ? "at_least_" : "above_";
    return "{ " + number(side + std::string(suffix), bound.value) + ", "
        + number("hysteresis_" + std::string(suffix), bound.hysteresis) + " }";
}

std::string metricText(const MetricThresholds& thresholds, const MetricInfo& metric)
{
    const std::string_view suffix
        = thresholds.basis == Basis::OfLimit ? kRatioUnit.suffix : policyUnit(metric.unit).suffix;
    Lines lines;
    const auto add = [&](const std::string& name, const std::optional<Bound>& bound) {
        if (bound) {
            lines.push_back(member(name, boundText(*bound, suffix)));
        }
    };
    add("yellow", thresholds.yellow);
    add("orange", thresholds.orange);
    add("red", thresholds.red);
    lines.push_back(milliseconds("hold_ms", thresholds.onDelay));
    return block(lines, 2);
}

std::string gateText(const GateSettings& gate)
{
    return block({ number("pause_at_writers", gate.pauseAt),
                     number("resume_below_writers", gate.resumeBelow),
                     number("halt_at_ratio", gate.haltAt.value),
                     number("resume_storage_below_ratio", gate.resumeStorageBelow.value),
                     milliseconds("storage_stale_after_ms", gate.storageStaleAfter),
                     member("fail_closed", gate.failClosed ? "true" : "false"),
                     member("max_artifact_size_bytes", std::to_string(gate.maxArtifactSize.count)),
                     milliseconds("lease_ttl_ms", gate.leaseTtl),
                     milliseconds("retry_after_ms", gate.retryAfter) },
        1);
}

}  // namespace

std::string policyToJson(const ThresholdPolicy& policy)
{
    Lines limits;
    Lines thresholds;
    for (const auto& metric : catalog()) {
        const std::size_t i = indexOf(metric.metric);
        if (hasLimit(metric)) {
            limits.push_back(number(limitKey(metric), policy.limits[i]));
        }
        thresholds.push_back(
            member(std::string(metric.key), metricText(policy.thresholds[i], metric)));
    }
    const Lines windows { member("latency_seconds", std::to_string(policy.windows.latency.count())),
        member("throughput_seconds", std::to_string(policy.windows.throughput.count())) };
    return block({ member("format", "1"), member("limits", block(limits, 1)),
                     member("thresholds", block(thresholds, 1)),
                     member("gate", gateText(policy.gate)), member("windows", block(windows, 1)) },
               0)
        + "\n";
}

}  // namespace headroom
