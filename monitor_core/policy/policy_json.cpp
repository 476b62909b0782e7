// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/policy_json.h"

#include "monitor_core/policy/detail/json_document.h"
#include "monitor_core/policy/detail/json_object_reader.h"
#include "monitor_core/policy/detail/policy_keys.h"
#include "monitor_core/policy/detail/policy_reader.h"
#include "monitor_core/policy/judging.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

namespace headroom {

namespace {

constexpr NumberRule kMilliseconds { 1, 3'600'000, true, false };
constexpr NumberRule kSeconds { 1, 3600, true, false };

NumberRule ruleOf(const PolicyUnit& unit)
{
    return { unit.least, unit.most, unit.whole, unit.suffix == kRatioUnit.suffix };
}

/// How a bound's key was written: its side and its unit.
struct BoundForm {
    Side side = Side::AtLeast;
    Basis basis = Basis::Absolute;
    PolicyUnit unit = kRatioUnit;
    std::string key;
};

std::vector<BoundForm> boundForms(const MetricInfo& metric)
{
    std::vector<BoundForm> forms;
    const auto add = [&forms](const PolicyUnit& unit, Basis basis) {
        const std::string suffix(unit.suffix);
        forms.push_back({ Side::AtLeast, basis, unit, "at_least_" + suffix });
        forms.push_back({ Side::Above, basis, unit, "above_" + suffix });
    };
    add(policyUnit(metric.unit), Basis::Absolute);
    if (hasLimit(metric)) {
        add(kRatioUnit, Basis::OfLimit);
    }
    return forms;
}

/// Reads the parts of a policy and gathers what is wrong with them.
class PolicyReader {
public:
    explicit PolicyReader(Faults& faults)
        : faults_(faults)
    {
    }
    ThresholdPolicy read(JsonObjectReader top)
    {
        top.number("format", { 1, 1, true, false });
        readLimits(top.object("limits"));
        readThresholds(top.object("thresholds"));
        readGate(top.object("gate"));
        readWindows(top.object("windows"));
        top.refuseOthers();
        return policy_;
    }

private:
    void readLimits(JsonObjectReader reader)
    {
        for (const auto& metric : catalog()) {
            if (hasLimit(metric)) {
                policy_.limits[indexOf(metric.metric)]
                    = reader.number(limitKey(metric), ruleOf(policyUnit(metric.unit)));
            }
        }
        reader.refuseOthers();
    }

    void readThresholds(JsonObjectReader reader)
    {
        for (const auto& metric : catalog()) {
            policy_.thresholds[indexOf(metric.metric)]
                = readMetric(reader.object(std::string(metric.key)), metric);
        }
        reader.refuseOthers();
    }

    MetricThresholds readMetric(JsonObjectReader reader, const MetricInfo& metric)
    {
        const std::size_t faultsBefore = faults_.count();
        MetricThresholds thresholds;
        std::optional<Basis> basis;
        thresholds.yellow = readLevel(reader, "yellow", metric, basis);
        thresholds.orange = readLevel(reader, "orange", metric, basis);
        thresholds.red = readLevel(reader, "red", metric, basis);
        thresholds.basis = basis.value_or(Basis::Absolute);
        if (reader.has("hold_ms")) {
            thresholds.onDelay = std::chrono::milliseconds(
                static_cast<std::int64_t>(reader.number("hold_ms", { 0, 3'600'000, true, false })));
        }
        if (reader.isReadable() && !reader.has("yellow") && !reader.has("orange")
            && !reader.has("red")) {
            faults_.add(reader.path(), "needs at least one of yellow, orange, red");
        }
        reader.refuseOthers();
        if (faults_.count() == faultsBefore) {
            checkOrder(reader.path(), thresholds);
        }
        return thresholds;
    }

    std::optional<Bound> readLevel(JsonObjectReader& metricReader, const std::string& level,
        const MetricInfo& metric, std::optional<Basis>& basis)
    {
        if (!metricReader.has(level)) {
            return std::nullopt;
        }
        JsonObjectReader reader = metricReader.object(level);
        const auto form = boundFormOf(reader, metric);
        if (!form) {
            return std::nullopt;
        }
        if (basis && *basis != form->basis) {
            faults_.add(
                reader.path() + "." + form->key, "all bounds of a metric must have the same unit");
        }
        basis = form->basis;
        Bound bound;
        bound.side = form->side;
        bound.value = reader.number(form->key, ruleOf(form->unit));
        bound.hysteresis = readHysteresis(reader, *form, metric, bound.value);
        reader.refuseOthers();
        return bound;
    }

    double readHysteresis(
        JsonObjectReader& reader, const BoundForm& form, const MetricInfo& metric, double bound)
    {
        const std::string key = "hysteresis_" + std::string(form.unit.suffix);
        if (!reader.has(key)) {
            return defaultHysteresis(metric.metric, form.basis, bound);
        }
        NumberRule rule = ruleOf(form.unit);
        rule.least = 0;
        rule.most = bound;
        return reader.number(key, rule);
    }

    std::optional<BoundForm> boundFormOf(const JsonObjectReader& reader, const MetricInfo& metric)
    {
        std::optional<BoundForm> found;
        std::string names;
        int count = 0;
        for (const auto& form : boundForms(metric)) {
            names += (names.empty() ? "" : ", ") + form.key;
            if (reader.has(form.key)) {
                found = form;
                ++count;
            }
        }
        if (count != 1 && reader.isReadable()) {
            faults_.add(reader.path(), "needs exactly one of " + names);
        }
        return count == 1 ? found : std::nullopt;
    }

    void checkOrder(const std::string& path, const MetricThresholds& thresholds)
    {
        const auto check = [&](const auto& lower, const auto& upper, const std::string& names) {
            if (lower && upper && !(lower->value < upper->value)) {
                faults_.add(path,
                    names + ": " + numberText(lower->value) + " must be less than "
                        + numberText(upper->value));
            }
        };
        check(thresholds.yellow, thresholds.orange, "yellow, orange");
        check(thresholds.orange, thresholds.red, "orange, red");
        if (!thresholds.orange) {
            check(thresholds.yellow, thresholds.red, "yellow, red");
        }
    }

    static std::chrono::milliseconds milliseconds(JsonObjectReader& reader, const std::string& key)
    {
        return std::chrono::milliseconds(
            static_cast<std::int64_t>(reader.number(key, kMilliseconds)));
    }

    void readGate(JsonObjectReader reader)
    {
        const std::size_t faultsBefore = faults_.count();
        GateSettings& gate = policy_.gate;
        const NumberRule writers = ruleOf(policyUnit(Unit::Writers));
        const NumberRule share { 0.01, 1, false, true };
        gate.pauseAt = static_cast<int>(reader.number("pause_at_writers", writers));
        gate.resumeBelow = static_cast<int>(reader.number("resume_below_writers", writers));
        gate.haltAt = { reader.number("halt_at_ratio", share) };
        gate.resumeStorageBelow = { reader.number("resume_storage_below_ratio", share) };
        gate.storageStaleAfter = milliseconds(reader, "storage_stale_after_ms");
        gate.failClosed = reader.flag("fail_closed");
        gate.maxArtifactSize = { static_cast<std::int64_t>(
            reader.number("max_artifact_size_bytes", ruleOf(policyUnit(Unit::Bytes)))) };
        gate.leaseTtl = milliseconds(reader, "lease_ttl_ms");
        gate.retryAfter = milliseconds(reader, "retry_after_ms");
        reader.refuseOthers();
        if (faults_.count() == faultsBefore) {
            checkGate(gate);
        }
    }

    void checkGate(const GateSettings& gate)
    {
        if (gate.resumeBelow >= gate.pauseAt) {
            faults_.add("gate.resume_below_writers",
                std::to_string(gate.resumeBelow) + " must be less than pause_at_writers, "
                    + std::to_string(gate.pauseAt));
        }
        if (gate.resumeStorageBelow >= gate.haltAt) {
            faults_.add("gate.resume_storage_below_ratio",
                numberText(gate.resumeStorageBelow.value) + " must be less than halt_at_ratio, "
                    + numberText(gate.haltAt.value));
        }
    }

    void readWindows(JsonObjectReader reader)
    {
        const auto seconds = [&reader](const std::string& key) {
            return std::chrono::seconds(static_cast<std::int64_t>(reader.number(key, kSeconds)));
        };
        policy_.windows.latency = seconds("latency_seconds");
        policy_.windows.throughput = seconds("throughput_seconds");
        reader.refuseOthers();
    }

    ThresholdPolicy policy_;
    Faults& faults_;
};

}  // namespace

ThresholdPolicy readPolicy(JsonObjectReader top, Faults& faults)
{
    return PolicyReader(faults).read(std::move(top));
}

Result<ThresholdPolicy> policyFromJson(std::string_view text)
{
    const std::string what = "policy";
    Faults duplicates;
    const auto root = parseDocument(text, what, duplicates);
    if (!root) {
        return root.error();
    }
    Faults faults;
    const ThresholdPolicy policy = readPolicy({ faults, "", &*root }, faults);
    faults.add(duplicates);
    if (faults.count() > 0) {
        return documentError(what, faults.text());
    }
    return policy;
}

Result<ThresholdPolicy> checkedPolicy(const ThresholdPolicy& policy)
{
    return policyFromJson(policyToJson(policy));
}

}  // namespace headroom
