// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/certification/certification_status.h"
#include "tests/ui/support/snapshots.h"

#include <algorithm>

namespace headroom::ui {

/// A feed that a test plays, with a certification; questions wait until a test answers them.
class CertificationFeed final : public Feed {
    Q_OBJECT
public:
    [[nodiscard]] SnapshotPtr latest() const override { return latest_; }
    [[nodiscard]] AlertBoardPtr alerts() const override { return {}; }
    [[nodiscard]] QString sourceText() const override { return QStringLiteral("embedded"); }
    [[nodiscard]] bool isSimulated() const override { return simulated; }
    void submit(const Command& command) override { submitted.push_back(command); }
    void queryMetrics(QObject*, std::vector<Metric>, TimeRange, int,
        Answered<std::vector<HistoryAnswer>>) override
    {
    }
    void queryLatency(QObject*, TimeRange, int, Answered<LatencyAnswer>) override { }
    void queryAlertHistory(QObject*, std::size_t, Answered<AlertHistoryAnswer>) override { }
    void queryStorageForecast(QObject*, Answered<StorageForecast>) override { }
    void queryCertification(QObject*, Answered<CertificationStatus> answered) override
    {
        questions.push_back(std::move(answered));
    }
    void verifyAudit(QObject*, Answered<AuditVerdict> answered) override
    {
        verifications.push_back(std::move(answered));
    }

    void play(SnapshotPtr snapshot)
    {
        latest_ = std::move(snapshot);
        Q_EMIT snapshotChanged();
    }
    void answer(const QString& error) { Q_EMIT commandFinished(error); }
    void answer(const Result<CertificationStatus>& status)
    {
        for (const auto& question : std::exchange(questions, {})) {
            question(status);
        }
    }
    void answer(const Result<AuditVerdict>& verdict)
    {
        for (const auto& question : std::exchange(verifications, {})) {
            question(verdict);
        }
    }
    void lose(const Clock& clock, const QString& why)
    {
        setContact({ false, clock.steadyNow(), clock.systemNow(), why, {}, {} });
    }
    void exchange() { Q_EMIT sourceChanged(); }

    bool simulated = false;
    std::vector<Command> submitted;
    std::vector<Answered<CertificationStatus>> questions;
    std::vector<Answered<AuditVerdict>> verifications;

private:
    SnapshotPtr latest_;
};

inline std::array<double, kMetricCount> certifiedNumbers()
{
    std::array<double, kMetricCount> limits {};
    for (const auto& row : certificate().limits) {
        limits[indexOf(row.metric)] = row.limit;
    }
    return limits;
}

/// What a core answers on `today`, with peaks as in the picture of the design.
inline CertificationStatus certificationOn(std::chrono::year_month_day today, SystemTime peakAt)
{
    CertificationStatus status;
    const ReviewLog log(certificate().firstReview, certificate().reviewCycle);
    status.standing = log.standing(today);
    status.drift = findDrift(certificate(), certifiedNumbers());
    status.conflicts = findConflicts(certifiedNumbers());
    const auto observe = [&](Metric metric, double value) {
        auto& observed = status.observed[indexOf(metric)];
        observed.peak = Peak { value, peakAt };
        observed.daysObserved = 30;
        observed.standing = isWithin(metric, value, certifiedNumbers()[indexOf(metric)])
            ? Standing::Within
            : Standing::Exceeded;
    };
    constexpr double kMegabyte = 1024.0 * 1024;
    observe(Metric::ConcurrentWrites, 96);
    observe(Metric::TotalStorage, 612 * kMegabyte * 1024);
    observe(Metric::WriteThroughput, 1042);
    observe(Metric::ArtifactSize, 212 * kMegabyte);
    observe(Metric::ArtifactCount, 41'280);
    observe(Metric::QueryResponse, 268);
    return status;
}

}  // namespace headroom::ui
