// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/service_feed.h"

#include "ui/feed/remote_url.h"

#include <QRandomGenerator>

#include <utility>

namespace headroom::ui {

ServiceFeed::ServiceFeed(
    HttpPeer peer, const Clock& clock, Make make, BackOffSettings backOff, QObject* parent)
    : SwitchFeed({}, parent)
    , sourceText_(originOf(peer.url).section(QStringLiteral("//"), 1))
    , make_(std::move(make))
    , backOff_(backOff, QRandomGenerator::global()->generate())
    , probe_(std::move(peer))
{
    waiting_.isConnected = false;
    waiting_.since = clock.steadyNow();
    waiting_.sinceUtc = clock.systemNow();
    noteFailure(tr("%1 has not answered yet").arg(sourceText_));
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
    setInner(make_(*kind));
}

void ServiceFeed::noteFailure(const QString& why)
{
    waiting_.why = why;
    setContact(waiting_);
}

}  // namespace headroom::ui
