// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/history/alert_table.h"
#include "monitor_core/history/forecast.h"
#include "monitor_core/history/history_store.h"
#include "ui/feed/feed.h"

#include <QPointer>
#include <QTimer>

namespace headroom::ui {

/// A feed that answers from a real history, later in the same thread. For pictures and benchmarks.
class HistoryFeed final : public Feed {
    Q_OBJECT
public:
    /// `store` outlives the feed.
    HistoryFeed(HistoryStore& store, SystemTime now)
        : store_(store)
        , now_(now)
    {
    }

    [[nodiscard]] SnapshotPtr latest() const override { return latest_; }
    [[nodiscard]] AlertBoardPtr alerts() const override { return nullptr; }
    [[nodiscard]] QString sourceText() const override { return QStringLiteral("embedded"); }
    [[nodiscard]] bool isSimulated() const override { return simulated; }
    void submit(const Command&) override { }

    void queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range, int maxPoints,
        Answered<std::vector<HistoryAnswer>> answered) override
    {
        later(context, [this, metrics = std::move(metrics), range, maxPoints, answered] {
            answered(store_.metrics(metrics, range, maxPoints));
        });
    }
    void queryLatency(
        QObject* context, TimeRange range, int maxPoints, Answered<LatencyAnswer> answered) override
    {
        later(context,
            [this, range, maxPoints, answered] { answered(store_.latency(range, maxPoints)); });
    }
    void queryAlertHistory(
        QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered) override
    {
        later(context, [this, limit, answered] {
            auto table = AlertTable::open(store_.database());
            answered(table ? table->newest(limit) : Result<AlertHistoryAnswer>(table.error()));
        });
    }
    void queryStorageForecast(QObject* context, Answered<StorageForecast> answered) override
    {
        later(context, [this, answered] {
            const auto answer = store_.metrics(
                { Metric::TotalStorage }, { now_ - std::chrono::hours(30 * 24), now_ }, 300);
            if (!answer) {
                answered(answer.error());
                return;
            }
            std::vector<UsedPoint> points;
            for (const auto& point : answer->front().points) {
                points.push_back({ point.at, point.stats.last });
            }
            answered(forecastStorage(points, 1000.0 * 1024 * 1024 * 1024, now_));
        });
    }

    void play(SnapshotPtr snapshot)
    {
        latest_ = std::move(snapshot);
        Q_EMIT snapshotChanged();
    }

    bool simulated = false;

private:
    template <typename Act>
    void later(QObject* context, Act act)
    {
        QTimer::singleShot(0, context, act);
    }

    HistoryStore& store_;
    SystemTime now_;
    SnapshotPtr latest_;
};

}  // namespace headroom::ui
