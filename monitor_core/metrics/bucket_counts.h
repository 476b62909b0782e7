// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace headroom {

/// Log-linear buckets of nanoseconds: exact below 1024 ns, then 512 to every doubling, so that the
/// middle of a bucket is at most 1/1024 (0.098 %) off any value in it. One more bucket counts what
/// is above the top, an hour. A block is 512 neighbouring buckets.
namespace buckets {
inline constexpr int kBlockBits = 9;
inline constexpr std::size_t kBlockSize = std::size_t { 1 } << kBlockBits;
inline constexpr std::int64_t kTop = 3'600'000'000'000;  ///< the last value that has a bucket

/// `value` from 0 to kTop.
constexpr std::size_t indexOf(std::int64_t value) noexcept
{
    const auto v = static_cast<std::uint64_t>(value);
    const int shift = static_cast<int>(std::bit_width(v | kBlockSize)) - 1 - kBlockBits;
    return (static_cast<std::size_t>(shift) << kBlockBits) + static_cast<std::size_t>(v >> shift);
}

inline constexpr std::size_t kOverflow = (indexOf(kTop) / kBlockSize + 1) * kBlockSize;
inline constexpr std::size_t kBlocks = kOverflow / kBlockSize + 1;
inline constexpr std::size_t kCount = kOverflow + 1;

/// The smallest value of a bucket, and the one in its middle. Not for kOverflow.
constexpr std::int64_t lowestIn(std::size_t index) noexcept
{
    const std::size_t block = index >> kBlockBits;
    if (block < 2) {
        return static_cast<std::int64_t>(index);
    }
    const std::size_t offset = kBlockSize + (index & (kBlockSize - 1));
    return static_cast<std::int64_t>(offset << (block - 1));
}
constexpr std::int64_t middleOf(std::size_t index) noexcept
{
    return lowestIn(index) + (lowestIn(index + 1) - 1 - lowestIn(index)) / 2;
}

/// The bucket of any value that is not negative.
constexpr std::size_t bucketFor(std::int64_t value) noexcept
{
    return value > kTop ? kOverflow : indexOf(value);
}
}  // namespace buckets

/// The smallest and largest of some durations, in ns; empty when min > max.
struct DurationRange {
    std::int64_t min = std::numeric_limits<std::int64_t>::max();
    std::int64_t max = -1;

    constexpr void widen(const DurationRange& other) noexcept
    {
        min = other.min < min ? other.min : min;
        max = other.max > max ? other.max : max;
    }
    bool operator==(const DurationRange&) const = default;
};

/// How many values fell into each bucket. A plain value; takes its 140 KB when it is first added
/// to.
class BucketCounts {
public:
    void add(std::size_t index, std::uint64_t n)
    {
        allocate();
        counts_[index] += n;
        inBlock_[index >> buckets::kBlockBits] += n;
        total_ += n;
    }
    /// Takes away what was added before.
    void subtract(std::size_t index, std::uint64_t n) noexcept
    {
        counts_[index] -= n;
        inBlock_[index >> buckets::kBlockBits] -= n;
        total_ -= n;
    }
    /// To all 0, in the blocks that are not; keeps the memory.
    void clear() noexcept;

    [[nodiscard]] std::uint64_t total() const noexcept { return total_; }
    [[nodiscard]] std::uint64_t overflow() const noexcept
    {
        return counts_.empty() ? 0 : counts_[buckets::kOverflow];
    }
    /// The bucket that holds the value of this rank, from 1 for the smallest to total().
    [[nodiscard]] std::size_t bucketOfRank(std::uint64_t rank) const noexcept;

    /// Calls visit(index, count) for every bucket that is not empty, the lowest first.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t block = 0; block < buckets::kBlocks; ++block) {
            std::uint64_t left = inBlock_[block];
            for (std::size_t index = block << buckets::kBlockBits; left > 0; ++index) {
                if (counts_[index] > 0) {
                    visit(index, counts_[index]);
                    left -= counts_[index];
                }
            }
        }
    }

    bool operator==(const BucketCounts& other) const;

private:
    void allocate()
    {
        if (counts_.empty()) [[unlikely]] {
            counts_.resize(buckets::kBlocks * buckets::kBlockSize);
        }
    }

    std::vector<std::uint64_t> counts_;
    std::array<std::uint64_t, buckets::kBlocks> inBlock_ {};
    std::uint64_t total_ = 0;
};

/// What a person calls the q-quantile: the value of rank ceil(q · n), at least 1 (nearest rank).
std::uint64_t nearestRank(double quantile, std::uint64_t count) noexcept;

/// The q-quantile, in ns, of samples that were counted and lie in `range`; both not empty. Exact at
/// both ends, and the largest sample when it falls into the overflow.
std::int64_t quantileOf(
    const BucketCounts& counts, double quantile, const DurationRange& range) noexcept;

}  // namespace headroom
