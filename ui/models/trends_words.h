// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor_core/snapshot.h"
#include "ui/text/format.h"

#include <QString>

#include <vector>

namespace headroom::ui {

/// The metrics that have a past worth drawing, in the order of their tabs.
[[nodiscard]] const std::vector<Metric>& trendsMetrics();
/// "Latency", "Writes": what a tab says.
[[nodiscard]] QString tabText(Metric metric);

/// Numbers of the past in the unit in which the metric's limit is read, with the bounds in force
/// now. Plain value.
class TrendsWords {
public:
    /// `snapshot` may be null: then the certified limit and no bounds.
    TrendsWords(const Snapshot* snapshot, Metric metric);

    /// Bytes are read in the unit in which this many are, from here on; other metrics have one.
    void readAt(double catalogValue);

    [[nodiscard]] Metric metric() const { return metric_; }
    /// Catalog units in one unit of the screen.
    [[nodiscard]] double perUnit() const { return perUnit_; }
    [[nodiscard]] const QString& unit() const { return unit_; }  ///< "ms", "GB", "/s", "of 100"
    [[nodiscard]] double limit() const { return limit_; }  ///< catalog's unit; 0: none
    [[nodiscard]] const MetricThresholds& thresholds() const { return thresholds_; }
    /// What the value would be judged now, without memory: history keeps values, not levels.
    [[nodiscard]] Level levelOf(double catalogValue) const;
    /// "42", "610.6": never rounded across a bound.
    [[nodiscard]] QString number(double catalogValue) const;
    /// "42 ms", "44 writes", "498 /s".
    [[nodiscard]] QString withUnit(double catalogValue) const;

private:
    void takeEdges();

    Metric metric_;
    double limit_ = 0;
    double perUnit_ = 1;
    QString unit_;
    MetricThresholds thresholds_;
    format::Edges edges_;  ///< in units of the screen
};

}  // namespace headroom::ui
