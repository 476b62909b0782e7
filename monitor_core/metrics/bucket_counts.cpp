// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/bucket_counts.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom {

static_assert(buckets::indexOf(0) == 0 && buckets::indexOf(1023) == 1023);
static_assert(buckets::indexOf(1024) == 1024 && buckets::indexOf(1025) == 1024);
static_assert(buckets::lowestIn(1024) == 1024 && buckets::lowestIn(1025) == 1026);
static_assert(buckets::indexOf(buckets::kTop) < buckets::kOverflow);

void BucketCounts::clear() noexcept
{
    for (std::size_t block = 0; block < buckets::kBlocks; ++block) {
        if (inBlock_[block] > 0) {
            const auto first
                = counts_.begin() + static_cast<std::ptrdiff_t>(block << buckets::kBlockBits);
            std::fill_n(first, buckets::kBlockSize, 0);
            inBlock_[block] = 0;
        }
    }
    total_ = 0;
}

std::size_t BucketCounts::bucketOfRank(std::uint64_t rank) const noexcept
{
    assert(rank >= 1 && rank <= total_);
    std::size_t block = 0;
    while (rank > inBlock_[block]) {
        rank -= inBlock_[block];
        ++block;
    }
    std::size_t index = block << buckets::kBlockBits;
    while (rank > counts_[index]) {
        rank -= counts_[index];
        ++index;
    }
    return index;
}

bool BucketCounts::operator==(const BucketCounts& other) const
{
    // One that was never added to has no memory, one that was cleared has.
    return inBlock_ == other.inBlock_ && (total_ == 0 || counts_ == other.counts_);
}

std::uint64_t nearestRank(double quantile, std::uint64_t count) noexcept
{
    const double rank = std::ceil(quantile * static_cast<double>(count));
    if (!(rank >= 1)) {
        return 1;
    }
    return rank >= static_cast<double>(count) ? count : static_cast<std::uint64_t>(rank);
}

std::int64_t quantileOf(
    const BucketCounts& counts, double quantile, const DurationRange& range) noexcept
{
    const std::uint64_t rank = nearestRank(quantile, counts.total());
    if (rank == counts.total()) {
        return range.max;
    }
    if (rank == 1) {
        return range.min;
    }
    const std::size_t bucket = counts.bucketOfRank(rank);
    return bucket == buckets::kOverflow
        ? range.max
        : std::clamp(buckets::middleOf(bucket), range.min, range.max);
}

}  // namespace headroom
