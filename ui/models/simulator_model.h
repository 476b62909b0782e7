// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/simulation/simulation.h"
#include "ui/models/overview_model.h"
#include "ui/text/simulator_display.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace headroom::ui {

enum class ScenarioKind { Hold, Fill, Storm, Spike, Script };

/// What a planner plays with: a load, a scenario, a moment of it. Follows the live values until a
/// person sets something; asks and changes nothing outside. Lives in the main thread.
class SimulatorModel : public QObject {
    Q_OBJECT
public:
    /// Simulated seconds a second.
    static constexpr std::array<double, 4> kSpeeds { 1, 60, 3600, 6 * 3600 };

    /// `overview` outlives it.
    explicit SimulatorModel(OverviewModel& overview, QObject* parent = nullptr);

    [[nodiscard]] const SimulatorDisplay& display() const { return display_; }
    [[nodiscard]] std::shared_ptr<const Simulation> simulation() const { return simulation_; }
    [[nodiscard]] std::chrono::nanoseconds position() const { return position_; }
    [[nodiscard]] ScenarioKind scenario() const { return kind_; }
    [[nodiscard]] bool isPlaying() const { return isPlaying_; }
    [[nodiscard]] int speed() const { return speed_; }
    [[nodiscard]] double fillRate() const { return fillBytesPerHour_; }
    [[nodiscard]] const QString& script() const { return script_; }
    /// "from 612.4 GB, until 100 %".
    [[nodiscard]] QString scenarioDetail(ScenarioKind kind) const;
    /// What is shown differs from what is live.
    [[nodiscard]] bool isTouched() const { return isTouched_; }
    [[nodiscard]] SnapshotPtr live() const;

    /// The value from the moment on that is looked at. A scenario that moves this metric ends, and
    /// what it has come to becomes the beginning; another one goes on with the new value.
    void setValue(Metric metric, double value);
    /// Plays it from the beginning.
    void play(ScenarioKind kind);
    void setFillRate(double bytesPerHour);
    /// Every fault, a line each; empty when it is played now.
    QString playScript(const QString& text);
    void setPlaying(bool isPlaying);
    /// An index of kSpeeds.
    void setSpeed(int index);
    void scrubTo(std::chrono::nanoseconds position);
    void backToLive();

    /// Pages that nobody sees stand still.
    void setActive(bool isActive);
    /// Time has passed; called by itself while playing.
    void tick();

Q_SIGNALS:
    void changed();

private:
    void takeLive();
    void simulate();
    void refresh();
    [[nodiscard]] Scenario madeScenario(ScenarioKind kind) const;

    OverviewModel& overview_;
    SimulatedLoad load_;  ///< at the beginning
    ScenarioKind kind_ = ScenarioKind::Hold;
    Scenario scripted_;
    QString script_;
    double fillBytesPerHour_;
    std::shared_ptr<const Simulation> simulation_;
    std::chrono::nanoseconds position_ { 0 };
    SteadyTime tickedAt_ {};
    SteadyTime tookLiveAt_ {};
    bool isTouched_ = false;
    bool isPlaying_ = false;
    bool isActive_ = false;
    int speed_ = 2;
    SimulatorDisplay display_;
    QTimer timer_;
};

}  // namespace headroom::ui
