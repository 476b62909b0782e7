// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feed/feed.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace headroom::ui {

/// When the alarm for RED sounds: at once, and again and again until every RED alert is
/// acknowledged or shelved. People may mute it for a while, never for longer than 15 minutes. A
/// drill makes no noise. Main thread.
class RedAlarm : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::minutes kLongestMute { 15 };
    static constexpr std::chrono::seconds kRepeat { 10 };

    /// `feed` and `clock` outlive the alarm.
    RedAlarm(Feed& feed, const Clock& clock, QObject* parent = nullptr);

    /// Mutes for kLongestMute; a second time, it may sound again.
    void toggleMute();
    [[nodiscard]] bool isMuted() const;
    /// "sound muted until 14:18"; empty while it may sound.
    [[nodiscard]] QString notice() const;
    /// A RED alert waits for a person.
    [[nodiscard]] bool isRed() const;

    /// Time has passed, or the board is another one.
    void check();

Q_SIGNALS:
    void soundDue();
    void noticeChanged();

private:
    Feed& feed_;
    const Clock& clock_;
    QTimer timer_;
    std::optional<SteadyTime> soundedAt_;
    std::optional<SteadyTime> mutedUntil_;
    SystemTime mutedUntilUtc_ {};
};

}  // namespace headroom::ui
