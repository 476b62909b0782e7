// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <random>

namespace headroom::ui {

struct BackOffSettings {
    std::chrono::milliseconds first { 1'000 };
    std::chrono::milliseconds most { 30'000 };
};

/// How long to wait before the next try: doubling from `first` to `most`, each drawn from its
/// upper half, so that dashboards that lost a service together do not come back together.
class BackOff {
public:
    BackOff(BackOffSettings settings, std::uint32_t seed);

    /// Never below `first` and never above `most`.
    [[nodiscard]] std::chrono::milliseconds next();
    /// It went well for a while.
    void reset() { tries_ = 0; }

private:
    BackOffSettings settings_;
    std::mt19937 random_;
    int tries_ = 0;
};

}  // namespace headroom::ui
