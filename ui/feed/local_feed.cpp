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
    if (auto first = monitor.latest()) {
        receive(std::move(first));
    }
}

void LocalFeed::detach()
{
    subscription_ = Subscription();
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
    if (!std::exchange(isHopping_, true)) {
        QMetaObject::invokeMethod(this, &LocalFeed::deliver, Qt::QueuedConnection);
    }
}

void LocalFeed::deliver()
{
    {
        const std::lock_guard lock(mutex_);
        isHopping_ = false;
        latest_ = newest_;
    }
    Q_EMIT snapshotChanged();
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
