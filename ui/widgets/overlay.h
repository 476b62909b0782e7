// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QPointer>
#include <QWidget>

namespace headroom::ui {

/// A card in front of the whole window, which is dimmed behind it. Tab stays inside; Esc and a
/// click beside the card dismiss it, then the keyboard goes back to where it was. Deletes itself.
/// Main thread.
class Overlay : public QWidget {
    Q_OBJECT
public:
    /// `name` is what is read aloud when it opens.
    Overlay(const QString& name, QWidget* window);

    virtual void setTheme(const Theme& theme);
    /// Shows it and takes the keyboard.
    void open();
    void dismiss();

    [[nodiscard]] const QRect& card() const { return card_; }

Q_SIGNALS:
    void dismissed();

protected:
    [[nodiscard]] const Theme& theme() const { return *theme_; }
    /// Where the card stands in a window of this size.
    [[nodiscard]] virtual QRect cardIn(const QSize& window) const = 0;
    virtual void placeCard(const QRect& card) = 0;
    /// What has the keyboard first.
    [[nodiscard]] virtual QWidget* firstFocus() = 0;
    /// The card's place is another one now.
    void place();

    bool focusNextPrevChild(bool isNext) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
    QRect card_;
    QPointer<QWidget> before_;
    bool isDismissed_ = false;
};

}  // namespace headroom::ui
