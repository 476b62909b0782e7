// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QAbstractButton>

namespace headroom::ui {

/// A large choice with an icon, a bold and a quiet line. Enter presses it. Main thread.
class WelcomeRow final : public QAbstractButton {
    Q_OBJECT
public:
    WelcomeRow(const QString& icon, const QString& title, const QString& detail,
        QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
    QString icon_;
    QString detail_;
};

}  // namespace headroom::ui
