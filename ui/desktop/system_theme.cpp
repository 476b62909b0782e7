// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/system_theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

namespace headroom::ui {

namespace {

const QString kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

/// Read() answers a variant in a variant, and the signal only one.
uint numberIn(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value.toUInt();
}

}  // namespace

SystemTheme::SystemTheme(QObject* parent)
    : QObject(parent)
{
    qGuiApp->installEventFilter(this);
    // A picture is painted without a desktop.
    if (QGuiApplication::platformName() != QLatin1String("offscreen")) {
        ask();
    }
}

void SystemTheme::ask()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(kPortal, kPath, kSettings, QStringLiteral("SettingChanged"), this,
        SLOT(takeSetting(QString, QString, QDBusVariant)));
    auto message
        = QDBusMessage::createMethodCall(kPortal, kPath, kSettings, QStringLiteral("Read"));
    message.setAutoStartService(false);
    message << kGroup << kKey;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        answer->deleteLater();
        if (!reply.isError()) {
            take(numberIn(reply.value().variant()));
        }
    });
}

ThemeKind SystemTheme::kind() const
{
    constexpr int kMiddle = 128;
    const bool looksDark = QGuiApplication::palette().color(QPalette::Window).lightness() < kMiddle;
    return said_.value_or(looksDark ? ThemeKind::Dark : ThemeKind::Light);
}

void SystemTheme::take(uint colorScheme)
{
    const auto before = kind();
    said_ = colorScheme == 1 ? std::optional(ThemeKind::Dark)
        : colorScheme == 2   ? std::optional(ThemeKind::Light)
                             : std::nullopt;
    if (kind() != before) {
        Q_EMIT changed();
    }
}

void SystemTheme::takeSetting(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == kGroup && key == kKey) {
        take(numberIn(value.variant()));
    }
}

bool SystemTheme::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange) {
        Q_EMIT changed();
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace headroom::ui
