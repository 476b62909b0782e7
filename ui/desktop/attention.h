// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop_notice.h"
#include "ui/desktop/red_sound.h"
#include "ui/desktop/tray_icon.h"
#include "ui/main_window.h"
#include "ui/models/alert_notices.h"
#include "ui/models/overview_model.h"
#include "ui/models/red_alarm.h"

#include <QObject>

namespace headroom::ui {

/// What calls a person: the sound for RED, and in a window the tray and the desktop's notices. A
/// wall has the sound alone: nobody sits before it. Main thread.
class Attention : public QObject {
    Q_OBJECT
public:
    /// `model` and `window` outlive it.
    Attention(OverviewModel& model, MainWindow& window, QObject* parent = nullptr);

private:
    void takeNotice(const Notice& notice);
    void takeWall();
    void takePreferences();
    [[nodiscard]] bool mayRedSound() const;
    void toggleMute();
    void say();

    OverviewModel& model_;
    MainWindow& window_;
    RedAlarm alarm_;
    RedSound sound_;
    AlertNotices notices_;
    DesktopNotice desktop_;
    TrayIcon tray_;
    QString silence_;  ///< why nobody will hear anything
};

}  // namespace headroom::ui
