// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/thresholds_display.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// What thresholds would have raised: a sentence, and the alerts on a strip of their time; above
/// those of the page, below, in grey, those of the thresholds in force. Desk sizes. Main thread.
class BacktestStrip : public Panel {
    Q_OBJECT
public:
    explicit BacktestStrip(QWidget* parent = nullptr);

    void setDisplay(const BacktestDisplay& display);
    [[nodiscard]] const BacktestDisplay& display() const { return display_; }

    static constexpr int kHeight = 34;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BacktestDisplay display_;
};

}  // namespace headroom::ui
