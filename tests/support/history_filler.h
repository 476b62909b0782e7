// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/history/alert_table.h"
#include "monitor_core/history/history_store.h"

#include <cmath>
#include <random>

namespace headroom {

/// What a made-up history is like.
struct MadeHistory {
    int days = 30;
    bool hasGaps = true;  ///< three hours two days ago, twenty minutes this morning
    bool hasAlerts = true;
};

/// Writes made-up days that end at `end` (seconds since 1970) through the store, for pictures and
/// for measuring: a second each in the last two days, one a minute before. Storage grows by 2.1 GB
/// a day to 612 GB; latency has two bursts in the last day.
inline Result<void> fillHistory(HistoryStore& store, std::int64_t end, const MadeHistory& made)
{
    constexpr double kGb = 1024.0 * 1024 * 1024;
    constexpr std::int64_t kDay = 86400;
    std::mt19937_64 random(1);
    std::normal_distribution<double> noise;
    const std::int64_t fineFrom = end - std::min(2, made.days) * kDay;
    double walk = 0;
    std::int64_t unflushed = 0;
    for (std::int64_t t = (end - made.days * kDay) / 60 * 60; t < end; t += t < fineFrom ? 60 : 1) {
        const std::int64_t ago = end - t;
        const bool isGap
            = (ago > 46 * 3600 && ago < 49 * 3600) || (ago > 15 * 3600 && ago < 15 * 3600 + 1200);
        if (made.hasGaps && isGap) {
            continue;
        }
        walk = 0.995 * walk + 0.1 * noise(random);
        const double day = std::sin(static_cast<double>(t % kDay) / kDay * 6.283);
        const bool isBurst = std::abs(static_cast<double>(ago) - 18.4 * 3600) < 300;
        const bool isSmallBurst = std::abs(static_cast<double>(ago) - 5.9 * 3600) < 300;
        const double busy = 33 + 6 * day + 5 * walk;
        const double writes = std::max(1.0, std::round(busy + 2 * noise(random)));
        const double perSecond = 300 + 90 * day + 40 * walk;
        const double used = (612.4 - 2.1 * static_cast<double>(ago) / kDay + 9 * walk) * kGb;
        const auto stats = [](double low, double mean, double high) {
            return MetricStats { low, mean, high, mean, 1 };
        };
        HistoryRow row;
        row.startSeconds = t;
        row.metrics[indexOf(Metric::ConcurrentWrites)]
            = stats(std::max(0.0, writes - 2), writes, writes + 3);
        row.metrics[indexOf(Metric::TotalStorage)] = stats(used, used, used);
        row.metrics[indexOf(Metric::WriteThroughput)]
            = stats(perSecond - 9, perSecond, perSecond + 9);
        const double size = (150 + 60 * std::abs(walk)) * 1024 * 1024;
        row.metrics[indexOf(Metric::ArtifactSize)] = stats(size, size, size);
        const double count = 41'280 - static_cast<double>(ago) / 90;
        row.metrics[indexOf(Metric::ArtifactCount)] = stats(count, count, count);
        row.metrics[indexOf(Metric::AuditRetention)] = stats(0, 0, 0);
        const double factor = isBurst ? 6 : isSmallBurst ? 3 : 1;
        double low = 1e9;
        double high = 0;
        double total = 0;
        constexpr int kQueries = 12;
        for (int i = 0; i < kQueries; ++i) {
            const double ms = 11 * factor * std::exp(0.5 * noise(random) + 0.1 * walk);
            low = std::min(low, ms);
            high = std::max(high, ms);
            total += ms;
            row.latency.record(std::chrono::nanoseconds(static_cast<std::int64_t>(ms * 1e6)));
        }
        row.metrics[indexOf(Metric::QueryResponse)] = stats(low, total / kQueries, high);
        store.append(row);
        if (++unflushed == 1800) {
            unflushed = 0;
            if (auto flushed = store.flush(); !flushed) {
                return flushed;
            }
        }
    }
    if (auto flushed = store.flush(); !flushed || !made.hasAlerts) {
        return flushed;
    }
    auto table = AlertTable::open(store.database());
    if (!table) {
        return table.error();
    }
    AlertChanges changes;
    std::uint64_t sequence = 0;
    const auto add = [&](const char* id, AlertType type, AlertEventKind kind, Level level,
                         double value, double threshold, double hoursAgo) {
        AlertEvent event;
        event.sequence = ++sequence;
        event.alertId = id;
        event.type = type;
        event.kind = kind;
        event.level = level;
        event.value = value;
        event.threshold = threshold;
        event.at
            = SystemTime(std::chrono::seconds(end - static_cast<std::int64_t>(hoursAgo * 3600)));
        event.actor = "headroom";
        changes.events.push_back(event);
    };
    using Kind = AlertEventKind;
    add("A-1", AlertType::WriteThroughput, Kind::Raised, Level::Yellow, 612, 500, 200);
    add("A-1", AlertType::WriteThroughput, Kind::Cleared, Level::Green, 480, 500, 199.5);
    add("A-2", AlertType::QueryLatency, Kind::Raised, Level::Yellow, 131, 100, 18.5);
    add("A-2", AlertType::QueryLatency, Kind::Rose, Level::Orange, 268, 200, 18.45);
    add("A-2", AlertType::QueryLatency, Kind::Cleared, Level::Green, 60, 100, 18.3);
    add("A-3", AlertType::QueryLatency, Kind::Raised, Level::Yellow, 131, 100, 6.0);
    add("A-3", AlertType::QueryLatency, Kind::Cleared, Level::Green, 70, 100, 5.85);
    add("A-4", AlertType::WriteThroughput, Kind::Raised, Level::Yellow, 540, 500, 3.3);
    add("A-4", AlertType::WriteThroughput, Kind::Cleared, Level::Green, 470, 500, 3.2);
    return table->store(changes);
}

}  // namespace headroom
