// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/desktop_notice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace headroom::ui {

void DesktopNotice::show(const Notice& notice)
{
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    auto message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"),
        QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    message.setAutoStartService(false);
    constexpr uchar kCritical = 2;
    constexpr uchar kNormal = 1;
    const bool isCritical = notice.level == Level::Red || notice.level == Level::Unknown;
    // The body may be read as markup; the title never is.
    message << QStringLiteral("Headroom") << id_ << QStringLiteral("headroom") << notice.title
            << notice.body.toHtmlEscaped() << QStringList()
            << QVariantMap { { QStringLiteral("urgency"),
                   QVariant::fromValue(isCritical ? kCritical : kNormal) } }
            << -1;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<uint> reply = *answer;
        answer->deleteLater();
        id_ = reply.isError() ? 0 : reply.value();
    });
}

}  // namespace headroom::ui
