// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/snapshot.h"

#include <QVector>

#include <array>
#include <chrono>

namespace headroom::ui {

/// The last 15 minutes of one quantity in one-second slots, for sparklines, trends and live charts.
/// Each slot keeps the highest value of its second. Plain value, main thread.
class LiveSeries {
public:
    static constexpr int kSeconds = 900;

    LiveSeries();

    /// `at` is when `value` was measured; older than the newest second is ignored. Seconds without
    /// a record hold the value before them for up to `holdFor`, in which it is still believed;
    /// a longer hole stays a gap.
    void record(SteadyTime at, double value, std::chrono::nanoseconds holdFor);

    /// What history knows of the second of `at`. Fills a gap and never replaces what was seen live;
    /// later than the newest second it is the newest then, with a gap in between.
    void recall(SteadyTime at, double value);

    /// kSeconds values, oldest first, the last one for the second of `now`; NaN where nothing was
    /// known.
    [[nodiscard]] QVector<double> window(SteadyTime now) const;

    /// The window in buckets of `seconds`, each its highest value; NaN where a bucket has none.
    /// Bucket borders stand still while time passes, so that a line does not shimmer.
    [[nodiscard]] QVector<double> buckets(SteadyTime now, int seconds) const;

private:
    std::array<double, kSeconds> slots_;
    std::int64_t newest_ = 0;  ///< second of the newest record; meaningless while empty_
    std::chrono::nanoseconds holdFor_ {};
    bool empty_ = true;
};

/// The live series of a screen.
struct LiveSeriesSet {
    LiveSeries writes;
    LiveSeries storage;
    LiveSeries throughput;
    LiveSeries p50;
    LiveSeries p99;
    LiveSeries p999;

    /// Takes what is fresh in a snapshot; what is stale or missing leaves a gap.
    void record(const Snapshot& snapshot);
};

}  // namespace headroom::ui
