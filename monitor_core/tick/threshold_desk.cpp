// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/threshold_desk.h"

#include "monitor_core/base/utc_text.h"
#include "monitor_core/policy/policy_difference.h"
#include "monitor_core/policy/policy_json.h"
#include "monitor_core/policy/threshold_record_json.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace headroom {

namespace {

constexpr std::size_t kLongestReason = 1000;

Error slow(const std::string& what)
{
    return { ErrorCode::Unavailable, "storage_slow: " + what, "thresholds" };
}

ThresholdPolicy withEdits(ThresholdPolicy policy, const EditableThresholds& wanted)
{
    policy.thresholds = wanted.thresholds;
    policy.gate.resumeBelow = wanted.resumeBelow;
    policy.gate.resumeStorageBelow = wanted.resumeStorageBelow;
    policy.gate.failClosed = wanted.failClosed;
    return policy;
}

AuditNote noteOf(const std::vector<PolicyDifference>& differences, const std::string& actor,
    std::uint64_t version, const std::string& reason)
{
    AuditNote note { actor, "thresholds.changed",
        "version " + std::to_string(version) + ": " + reason, {}, {} };
    for (const auto& difference : differences) {
        const std::string separator = note.oldValue.empty() ? "" : "; ";
        note.oldValue += separator + difference.key + ' ' + difference.before;
        note.newValue += separator + difference.key + ' ' + difference.after;
    }
    return note;
}

}  // namespace

struct ThresholdDesk::State {
    std::mutex mutex;
    std::condition_variable settled;
    PolicyInForce inForce;
    bool isPending = false;  ///< a change is on its way to the disk
    bool isFresh = false;

    void settle(const Result<void>& outcome, const ThresholdPolicy& policy, std::uint64_t version,
        std::optional<Result<void>>& answer)
    {
        {
            const std::lock_guard lock(mutex);
            answer = outcome;
            isPending = false;
            if (outcome) {
                inForce.policy = policy;
                inForce.version = inForce.lastVersion = version;
                inForce.problem.clear();
                isFresh = true;
            }
        }
        settled.notify_all();
    }
};

ThresholdDesk::ThresholdDesk(
    PolicyInForce inForce, Records* records, std::chrono::milliseconds patience)
    : records_(records)
    , patience_(patience)
    , state_(std::make_shared<State>())
{
    state_->inForce = std::move(inForce);
    state_->isFresh = true;
}

std::optional<PolicyInForce> ThresholdDesk::takeFresh()
{
    const std::lock_guard lock(state_->mutex);
    return std::exchange(state_->isFresh, false) ? std::optional(state_->inForce) : std::nullopt;
}

Result<std::uint64_t> ThresholdDesk::change(
    const ChangeThresholds& wanted, const std::string& actor, SystemTime now)
{
    if (wanted.reason.empty() || wanted.reason.size() > kLongestReason) {
        return Error { ErrorCode::InvalidArgument, "a change needs a reason of 1 to 1000 bytes",
            "thresholds" };
    }
    std::unique_lock lock(state_->mutex);
    if (!state_->settled.wait_for(lock, patience_, [this] { return !state_->isPending; })) {
        return slow("a change before this one is still being stored");
    }
    const auto& inForce = state_->inForce;
    if (wanted.basedOnVersion != inForce.version) {
        return Error { ErrorCode::Conflict,
            "somebody changed the thresholds: version " + std::to_string(inForce.version)
                + " is in force and this is based on " + std::to_string(wanted.basedOnVersion)
                + "; look at them and decide again",
            "thresholds" };
    }
    const auto policy = checkedPolicy(withEdits(inForce.policy, wanted.wanted));
    if (!policy) {
        return policy.error();
    }
    const auto differences = differencesOf(inForce.policy, *policy);
    if (differences.empty()) {
        return Error { ErrorCode::InvalidArgument, "nothing would change", "thresholds" };
    }
    const auto version = std::max(inForce.version, inForce.lastVersion) + 1;
    state_->isPending = true;
    lock.unlock();

    auto outcome = std::make_shared<std::optional<Result<void>>>();  // under the state's mutex
    const auto done = [state = state_, outcome, policy = *policy, version](Result<void> stored) {
        state->settle(stored, policy, version, *outcome);
    };
    if (records_ == nullptr) {
        done({});
    } else {
        records_->storeThresholds(version,
            thresholdRecordToJson({ version, toUtcText(now), actor, wanted.reason, *policy }),
            noteOf(differences, actor, version, wanted.reason), done);
    }
    lock.lock();
    if (!state_->settled.wait_for(lock, patience_, [&] { return outcome->has_value(); })) {
        return slow("the disk did not answer in time; the change takes effect once it does");
    }
    return **outcome ? Result<std::uint64_t>(version) : Result<std::uint64_t>((*outcome)->error());
}

}  // namespace headroom
