// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/metrics/max_window.h"

namespace headroom {

namespace {

constexpr int kParts = 600;

}  // namespace

MaxWindow::MaxWindow(std::chrono::nanoseconds length)
    : length_(length)
{
}

void MaxWindow::note(std::int64_t value, SteadyTime now)
{
    while (!falling_.empty() && falling_.back().value <= value) {
        falling_.pop_back();
    }
    if (falling_.empty() || now - falling_.back().at >= length_ / kParts) {
        falling_.push_back({ value, now });
    }
    advance(now);
}

void MaxWindow::advance(SteadyTime now)
{
    while (!falling_.empty() && now - falling_.front().at >= length_) {
        falling_.pop_front();
    }
}

std::optional<std::int64_t> MaxWindow::max() const noexcept
{
    return falling_.empty() ? std::nullopt : std::optional(falling_.front().value);
}

}  // namespace headroom
