// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/local_feed.h"

#include "monitor_core/certification/certification_status.h"
#include "ui/feed/main_thread.h"

#include <utility>

namespace headroom::ui {

namespace {

const Clock& machineClock()
{
    static const SystemClock clock;
    return clock;
}

}  // namespace

LocalFeed::LocalFeed(QString sourceText, QObject* parent)
    : LocalFeed(std::move(sourceText), machineClock(), parent)
{
}

LocalFeed::LocalFeed(QString sourceText, const Clock& clock, QObject* parent)
    : Feed(parent)
    , sourceText_(std::move(sourceText))
    , clock_(clock)
    , heardAt_(clock.steadyNow())
    , heardAtUtc_(clock.systemNow())
{
    commands_.setMaxThreadCount(1);
    connect(&contactTimer_, &QTimer::timeout, this, &LocalFeed::checkContact);
    contactTimer_.start(std::chrono::seconds(1));
}

void LocalFeed::checkContact()
{
    FeedContact contact;
    if (clock_.steadyNow() - heardAt_ >= kSilenceAtMost) {
        contact.isConnected = false;
        contact.since = heardAt_;
        contact.sinceUtc = heardAtUtc_;
        contact.why
            = latest_ ? tr("the core has stopped answering") : tr("the core has not answered yet");
        if (isSourceElsewhere_ && latest_) {
            contact.why = latest_->source.problem.empty()
                ? tr("%1 does not answer").arg(sourceText_)
                : QString::fromStdString(latest_->source.problem);
        }
    }
    setContact(contact);
}

void LocalFeed::hear(const Snapshot& snapshot)
{
    if (!isSourceElsewhere_) {
        heardAt_ = clock_.steadyNow();
        heardAtUtc_ = clock_.systemNow();
        return;
    }
    for (const auto& row : catalog()) {
        // The audit trail is the core's own.
        const auto& reading = snapshot.of(row.metric).reading;
        if (row.metric != Metric::AuditRetention && reading && reading->measuredAt > heardAt_) {
            heardAt_ = reading->measuredAt;
            heardAtUtc_ = reading->measuredAtUtc;
        }
    }
}

LocalFeed::~LocalFeed() { detach(); }

void LocalFeed::attach(Monitor& monitor)
{
    detach();
    monitor_ = &monitor;
    subscription_
        = monitor.subscribe([this](SnapshotPtr snapshot) { receive(std::move(snapshot)); });
    alertSubscription_
        = monitor.subscribeAlerts([this](AlertBoardPtr board) { receive(std::move(board)); });
    if (auto first = monitor.latest()) {
        receive(std::move(first));
    }
    if (auto board = monitor.alerts()) {
        receive(std::move(board));
    }
}

void LocalFeed::detach()
{
    subscription_ = Subscription();
    alertSubscription_ = Subscription();
    commands_.waitForDone();
    monitor_ = nullptr;
}

void LocalFeed::receive(SnapshotPtr snapshot)
{
    const std::lock_guard lock(mutex_);
    if (newest_ && newest_->sequence > snapshot->sequence) {
        return;
    }
    newest_ = std::move(snapshot);
    hop();
}

void LocalFeed::receive(AlertBoardPtr board)
{
    const std::lock_guard lock(mutex_);
    newestBoard_ = std::move(board);
    hop();
}

void LocalFeed::hop()
{
    if (!std::exchange(isHopping_, true)) {
        QMetaObject::invokeMethod(this, &LocalFeed::deliver, Qt::QueuedConnection);
    }
}

void LocalFeed::deliver()
{
    bool hasSnapshot = false;
    bool hasBoard = false;
    {
        const std::lock_guard lock(mutex_);
        isHopping_ = false;
        hasSnapshot = latest_ != newest_;
        hasBoard = alerts_ != newestBoard_;
        latest_ = newest_;
        alerts_ = newestBoard_;
    }
    if (hasSnapshot) {
        hear(*latest_);
        checkContact();  // first: what hears of the snapshot must not withdraw it
        Q_EMIT snapshotChanged();
    }
    if (hasBoard) {
        Q_EMIT alertsChanged();
    }
}

void LocalFeed::submit(const Command& command)
{
    if (monitor_ == nullptr) {
        Q_EMIT commandFinished(tr("the core is not running yet; try again"));
        return;
    }
    commands_.start([this, monitor = monitor_, command] {
        const auto result = monitor->submit(command);
        const auto error = result ? QString() : QString::fromStdString(result.error().text());
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT commandFinished(error); }, Qt::QueuedConnection);
    });
}

template <typename Answer>
RecordsQuery* LocalFeed::askable(QObject* context, const Answered<Answer>& answered) const
{
    RecordsQuery* query = monitor_ != nullptr ? monitor_->query() : nullptr;
    if (query == nullptr) {
        refuseLater(context, answered, tr("the core is not running yet; try again"));
    }
    return query;
}

void LocalFeed::queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range,
    int maxPoints, Answered<std::vector<HistoryAnswer>> answered)
{
    if (auto* query = askable(context, answered)) {
        query->queryMetrics(std::move(metrics), range, maxPoints,
            inMainThread<std::vector<HistoryAnswer>>(context, std::move(answered)));
    }
}

void LocalFeed::queryLatency(
    QObject* context, TimeRange range, int maxPoints, Answered<LatencyAnswer> answered)
{
    if (auto* query = askable(context, answered)) {
        query->queryLatency(
            range, maxPoints, inMainThread<LatencyAnswer>(context, std::move(answered)));
    }
}

void LocalFeed::queryAlertHistory(
    QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered)
{
    if (auto* query = askable(context, answered)) {
        query->queryAlertHistory(
            limit, inMainThread<AlertHistoryAnswer>(context, std::move(answered)));
    }
}

void LocalFeed::queryStorageForecast(QObject* context, Answered<StorageForecast> answered)
{
    if (auto* query = askable(context, answered)) {
        query->queryStorageForecast(inMainThread<StorageForecast>(context, std::move(answered)));
    }
}

void LocalFeed::queryCertification(QObject* context, Answered<CertificationStatus> answered)
{
    if (auto* query = askable(context, answered)) {
        query->queryCertification(inMainThread<CertificationStatus>(context, std::move(answered)));
    }
}

void LocalFeed::queryAudit(QObject* context, AuditRange range, Answered<AuditAnswer> answered)
{
    if (auto* query = askable(context, answered)) {
        query->queryAudit(range, inMainThread<AuditAnswer>(context, std::move(answered)));
    }
}

void LocalFeed::verifyAudit(QObject* context, Answered<AuditVerdict> answered)
{
    if (auto* query = askable(context, answered)) {
        query->verifyAudit({}, inMainThread<AuditVerdict>(context, std::move(answered)));
    }
}

}  // namespace headroom::ui
