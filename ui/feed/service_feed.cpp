// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/service_feed.h"

#include "ui/feed/remote_url.h"

#include <QPointer>
#include <QRandomGenerator>

#include <utility>

namespace headroom::ui {

ServiceFeed::ServiceFeed(
    HttpPeer peer, const Clock& clock, Make make, BackOffSettings backOff, QObject* parent)
    : Feed(parent)
    , sourceText_(originOf(peer.url).section(QStringLiteral("//"), 1))
    , make_(std::move(make))
    , backOff_(backOff, QRandomGenerator::global()->generate())
    , probe_(std::move(peer))
{
    waiting_.isConnected = false;
    waiting_.since = clock.steadyNow();
    waiting_.sinceUtc = clock.systemNow();
    noteFailure(sourceText_ + QStringLiteral(" has not answered yet"));
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &ServiceFeed::probe);
    probe();
}

void ServiceFeed::probe()
{
    probe_.ask([this](const Result<ServiceKind>& kind) { takeKind(kind); });
}

void ServiceFeed::takeKind(const Result<ServiceKind>& kind)
{
    if (!kind) {
        noteFailure(QString::fromStdString(kind.error().text()));
        retry_.start(backOff_.next());
        return;
    }
    inner_ = make_(*kind);
    if (inner_ == nullptr) {
        return;
    }
    connect(inner_, &Feed::contactChanged, this, [this] { setContact(inner_->contact()); });
    connect(inner_, &Feed::snapshotChanged, this, &Feed::snapshotChanged);
    connect(inner_, &Feed::alertsChanged, this, &Feed::alertsChanged);
    connect(inner_, &Feed::commandFinished, this, &Feed::commandFinished);
    setContact(inner_->contact());
    Q_EMIT snapshotChanged();
    Q_EMIT alertsChanged();
}

void ServiceFeed::noteFailure(const QString& why)
{
    waiting_.why = why;
    setContact(waiting_);
}

SnapshotPtr ServiceFeed::latest() const { return inner_ != nullptr ? inner_->latest() : nullptr; }

AlertBoardPtr ServiceFeed::alerts() const { return inner_ != nullptr ? inner_->alerts() : nullptr; }

QString ServiceFeed::sourceText() const { return sourceText_; }

template <typename Answer>
void ServiceFeed::refuse(QObject* context, const Answered<Answer>& answered) const
{
    const Result<Answer> no(Error { ErrorCode::Unavailable, contact().why.toStdString(), {} });
    QMetaObject::invokeMethod(
        context, [answered, no] { answered(no); }, Qt::QueuedConnection);
}

void ServiceFeed::submit(const Command& command)
{
    if (inner_ != nullptr) {
        inner_->submit(command);
        return;
    }
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT commandFinished(contact().why); }, Qt::QueuedConnection);
}

void ServiceFeed::acceptChain()
{
    if (inner_ != nullptr) {
        inner_->acceptChain();
    }
}

void ServiceFeed::queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range,
    int maxPoints, Answered<std::vector<HistoryAnswer>> answered)
{
    if (inner_ == nullptr) {
        refuse(context, answered);
        return;
    }
    inner_->queryMetrics(context, std::move(metrics), range, maxPoints, std::move(answered));
}

void ServiceFeed::queryLatency(
    QObject* context, TimeRange range, int maxPoints, Answered<LatencyAnswer> answered)
{
    if (inner_ == nullptr) {
        refuse(context, answered);
        return;
    }
    inner_->queryLatency(context, range, maxPoints, std::move(answered));
}

void ServiceFeed::queryAlertHistory(
    QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered)
{
    if (inner_ == nullptr) {
        refuse(context, answered);
        return;
    }
    inner_->queryAlertHistory(context, limit, std::move(answered));
}

void ServiceFeed::queryStorageForecast(QObject* context, Answered<StorageForecast> answered)
{
    if (inner_ == nullptr) {
        refuse(context, answered);
        return;
    }
    inner_->queryStorageForecast(context, std::move(answered));
}

}  // namespace headroom::ui
