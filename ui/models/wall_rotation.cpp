// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/wall_rotation.h"

#include <utility>

namespace headroom::ui {

WallRotation::WallRotation(QObject* parent)
    : QObject(parent)
{
    timer_.setInterval(std::chrono::seconds(30));
    connect(&timer_, &QTimer::timeout, this, &WallRotation::turn);
}

void WallRotation::setPages(const QStringList& pages, std::chrono::seconds each)
{
    pages_ = pages;
    pages_.removeAll(wallId());
    pages_.prepend(wallId());
    timer_.setInterval(each);
    show(0);
    startOrStop();
}

void WallRotation::setActive(bool isActive)
{
    isActive_ = isActive;
    if (!isActive_) {
        at_ = 0;  // nobody is to hear of it: the wall has gone
    }
    startOrStop();
}

void WallRotation::setCalm(bool isCalm)
{
    if (std::exchange(isCalm_, isCalm) == isCalm) {
        return;
    }
    if (!isCalm_) {
        show(0);
    }
    startOrStop();
}

void WallRotation::turn() { show((at_ + 1) % pages_.size()); }

void WallRotation::startOrStop()
{
    const bool isTurning = isActive_ && isCalm_ && pages_.size() > 1;
    if (isTurning && !timer_.isActive()) {
        timer_.start();
    } else if (!isTurning) {
        timer_.stop();
    }
}

void WallRotation::show(qsizetype at)
{
    if (std::exchange(at_, at) != at) {
        Q_EMIT pageChanged(page());
    }
}

bool isCalm(const OverviewDisplay& display)
{
    const auto& banner = display.banner;
    const bool isKnown = banner.truth == Truth::Live || banner.truth == Truth::Late;
    return isKnown && (banner.level == Level::Green || banner.level == Level::Yellow)
        && display.contact.kind == ContactDisplay::Kind::Fine;
}

}  // namespace headroom::ui
