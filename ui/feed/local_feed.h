// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/monitor.h"
#include "ui/feed/feed.h"

#include <QThreadPool>
#include <QTimer>

#include <mutex>

namespace headroom::ui {

/// Snapshots of a monitor in this process. Commands run on a thread of the feed's own, one after
/// the other. Lives in the main thread; only the hop is called from the monitor's.
class LocalFeed final : public Feed {
    Q_OBJECT
public:
    /// A core publishes every second, whatever happens: after so long without, it is stuck.
    static constexpr std::chrono::seconds kSilenceAtMost { 5 };

    explicit LocalFeed(QString sourceText, QObject* parent = nullptr);
    /// `clock` outlives the feed.
    LocalFeed(QString sourceText, const Clock& clock, QObject* parent = nullptr);
    ~LocalFeed() override;

    /// What the core measures is reached over a network: for as long as no reading comes from it
    /// there is no contact, however alive the core itself is.
    void setSourceElsewhere(bool isElsewhere) { isSourceElsewhere_ = isElsewhere; }

    /// The feed may be on the screen before there is a core. `monitor` outlives the feed, or its
    /// detach().
    void attach(Monitor& monitor);
    /// Waits for a running callback and for commands under way; nothing arrives after it.
    void detach();

    /// Looks whether the core still publishes; called once a second.
    void checkContact();

    [[nodiscard]] SnapshotPtr latest() const override { return latest_; }
    [[nodiscard]] AlertBoardPtr alerts() const override { return alerts_; }
    [[nodiscard]] QString sourceText() const override { return sourceText_; }
    [[nodiscard]] bool isEmbedded() const override { return true; }
    void submit(const Command& command) override;
    void queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range, int maxPoints,
        Answered<std::vector<HistoryAnswer>> answered) override;
    void queryLatency(QObject* context, TimeRange range, int maxPoints,
        Answered<LatencyAnswer> answered) override;
    void queryAlertHistory(
        QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered) override;
    void queryStorageForecast(QObject* context, Answered<StorageForecast> answered) override;
    void queryCertification(QObject* context, Answered<CertificationStatus> answered) override;
    void queryAudit(QObject* context, AuditRange range, Answered<AuditAnswer> answered) override;
    void verifyAudit(QObject* context, Answered<AuditVerdict> answered) override;

private:
    void receive(SnapshotPtr snapshot);  // monitor thread
    void receive(AlertBoardPtr board);  // storage thread
    /// Null, and the answer is on its way, when there is nobody to ask.
    template <typename Answer>
    RecordsQuery* askable(QObject* context, const Answered<Answer>& answered) const;
    void hop();  // with mutex_ held
    void deliver();
    /// Takes the snapshot for a sign of life, or the readings in it.
    void hear(const Snapshot& snapshot);

    QString sourceText_;
    const Clock& clock_;
    QTimer contactTimer_;
    SteadyTime heardAt_ {};  ///< when the last snapshot came, or the feed began
    SystemTime heardAtUtc_ {};
    bool isSourceElsewhere_ = false;
    Monitor* monitor_ = nullptr;
    SnapshotPtr latest_;
    AlertBoardPtr alerts_;
    std::mutex mutex_;
    SnapshotPtr newest_;  ///< guarded by mutex_
    AlertBoardPtr newestBoard_;  ///< guarded by mutex_
    bool isHopping_ = false;  ///< guarded by mutex_: a deliver() is queued already
    QThreadPool commands_;
    Subscription subscription_;
    Subscription alertSubscription_;
};

}  // namespace headroom::ui
