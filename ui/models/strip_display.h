// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

#include <chrono>

namespace headroom::ui {

/// Where a review stands on a given day (contract §1).
enum class ReviewState { Current, DueSoon, Overdue };

/// The certificate's dates, seen from a day.
struct Review {
    ReviewState state = ReviewState::Current;
    std::chrono::year_month_day certified;
    std::chrono::year_month_day due;
    int daysLeft = 0;  ///< negative once overdue
};

[[nodiscard]] Review reviewOn(std::chrono::year_month_day today);

/// Artifact size and count, audit chain, certification.
[[nodiscard]] StripDisplay makeStrip(
    const Snapshot* snapshot, SteadyTime now, std::chrono::year_month_day today);

[[nodiscard]] FootDisplay makeFoot(const Snapshot* snapshot, std::chrono::year_month_day today);

/// The list of open alerts. Nothing records alerts yet, and it says so instead of "none".
[[nodiscard]] AlertsDisplay makeAlerts(const Snapshot* snapshot, SteadyTime now);

}  // namespace headroom::ui
