// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/simulator_display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// Whom an alert goes to, and within which time. Desk only. Main thread.
class EscalationPanel : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

    void setDisplay(const EscalationDisplay& display);
    [[nodiscard]] const EscalationDisplay& display() const { return display_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    EscalationDisplay display_;
};

}  // namespace headroom::ui
