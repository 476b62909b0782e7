// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/second_collector.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace headroom {

namespace {

constexpr double kNanosecondsPerMillisecond = 1e6;

double milliseconds(std::chrono::nanoseconds duration)
{
    return static_cast<double>(duration.count()) / kNanosecondsPerMillisecond;
}

}  // namespace

std::optional<double> meanMs(const LatencyHistogram& histogram)
{
    if (histogram.count() == 0) {
        return std::nullopt;
    }
    const double largest = static_cast<double>(histogram.max()->count());
    double total = 0;
    histogram.counts().forEach([&](std::size_t bucket, std::uint64_t count) {
        const double value = bucket == buckets::kOverflow
            ? largest
            : static_cast<double>(buckets::middleOf(bucket));
        total += value * static_cast<double>(count);
    });
    const double mean = total / static_cast<double>(histogram.count()) / kNanosecondsPerMillisecond;
    return std::clamp(mean, milliseconds(*histogram.min()), milliseconds(*histogram.max()));
}

std::optional<HistoryRow> SecondCollector::add(
    const Snapshot& snapshot, const LatencyHistogram& queriesSince)
{
    const std::int64_t now
        = std::chrono::floor<std::chrono::seconds>(snapshot.atUtc).time_since_epoch().count();
    std::optional<HistoryRow> ended;
    if (second_ && *second_ != now) {
        ended = finish();
    }
    second_ = now;
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        const auto& state = snapshot.metrics[i];
        // A p99 is no observation that could be averaged; the second's own queries are (finish()).
        if (!state.reading || static_cast<Metric>(i) == Metric::QueryResponse
            || state.freshness == Freshness::Stale || state.freshness == Freshness::Missing) {
            continue;
        }
        auto& sum = sums_[i];
        const double value = state.reading->value;
        sum.min = sum.count == 0 ? value : std::min(sum.min, value);
        sum.max = sum.count == 0 ? value : std::max(sum.max, value);
        sum.last = value;
        sum.total += value;
        ++sum.count;
    }
    latency_.merge(queriesSince);
    return ended;
}

std::optional<HistoryRow> SecondCollector::finish()
{
    if (!second_) {
        return std::nullopt;
    }
    HistoryRow row;
    row.startSeconds = *second_;
    bool anything = false;
    for (std::size_t i = 0; i < kMetricCount; ++i) {
        if (const auto& sum = sums_[i]; sum.count > 0) {
            const double mean = std::clamp(sum.total / sum.count, sum.min, sum.max);
            row.metrics[i] = MetricStats { sum.min, mean, sum.max, sum.last, 1 };
            anything = true;
        }
    }
    if (const auto mean = meanMs(latency_)) {
        const double largest = milliseconds(*latency_.max());
        row.metrics[indexOf(Metric::QueryResponse)]
            = MetricStats { milliseconds(*latency_.min()), *mean, largest, largest, 1 };
        row.latency = latency_;
        anything = true;
    }
    second_.reset();
    sums_ = {};
    latency_.clear();
    return anything ? std::optional(std::move(row)) : std::nullopt;
}

}  // namespace headroom
