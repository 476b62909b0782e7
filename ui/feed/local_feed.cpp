// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/local_feed.h"

#include <utility>

namespace headroom::ui {

LocalFeed::LocalFeed(QString sourceText, QObject* parent)
    : Feed(parent)
    , sourceText_(std::move(sourceText))
{
    commands_.setMaxThreadCount(1);
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
        Q_EMIT snapshotChanged();
    }
    if (hasBoard) {
        Q_EMIT alertsChanged();
    }
}

void LocalFeed::submit(const Command& command)
{
    if (monitor_ == nullptr) {
        Q_EMIT commandFinished(QStringLiteral("the core is not running yet; try again"));
        return;
    }
    commands_.start([this, monitor = monitor_, command] {
        const auto result = monitor->submit(command);
        const auto error = result ? QString() : QString::fromStdString(result.error().text());
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT commandFinished(error); }, Qt::QueuedConnection);
    });
}

}  // namespace headroom::ui
