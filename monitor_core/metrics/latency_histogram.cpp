// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/latency_histogram.h"

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
