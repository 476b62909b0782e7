// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/panel.h"

namespace headroom::ui {

/// A panel that may show shapes of unacknowledged alerts: it follows the shared alternation while
/// it has any and can be seen.
class AlternatingPanel : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

protected:
    /// Whether something in this panel alternates.
    void setAlternating(bool alternating);
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    bool alternating_ = false;
};

}  // namespace headroom::ui
