// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/snapshot.h"
#include "tests/support/manual_clock.h"
#include "ui/feed/feed.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace headroom::ui {

/// Snapshots by hand, with the certified bounds; the levels are given, as a monitor gives them.
class SnapshotBuilder {
public:
    explicit SnapshotBuilder(const Clock& clock)
        : clock_(clock)
    {
        for (const auto& row : catalog()) {
            auto& state = snapshot_.of(row.metric);
            state.limit = row.certifiedLimit;
            state.whyMissing = "not measured by this source";
        }
        const auto bounds = [&](Metric metric, Basis basis, Bound yellow, Bound orange, Bound red) {
            snapshot_.of(metric).thresholds = { basis, yellow, orange, red, {} };
        };
        const auto atLeast = [](double v, double h) { return Bound { v, Side::AtLeast, h }; };
        const auto above = [](double v, double h) { return Bound { v, Side::Above, h }; };
        bounds(Metric::ConcurrentWrites, Basis::Absolute, atLeast(51, 1), atLeast(76, 1),
            atLeast(100, 1));
        bounds(Metric::TotalStorage, Basis::OfLimit, atLeast(0.7, 0.014), atLeast(0.9, 0.018),
            atLeast(0.99, 0.0198));
        bounds(Metric::WriteThroughput, Basis::Absolute, above(500, 10), above(800, 16),
            above(1000, 20));
        bounds(Metric::QueryResponse, Basis::Absolute, atLeast(100, 2), atLeast(200, 4),
            above(500, 10));
        bounds(Metric::ArtifactSize, Basis::OfLimit, atLeast(0.7, 0.014), atLeast(0.9, 0.018),
            above(1, 0.02));
        bounds(Metric::ArtifactCount, Basis::OfLimit, atLeast(0.7, 0.014), atLeast(0.9, 0.018),
            atLeast(1, 0.02));
        snapshot_.of(Metric::AuditRetention).thresholds.red = atLeast(1, 0);
        snapshot_.source.name = "local workload";
        snapshot_.source.workload = WorkloadSettings {};
    }

    SnapshotBuilder& set(Metric metric, double value, Level level)
    {
        auto& state = snapshot_.of(metric);
        state.reading = Reading { value, clock_.steadyNow(), clock_.systemNow(), {}, {} };
        state.freshness = Freshness::Live;
        state.level = level;
        state.lastKnownLevel = level;
        state.whyMissing.clear();
        return *this;
    }
    SnapshotBuilder& storageGb(double gigabytesUsed, Level level)
    {
        return set(Metric::TotalStorage, gigabytesUsed * 1024 * 1024 * 1024, level);
    }
    SnapshotBuilder& latency(double p50, double p99, double p999, Level level)
    {
        snapshot_.latency = { p50, p99, p999, p50, p999, 1000, 0 };
        return set(Metric::QueryResponse, p99, level);
    }
    /// All seven, as in the calm picture of the design.
    SnapshotBuilder& calm()
    {
        set(Metric::ConcurrentWrites, 34, Level::Green);
        storageGb(612, Level::Green);
        set(Metric::WriteThroughput, 312, Level::Green);
        latency(11, 42, 71, Level::Green);
        set(Metric::ArtifactSize, 212.0 * 1024 * 1024, Level::Green);
        set(Metric::ArtifactCount, 41'280, Level::Green);
        set(Metric::AuditRetention, 0, Level::Green);
        return *this;
    }
    SnapshotBuilder& missing(Metric metric, std::string why)
    {
        auto& state = snapshot_.of(metric);
        state.reading.reset();
        state.freshness = Freshness::Missing;
        state.level = Level::Unknown;
        state.whyMissing = std::move(why);
        return *this;
    }
    Snapshot& raw() { return snapshot_; }

    [[nodiscard]] SnapshotPtr build()
    {
        snapshot_.sequence += 1;
        snapshot_.at = clock_.steadyNow();
        snapshot_.atUtc = clock_.systemNow();
        snapshot_.worst = Level::Unknown;
        for (const auto& state : snapshot_.metrics) {
            snapshot_.worst = state.reading ? worse(snapshot_.worst, state.level) : snapshot_.worst;
        }
        return std::make_shared<const Snapshot>(snapshot_);
    }

private:
    const Clock& clock_;
    Snapshot snapshot_;
};

/// A feed that a test plays.
class FakeFeed final : public Feed {
    Q_OBJECT
public:
    [[nodiscard]] SnapshotPtr latest() const override { return latest_; }
    [[nodiscard]] QString sourceText() const override { return QStringLiteral("embedded"); }
    [[nodiscard]] AlertBoardPtr alerts() const override { return alerts_; }
    void submit(const Command& command) override { submitted.push_back(command); }

    // Questions wait here until a test answers them.
    void queryMetrics(QObject*, std::vector<Metric> metrics, TimeRange range, int,
        Answered<std::vector<HistoryAnswer>> answered) override
    {
        metricQuestions.push_back({ std::move(metrics), range, std::move(answered) });
    }
    void queryLatency(QObject*, TimeRange range, int, Answered<LatencyAnswer> answered) override
    {
        latencyQuestions.push_back({ range, std::move(answered) });
    }
    void queryAlertHistory(QObject*, std::size_t, Answered<AlertHistoryAnswer> answered) override
    {
        alertQuestions.push_back(std::move(answered));
    }
    void queryStorageForecast(QObject*, Answered<StorageForecast> answered) override
    {
        forecastQuestions.push_back(std::move(answered));
    }

    struct MetricQuestion {
        std::vector<Metric> metrics;
        TimeRange range;
        Answered<std::vector<HistoryAnswer>> answered;
    };
    struct LatencyQuestion {
        TimeRange range;
        Answered<LatencyAnswer> answered;
    };
    std::vector<MetricQuestion> metricQuestions;
    std::vector<LatencyQuestion> latencyQuestions;
    std::vector<Answered<AlertHistoryAnswer>> alertQuestions;
    std::vector<Answered<StorageForecast>> forecastQuestions;

    void play(AlertBoardPtr board)
    {
        alerts_ = std::move(board);
        Q_EMIT alertsChanged();
    }

    void play(SnapshotPtr snapshot)
    {
        latest_ = std::move(snapshot);
        Q_EMIT snapshotChanged();
    }
    void lose(SteadyTime since, SystemTime sinceUtc, const QString& why)
    {
        setContact({ false, since, sinceUtc, why, {}, {} });
    }
    void acceptChain() override { ++acceptedChains; }
    void alarmChain(const QString& why) { setContact({ true, {}, {}, {}, {}, why }); }
    int acceptedChains = 0;
    void find(std::chrono::nanoseconds clockOffset = {})
    {
        setContact({ true, {}, {}, {}, clockOffset, {} });
    }
    [[nodiscard]] bool isSimulated() const override { return simulated; }
    bool simulated = false;
    [[nodiscard]] bool isEmbedded() const override { return embedded; }
    bool embedded = false;
    void answer(const QString& error) { Q_EMIT commandFinished(error); }

    std::vector<Command> submitted;

private:
    AlertBoardPtr alerts_;
    SnapshotPtr latest_;
};

}  // namespace headroom::ui
