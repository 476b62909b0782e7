// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/alternating_panel.h"

namespace headroom::ui {

/// The banner: the worst level as shape and word, and one sentence about it. Below 64 px it becomes
/// the compact one of small windows. Main thread.
class BannerPanel : public AlternatingPanel {
    Q_OBJECT
public:
    explicit BannerPanel(QWidget* parent = nullptr);

    /// Repaints if the display differs from the one before.
    void setDisplay(const BannerDisplay& display);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool isStale() const { return display_.truth == Truth::Stale; }
    [[nodiscard]] bool isKnown() const;
    [[nodiscard]] bool isCompact() const;
    void paintGround(QPainter& painter);
    void paintLevel(QPainter& painter);
    void paintStale(QPainter& painter);
    /// Returns where the room left of it ends.
    double paintBadge(QPainter& painter);
    void paintSentence(QPainter& painter, const QRectF& room, QColor title, QColor detail);

    BannerDisplay display_;
};

}  // namespace headroom::ui
