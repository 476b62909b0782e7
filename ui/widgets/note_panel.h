// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// A small card of the desk: an icon, a bold line, a quiet line. Main thread.
class NotePanel : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

    void setDisplay(const NoteDisplay& display);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NoteDisplay display_;
};

/// The strip where there is no room for it: one line a limit. Main thread.
class StripRows : public Panel {
    Q_OBJECT
public:
    using Panel::Panel;

    void setDisplay(const StripDisplay& display);
    [[nodiscard]] int heightFor(int rows) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    StripDisplay display_;
};

}  // namespace headroom::ui
