// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_keeper.h"
#include "monitor_core/policy/escalation_policy.h"
#include "tests/support/manual_clock.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// A store in memory that can fail, and that can be looked into.
class MemoryAlertStore final : public AlertStore {
public:
    Result<void> store(const AlertChanges& changes) override
    {
        if (isFailing) {
            return Error { ErrorCode::Io, "disk full", "alerts" };
        }
        ++transactions;
        for (const auto& row : changes.rows) {
            if (row.value) {
                rows[row.key] = *row.value;
            } else {
                rows.erase(row.key);
            }
        }
        for (const auto& event : changes.events) {
            if (events.emplace(event.sequence, event).second) {
                ++counts[event.kind];
            }
        }
        return {};
    }
    Result<std::vector<StoredRow>> load() override
    {
        std::vector<StoredRow> all;
        for (const auto& [key, value] : rows) {
            all.push_back({ key, value });
        }
        return all;
    }

    bool isFailing = false;
    int transactions = 0;
    std::map<std::string, std::string> rows;
    std::map<std::uint64_t, AlertEvent> events;
    std::map<AlertEventKind, int> counts;
};

/// The matrix of the contract, with an address for everybody.
inline AlertRules testRules()
{
    auto policy = certifiedEscalation();
    policy.contacts["Ops_Team"].webhookUrl = "http://127.0.0.1:9093/api/v2/alerts";
    policy.contacts["Ashmit_Pandey"].command = { "/usr/bin/mail-hook", "--to" };
    policy.contacts["Ashmit_Pandey"].email = "ashmit@example.org";
    AlertRules rules;
    rules.matrix = policy.matrix;
    rules.contacts = policy.contacts;
    rules.instance = "depository-eu-1";
    return rules;
}

/// A machine with a store, an audit trail and alerts, whose readings the test sets.
class AlertWorld {
public:
    explicit AlertWorld(AlertRules alertRules = testRules())
        : rules(std::move(alertRules))
    {
        for (const auto& row : catalog()) {
            auto& state = snapshot.of(row.metric);
            state.limit = row.certifiedLimit;
            set(row.metric, Level::Green, 1);
        }
        snapshot.of(Metric::TotalStorage).thresholds
            = { Basis::OfLimit, Bound { 0.7 }, Bound { 0.9 }, Bound { 0.99 }, {} };
        snapshot.of(Metric::ConcurrentWrites).thresholds
            = { Basis::Absolute, Bound { 51 }, Bound { 76 }, Bound { 100 }, {} };
        snapshot.source.name = "test source";
        start();
    }

    /// Starts the keeper on what the store has: the first time, and after a crash.
    void start()
    {
        keeper.emplace(AlertBook(rules, bootId, now()), store, [this](const AuditText& text) {
            if (isAuditFailing) {
                return Result<void>(Error { ErrorCode::Io, "no space left", "audit" });
            }
            audit.push_back(text);
            return Result<void>();
        });
        auto restored = keeper->restore();
        problems = restored ? *restored : std::vector<std::string> { restored.error().text() };
    }

    [[nodiscard]] Moment now() const { return momentOf(clock); }

    void set(Metric metric, Level level, double value)
    {
        auto& state = snapshot.of(metric);
        state.level = level;
        state.lastKnownLevel = level;
        state.reading = Reading {};
        state.reading->value = value;
    }
    void silence(Metric metric)
    {
        silent[indexOf(metric)] = true;
        snapshot.of(metric).level = Level::Unknown;
    }
    void speak(Metric metric) { silent[indexOf(metric)] = false; }
    void setStorage(Level level, double share)
    {
        set(Metric::TotalStorage, level, info(Metric::TotalStorage).certifiedLimit * share);
    }

    /// The machine is off for a time and comes up with a wall clock that is wrong by so much.
    void reboot(std::chrono::nanoseconds off, std::chrono::nanoseconds wallError)
    {
        keeper.reset();
        clock.advance(off);
        const auto sinceBoot = clock.steadyNow().time_since_epoch() - std::chrono::seconds(5);
        clock.advance(-sinceBoot);
        clock.stepSystem(sinceBoot + wallError);
        bootId += "'";
        for (const auto& row : catalog()) {
            if (auto& reading = snapshot.of(row.metric).reading) {
                reading->measuredAt = clock.steadyNow();
            }
        }
        start();
    }

    /// Time passes, then a snapshot comes.
    void tick(std::chrono::nanoseconds after = std::chrono::seconds(1))
    {
        clock.advance(after);
        look();
    }
    void look()
    {
        ++snapshot.sequence;
        snapshot.at = clock.steadyNow();
        snapshot.atUtc = clock.systemNow();
        for (const auto& row : catalog()) {
            auto& reading = snapshot.of(row.metric).reading;
            if (reading && !silent[indexOf(row.metric)]) {
                reading->measuredAt = snapshot.at;
                reading->measuredAtUtc = snapshot.atUtc;
            }
        }
        keeper->process(snapshot, now());
    }

    Result<void> acknowledge(const std::string& id, const std::string& note = "on it")
    {
        return keeper->submit({ "MK", AcknowledgeAlert { id, note } }, now());
    }
    Result<void> shelve(const std::string& id, std::chrono::seconds duration)
    {
        return keeper->submit({ "MK", ShelveAlert { id, duration, "planned load test" } }, now());
    }

    [[nodiscard]] AlertBoardPtr board() const { return keeper->board(now()); }
    /// The open alert of a type, or nothing.
    [[nodiscard]] std::optional<AlertView> open(AlertType type) const
    {
        const auto shown = board();  // kept: a range-for would let it go
        for (const auto& alert : shown->open) {
            if (alert.type == type) {
                return alert;
            }
        }
        return std::nullopt;
    }
    /// Steps of one kind that the store has.
    [[nodiscard]] int stored(AlertEventKind kind) const
    {
        const auto found = store.counts.find(kind);
        return found == store.counts.end() ? 0 : found->second;
    }
    [[nodiscard]] const AlertEvent& lastStep() const { return store.events.rbegin()->second; }

    ManualClock clock;
    AlertRules rules;
    std::string bootId = "boot-1";
    MemoryAlertStore store;
    std::vector<AuditText> audit;
    bool isAuditFailing = false;
    std::vector<std::string> problems;
    Snapshot snapshot;
    std::array<bool, kMetricCount> silent {};
    std::optional<AlertKeeper> keeper;
};

}  // namespace headroom
