// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/history/alert_table.h"
#include "monitor_core/history/forecast.h"
#include "monitor_core/history/history_store.h"
#include "ui/feed/feed.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace headroom::ui {

/// A feed that answers from a real history in a thread of its own, as the storage thread does. For
/// pictures and benchmarks.
class HistoryFeed final : public Feed {
    Q_OBJECT
public:
    /// `store` outlives the feed and is used by nobody else meanwhile.
    HistoryFeed(HistoryStore& store, SystemTime now)
        : store_(store)
        , now_(now)
    {
        thread_.setMaxThreadCount(1);
    }
    ~HistoryFeed() override { thread_.waitForDone(); }

    [[nodiscard]] SnapshotPtr latest() const override { return latest_; }
    [[nodiscard]] AlertBoardPtr alerts() const override { return nullptr; }
    [[nodiscard]] QString sourceText() const override { return QStringLiteral("embedded"); }
    [[nodiscard]] bool isSimulated() const override { return simulated; }
    void submit(const Command&) override { }

    void queryMetrics(QObject* context, std::vector<Metric> metrics, TimeRange range, int maxPoints,
        Answered<std::vector<HistoryAnswer>> answered) override
    {
        answer<std::vector<HistoryAnswer>>(
            context, std::move(answered), [this, metrics = std::move(metrics), range, maxPoints] {
                return store_.metrics(metrics, range, maxPoints);
            });
    }
    void queryLatency(
        QObject* context, TimeRange range, int maxPoints, Answered<LatencyAnswer> answered) override
    {
        answer<LatencyAnswer>(context, std::move(answered),
            [this, range, maxPoints] { return store_.latency(range, maxPoints); });
    }
    void queryAlertHistory(
        QObject* context, std::size_t limit, Answered<AlertHistoryAnswer> answered) override
    {
        answer<AlertHistoryAnswer>(
            context, std::move(answered), [this, limit]() -> Result<AlertHistoryAnswer> {
                auto table = AlertTable::open(store_.database());
                return table ? table->newest(limit) : Result<AlertHistoryAnswer>(table.error());
            });
    }
    void queryStorageForecast(QObject* context, Answered<StorageForecast> answered) override
    {
        answer<StorageForecast>(context, std::move(answered), [this]() -> Result<StorageForecast> {
            const auto past = store_.metrics(
                { Metric::TotalStorage }, { now_ - std::chrono::hours(30 * 24), now_ }, 300);
            if (!past) {
                return past.error();
            }
            std::vector<UsedPoint> points;
            for (const auto& point : past->front().points) {
                points.push_back({ point.at, point.stats.last });
            }
            return forecastStorage(points, 1000.0 * 1024 * 1024 * 1024, now_);
        });
    }

    void play(SnapshotPtr snapshot)
    {
        latest_ = std::move(snapshot);
        Q_EMIT snapshotChanged();
    }

    bool simulated = false;

private:
    template <typename Answer, typename Ask>
    void answer(QObject* context, Answered<Answer> answered, Ask ask)
    {
        thread_.start([asker = QPointer<QObject>(context), answered = std::move(answered),
                          ask = std::move(ask)] {
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [asker, answered, result = ask()] {
                    if (asker) {
                        answered(result);
                    }
                },
                Qt::QueuedConnection);
        });
    }

    HistoryStore& store_;
    SystemTime now_;
    SnapshotPtr latest_;
    QThreadPool thread_;
};

}  // namespace headroom::ui
