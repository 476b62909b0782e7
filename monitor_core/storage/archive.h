// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alerts/alert_keeper.h"
#include "monitor_core/audit/audit_trail.h"
#include "monitor_core/certification/certification_status.h"
#include "monitor_core/history/alert_table.h"
#include "monitor_core/history/history_store.h"
#include "monitor_core/storage/halt_file.h"
#include "monitor_core/storage/review_file.h"
#include "monitor_core/storage/storage.h"
#include "monitor_core/storage/threshold_files.h"

#include <optional>
#include <string>
#include <vector>

namespace headroom {

/// What lasts, on the thread that owns it: opens it, writes it, and opens it again when a disk that
/// failed works once more.
class Storage::Archive {
public:
    Archive(const StorageSettings& settings, FileSystem& files, const Clock& clock);

    /// Verifies the trail, opens the database, restores the alerts. What fails is tried again.
    void open();
    void see(const Snapshot& snapshot);
    void append(PackedRow second);
    /// Time passes: flushes, prunes, opens again. About once a second.
    void keepUp();
    /// Writes everything that waits; for the end.
    void finish();

    Result<void> audit(const AuditNote& note);
    Result<void> submit(const Command& command);
    Result<void> changeRules(AlertRules rules);
    Result<void> recordHalt(bool isHalted, const AuditNote& note);
    Result<void> storeThresholds(std::uint64_t version, const std::string& json, AuditNote note);
    Result<std::vector<HistoryAnswer>> metrics(
        const std::vector<Metric>& wanted, TimeRange range, int maxPoints);
    Result<LatencyAnswer> latency(TimeRange range, int maxPoints);
    Result<AlertHistoryAnswer> alertHistory(std::size_t limit);

    [[nodiscard]] CertificationStatus certification();
    Result<StorageForecast> storageForecast();
    Result<AuditAnswer> auditRecords(const AuditRange& range);

    [[nodiscard]] AlertBoardPtr board() const { return keeper_.board(momentOf(clock_)); }
    [[nodiscard]] AuditSummary auditSummary() const;
    [[nodiscard]] std::string problem() const;
    [[nodiscard]] std::optional<SystemTime> historyStoredThrough() const;

    [[nodiscard]] std::vector<Delivery> takeDeliveries();
    void answered(const std::string& messageId, const Result<void>& outcome);

private:
    /// The alert table while the database is open, and the reason why not while it is not.
    class Store final : public AlertStore {
    public:
        Result<void> store(const AlertChanges& changes) override;
        Result<std::vector<StoredRow>> load() override;

        std::optional<AlertTable> table;
        std::string whyNot = "the database is not open yet";
        bool isDamaged = false;
    };

    Result<HistoryStore*> history();
    /// Rows whose own hash does not fit were left out of an answer.
    void noteDamagedRows(std::uint64_t rows);
    void lookForDamage();
    static std::string join(const std::string& one, const std::string& other);
    Result<void> record(const RecordReview& review, const std::string& actor);
    void addEvidence(CertificationStatus& status, SystemTime now);
    void openDatabase();
    void restoreAlerts();
    void take(const Result<void>& outcome);
    void replaceDamaged();
    void auditOwn(const std::string& action, const std::string& subject);

    const StorageSettings& settings_;
    FileSystem& files_;
    const Clock& clock_;
    AuditTrail trail_;
    ReviewFile reviewFile_;
    ThresholdFiles thresholdFiles_;
    HaltFile haltFile_;
    bool isReopeningAudited_ = false;  ///< and not done yet
    std::optional<HistoryStore> history_;
    Store store_;
    AlertKeeper keeper_;
    bool isRestored_ = false;
    std::string historyProblem_;
    double storageLimit_;  ///< in force: the source's own, once it is known
    std::uint64_t damagedRows_ = 0;  ///< the most that one answer left out
    std::string notice_;  ///< what opening found: a damaged file moved aside, lost commits
    std::optional<SteadyTime> retryOpenAt_;
    std::optional<SteadyTime> pruneAt_;
};

}  // namespace headroom
