// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/certification/review.h"
#include "ui/text/display.h"

#include <chrono>

namespace headroom::ui {

/// The certificate's dates, seen from a day.
struct ReviewDue {
    ReviewState state = ReviewState::Current;
    std::chrono::year_month_day certified;
    std::chrono::year_month_day due;
    int daysLeft = 0;  ///< negative once overdue
};

[[nodiscard]] ReviewDue reviewOn(std::chrono::year_month_day today);

/// Artifact size and count, audit chain, certification.
[[nodiscard]] StripDisplay makeStrip(
    const Snapshot* snapshot, SteadyTime now, std::chrono::year_month_day today);

[[nodiscard]] FootDisplay makeFoot(const Snapshot* snapshot, std::chrono::year_month_day today);

}  // namespace headroom::ui
