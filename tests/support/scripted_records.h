// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/history/history_row.h"
#include "monitor_core/records.h"

#include <mutex>
#include <utility>
#include <vector>

namespace headroom {

/// Records in memory that do what a test says. Any thread.
class ScriptedRecords final : public Records {
public:
    using Done = std::function<void(Result<void>)>;
    struct Thresholds {
        std::uint64_t version = 0;
        std::string json;
        AuditNote note;
    };

    void take(SnapshotPtr snapshot) override
    {
        const std::lock_guard lock(mutex_);
        snapshots.push_back(std::move(snapshot));
    }
    void take(HistoryRow second) override
    {
        const std::lock_guard lock(mutex_);
        rows.push_back(std::move(second));
    }
    Result<void> audit(const AuditNote& note) override
    {
        const std::lock_guard lock(mutex_);
        notes.push_back(note);
        return auditOutcome;
    }
    void auditLater(AuditNote note, Done done) override
    {
        const std::lock_guard lock(mutex_);
        later.emplace_back(std::move(note), std::move(done));
    }
    void recordHalt(bool isHalted, AuditNote note, Done done) override
    {
        const std::lock_guard lock(mutex_);
        halts.push_back(isHalted);
        later.emplace_back(std::move(note), std::move(done));
    }
    [[nodiscard]] bool wasHalted() const override { return wasHaltedBefore; }
    void storeThresholds(
        std::uint64_t version, std::string json, AuditNote note, Done done) override
    {
        {
            const std::lock_guard lock(mutex_);
            thresholds.push_back({ version, std::move(json), std::move(note) });
            if (holdsThresholds) {
                heldThresholds_.push_back(std::move(done));
                return;
            }
        }
        done(thresholdsOutcome);
    }
    Result<void> submit(const Command& command) override
    {
        const std::lock_guard lock(mutex_);
        commands.push_back(command);
        return {};
    }
    [[nodiscard]] AlertBoardPtr alerts() const override { return board; }
    [[nodiscard]] AuditSummary auditSummary() const override { return summary; }
    [[nodiscard]] SteadyTime aliveAt() const override { return alive; }
    [[nodiscard]] std::string problem() const override { return problemText; }
    void onAlerts(std::function<void(AlertBoardPtr)> onBoard) override
    {
        tellBoard = std::move(onBoard);
    }
    /// As the storage thread does.
    void showBoard(AlertBoardPtr shown)
    {
        board = std::move(shown);
        tellBoard(board);
    }
    void queryMetrics(std::vector<Metric>, TimeRange, int,
        std::function<void(Result<std::vector<HistoryAnswer>>)>) override
    {
    }
    void queryLatency(TimeRange, int, std::function<void(Result<LatencyAnswer>)>) override { }
    void queryAlertHistory(std::size_t, std::function<void(Result<AlertHistoryAnswer>)>) override {
    }

    void queryCertification(std::function<void(const CertificationStatus&)>) override { }
    void queryStorageForecast(std::function<void(Result<StorageForecast>)>) override { }
    void queryAudit(AuditRange, std::function<void(Result<AuditAnswer>)>) override { }
    void verifyAudit(std::string, std::function<void(Result<AuditVerdict>)>) override { }

    [[nodiscard]] std::size_t thresholdsAsked()
    {
        const std::lock_guard lock(mutex_);
        return thresholds.size();
    }
    /// Answers whoever was held, and nobody is held any more.
    void releaseThresholds(const Result<void>& outcome)
    {
        std::vector<Done> held;
        {
            const std::lock_guard lock(mutex_);
            holdsThresholds = false;
            held.swap(heldThresholds_);
        }
        for (const auto& done : held) {
            done(outcome);
        }
    }

    Result<void> auditOutcome;
    Result<void> thresholdsOutcome;
    bool wasHaltedBefore = false;
    std::vector<bool> halts;  ///< as recordHalt() was told
    bool holdsThresholds = false;
    std::vector<Thresholds> thresholds;
    AuditSummary summary;
    AlertBoardPtr board;
    std::function<void(AlertBoardPtr)> tellBoard;
    SteadyTime alive {};
    std::string problemText;
    std::vector<SnapshotPtr> snapshots;
    std::vector<HistoryRow> rows;
    std::vector<AuditNote> notes;
    std::vector<Command> commands;
    std::vector<std::pair<AuditNote, Done>> later;

private:
    std::mutex mutex_;
    std::vector<Done> heldThresholds_;
};

}  // namespace headroom
