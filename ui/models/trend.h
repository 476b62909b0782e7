// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"

#include <QVector>

#include <chrono>
#include <optional>

namespace headroom::ui {

/// A straight line through what was measured.
struct Trend {
    double perSecond = 0;
    double change = 0;  ///< along the line, over `span`
    double noise = 0;  ///< 2 σ of what the line leaves; a smaller change is none
    std::chrono::seconds span { 0 };  ///< from the first to the last value

    bool operator==(const Trend&) const = default;
};

/// The least-squares line through one value a second, oldest first, NaN where there is none. Empty
/// until there is a minute of them: less says nothing.
[[nodiscard]] std::optional<Trend> trendOf(const QVector<double>& perSecondValues);

/// How far it is to what a trend can reach, in the quantity's unit.
struct TrendTargets {
    std::optional<double> nextLevel;  ///< up to where the next level begins
    std::optional<double> resume;  ///< down to where a closed gate opens; empty while it is open
};

/// The arrow in front of the change: flat within the noise, steep when the next level would be
/// reached within the hour, steep down when a closed gate would open within 15 minutes.
[[nodiscard]] TrendArrow arrowOf(const Trend& trend, const TrendTargets& targets);

}  // namespace headroom::ui
