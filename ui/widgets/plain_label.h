// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QLabel>

namespace headroom::ui {

/// Words that are shown as they are, whatever is in them, in one of the theme's colours. Main
/// thread.
class PlainLabel final : public QLabel {
    Q_OBJECT
public:
    PlainLabel(
        const QString& text, double pixelSize, int weight, Token color, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Words about something that is wrong, in the ink of RED.
    void setFault(bool isFault);

private:
    void showColor();

    const Theme* theme_ = &Theme::dark();
    Token color_;
    bool isFault_ = false;
};

}  // namespace headroom::ui
