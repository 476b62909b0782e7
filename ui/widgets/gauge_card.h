// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/widgets/panel.h"

#include <QPixmap>
#include <QVariantAnimation>

namespace headroom::ui {

struct GaugeLook;

/// One limit as a card: title and level, gauge, distance to the next level, headroom and trend
/// (TOKENS §5). Chooses wall, desk or compact figures by the room it has. Main thread.
class GaugeCard final : public Panel {
    Q_OBJECT
public:
    explicit GaugeCard(QWidget* parent = nullptr);
    ~GaugeCard() override;

    /// Shows this, and moves there if the value moved far enough to be seen.
    void setDisplay(const GaugeDisplay& display);
    [[nodiscard]] const GaugeDisplay& display() const { return display_; }
    /// Where the arc ends now: display().fraction, unless it is on its way there.
    [[nodiscard]] double shownFraction() const { return shown_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void lookChanged() override;

private:
    [[nodiscard]] GaugeLook look() const;
    [[nodiscard]] bool isHeaderFilled() const;
    void moveArc(const GaugeDisplay& before);
    void noteCrossing(const GaugeDisplay& before);
    void watchBeat();
    void describe();
    void paintBackground(const GaugeLook& look);
    void paintHeader(QPainter& painter, const GaugeLook& look);
    void paintCrossing(QPainter& painter);

    GaugeDisplay display_;
    double shown_ = 0;
    double extraBorder_ = 0;  // while a level has just been crossed
    QVariantAnimation arc_;
    QVariantAnimation crossing_;
    QPixmap background_;  // null: to be painted again
};

}  // namespace headroom::ui
