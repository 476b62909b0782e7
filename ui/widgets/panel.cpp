// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel.h"

#include "ui/widgets/accessible.h"

namespace headroom::ui {

Panel::Panel(QWidget* parent)
    : QWidget(parent)
    , theme_(&Theme::dark())
{
    setAccessibleRole(*this, QAccessible::StaticText);  // until it says what it is
}

void Panel::setLook(const Theme& theme, ScreenSizes sizes)
{
    if (theme_ == &theme && sizes_ == sizes) {
        return;
    }
    theme_ = &theme;
    sizes_ = sizes;
    lookChanged();
    update();
}

}  // namespace headroom::ui
