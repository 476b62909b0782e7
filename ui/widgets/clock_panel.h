// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The time, where the data come from and how old they are; a dot goes on every second, so that a
/// frozen screen is seen. A card on the wall, one line without a card on the desk. Main thread.
class ClockPanel : public Panel {
    Q_OBJECT
public:
    explicit ClockPanel(QWidget* parent = nullptr);

    /// Repaints if the display differs from the one before.
    void setDisplay(const ClockDisplay& display);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool isLost() const;
    [[nodiscard]] QString icon() const;
    void paintCard(QPainter& painter);
    void paintLine(QPainter& painter);
    void paintBeat(QPainter& painter, QPointF centre);

    ClockDisplay display_;
};

}  // namespace headroom::ui
