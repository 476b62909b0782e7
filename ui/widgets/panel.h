// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace headroom::ui {

/// A widget that paints one thing in the current theme and sizes. Main thread.
class Panel : public QWidget {
    Q_OBJECT
public:
    explicit Panel(QWidget* parent = nullptr);

    void setLook(const Theme& theme, ScreenSizes sizes);
    [[nodiscard]] const Theme& theme() const { return *theme_; }
    [[nodiscard]] ScreenSizes sizes() const { return sizes_; }
    [[nodiscard]] double px(double wallPx, double deskPx) const
    {
        return sizes_.px(wallPx, deskPx);
    }

protected:
    /// Theme or sizes are others now: drop what was cached. update() follows by itself.
    virtual void lookChanged() { }

private:
    const Theme* theme_;
    ScreenSizes sizes_;
};

}  // namespace headroom::ui
