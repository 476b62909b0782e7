// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fleet_model.h"
#include "ui/widgets/panel.h"

namespace headroom::ui {

/// The fleet in one line: its worst level, a sentence, and how many there are of each. Main thread.
class FleetSummary : public Panel {
    Q_OBJECT
public:
    explicit FleetSummary(QWidget* parent = nullptr);

    void setDisplay(const FleetDisplay& display);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double paintCounts(QPainter& painter);

    FleetDisplay display_;
};

}  // namespace headroom::ui
