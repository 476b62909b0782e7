// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"
#include "ui/feed/remote_asker.h"
#include "ui/feed/remote_link.h"

#include <QThread>

#include <memory>
#include <mutex>

namespace headroom::ui {

/// Snapshots of a service over the network, by /api/v1: an event stream for what is, questions for
/// what was, commands with a token. Lives in the main thread, which never waits for it: sockets,
/// parsing and files are in a thread of the feed's own. Without contact nothing keeps its colour.
class RemoteFeed final : public Feed {
    Q_OBJECT
public:
    /// Starts at once. `clock` outlives the feed.
    RemoteFeed(RemoteSettings settings, const Clock& clock, QObject* parent = nullptr);
    ~RemoteFeed() override;

    [[nodiscard]] SnapshotPtr latest() const override { return shown_.snapshot; }
    [[nodiscard]] AlertBoardPtr alerts() const override { return shown_.board; }
    /// "depot.example.org:8000".
    [[nodiscard]] QString sourceText() const override { return sourceText_; }
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

    void acceptChain() override;

private:
    void receive(const RemoteLink::News& news);  // network thread
    void deliver();
    // Network thread.
    void finishCommand(const Result<HttpAnswer>& answer);
    void changeThresholds(const ChangeThresholds& change, const std::string& actor,
        const Result<HttpAnswer>& inForce);

    template <typename Answer, typename Read>
    void ask(RemoteAsker::Kind kind, HttpRequest request, QObject* context,
        Answered<Answer> answered, Read read);

    QString sourceText_;
    RemoteLink::News shown_;
    std::mutex mutex_;
    RemoteLink::News newest_;  ///< guarded by mutex_
    bool isHopping_ = false;  ///< guarded by mutex_: a deliver() is queued already
    QThread thread_;
    QObject* home_;  ///< in the network thread; owns the two below, which are made there
    RemoteLink* link_ = nullptr;  ///< network thread
    RemoteAsker* asker_ = nullptr;  ///< network thread
};

}  // namespace headroom::ui
