// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/service_check.h"

#include "ui/feed/http_reply_guard.h"
#include "ui/feed/remote_snapshot_reader.h"
#include "ui/feed/remote_url.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace headroom::ui {

namespace {

constexpr qsizetype kMostWords = 100;

QString wordOf(const QByteArray& body, const char* key)
{
    return shownText(
        QJsonDocument::fromJson(body).object().value(QLatin1String(key)).toString(), kMostWords);
}

/// The one number of a query's answer, 0 when nothing matched; empty when there is none to read.
std::optional<int> countFrom(const Result<HttpAnswer>& answer)
{
    if (!answer || answer->head.status != 200) {
        return std::nullopt;
    }
    const auto document = QJsonDocument::fromJson(answer->body).object();
    const auto result
        = document.value(QStringLiteral("data")).toObject().value(QStringLiteral("result"));
    if (document.value(QStringLiteral("status")).toString() != QLatin1String("success")
        || !result.isArray()) {
        return std::nullopt;
    }
    const auto samples = result.toArray();
    if (samples.isEmpty()) {
        return 0;
    }
    const auto value
        = samples.at(0).toObject().value(QStringLiteral("value")).toArray().at(1).toString();
    bool isNumber = false;
    const int count = value.toInt(&isNumber);
    return isNumber && count >= 0 ? std::optional(count) : std::nullopt;
}

}  // namespace

ServiceCheck::ServiceCheck(HttpPeer peer, QObject* parent)
    : QObject(parent)
    , probe_(peer, this)
{
    findings_.peer = std::move(peer);
}

void ServiceCheck::start(Done done)
{
    done_ = std::move(done);
    const auto& peer = findings_.peer;
    if (!peer.token.isEmpty() && !mayCarryToken(peer.url)) {
        findings_.error = "would get the token in the open: http is not encrypted";
        QMetaObject::invokeMethod(this, &ServiceCheck::finish, Qt::QueuedConnection);
        return;
    }
    probe_.ask([this](const Result<ServiceKind>& kind) { takeKind(kind); });
}

void ServiceCheck::takeKind(const Result<ServiceKind>& kind)
{
    findings_.trace = probe_.trace();
    findings_.status = probe_.status();
    if (!kind) {
        const auto address = originOf(findings_.peer.url).toStdString() + ' ';
        findings_.error = kind.error().message;
        if (findings_.error.starts_with(address)) {
            findings_.error.erase(0, address.size());
        }
        finish();
        return;
    }
    findings_.kind = *kind;
    if (*kind == ServiceKind::Older) {
        takeOlder(probe_.body());
        finish();
        return;
    }
    findings_.role = wordOf(probe_.body(), "role");
    HttpRequest request;
    request.path = "/api/v1/snapshot";
    exchange_ = new HttpExchange(findings_.peer, request, this);
    exchange_->start([this](const Result<HttpAnswer>& answer) { takeSnapshot(answer); });
}

void ServiceCheck::takeOlder(const QByteArray& scaleStatus)
{
    static constexpr const char* kParts[kMetricCount] = { "concurrent_writes", "storage",
        "write_throughput", "query_performance", "artifact_size", "artifact_count", "audit_trail" };
    const auto status = QJsonDocument::fromJson(scaleStatus).object();
    std::array<bool, kMetricCount> covers {};
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        covers[i] = status.value(QLatin1String(kParts[i])).isObject();
    }
    findings_.covers = covers;
}

void ServiceCheck::takeSnapshot(const Result<HttpAnswer>& answer)
{
    findings_.trace = exchange_->trace();
    findings_.status = answer ? answer->head.status : 0;
    std::exchange(exchange_, nullptr)->deleteLater();
    const SystemClock clock;
    const auto read = !answer ? Result<RemoteSnapshot>(answer.error())
        : answer->head.status != 200
        ? Result<RemoteSnapshot>(errorOf(answer->head, answer->body))
        : readSnapshot(answer->body, ReceivedAt { clock.steadyNow(), clock.systemNow() });
    if (!read) {
        findings_.error = read.error().text();
        finish();
        return;
    }
    findings_.source = QString::fromStdString(read->snapshot.source.name);
    std::array<bool, kMetricCount> covers {};
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        // Without a reading nobody knows whether there will ever be one: it is not promised.
        covers[i] = read->snapshot.metrics[i].reading.has_value();
    }
    findings_.covers = covers;
    finish();
}

void ServiceCheck::finish()
{
    if (const auto done = std::exchange(done_, {})) {
        done(findings_);
    }
}

PrometheusCheck::PrometheusCheck(HttpPeer peer, QObject* parent)
    : QObject(parent)
{
    findings_.peer = std::move(peer);
}

void PrometheusCheck::start(Done done)
{
    done_ = std::move(done);
    ask("/api/v1/status/buildinfo", &PrometheusCheck::takeBuild);
}

void PrometheusCheck::ask(
    const QByteArray& path, void (PrometheusCheck::*take)(const Result<HttpAnswer>&))
{
    HttpRequest request;
    request.path = path;
    exchange_ = new HttpExchange(findings_.peer, request, this);
    exchange_->start([this, take](const Result<HttpAnswer>& answer) {
        findings_.trace = exchange_->trace();
        findings_.status = answer ? answer->head.status : 0;
        std::exchange(exchange_, nullptr)->deleteLater();
        (this->*take)(answer);
    });
}

void PrometheusCheck::takeBuild(const Result<HttpAnswer>& answer)
{
    const auto data = answer
        ? QJsonDocument::fromJson(answer->body).object().value(QStringLiteral("data")).toObject()
        : QJsonObject();
    findings_.version = shownText(data.value(QStringLiteral("version")).toString(), kMostWords);
    if (!answer) {
        findings_.error = answer.error().text();
    } else if (answer->head.status != 200) {
        findings_.error = errorOf(answer->head, answer->body).text();
    } else if (findings_.version.isEmpty()) {
        findings_.error = "is no Prometheus server";
    }
    if (!findings_.error.empty()) {
        finish();
        return;
    }
    // count(count by (instance) (headroom_worst_level)): services that it has heard of lately.
    ask("/api/v1/query?query=count%28count%20by%20%28instance%29%20%28headroom_worst_level%29%29",
        &PrometheusCheck::takeCount);
}

void PrometheusCheck::takeCount(const Result<HttpAnswer>& answer)
{
    findings_.depositories = countFrom(answer);
    if (findings_.depositories.value_or(0) == 0) {
        finish();
        return;
    }
    // count(headroom:rank): the rule of the fleet's page.
    ask("/api/v1/query?query=count%28%7B__name__%3D%22headroom%3Arank%22%7D%29",
        &PrometheusCheck::takeRank);
}

void PrometheusCheck::takeRank(const Result<HttpAnswer>& answer)
{
    if (const auto count = countFrom(answer)) {
        findings_.hasRank = *count > 0;
    }
    finish();
}

void PrometheusCheck::finish()
{
    if (const auto done = std::exchange(done_, {})) {
        done(findings_);
    }
}

}  // namespace headroom::ui
