// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QComboBox>

namespace headroom::ui {

/// A choice out of a few, closed until it is opened. Desk only. Main thread.
class DropDown : public QComboBox {
    Q_OBJECT
public:
    explicit DropDown(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
};

}  // namespace headroom::ui
