// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The line at the foot of the wall: what this screen watches, its certification, and the keys.
/// Main thread.
class FootPanel : public Panel {
    Q_OBJECT
public:
    explicit FootPanel(QWidget* parent = nullptr);

    /// Repaints if the display differs from the one before.
    void setDisplay(const FootDisplay& display);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FootDisplay display_;
};

}  // namespace headroom::ui
