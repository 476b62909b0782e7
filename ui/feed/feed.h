// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/audit_query.h"
#include "monitor_core/base/result.h"
#include "monitor_core/commands.h"
#include "monitor_core/records_query.h"
#include "monitor_core/snapshot.h"
#include "ui/feed/contact.h"
#include "ui/feed/simulation_note.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace headroom {
struct CertificationStatus;
}

namespace headroom::ui {

class JudgedFeed;

/// Where a screen's snapshots come from; views cannot tell which feed it is. Lives in the main
/// thread.
class Feed : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The newest snapshot, or null before the first.
    [[nodiscard]] virtual SnapshotPtr latest() const = 0;
    /// What is being done about it; null until it is known.
    [[nodiscard]] virtual AlertBoardPtr alerts() const = 0;
    /// "embedded", "remote eu-1".
    [[nodiscard]] virtual QString sourceText() const = 0;
    /// Whether the feed hears from its source; connected until it is known to be otherwise.
    [[nodiscard]] const FeedContact& contact() const { return contact_; }
    /// Everything that it yields is made up: screens and reports must say so.
    [[nodiscard]] virtual bool isSimulated() const { return false; }
    /// Who plays it and what is real meanwhile; only while isSimulated().
    [[nodiscard]] virtual std::optional<SimulationNote> simulation() const { return std::nullopt; }
    /// Its core is in this process, and audits what is done here.
    [[nodiscard]] virtual bool isEmbedded() const { return false; }
    /// The feed that judges by this dashboard's own thresholds, where the source is judged by a
    /// service elsewhere; else null.
    [[nodiscard]] virtual JudgedFeed* judged() { return nullptr; }
    /// Asks for something; the answer comes as commandFinished(). Never blocks.
    virtual void submit(const Command& command) = 0;
    /// A person knows that the source's audit trail is another one (contact().chainAlarm).
    virtual void acceptChain() { }

    // What was. Answers come in the main thread, once, later than the call; none when `context` is
    // gone by then. Unavailable, with a sentence for people, when nobody can answer now.
    template <typename Answer>
    using Answered = std::function<void(const Result<Answer>&)>;
    virtual void queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range,
        int maxPoints, Answered<std::vector<HistoryAnswer>> answered)
        = 0;
    virtual void queryLatency(
        QObject* context, TimeRange range, int maxPoints, Answered<LatencyAnswer> answered)
        = 0;
    virtual void queryAlertHistory(
        QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered)
        = 0;
    virtual void queryStorageForecast(QObject* context, Answered<StorageForecast> answered) = 0;
    /// Reviews, drift, conflicts and observed peaks. Feeds that have none refuse, as here.
    virtual void queryCertification(QObject* context, Answered<CertificationStatus> answered);
    /// Records of the audit trail, oldest first. Feeds that have none refuse, as here.
    virtual void queryAudit(QObject* context, AuditRange range, Answered<AuditAnswer> answered);
    /// Reads the whole trail and checks it. Feeds that have none refuse, as here.
    virtual void verifyAudit(QObject* context, Answered<AuditVerdict> answered);

Q_SIGNALS:
    /// A newer snapshot is there. Several that came while the main thread was busy are one signal.
    void snapshotChanged();
    /// alerts() may be another board.
    void alertsChanged();
    /// contact() is another one.
    void contactChanged();
    /// From now on it is about another depository, or about none that is real: what was remembered
    /// of the one before does not belong beside it. Comes before anything of the new one.
    void sourceChanged();
    /// `error` is empty when the command took effect, else a sentence for people.
    void commandFinished(const QString& error);

protected:
    /// For the feeds themselves; signals only what differs.
    void setContact(const FeedContact& contact)
    {
        if (!(contact_ == contact)) {
            contact_ = contact;
            Q_EMIT contactChanged();
        }
    }

private:
    FeedContact contact_;
};

}  // namespace headroom::ui
