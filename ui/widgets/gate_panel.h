// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The write gate: open, paused (429), halted (503), or unknown. Main thread.
class GatePanel : public Panel {
    Q_OBJECT
public:
    explicit GatePanel(QWidget* parent = nullptr);

    /// Repaints if the display differs from the one before.
    void setDisplay(const GateDisplay& display);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString title() const;

    GateDisplay display_;
};

}  // namespace headroom::ui
