// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/rate_window.h"

#include <algorithm>

namespace headroom {

namespace {

constexpr int kMostLooks = 256;  // however often somebody looks

}  // namespace

RateWindow::RateWindow(std::chrono::nanoseconds length, SteadyTime start)
    : length_(length)
    , looks_ { { start, 0 } }
    , latest_ { start, 0 }
{
}

void RateWindow::note(std::uint64_t total, SteadyTime now)
{
    latest_ = { now, total };
    if (now - looks_.back().at >= length_ / kMostLooks) {
        looks_.push_back(latest_);
    }
    while (looks_.size() > 1 && now - looks_[1].at >= length_) {
        looks_.pop_front();
    }
}

PerSecond RateWindow::rate() const noexcept
{
    using Seconds = std::chrono::duration<double>;
    const Seconds elapsed
        = std::max<Seconds>(latest_.at - looks_.front().at, std::chrono::seconds(1));
    return { static_cast<double>(latest_.total - looks_.front().total) / elapsed.count() };
}

}  // namespace headroom
