// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace headroom::ui {

/// The striped frame around a window that shows something made up (TOKENS §9). Lies over
/// everything, covers the border only, and takes no input. Main thread.
class StripeFrame : public QWidget {
    Q_OBJECT
public:
    explicit StripeFrame(QWidget* parent);

    void setTheme(const Theme& theme);
    /// In px; 14 on the desk, 12 on a wall times its scale.
    void setThickness(double thickness);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void cutOut();

    const Theme* theme_ = &Theme::dark();
    double thickness_ = 14;
};

}  // namespace headroom::ui
