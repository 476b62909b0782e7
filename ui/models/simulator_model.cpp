// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/simulator_model.h"

#include "monitor_core/base/units.h"
#include "monitor_core/policy/escalation_policy.h"
#include "monitor_core/simulation/scenario_text.h"
#include "ui/models/simulator_display.h"
#include "ui/models/simulator_words.h"
#include "ui/text/text_style.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

using std::chrono::nanoseconds;

constexpr std::chrono::milliseconds kTickEvery { 100 };
constexpr std::chrono::seconds kTakeLiveEvery { 1 };
constexpr double kUsualGigabytesPerHour = 10;

double storageLimit() { return info(Metric::TotalStorage).certifiedLimit; }

/// What came by a slider is played with as it can be measured: whole bytes and writers.
bool isWhole(Metric metric)
{
    return metric == Metric::ConcurrentWrites || metric == Metric::TotalStorage;
}

}  // namespace

SimulatorModel::SimulatorModel(OverviewModel& overview, QObject* parent)
    : QObject(parent)
    , overview_(overview)
    , fillBytesPerHour_(kUsualGigabytesPerHour * static_cast<double>(gigabytes(1).count))
{
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &SimulatorModel::tick);
    connect(&textStyleWatch(), &TextStyleWatch::changed, this, &SimulatorModel::refresh);
    connect(&overview_, &OverviewModel::changed, this, [this] {
        if (isActive_ && overview_.clock().steadyNow() - tookLiveAt_ >= kTakeLiveEvery) {
            takeLive();
        }
    });
    takeLive();
}

SnapshotPtr SimulatorModel::live() const
{
    const auto* drill = overview_.drill();
    const Feed* feed = drill != nullptr ? drill->real() : &overview_.feed();
    return feed != nullptr && !feed->isSimulated() ? feed->latest() : nullptr;
}

void SimulatorModel::takeLive()
{
    tookLiveAt_ = overview_.clock().steadyNow();
    // Thresholds that changed meanwhile are in force here too.
    const auto now = live();
    if (!isTouched_
        || (now && simulation_ && simulation_->setup().live
            && simulationLike(now, {}).policy.thresholds
                != simulation_->setup().policy.thresholds)) {
        simulate();
    } else {
        refresh();
    }
}

Scenario SimulatorModel::madeScenario(ScenarioKind kind) const
{
    switch (kind) {
    case ScenarioKind::Fill:
        return fillScenario(fillBytesPerHour_, load_, storageLimit());
    case ScenarioKind::Storm:
        return writeStorm(load_);
    case ScenarioKind::Spike:
        return latencySpike(load_);
    case ScenarioKind::Script:
        return scripted_;
    case ScenarioKind::Hold:
        break;
    }
    return holdScenario();
}

void SimulatorModel::simulate()
{
    auto setup = simulationLike(live(), certifiedEscalation().matrix);
    if (!isTouched_) {
        load_ = setup.start;
    }
    setup.start = load_;
    setup.scenario = madeScenario(kind_);
    simulation_ = std::make_shared<const Simulation>(std::move(setup));
    position_ = std::min(position_, simulation_->length());
    refresh();
}

void SimulatorModel::refresh()
{
    display_ = makeSimulator(
        { *simulation_, position_, isPlaying_, live(), overview_.clock().steadyNow() });
    Q_EMIT changed();
}

void SimulatorModel::setValue(Metric metric, double value)
{
    isTouched_ = true;
    value = isWhole(metric) ? std::round(value) : value;
    if (simulation_->setup().scenario.moves(metric)) {
        load_ = simulation_->loadAt(position_);
        kind_ = ScenarioKind::Hold;
        isPlaying_ = false;
        timer_.stop();
        position_ = nanoseconds(0);
    }
    load_.set(metric, value);
    simulate();
}

void SimulatorModel::play(ScenarioKind kind)
{
    isTouched_ = true;
    kind_ = kind;
    position_ = nanoseconds(0);
    simulate();
    // A storm is over in ten minutes: at an hour a second nobody would see it.
    if (simulation_->length() <= std::chrono::hours(2) && speed_ > 1) {
        speed_ = 1;
    } else if (simulation_->length() >= std::chrono::hours(48) && speed_ < 2) {
        speed_ = 2;
    }
    setPlaying(true);
}

void SimulatorModel::setFillRate(double bytesPerHour)
{
    fillBytesPerHour_ = bytesPerHour;
    if (kind_ == ScenarioKind::Fill) {
        simulate();
    } else {
        Q_EMIT changed();
    }
}

QString SimulatorModel::playScript(const QString& text)
{
    auto scenario = scenarioFromText(text.toStdString(), storageLimit());
    if (!scenario) {
        return QString::fromStdString(scenario.error().message);
    }
    script_ = text;
    scripted_ = std::move(*scenario);
    play(ScenarioKind::Script);
    return {};
}

void SimulatorModel::setPlaying(bool isPlaying)
{
    isPlaying_ = isPlaying;
    if (isPlaying_) {
        if (position_ >= simulation_->length()) {
            position_ = nanoseconds(0);
        }
        tickedAt_ = overview_.clock().steadyNow();
        timer_.start(kTickEvery);
    } else {
        timer_.stop();
    }
    refresh();
}

void SimulatorModel::setSpeed(int index)
{
    tick();
    speed_ = std::clamp(index, 0, static_cast<int>(kSpeeds.size()) - 1);
    Q_EMIT changed();
}

void SimulatorModel::scrubTo(nanoseconds position)
{
    position_ = std::clamp(position, nanoseconds(0), simulation_->length());
    tickedAt_ = overview_.clock().steadyNow();
    refresh();
}

void SimulatorModel::backToLive()
{
    isTouched_ = false;
    isPlaying_ = false;
    timer_.stop();
    kind_ = ScenarioKind::Hold;
    position_ = nanoseconds(0);
    simulate();
}

void SimulatorModel::setActive(bool isActive)
{
    isActive_ = isActive;
    if (isActive_) {
        tickedAt_ = overview_.clock().steadyNow();
        takeLive();
    }
}

void SimulatorModel::tick()
{
    if (!isPlaying_) {
        return;
    }
    const auto now = overview_.clock().steadyNow();
    const auto passed = std::chrono::duration<double>(now - tickedAt_)
        * kSpeeds[static_cast<std::size_t>(speed_)];
    tickedAt_ = now;
    if (!isActive_) {
        return;
    }
    position_ = std::min(position_
            + std::chrono::duration_cast<nanoseconds>(
                std::min(passed, std::chrono::duration<double>(simulation_->length()))),
        simulation_->length());
    if (position_ == simulation_->length()) {
        isPlaying_ = false;
        timer_.stop();
    }
    refresh();
}

QString SimulatorModel::scenarioDetail(ScenarioKind kind) const
{
    switch (kind) {
    case ScenarioKind::Fill:
        return tr("from %1 %2, until 100 %")
            .arg(fieldText(Metric::TotalStorage, load_.storageBytes),
                fieldUnit(Metric::TotalStorage));
    case ScenarioKind::Storm:
        return tr("writes %1 to 130 in 60 s, hold 5 min")
            .arg(fieldText(Metric::ConcurrentWrites, load_.writers));
    case ScenarioKind::Spike:
        return tr("p99 to 650 ms for 3 min, then decay");
    case ScenarioKind::Script:
        return script_.isEmpty() ? tr("your own ramps, a line each")
                                 : tr("%1 ramps").arg(scripted_.ramps.size());
    case ScenarioKind::Hold:
        break;
    }
    return {};
}

}  // namespace headroom::ui
