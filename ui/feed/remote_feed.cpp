// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_feed.h"

#include "ui/feed/main_thread.h"
#include "ui/feed/remote_answers.h"
#include "ui/feed/remote_certification_reader.h"
#include "ui/feed/remote_requests.h"
#include "ui/feed/remote_url.h"

#include <utility>

namespace headroom::ui {

RemoteFeed::RemoteFeed(RemoteSettings settings, const Clock& clock, QObject* parent)
    : Feed(parent)
    , sourceText_(originOf(settings.peer.url).section(QStringLiteral("//"), 1))
    , home_(new QObject)
{
    FeedContact nobody;
    nobody.isConnected = false;
    nobody.since = clock.steadyNow();
    nobody.sinceUtc = clock.systemNow();
    nobody.why = tr("%1 has not answered yet").arg(sourceText_);
    setContact(nobody);
    newest_.contact = nobody;
    shown_.contact = nobody;
    thread_.setObjectName(QStringLiteral("headroom-remote"));
    home_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, home_, &QObject::deleteLater);
    thread_.start();
    QMetaObject::invokeMethod(home_, [this, &clock, settings = std::move(settings)] {
        asker_ = new RemoteAsker(settings.peer);
        asker_->setParent(home_);
        link_ = new RemoteLink(
            settings, clock, [this](const RemoteLink::News& news) { receive(news); });
        link_->setParent(home_);
        link_->start();
    });
}

RemoteFeed::~RemoteFeed()
{
    // What lives in the thread ends there, with its sockets; after that nobody calls receive().
    thread_.quit();
    thread_.wait();
}

void RemoteFeed::receive(const RemoteLink::News& news)
{
    const std::lock_guard lock(mutex_);
    newest_ = news;
    if (!std::exchange(isHopping_, true)) {
        QMetaObject::invokeMethod(this, &RemoteFeed::deliver, Qt::QueuedConnection);
    }
}

void RemoteFeed::deliver()
{
    RemoteLink::News before;
    {
        const std::lock_guard lock(mutex_);
        isHopping_ = false;
        before = std::exchange(shown_, newest_);
    }
    // First: what hears of the snapshot must not withdraw it, nor believe one without contact.
    setContact(shown_.contact);
    if (before.snapshot != shown_.snapshot) {
        Q_EMIT snapshotChanged();
    }
    if (before.board != shown_.board) {
        Q_EMIT alertsChanged();
    }
}

void RemoteFeed::acceptChain()
{
    QMetaObject::invokeMethod(home_, [this] { link_->acceptChain(); });
}

void RemoteFeed::finishCommand(const Result<HttpAnswer>& answer)
{
    const auto error = answer ? QString() : QString::fromStdString(answer.error().text());
    QMetaObject::invokeMethod(
        this, [this, error] { Q_EMIT commandFinished(error); }, Qt::QueuedConnection);
}

void RemoteFeed::submit(const Command& command)
{
    if (std::holds_alternative<RecordDrill>(command.what)) {
        // A drill never touches the service, and its trail is the service's.
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT commandFinished(tr("a drill is not recorded by a service")); },
            Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(home_, [this, command] {
        const auto* change = std::get_if<ChangeThresholds>(&command.what);
        if (change == nullptr) {
            asker_->ask(RemoteAsker::Kind::Command, requestFor(command),
                [this](const Result<HttpAnswer>& answer) { finishCommand(answer); });
            return;
        }
        asker_->ask(RemoteAsker::Kind::Command, thresholdsRequest(),
            [this, change = *change, actor = command.actor](
                const Result<HttpAnswer>& answer) { changeThresholds(change, actor, answer); });
    });
}

void RemoteFeed::changeThresholds(
    const ChangeThresholds& change, const std::string& actor, const Result<HttpAnswer>& inForce)
{
    if (!inForce) {
        finishCommand(inForce);
        return;
    }
    const auto request = changeRequest(change, actor, inForce->body);
    if (!request) {
        finishCommand(request.error());
        return;
    }
    asker_->ask(RemoteAsker::Kind::Command, *request,
        [this](const Result<HttpAnswer>& answer) { finishCommand(answer); });
}

template <typename Answer, typename Read>
void RemoteFeed::ask(RemoteAsker::Kind kind, HttpRequest request, QObject* context,
    Answered<Answer> answered, Read read)
{
    if (!shown_.contact.isConnected) {
        refuseLater(context, answered, shown_.contact.why);
        return;
    }
    const auto give = inMainThread<Answer>(context, std::move(answered));
    QMetaObject::invokeMethod(home_, [this, kind, request = std::move(request), give, read] {
        asker_->ask(kind, request, [give, read](const Result<HttpAnswer>& answer) {
            give(answer ? read(answer->body) : Result<Answer>(answer.error()));
        });
    });
}

void RemoteFeed::queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range,
    int maxPoints, Answered<std::vector<HistoryAnswer>> answered)
{
    ask<std::vector<HistoryAnswer>>(RemoteAsker::Kind::Metrics,
        metricsRequest(metrics, range, maxPoints), context, std::move(answered),
        [metrics](const QByteArray& body) { return readMetricsAnswer(body, metrics); });
}

void RemoteFeed::queryLatency(
    QObject* context, TimeRange range, int maxPoints, Answered<LatencyAnswer> answered)
{
    ask<LatencyAnswer>(RemoteAsker::Kind::Latency, latencyRequest(range, maxPoints), context,
        std::move(answered), &readLatencyAnswer);
}

void RemoteFeed::queryAlertHistory(
    QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered)
{
    ask<AlertHistoryAnswer>(RemoteAsker::Kind::AlertHistory, alertHistoryRequest(limit), context,
        std::move(answered), &readAlertHistoryAnswer);
}

void RemoteFeed::queryStorageForecast(QObject* context, Answered<StorageForecast> answered)
{
    ask<StorageForecast>(RemoteAsker::Kind::Forecast, forecastRequest(), context,
        std::move(answered), &readForecastAnswer);
}

void RemoteFeed::queryCertification(QObject* context, Answered<CertificationStatus> answered)
{
    ask<CertificationStatus>(RemoteAsker::Kind::Certification, certificationRequest(), context,
        std::move(answered), &readCertificationAnswer);
}

void RemoteFeed::queryAudit(QObject* context, AuditRange range, Answered<AuditAnswer> answered)
{
    ask<AuditAnswer>(RemoteAsker::Kind::Audit, auditRequest(range), context, std::move(answered),
        &readAuditAnswer);
}

void RemoteFeed::verifyAudit(QObject* context, Answered<AuditVerdict> answered)
{
    ask<AuditVerdict>(RemoteAsker::Kind::Verify, verifyRequest(), context, std::move(answered),
        &readVerdictAnswer);
}

}  // namespace headroom::ui
