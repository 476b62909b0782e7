// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QAbstractButton>
#include <QPainter>

namespace headroom::ui {

/// A button that Headroom paints itself: a label, an icon, or both. Desk only. Main thread.
class PushButton : public QAbstractButton {
    Q_OBJECT
public:
    /// `icon` is a name in resources/icons; either may be empty.
    PushButton(const QString& icon, const QString& text, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// The one that a page is about: filled.
    void setPrimary(bool isPrimary);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
    QString icon_;
    bool isPrimary_ = false;
};

/// A check box with its label. Desk only. Main thread.
class CheckBox : public QAbstractButton {
    Q_OBJECT
public:
    explicit CheckBox(const QString& text, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
};

/// A choice of a list: icon, bold line, quiet line; checked while it is in force. Desk only. Main
/// thread.
class ChoiceRow : public QAbstractButton {
    Q_OBJECT
public:
    ChoiceRow(const QString& icon, const QString& title, const QString& detail,
        QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override { return { 200, 48 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
    QString icon_;
    QString detail_;
};

/// The ring that a control shows while the keyboard is on it.
void drawFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme, double radius = 6);

}  // namespace headroom::ui
