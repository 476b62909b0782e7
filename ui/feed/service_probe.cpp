// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/service_probe.h"

#include "ui/feed/http_reply_guard.h"
#include "ui/feed/remote_url.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace headroom::ui {

namespace {

/// Larger ones are no answer to such a question, and would take a while to read.
constexpr qsizetype kMostBytes = 256 * 1024;

bool hasKey(const QByteArray& body, const char* key)
{
    return body.size() <= kMostBytes
        && QJsonDocument::fromJson(body).object().contains(QLatin1String(key));
}

}  // namespace

ServiceProbe::ServiceProbe(HttpPeer peer, QObject* parent)
    : QObject(parent)
    , peer_(std::move(peer))
{
}

void ServiceProbe::ask(Found found)
{
    found_ = std::move(found);
    get("/api/v1/whoami", [this](const Result<HttpAnswer>& answer) { takeWhoAmI(answer); });
}

void ServiceProbe::get(
    const QByteArray& path, std::function<void(const Result<HttpAnswer>&)> answered)
{
    delete std::exchange(exchange_, nullptr);
    HttpRequest request;
    request.path = path;
    exchange_ = new HttpExchange(peer_, request, this);
    exchange_->start([this, answered = std::move(answered)](const Result<HttpAnswer>& answer) {
        trace_ = exchange_->trace();
        status_ = answer ? answer->head.status : 0;
        body_ = answer ? answer->body : QByteArray();
        std::exchange(exchange_, nullptr)->deleteLater();
        answered(answer);
    });
}

void ServiceProbe::takeWhoAmI(const Result<HttpAnswer>& answer)
{
    if (!answer) {
        fail(answer.error().text());
    } else if (answer->head.status == 200 && hasKey(answer->body, "role")) {
        finish(ServiceKind::Current);
    } else if (answer->head.status == 404 || answer->head.status == 405) {
        get("/metrics/scale-status",
            [this](const Result<HttpAnswer>& status) { takeScaleStatus(status); });
    } else if (answer->head.status / 100 == 2) {
        fail(tr("is no Headroom service").toStdString());
    } else {
        fail(errorOf(answer->head, answer->body).text());
    }
}

void ServiceProbe::takeScaleStatus(const Result<HttpAnswer>& answer)
{
    if (!answer) {
        fail(answer.error().text());
    } else if (answer->head.status == 200 && hasKey(answer->body, "concurrent_writes")
        && hasKey(answer->body, "storage")) {
        finish(ServiceKind::Older);
    } else {
        fail(tr("is no Headroom service").toStdString());
    }
}

void ServiceProbe::fail(const std::string& why)
{
    finish(Error { ErrorCode::Unavailable, originOf(peer_.url).toStdString() + ' ' + why, {} });
}

void ServiceProbe::finish(const Result<ServiceKind>& kind)
{
    if (const auto found = std::exchange(found_, {})) {
        found(kind);
    }
}

}  // namespace headroom::ui
