// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace headroom::ui {

class PlainLabel;

/// Preferences of one kind: a heading, and below it one thing to choose after the other. Main
/// thread.
class PreferencesCard final : public QWidget {
    Q_OBJECT
public:
    PreferencesCard(const QString& icon, const QString& title, QWidget* parent = nullptr);

    /// `control` gets `name` as its accessible name; `hint` may be empty.
    void add(const QString& name, const QString& hint, QWidget* control);
    /// Words of their own below what was added before.
    PlainLabel* addWords(Token color);
    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString icon_;
    QString title_;
    const Theme* theme_ = &Theme::dark();
    QVBoxLayout* rows_;
};

}  // namespace headroom::ui
