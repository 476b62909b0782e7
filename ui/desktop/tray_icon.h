// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

#include <QIcon>
#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace headroom::ui {

/// The worst level in the desktop's tray, as a shape. A click brings the window to the front. Main
/// thread.
class TrayIcon : public QObject {
    Q_OBJECT
public:
    explicit TrayIcon(QObject* parent = nullptr);

    /// Shown only where the desktop has a tray.
    void setVisible(bool isVisible);
    void setDisplay(const OverviewDisplay& display);
    void setMuted(bool isMuted);

Q_SIGNALS:
    void windowRequested();
    void muteRequested();
    void quitRequested();

private:
    QMenu menu_;
    QSystemTrayIcon icon_;
    QAction* mute_;
    Level level_ = Level::Green;
    bool hasIcon_ = false;
};

/// The shape of a level on transparent ground, in the usual sizes of a tray.
[[nodiscard]] QIcon trayShape(Level level);

}  // namespace headroom::ui
