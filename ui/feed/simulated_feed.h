// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/simulation/simulation.h"
#include "ui/feed/feed.h"

#include <QTimer>

#include <memory>

namespace headroom::ui {

/// A simulation played on the screen's clock, which it stands still on at its end. All of its times
/// are moved so that its present is now: ages and deadlines read as in the simulation. Takes no
/// command and has no past. Lives in the main thread.
class SimulatedFeed final : public Feed {
    Q_OBJECT
public:
    /// Begins at `from`; `speed` simulated seconds pass in a second. `clock` outlives the feed.
    SimulatedFeed(std::shared_ptr<const Simulation> simulation, std::chrono::nanoseconds from,
        double speed, const Clock& clock, QObject* parent = nullptr);

    /// Time has passed; called by itself a few times a second.
    void publish();
    [[nodiscard]] std::chrono::nanoseconds position() const;
    void setNote(const SimulationNote& note);

    [[nodiscard]] SnapshotPtr latest() const override { return latest_; }
    [[nodiscard]] AlertBoardPtr alerts() const override { return alerts_; }
    [[nodiscard]] QString sourceText() const override { return QStringLiteral("simulated"); }
    [[nodiscard]] bool isSimulated() const override { return true; }
    [[nodiscard]] std::optional<SimulationNote> simulation() const override { return note_; }
    /// Refused, later, with a sentence.
    void submit(const Command& command) override;
    void queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range, int maxPoints,
        Answered<std::vector<HistoryAnswer>> answered) override;
    void queryLatency(QObject* context, TimeRange range, int maxPoints,
        Answered<LatencyAnswer> answered) override;
    void queryAlertHistory(
        QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered) override;
    void queryStorageForecast(QObject* context, Answered<StorageForecast> answered) override;

private:
    std::shared_ptr<const Simulation> simulation_;
    std::chrono::nanoseconds from_;
    double speed_;
    const Clock& clock_;
    SteadyTime beganAt_;
    std::uint64_t sequence_ = 0;
    SnapshotPtr latest_;
    AlertBoardPtr alerts_;
    AlertBoardPtr shown_;  ///< the simulation's own board behind alerts_
    SimulationNote note_;
    QTimer timer_;
};

}  // namespace headroom::ui
