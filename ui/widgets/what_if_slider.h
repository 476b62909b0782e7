// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/simulator_display.h"
#include "ui/theme.h"

#include <QAbstractSlider>

namespace headroom::ui {

/// A slider on the scale of a gauge: the bands of the levels, where they begin, and the live value
/// as a hollow mark. Its range is the scale in steps. Desk only. Main thread.
class WhatIfSlider : public QAbstractSlider {
    Q_OBJECT
public:
    static constexpr int kSteps = 1200;

    explicit WhatIfSlider(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Moves the handle too, unless a person holds it.
    void setDisplay(const WhatIfDisplay& display);
    [[nodiscard]] QSize sizeHint() const override { return { 320, 52 }; }

Q_SIGNALS:
    /// A person moved it; a share of the scale.
    void moved(double fraction);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void moveTo(double x);
    [[nodiscard]] double xOf(double fraction) const;
    void paintTicks(QPainter& painter);

    const Theme* theme_ = &Theme::dark();
    WhatIfDisplay display_;
};

}  // namespace headroom::ui
