// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/simulated_feed.h"

#include "ui/feed/main_thread.h"

#include <algorithm>
#include <utility>

namespace headroom::ui {

namespace {

using std::chrono::nanoseconds;

constexpr std::chrono::milliseconds kPublishEvery { 250 };

QString noPast() { return SimulatedFeed::tr("a simulation has no history"); }

}  // namespace

SimulatedFeed::SimulatedFeed(std::shared_ptr<const Simulation> simulation, nanoseconds from,
    double speed, const Clock& clock, QObject* parent)
    : Feed(parent)
    , simulation_(std::move(simulation))
    , from_(from)
    , speed_(speed)
    , clock_(clock)
    , beganAt_(clock.steadyNow())
{
    connect(&timer_, &QTimer::timeout, this, &SimulatedFeed::publish);
    timer_.start(kPublishEvery);
    publish();
}

nanoseconds SimulatedFeed::position() const
{
    const auto passed = std::chrono::duration<double>(clock_.steadyNow() - beganAt_) * speed_;
    // Before the cast: at 6 h a second a forgotten drill would leave 64 bits.
    const auto left = std::chrono::duration<double>(simulation_->length() - from_);
    return from_
        + std::chrono::duration_cast<nanoseconds>(std::clamp(
            passed, std::chrono::duration<double>(0), std::max(left, decltype(left)(0))));
}

void SimulatedFeed::publish()
{
    const auto at = position();
    auto snapshot = simulation_->snapshotAt(at);
    const auto bySteady = clock_.steadyNow() - snapshot.at;
    snapshot = shifted(std::move(snapshot), bySteady);
    snapshot.sequence = ++sequence_;
    // The wall clock and the steady one may have drifted apart since the live snapshot.
    snapshot.atUtc = clock_.systemNow();
    latest_ = std::make_shared<const Snapshot>(std::move(snapshot));
    auto board = simulation_->boardAt(at);
    alerts_ = std::make_shared<const AlertBoard>(shifted(*board, bySteady));
    const bool isOtherBoard = std::exchange(shown_, board) != board;
    Q_EMIT snapshotChanged();
    // Faster than time its deadlines come nearer with every picture.
    if (isOtherBoard || speed_ != 1) {
        Q_EMIT alertsChanged();
    }
}

void SimulatedFeed::setNote(const SimulationNote& note)
{
    if (!(note_ == note)) {
        note_ = note;
        Q_EMIT snapshotChanged();
    }
}

void SimulatedFeed::submit(const Command& /*command*/)
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            Q_EMIT commandFinished(SimulatedFeed::tr(
                "this is a simulation: nothing is changed or acknowledged in it"));
        },
        Qt::QueuedConnection);
}

void SimulatedFeed::queryMetrics(QObject* context, std::vector<Metric> /*metrics*/,
    TimeRange /*range*/, int /*maxPoints*/, Answered<std::vector<HistoryAnswer>> answered)
{
    refuseLater(context, answered, noPast());
}

void SimulatedFeed::queryLatency(
    QObject* context, TimeRange /*range*/, int /*maxPoints*/, Answered<LatencyAnswer> answered)
{
    refuseLater(context, answered, noPast());
}

void SimulatedFeed::queryAlertHistory(
    QObject* context, std::size_t /*limit*/, Answered<AlertHistoryAnswer> answered)
{
    refuseLater(context, answered, noPast());
}

void SimulatedFeed::queryStorageForecast(QObject* context, Answered<StorageForecast> answered)
{
    refuseLater(context, answered, noPast());
}

}  // namespace headroom::ui
