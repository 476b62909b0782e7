// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alert_notices.h"

#include <QObject>

namespace headroom::ui {

/// Shows notices by the desktop's own notification service, over D-Bus. A later notice takes the
/// place of the one before. Without a service nothing happens. Never blocks. Main thread.
class DesktopNotice : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void show(const Notice& notice);

private:
    uint id_ = 0;  ///< of the notice on the screen, as the service named it
};

}  // namespace headroom::ui
