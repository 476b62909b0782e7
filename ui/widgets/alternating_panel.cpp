// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alternating_panel.h"

#include "ui/widgets/motion.h"

namespace headroom::ui {

void AlternatingPanel::setAlternating(bool alternating)
{
    if (alternating != alternating_) {
        alternating_ = alternating;
        Alternation::shared().watch(this, alternating_ && isVisible());
    }
}

void AlternatingPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    if (alternating_) {
        Alternation::shared().watch(this, true);
    }
}

void AlternatingPanel::hideEvent(QHideEvent* event)
{
    Panel::hideEvent(event);
    if (alternating_) {
        Alternation::shared().watch(this, false);
    }
}

}  // namespace headroom::ui
