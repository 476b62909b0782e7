// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/red_alarm.h"

#include "ui/models/alert_words.h"

#include <algorithm>

namespace headroom::ui {

RedAlarm::RedAlarm(Feed& feed, const Clock& clock, QObject* parent)
    : QObject(parent)
    , feed_(feed)
    , clock_(clock)
{
    connect(&timer_, &QTimer::timeout, this, &RedAlarm::check);
    connect(&feed_, &Feed::alertsChanged, this, &RedAlarm::check);
    timer_.start(std::chrono::seconds(1));
}

bool RedAlarm::isRed() const
{
    const auto board = feed_.alerts();
    return board && !feed_.isSimulated()
        && std::any_of(board->open.begin(), board->open.end(), [](const AlertView& alert) {
               return alert.level == Level::Red && waitsForPerson(alert);
           });
}

bool RedAlarm::isMuted() const { return mutedUntil_ && clock_.steadyNow() < *mutedUntil_; }

QString RedAlarm::notice() const
{
    return isMuted() ? tr("sound muted until %1").arg(hourAndMinute(mutedUntilUtc_)) : QString();
}

void RedAlarm::toggleMute()
{
    if (isMuted()) {
        mutedUntil_.reset();
        soundedAt_.reset();
    } else {
        mutedUntil_ = clock_.steadyNow() + kLongestMute;
        mutedUntilUtc_ = clock_.systemNow() + kLongestMute;
    }
    Q_EMIT noticeChanged();
    check();
}

void RedAlarm::check()
{
    if (mutedUntil_ && !isMuted()) {
        mutedUntil_.reset();
        soundedAt_.reset();
        Q_EMIT noticeChanged();
    }
    if (!isRed()) {
        soundedAt_.reset();  // the next one sounds at once
        return;
    }
    const auto now = clock_.steadyNow();
    if (!isMuted() && (!soundedAt_ || now - *soundedAt_ >= kRepeat)) {
        soundedAt_ = now;
        Q_EMIT soundDue();
    }
}

}  // namespace headroom::ui
