// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/latency_window.h"

namespace headroom {

namespace {

constexpr int kSlots = 60;
constexpr unsigned kBucketBits = 15;
static_assert(buckets::kCount <= std::size_t { 1 } << kBucketBits);

std::int64_t valueOf(std::size_t bucket) noexcept
{
    return bucket == buckets::kOverflow ? buckets::kTop + 1 : buckets::middleOf(bucket);
}

}  // namespace

LatencyWindow::LatencyWindow(std::chrono::nanoseconds length)
    : length_(length)
{
}

void LatencyWindow::add(const LatencyHistogram& fresh, SteadyTime now)
{
    if (openSince_ && now - *openSince_ >= length_ / kSlots) {
        close();
    }
    expire(now);
    // A range can come one tick before its count; it stays with the slot until the count is there.
    openRange_.widen(fresh.range());
    if (fresh.count() > 0) {
        openSince_ = openSince_.value_or(now);
        fresh.counts().forEach([this](std::size_t bucket, std::uint64_t n) {
            open_.add(bucket, n);
            total_.add(bucket, n);
        });
    }
    updateRange();
}

std::optional<std::chrono::nanoseconds> LatencyWindow::quantile(double quantile) const noexcept
{
    if (count() == 0) {
        return std::nullopt;
    }
    return std::chrono::nanoseconds(quantileOf(total_, quantile, range_));
}

std::optional<std::chrono::nanoseconds> LatencyWindow::min() const noexcept
{
    return count() == 0 ? std::nullopt : std::optional(std::chrono::nanoseconds(range_.min));
}

std::optional<std::chrono::nanoseconds> LatencyWindow::max() const noexcept
{
    return count() == 0 ? std::nullopt : std::optional(std::chrono::nanoseconds(range_.max));
}

void LatencyWindow::close()
{
    Slot slot { *openSince_, openRange_, {} };
    open_.forEach([&slot](std::size_t bucket, std::uint64_t n) {
        slot.counts.push_back(n << kBucketBits | bucket);
    });
    closed_.push_back(std::move(slot));
    open_.clear();
    openRange_ = {};
    openSince_.reset();
}

void LatencyWindow::expire(SteadyTime now)
{
    constexpr std::uint64_t kBucketMask = (std::uint64_t { 1 } << kBucketBits) - 1;
    while (!closed_.empty() && now - closed_.front().begin >= length_) {
        for (const std::uint64_t packed : closed_.front().counts) {
            total_.subtract(packed & kBucketMask, packed >> kBucketBits);
        }
        closed_.pop_front();
    }
}

void LatencyWindow::updateRange()
{
    if (count() == 0) {
        return;
    }
    range_ = openRange_;
    for (const Slot& slot : closed_) {
        range_.widen(slot.range);
    }
    // A count can come one tick after its range, whose slot may have gone in between: then the
    // bucket says it, to 0.1 %.
    if (const auto lowest = total_.bucketOfRank(1); buckets::bucketFor(range_.min) != lowest) {
        range_.min = valueOf(lowest);
    }
    if (const auto highest = total_.bucketOfRank(count());
        range_.max < 0 || buckets::bucketFor(range_.max) != highest) {
        range_.max = valueOf(highest);
    }
}

}  // namespace headroom
