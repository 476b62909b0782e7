// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/policy/escalation_policy.h"

#include <chrono>
#include <set>

namespace headroom {

namespace {

using namespace std::chrono_literals;

constexpr auto kOps = "Ops_Team";
constexpr auto kOwner = "Ashmit_Pandey";
constexpr auto kOwnerAndOps = "Ashmit_Pandey_and_Ops";
constexpr auto kLongestResponse = std::chrono::hours(24 * 7);

EscalationRow certified(AlertType type, Trigger when, const char* to, std::chrono::seconds within)
{
    return { type, when, to, within, false };
}

EscalationRow houseDefault(
    AlertType type, Trigger when, const char* to, std::chrono::seconds within)
{
    return { type, when, to, within, true };
}

std::string nameOf(const EscalationRow& row)
{
    static constexpr const char* kWords[] = { "YELLOW", "ORANGE", "RED", "at its limit" };
    return std::string(toString(row.type)) + ' ' + kWords[static_cast<std::size_t>(row.when)];
}

/// Whether somebody is a member of himself, however many groups lie between.
bool containsItself(const Contacts& contacts, const std::string& name)
{
    std::set<std::string> seen;
    std::vector<std::string> open { name };
    while (!open.empty()) {
        const auto found = contacts.find(open.back());
        open.pop_back();
        if (found == contacts.end()) {
            continue;
        }
        for (const auto& member : found->second.members) {
            if (member == name) {
                return true;
            }
            if (seen.insert(member).second) {
                open.push_back(member);
            }
        }
    }
    return false;
}

void addContactFaults(const Contacts& contacts, std::vector<std::string>& faults)
{
    for (const auto& [name, contact] : contacts) {
        for (const auto& member : contact.members) {
            if (contacts.count(member) == 0) {
                faults.push_back("contact " + name + ": member " + member + " is not described");
            }
        }
        if (containsItself(contacts, name)) {
            faults.push_back("contact " + name + " is a member of itself");
        }
    }
}

}  // namespace

EscalationPolicy certifiedEscalation()
{
    EscalationPolicy policy;
    policy.matrix = {
        certified(AlertType::StorageCapacity, Trigger::Yellow, kOps, 6h),
        certified(AlertType::StorageCapacity, Trigger::Orange, kOps, 6h),
        certified(AlertType::StorageCapacity, Trigger::Red, kOwnerAndOps, 1h),
        certified(AlertType::StorageCapacity, Trigger::AtLimit, kOwnerAndOps, 0s),
        houseDefault(AlertType::ConcurrentWrites, Trigger::Orange, kOps, 6h),
        certified(AlertType::ConcurrentWrites, Trigger::Red, kOps, 0s),
        certified(AlertType::ConcurrentWrites, Trigger::AtLimit, kOps, 0s),
        houseDefault(AlertType::QueryLatency, Trigger::Orange, kOps, 6h),
        certified(AlertType::QueryLatency, Trigger::Red, kOps, 1h),
        certified(AlertType::QueryLatency, Trigger::AtLimit, kOps, 1h),
    };
    for (const auto type :
        { AlertType::WriteThroughput, AlertType::ArtifactSize, AlertType::ArtifactCount }) {
        policy.matrix.push_back(houseDefault(type, Trigger::Orange, kOps, 6h));
        policy.matrix.push_back(houseDefault(type, Trigger::Red, kOps, 1h));
    }
    policy.matrix.push_back(houseDefault(AlertType::AuditTrail, Trigger::Orange, kOps, 6h));
    policy.matrix.push_back(houseDefault(AlertType::AuditTrail, Trigger::Red, kOwnerAndOps, 0s));
    policy.matrix.push_back(houseDefault(AlertType::Source, Trigger::Orange, kOps, 6h));
    policy.matrix.push_back(houseDefault(AlertType::Source, Trigger::Red, kOps, 1h));
    // The gate halted because storage is unknown is a halted gate (contract §4).
    policy.matrix.push_back(certified(AlertType::Source, Trigger::AtLimit, kOwnerAndOps, 0s));

    policy.contacts[kOps] = {};
    policy.contacts[kOwner].people = { "Ashmit Pandey" };
    policy.contacts[kOwnerAndOps].members = { kOwner, kOps };
    return policy;
}

const EscalationRow* rowFor(
    const EscalationMatrix& matrix, AlertType type, Level level, bool isAtLimit) noexcept
{
    for (const auto trigger :
        { Trigger::AtLimit, Trigger::Red, Trigger::Orange, Trigger::Yellow }) {
        const bool isReached = trigger == Trigger::AtLimit ? isAtLimit : level >= levelOf(trigger);
        const auto* const row = isReached ? findRow(matrix, type, trigger) : nullptr;
        if (row != nullptr) {
            return row;
        }
    }
    return nullptr;
}

std::vector<std::string> faultsOf(const EscalationPolicy& policy)
{
    std::vector<std::string> faults;
    for (const auto& row : policy.matrix) {
        if (findRow(policy.matrix, row.type, row.when) != &row) {
            faults.push_back(nameOf(row) + " has more than one row");
        }
        if (policy.contacts.count(row.to) == 0) {
            faults.push_back(nameOf(row) + ": contact " + row.to + " is not described");
        }
        if (row.respondWithin < 0s || row.respondWithin > kLongestResponse) {
            faults.push_back(nameOf(row) + ": the time to respond must be 0 s to 7 days");
        }
    }
    addContactFaults(policy.contacts, faults);
    return faults;
}

}  // namespace headroom
