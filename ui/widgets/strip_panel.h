// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The strip of the limits that have no gauge: label, value, and a headroom bar or a sentence, in
/// cells of equal width. Main thread.
class StripPanel final : public Panel {
    Q_OBJECT
public:
    explicit StripPanel(QWidget* parent = nullptr);

    void setDisplay(const StripDisplay& display);
    [[nodiscard]] const StripDisplay& display() const { return display_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintCell(QPainter& painter, const QRectF& cell, const StripCell& content) const;
    double paintMark(QPainter& painter, QPointF leftCentre, const StripCell& content) const;

    StripDisplay display_;
};

/// Each limit for people who hear it: "ARTIFACT SIZE, GREEN, 212 of 500 MB".
[[nodiscard]] QStringList spokenCells(const StripDisplay& display);

}  // namespace headroom::ui
