// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screen_saver.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace headroom::ui {

namespace {

QDBusMessage callTo(const char* name, const char* path, const char* method)
{
    // PowerManagement's methods live in an interface below its service.
    const QString interface = QString::fromLatin1(name)
        + (QString::fromLatin1(path).endsWith(QLatin1String("Inhibit")) ? QStringLiteral(".Inhibit")
                                                                        : QString());
    auto message = QDBusMessage::createMethodCall(QString::fromLatin1(name),
        QString::fromLatin1(path), interface, QString::fromLatin1(method));
    message.setAutoStartService(false);
    return message;
}

}  // namespace

ScreenSaver::~ScreenSaver() { setInhibited(false); }

void ScreenSaver::setInhibited(bool isInhibited)
{
    if (isInhibited_ == isInhibited) {
        return;
    }
    isInhibited_ = isInhibited;
    for (auto& service : services_) {
        isInhibited ? ask(service) : giveBack(service);
    }
}

void ScreenSaver::ask(Service& service)
{
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    auto message = callTo(service.name, service.path, "Inhibit");
    message << QStringLiteral("Headroom") << QStringLiteral("a wall display is shown");
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, &service] {
        const QDBusPendingReply<uint> reply = *answer;
        answer->deleteLater();
        if (reply.isError()) {
            return;  // no such service here
        }
        service.cookie = reply.value();
        if (!isInhibited_) {
            giveBack(service);  // the wall was left while the answer was on its way
        }
    });
}

void ScreenSaver::giveBack(Service& service)
{
    if (service.cookie == 0) {
        return;
    }
    auto message = callTo(service.name, service.path, service.release);
    message << service.cookie;
    QDBusConnection::sessionBus().send(message);
    service.cookie = 0;
}

}  // namespace headroom::ui
