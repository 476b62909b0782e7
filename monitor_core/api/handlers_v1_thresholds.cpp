// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/json.h"
#include "monitor_core/api/detail/snapshot_values.h"
#include "monitor_core/api/detail/v1_sections.h"
#include "monitor_core/api/query_parameters.h"
#include "monitor_core/api/v1_answers.h"
#include "monitor_core/monitor.h"
#include "monitor_core/policy/policy_json.h"

#include <boost/json/parse.hpp>

#include <limits>
#include <utility>

namespace headroom::api {

namespace {

constexpr std::size_t kBodyLimit = 32 * 1024;
constexpr IntegerRange kVersion { 0, std::numeric_limits<std::int64_t>::max() };

/// The certified policy with what people have set since.
ThresholdPolicy policyInForce(const ApiContext& context, const Snapshot& snapshot)
{
    ThresholdPolicy policy = context.certified;
    for (const auto& metric : catalog()) {
        policy.thresholds[indexOf(metric.metric)] = snapshot.of(metric.metric).thresholds;
    }
    policy.gate.resumeBelow = snapshot.gate.resumeBelow;
    policy.gate.resumeStorageBelow = snapshot.gate.resumeStorageBelow;
    policy.gate.failClosed = snapshot.gate.failClosed;
    return policy;
}

/// The parts in which two policies differ, as people may name them.
json::array differences(const ThresholdPolicy& policy, const ThresholdPolicy& certified)
{
    json::array names;
    for (const auto& metric : catalog()) {
        const auto i = indexOf(metric.metric);
        if (policy.thresholds[i] != certified.thresholds[i]) {
            names.emplace_back("thresholds." + std::string(metric.key));
        }
    }
    if (policy.gate != certified.gate) {
        names.emplace_back("gate");
    }
    return names;
}

json::object thresholdsBody(const ApiContext& context, const Snapshot& snapshot)
{
    const auto policy = policyInForce(context, snapshot);
    return { { "version", snapshot.thresholdsVersion },
        { "policy", json::parse(policyToJson(policy)) },
        { "certified", json::parse(policyToJson(context.certified)) },
        { "differs", differences(policy, context.certified) },
        { "problem", textValue(snapshot.thresholdsProblem) } };
}

void answerThresholds(const ApiContext& context, const Reply& reply)
{
    const auto snapshot = context.monitor.latest();
    if (!snapshot) {
        return reply(tryLater("nothing has been judged yet"));
    }
    auto response = jsonResponse(200, thresholdsBody(context, *snapshot));
    response.headers.emplace_back(
        "ETag", "\"" + std::to_string(snapshot->thresholdsVersion) + "\"");
    reply(std::move(response));
}

/// What people may not set must be what was certified: faults for what is not.
void checkCertified(JsonBody& body, const ThresholdPolicy& wanted, const ThresholdPolicy& certified)
{
    const auto refuse = [&body](bool isSame, const char* what) {
        if (!isSame) {
            body.addFault("policy", "certified",
                std::string(what) + ": certified, and not changed here; send it as it was read");
        }
    };
    refuse(wanted.limits == certified.limits, "limits");
    refuse(wanted.windows == certified.windows, "windows");
    GateSettings gate = wanted.gate;
    gate.resumeBelow = certified.gate.resumeBelow;
    gate.resumeStorageBelow = certified.gate.resumeStorageBelow;
    gate.failClosed = certified.gate.failClosed;
    refuse(gate == certified.gate,
        "gate, but for resume_below_writers, resume_storage_below_ratio and fail_closed");
}

/// "12" or "\"12\"".
std::optional<std::int64_t> versionIn(std::string_view ifMatch)
{
    if (ifMatch.size() >= 2 && ifMatch.front() == '"' && ifMatch.back() == '"') {
        ifMatch = ifMatch.substr(1, ifMatch.size() - 2);
    }
    std::int64_t version = 0;
    return parseInteger(ifMatch, version) == NumberFault::Good && version >= 0
        ? std::optional(version)
        : std::nullopt;
}

/// The version that the change is based on, from the body or If-Match.
std::optional<std::int64_t> readVersion(JsonBody& body, const Request& request)
{
    auto version = body.integer("version", kVersion);
    if (request.ifMatch.empty()) {
        body.need({ "version" });
        return version;
    }
    const auto matched = versionIn(request.ifMatch);
    if (!matched || (version && *version != *matched)) {
        body.addFault(
            "version", "not_a_version", "If-Match must be the same number, as the ETag has it");
    }
    return matched;
}

std::optional<ThresholdPolicy> readPolicy(JsonBody& body, const ThresholdPolicy& certified)
{
    const auto text = body.object("policy");
    if (!text) {
        return std::nullopt;
    }
    auto policy = policyFromJson(*text);
    if (policy) {
        checkCertified(body, *policy, certified);
        return *std::move(policy);
    }
    std::string_view lines = policy.error().message;
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        body.addFault("policy", "value_error", std::string(line));
    }
    return std::nullopt;
}

void changeThresholds(const ApiContext& context, const Request& request, const Reply& reply)
{
    JsonBody body(request, UnknownKeys::Refuse);
    const auto version = readVersion(body, request);
    auto reason = body.text("reason", kReason);
    const auto by = readBy(body);
    const auto policy = readPolicy(body, context.certified);
    body.need({ "policy", "reason" });
    if (auto refusal = body.refusal()) {
        return reply(std::move(*refusal));
    }
    ChangeThresholds change;
    change.wanted = { policy->thresholds, policy->gate.resumeBelow, policy->gate.resumeStorageBelow,
        policy->gate.failClosed };
    change.basedOnVersion = static_cast<std::uint64_t>(*version);
    change.reason = std::move(*reason);
    const std::string actor = actorOf(request.caller, by);
    submitLater(context, { actor, std::move(change) }, reply, [version = *version, actor] {
        return jsonResponse(
            200, json::object { { "done", true }, { "actor", actor }, { "version", version + 1 } });
    });
}

}  // namespace

std::vector<Route> thresholdRoutes(ApiContext& context)
{
    return {
        { Method::Get, "/api/v1/thresholds", Role::Read,
            [&context](const Request&, const Reply& reply) { answerThresholds(context, reply); },
            "The policy in force and its version", {}, "", "Thresholds" },
        { Method::Put, "/api/v1/thresholds", Role::Admin,
            [&context](const Request& request, const Reply& reply) {
                changeThresholds(context, request, reply);
            },
            "Judge by others from now on; 409 when somebody else has changed them meanwhile",
            { { "If-Match", "header", "string", false, "the version, instead of in the body" } },
            "ThresholdChange", "ThresholdsDone", kBodyLimit },
    };
}

}  // namespace headroom::api
