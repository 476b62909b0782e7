// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/screen_choice.h"

#include <QGuiApplication>
#include <QStringList>

namespace headroom::ui {

ScreenChoice::ScreenChoice(QObject* parent)
    : QObject(parent)
{
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &ScreenChoice::take);
    // Later: the platform first moves the windows of a screen that goes to another one.
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &ScreenChoice::changed,
        Qt::QueuedConnection);
    for (auto* screen : QGuiApplication::screens()) {
        watch(screen);
    }
}

void ScreenChoice::watch(QScreen* screen)
{
    connect(screen, &QScreen::geometryChanged, this, &ScreenChoice::changed);
}

void ScreenChoice::setWanted(const QString& name) { wanted_ = name; }

QScreen* ScreenChoice::screen() const
{
    if (wanted_.isEmpty()) {
        return nullptr;
    }
    for (auto* screen : QGuiApplication::screens()) {
        if (screen->name() == wanted_) {
            return screen;
        }
    }
    return nullptr;
}

QString ScreenChoice::names()
{
    QStringList names;
    for (const auto* screen : QGuiApplication::screens()) {
        names << screen->name();
    }
    return names.join(QStringLiteral(", "));
}

void ScreenChoice::take(QScreen* screen)
{
    watch(screen);
    if (!wanted_.isEmpty() && screen->name() == wanted_) {
        Q_EMIT returned(screen);
    } else {
        Q_EMIT changed();
    }
}

}  // namespace headroom::ui
