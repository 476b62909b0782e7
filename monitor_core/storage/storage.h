// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_rules.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/file_system.h"
#include "monitor_core/history/history_store.h"
#include "monitor_core/notifier.h"
#include "monitor_core/records.h"
#include "monitor_core/storage/verify_thread.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace headroom {

struct StorageSettings {
    std::filesystem::path directory;  ///< audit/, history.db; made when it is not there
    HistorySettings history;
    AlertRules rules;
    std::array<double, kMetricCount> limits {};  ///< in force, compared with the certificate
    std::string bootId;  ///< of the kernel; empty when unknown
    std::chrono::milliseconds patience { 5'000 };  ///< with the disk, of whoever waits for it
};

/// Owns the storage thread, and with it the audit trail, the database, and the alert book. Opening
/// happens on that thread: a start does not wait for a trail of seven years to be verified.
class Storage final : public Records {
public:
    /// `files`, `clock` and `notifier` outlive it; without a notifier messages wait.
    Storage(StorageSettings settings, FileSystem& files, const Clock& clock, Notifier* notifier);
    ~Storage() override;
    Storage(const Storage&) = delete;
    Storage& operator=(const Storage&) = delete;

    /// Main thread. stop() writes what waits.
    void start();
    void stop();

    /// Other contacts and escalation from now on, audited first; deadlines that run keep their time.
    /// As audit(). Any thread.
    Result<void> changeRules(AlertRules rules);

    void take(SnapshotPtr snapshot) override;
    void take(HistoryRow second) override;
    Result<void> audit(const AuditNote& note) override;
    void auditLater(AuditNote note, std::function<void(Result<void>)> done) override;
    void recordHalt(bool isHalted, AuditNote note, std::function<void(Result<void>)> done) override;
    [[nodiscard]] bool wasHalted() const override { return wasHalted_; }
    void storeThresholds(std::uint64_t version, std::string json, AuditNote note,
        std::function<void(Result<void>)> done) override;
    Result<void> submit(const Command& command) override;
    [[nodiscard]] AlertBoardPtr alerts() const override;
    [[nodiscard]] AuditSummary auditSummary() const override;
    [[nodiscard]] SteadyTime aliveAt() const override;
    [[nodiscard]] std::string problem() const override;
    /// The history's acknowledgement: of the seconds that the storage thread has taken in, all that
    /// begin at or before this one are on the disk. Empty before the first commit since the start.
    [[nodiscard]] std::optional<SystemTime> historyStoredThrough() const;
    void onAlerts(std::function<void(AlertBoardPtr)> onBoard) override;
    void queryMetrics(std::vector<Metric> metrics, TimeRange range, int maxPoints,
        std::function<void(Result<std::vector<HistoryAnswer>>)> answer) override;
    void queryLatency(
        TimeRange range, int maxPoints, std::function<void(Result<LatencyAnswer>)> answer) override;
    void queryAlertHistory(
        std::size_t limit, std::function<void(Result<AlertHistoryAnswer>)> answer) override;

    void queryCertification(std::function<void(const CertificationStatus&)> answer) override;
    void queryStorageForecast(std::function<void(Result<StorageForecast>)> answer) override;
    void queryAudit(AuditRange range, std::function<void(Result<AuditAnswer>)> answer) override;
    void verifyAudit(std::string head, std::function<void(Result<AuditVerdict>)> answer) override;

private:
    class Archive;  ///< what the thread owns
    using Job = std::function<void(Archive&)>;

    void run();
    void work(Archive& archive);
    void publish(Archive& archive);
    /// False once the thread is to end: nobody will do the job.
    bool post(Job job);
    Result<void> askAndWait(std::function<Result<void>(Archive&)> what);

    StorageSettings settings_;
    FileSystem& files_;
    const Clock& clock_;
    Notifier* notifier_;
    const bool wasHalted_;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job> jobs_;
    std::deque<PackedRow> rows_;
    std::uint64_t rowsDropped_ = 0;
    SnapshotPtr snapshot_;  ///< the newest that waits
    bool isStopping_ = false;
    AlertBoardPtr board_;
    AuditSummary auditSummary_;
    SteadyTime aliveAt_ {};
    std::string problem_;
    std::optional<SystemTime> historyStoredThrough_;
    std::function<void(AlertBoardPtr)> onBoard_;
    VerifyThread verifying_;
    std::jthread thread_;
};

}  // namespace headroom
