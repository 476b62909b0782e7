// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusPendingCallWatcher;

namespace headroom::ui {

/// Keeps the screen on while a wall is shown, by asking the desktop's screen saver and power
/// management over D-Bus. A desktop without them, or no bus at all, is fine: there is then nothing
/// to ask. Never blocks. Main thread.
class ScreenSaver : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Gives back what was asked for.
    ~ScreenSaver() override;

    void setInhibited(bool isInhibited);

private:
    /// A service that can be asked, and its receipt once it has agreed.
    struct Service {
        const char* name;
        const char* path;
        const char* release;  ///< the method that takes the receipt back
        uint cookie = 0;
    };

    void ask(Service& service);
    void giveBack(Service& service);

    Service services_[2] {
        { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "UnInhibit", 0 },
        { "org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
            "UnInhibit", 0 },
    };
    bool isInhibited_ = false;
};

}  // namespace headroom::ui
