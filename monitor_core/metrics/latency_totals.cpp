// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/latency_totals.h"

#include <algorithm>

namespace headroom {

void LatencyTotals::add(const LatencyHistogram& fresh)
{
    if (fresh.count() == 0) {
        return;
    }
    fresh.counts().forEach([this](std::size_t bucket, std::uint64_t n) {
        const bool isOverflow = bucket == buckets::kOverflow;
        const std::chrono::nanoseconds lowest { isOverflow ? buckets::kTop
                                                           : buckets::lowestIn(bucket) };
        const std::chrono::nanoseconds middle { isOverflow ? buckets::kTop
                                                           : buckets::middleOf(bucket) };
        const auto bound = std::lower_bound(kBounds.begin(), kBounds.end(), lowest);
        if (bound != kBounds.end()) {
            counts_[static_cast<std::size_t>(bound - kBounds.begin())] += n;
        }
        count_ += n;
        sum_ += std::chrono::duration<double>(middle) * static_cast<double>(n);
    });
}

std::uint64_t LatencyTotals::atMost(std::size_t i) const noexcept
{
    std::uint64_t sum = 0;
    for (std::size_t bucket = 0; bucket <= i && bucket < counts_.size(); ++bucket) {
        sum += counts_[bucket];
    }
    return sum;
}

}  // namespace headroom
