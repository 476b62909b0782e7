// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/simulator_model.h"
#include "ui/theme.h"

#include <QWidget>

#include <array>

class QLabel;

namespace headroom::ui {

class FieldBox;
class PushButton;
class WhatIfSlider;

/// What a planner may set: storage, writes, throughput and latency, by slider, number or preset.
/// Main thread.
class SimulatorWhatIf : public QWidget {
    Q_OBJECT
public:
    /// `model` outlives it.
    explicit SimulatorWhatIf(SimulatorModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] static int wantedHeight();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        FieldBox* field = nullptr;
        WhatIfSlider* slider = nullptr;
    };

    void buildRow(std::size_t index);
    void buildPresets();
    void takeText(std::size_t index);
    void refresh();
    [[nodiscard]] QRect rowRect(std::size_t index) const;

    SimulatorModel& model_;
    const Theme* theme_ = &Theme::dark();
    std::array<Row, 4> rows_;
    std::array<PushButton*, 6> presets_ {};
};

}  // namespace headroom::ui
