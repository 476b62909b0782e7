// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QAbstractButton>

namespace headroom::ui {

/// The round mark of a choice out of a few; what it chooses stands beside it. Desk only. Main
/// thread.
class RadioDot final : public QAbstractButton {
    Q_OBJECT
public:
    /// `name` is what it chooses, for those who cannot see what stands beside it.
    explicit RadioDot(const QString& name, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override { return { 32, 32 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_ = &Theme::dark();
};

}  // namespace headroom::ui
