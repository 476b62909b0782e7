// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/simulator_model.h"
#include "ui/views/view.h"

#include <array>

class QScrollArea;

namespace headroom::ui {

class BannerPanel;
class EscalationPanel;
class GatePanel;
class GaugeCard;
class SegmentBar;
class SimulationEvents;
class SimulationTimeline;
class SimulatorScenarios;
class SimulatorTools;
class SimulatorTransport;
class SimulatorWhatIf;

/// What would happen if: a load by sliders and scenarios, played through the policy, gate and
/// alerts that are in force; and the way to show it to everybody as a drill. Main thread.
class SimulatorPage : public View {
    Q_OBJECT
public:
    explicit SimulatorPage(OverviewModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    /// What can be done here.
    [[nodiscard]] static std::vector<PageCommand> commands();
    [[nodiscard]] QWidget* headerTools() override;
    [[nodiscard]] bool isSimulation() const override { return true; }
    [[nodiscard]] SimulatorModel& simulator() { return simulator_; }

protected:
    void showDisplay(const OverviewDisplay& display) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildParts();
    void connectParts();
    void place();
    void placeControls(const QRect& room);
    void placeResults(const QRect& room);
    void showSimulation();
    void runDrill();
    void showDrill();
    void editScript();

    const Theme* theme_ = &Theme::dark();
    SimulatorModel simulator_;
    QScrollArea* scroll_;
    QWidget* controls_;
    SimulatorWhatIf* whatIf_;
    SimulatorScenarios* scenarios_;
    SimulatorTransport* transport_;
    SegmentBar* tabs_;
    BannerPanel* banner_;
    EscalationPanel* escalation_;
    GatePanel* gate_;
    std::array<GaugeCard*, 4> gauges_ {};
    SimulationTimeline* timeline_;
    SimulationEvents* events_;
    SimulatorTools* tools_;
    QString depository_;
    QString refusal_;
};

}  // namespace headroom::ui
