// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/result.h"
#include "monitor_core/metrics/bucket_counts.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace headroom {

/// Durations and how often each occurred: quantiles of any stream from 1 µs to 1 h are at most
/// 0.1 % off, smallest and largest exact, in bounded memory. Merging two gives what recording into
/// one would have given, so quantiles of nodes and minutes add up. A plain value, no thread rule.
class LatencyHistogram {
public:
    /// Durations above this count as overflow: in count() and in the quantiles, which say the
    /// largest seen when they fall there.
    static constexpr std::chrono::nanoseconds kTop { buckets::kTop };

    /// False for a negative duration, which is refused and counted.
    bool record(std::chrono::nanoseconds duration);
    void merge(const LatencyHistogram& other);
    /// As if new, but keeps the memory.
    void clear() noexcept;

    [[nodiscard]] std::uint64_t count() const noexcept { return counts_.total(); }
    [[nodiscard]] std::uint64_t overflow() const noexcept { return counts_.overflow(); }
    [[nodiscard]] std::uint64_t refused() const noexcept { return refused_; }
    /// Empty without a sample.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> min() const noexcept;
    [[nodiscard]] std::optional<std::chrono::nanoseconds> max() const noexcept;

    /// By nearest rank: the smallest duration that at least the share `quantile` (0 – 1) of all
    /// samples does not exceed. Between min() and max(), so one sample is its own quantiles,
    /// exactly.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> quantile(double quantile) const noexcept;

    /// A few bytes a non-empty bucket; the format is in latency_encoding.cpp.
    [[nodiscard]] std::string encode() const;
    /// Damaged when the bytes are not what encode() wrote, Unsupported for a later version.
    static Result<LatencyHistogram> decode(std::string_view bytes);
    /// The same in place of what was counted here, in the memory that is there; empty if it fails.
    Result<void> assign(std::string_view bytes);

    bool operator==(const LatencyHistogram& other) const = default;

    // ---- for shards and windows, which count in the same buckets ----
    [[nodiscard]] const BucketCounts& counts() const noexcept { return counts_; }
    void addCount(std::size_t bucket, std::uint64_t n) { counts_.add(bucket, n); }
    void addRefused(std::uint64_t n) noexcept { refused_ += n; }
    [[nodiscard]] const DurationRange& range() const noexcept { return range_; }
    void widen(const DurationRange& range) noexcept { range_.widen(range); }
    /// A shard may hand out a sample's range before its count. Makes the range fit the counts, and
    /// returns what of it belongs to counts still to come: for the histogram that gets them. An end
    /// whose exact value is not known becomes its bucket's.
    DurationRange fitRange() noexcept;

private:
    Result<void> fill(std::string_view bytes);

    BucketCounts counts_;
    DurationRange range_;
    std::uint64_t refused_ = 0;
};

}  // namespace headroom
