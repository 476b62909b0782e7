// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/live_series.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::ui {

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

std::int64_t secondOf(SteadyTime at)
{
    return std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count();
}

std::size_t slotOf(std::int64_t second)
{
    return static_cast<std::size_t>(second % LiveSeries::kSeconds);
}

bool isFresh(const MetricState& state)
{
    return state.reading
        && (state.freshness == Freshness::Live || state.freshness == Freshness::Late);
}

void recordMetric(LiveSeries& series, const MetricState& state)
{
    if (isFresh(state)) {
        series.record(
            state.reading->measuredAt, state.reading->value, state.reading->limits.staleAfter);
    }
}

}  // namespace

LiveSeries::LiveSeries() { slots_.fill(kGap); }

void LiveSeries::record(SteadyTime at, double value, std::chrono::nanoseconds holdFor)
{
    const auto second = secondOf(at);
    if (empty_) {
        empty_ = false;
        newest_ = second;
        slots_[slotOf(second)] = value;
    } else if (second == newest_) {
        auto& slot = slots_[slotOf(second)];
        slot = std::max(slot, value);
    } else if (second > newest_) {
        const double held
            = std::chrono::seconds(second - newest_) <= holdFor ? slots_[slotOf(newest_)] : kGap;
        const auto from = std::max(newest_ + 1, second - kSeconds + 1);
        for (auto hole = from; hole < second; ++hole) {
            slots_[slotOf(hole)] = held;
        }
        slots_[slotOf(second)] = value;
        newest_ = second;
    }
    holdFor_ = holdFor;
}

void LiveSeries::recall(SteadyTime at, double value)
{
    const auto second = secondOf(at);
    if (empty_ || second > newest_) {
        record(at, value, std::chrono::seconds(0));
    } else if (second > newest_ - kSeconds && std::isnan(slots_[slotOf(second)])) {
        slots_[slotOf(second)] = value;
    }
}

QVector<double> LiveSeries::window(SteadyTime now) const
{
    QVector<double> values(kSeconds, kGap);
    if (empty_) {
        return values;
    }
    const auto last = secondOf(now);
    const bool stillBelieved = std::chrono::seconds(last - newest_) < holdFor_;
    for (int i = 0; i < kSeconds; ++i) {
        const auto second = last - kSeconds + 1 + i;
        if (second > newest_) {
            values[i] = stillBelieved ? slots_[slotOf(newest_)] : kGap;
        } else if (second > newest_ - kSeconds) {
            values[i] = slots_[slotOf(second)];
        }
    }
    return values;
}

QVector<double> LiveSeries::buckets(SteadyTime now, int seconds) const
{
    const auto values = window(now);
    const auto first = secondOf(now) - kSeconds + 1;
    QVector<double> highest(kSeconds / seconds + 1, kGap);
    for (int i = 0; i < kSeconds; ++i) {
        const auto bucket = static_cast<qsizetype>((first + i) / seconds - first / seconds);
        auto& high = highest[std::min(bucket, highest.size() - 1)];
        if (!std::isnan(values[i])) {
            high = std::isnan(high) ? values[i] : std::max(high, values[i]);
        }
    }
    return highest;
}

void LiveSeriesSet::record(const Snapshot& snapshot)
{
    recordMetric(writes, snapshot.of(Metric::ConcurrentWrites));
    recordMetric(storage, snapshot.of(Metric::TotalStorage));
    recordMetric(throughput, snapshot.of(Metric::WriteThroughput));

    const auto& latency = snapshot.of(Metric::QueryResponse);
    if (!isFresh(latency)) {
        return;
    }
    const auto take = [&](LiveSeries& series, const std::optional<double>& value) {
        if (value) {
            series.record(latency.reading->measuredAt, *value, latency.reading->limits.staleAfter);
        }
    };
    take(p50, snapshot.latency.p50Ms);
    take(p99, snapshot.latency.p99Ms);
    take(p999, snapshot.latency.p999Ms);
}

}  // namespace headroom::ui
