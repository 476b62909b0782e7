// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/panel.h"

namespace headroom::ui {

/// What headroom is, in one picture: bars below a limit, with examples that say that they are some.
/// Main thread.
class WelcomePicture final : public Panel {
    Q_OBJECT
public:
    explicit WelcomePicture(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace headroom::ui
