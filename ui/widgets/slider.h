// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QAbstractSlider>

namespace headroom::ui {

/// A horizontal slider in the look of the desk. Keyboard as QAbstractSlider has it. Main thread.
class Slider : public QAbstractSlider {
    Q_OBJECT
public:
    explicit Slider(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override { return { 160, 32 }; }

Q_SIGNALS:
    /// A person has chosen a value: the handle was let go, or a key moved it.
    void chosen(int value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] double xOf(int value) const;
    [[nodiscard]] int valueAt(double x) const;

    const Theme* theme_ = &Theme::dark();
};

}  // namespace headroom::ui
