// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_back_off.h"

#include <algorithm>

namespace headroom::ui {

BackOff::BackOff(BackOffSettings settings, std::uint32_t seed)
    : settings_(settings)
    , random_(seed)
{
}

std::chrono::milliseconds BackOff::next()
{
    constexpr int kMostDoublings = 20;
    const auto full
        = std::min(settings_.most, settings_.first * (std::int64_t { 1 } << (tries_ + 1)));
    tries_ = std::min(tries_ + 1, kMostDoublings);
    const auto least = std::max(settings_.first, full / 2);
    std::uniform_int_distribution<std::int64_t> draw(std::min(least, full).count(), full.count());
    return std::chrono::milliseconds(draw(random_));
}

}  // namespace headroom::ui
