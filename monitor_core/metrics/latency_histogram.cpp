// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/latency_histogram.h"

#include <algorithm>
#include <utility>

namespace headroom {

bool LatencyHistogram::record(std::chrono::nanoseconds duration)
{
    const std::int64_t value = duration.count();
    if (value < 0) {
        ++refused_;
        return false;
    }
    counts_.add(buckets::bucketFor(value), 1);
    widen({ value, value });
    return true;
}

void LatencyHistogram::merge(const LatencyHistogram& other)
{
    other.counts_.forEach([this](std::size_t index, std::uint64_t n) { counts_.add(index, n); });
    widen(other.range_);
    refused_ += other.refused_;
}

void LatencyHistogram::clear() noexcept
{
    counts_.clear();
    range_ = {};
    refused_ = 0;
}

DurationRange LatencyHistogram::fitRange() noexcept
{
    if (count() == 0) {
        return std::exchange(range_, {});
    }
    std::size_t first = buckets::kCount;
    std::size_t last = 0;
    counts_.forEach([&](std::size_t index, std::uint64_t) {
        first = std::min(first, index);
        last = index;
    });
    DurationRange early;
    if (const auto bucket = buckets::bucketFor(range_.min); bucket != first) {
        early.min = bucket < first ? range_.min : early.min;
        range_.min = first == buckets::kOverflow ? buckets::kTop + 1 : buckets::lowestIn(first);
    }
    if (const auto bucket = range_.max < 0 ? 0 : buckets::bucketFor(range_.max); bucket != last) {
        early.max = bucket > last ? range_.max : early.max;
        range_.max
            = last == buckets::kOverflow ? buckets::kTop + 1 : buckets::lowestIn(last + 1) - 1;
    }
    range_.max = std::max(range_.max, range_.min);
    return early;
}

std::optional<std::chrono::nanoseconds> LatencyHistogram::min() const noexcept
{
    return count() == 0 ? std::nullopt : std::optional(std::chrono::nanoseconds(range_.min));
}

std::optional<std::chrono::nanoseconds> LatencyHistogram::max() const noexcept
{
    return count() == 0 ? std::nullopt : std::optional(std::chrono::nanoseconds(range_.max));
}

std::optional<std::chrono::nanoseconds> LatencyHistogram::quantile(double quantile) const noexcept
{
    if (count() == 0) {
        return std::nullopt;
    }
    return std::chrono::nanoseconds(quantileOf(counts_, quantile, range_));
}

}  // namespace headroom
