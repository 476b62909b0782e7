// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QScreen>
#include <QString>

namespace headroom::ui {

/// The screen that a wall belongs to, by its name. Screens come and go; it says when the one that
/// is wanted is back, and when the one that is in use has another size. Main thread.
class ScreenChoice : public QObject {
    Q_OBJECT
public:
    explicit ScreenChoice(QObject* parent = nullptr);

    /// Empty: any screen will do.
    void setWanted(const QString& name);
    [[nodiscard]] QString wanted() const { return wanted_; }
    /// Null: it is not there, or none is wanted.
    [[nodiscard]] QScreen* screen() const;
    /// "DP-1, HDMI-1": those that are there now.
    [[nodiscard]] static QString names();

    /// A screen has come.
    void take(QScreen* screen);

Q_SIGNALS:
    /// The window should be on this screen now, and fill it if it is a wall.
    void returned(QScreen* screen);
    /// Screens have gone or changed: a wall must fill the one it is on.
    void changed();

private:
    void watch(QScreen* screen);

    QString wanted_;
};

}  // namespace headroom::ui
