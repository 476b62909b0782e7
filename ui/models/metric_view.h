// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/display.h"
#include "ui/text/format.h"

#include <optional>

namespace headroom::ui {

/// One metric of a snapshot as it stands now, which may be long after the snapshot: the level is
/// the snapshot's, or Unknown once the reading went stale by this screen's own clock.
class MetricView {
public:
    MetricView(const Snapshot& snapshot, Metric metric, SteadyTime now);

    [[nodiscard]] Metric metric() const { return metric_; }
    [[nodiscard]] Truth truth() const { return truth_; }
    [[nodiscard]] bool isKnown() const { return truth_ != Truth::NoData; }
    [[nodiscard]] bool isFresh() const { return truth_ == Truth::Live || truth_ == Truth::Late; }
    [[nodiscard]] Level level() const { return level_; }
    [[nodiscard]] Level lastKnownLevel() const { return state_->lastKnownLevel; }

    /// In the catalog's unit; 0 while not isKnown().
    [[nodiscard]] double value() const { return state_->reading ? state_->reading->value : 0; }
    [[nodiscard]] double limit() const { return state_->limit; }
    /// 1 at the limit; empty for a metric that has none.
    [[nodiscard]] std::optional<double> share() const;
    [[nodiscard]] std::chrono::nanoseconds age() const { return age_; }
    [[nodiscard]] SystemTime measuredAtUtc() const { return state_->reading->measuredAtUtc; }
    [[nodiscard]] QString whyMissing() const;
    /// Reckoned, not measured or counted; note() says how.
    [[nodiscard]] bool isEstimate() const { return isKnown() && state_->isEstimate; }
    /// What to know of the reading; mostly empty.
    [[nodiscard]] QString note() const;

    /// A level's bound; empty if this metric never reaches that level.
    [[nodiscard]] const std::optional<Bound>& bound(Level level) const
    {
        return state_->thresholds.bound(level);
    }
    [[nodiscard]] bool isShareOfLimit() const { return state_->thresholds.basis == Basis::OfLimit; }
    /// Where a level begins, in the catalog's unit.
    [[nodiscard]] std::optional<double> boundValue(Level level) const;
    /// Where the level above this one begins.
    [[nodiscard]] Level nextLevel() const;
    [[nodiscard]] bool hasCrossed(Level level) const;

private:
    const MetricState* state_;
    Metric metric_;
    Truth truth_ = Truth::NoData;
    Level level_ = Level::Unknown;
    std::chrono::nanoseconds age_ {};
};

/// The words for a metric's numbers. Each call is about the unit in which its limit is read.
class MetricWords {
public:
    explicit MetricWords(const MetricView& view);

    [[nodiscard]] static QString title(Metric metric);  ///< "Concurrent writes"
    [[nodiscard]] static QString shortTitle(Metric metric);  ///< "Writes"

    [[nodiscard]] QString value() const;  ///< "612"; "~612" for an estimate
    [[nodiscard]] QString unitOfLimit() const;  ///< "GB of 1000", "KB of 8 MB", "ms · SLA 5 s"
    [[nodiscard]] bool hasOwnUnit() const { return !ownUnitName_.isEmpty(); }
    [[nodiscard]] QString limit() const;  ///< "1000", "5 s"
    [[nodiscard]] QString limitWithUnit() const;  ///< "1000 GB", "100"
    [[nodiscard]] QString valueWithUnit() const;  ///< "612 GB", "103", "634 /s", "42 ms"
    [[nodiscard]] QString share() const;  ///< "91.2 %"
    [[nodiscard]] QString headroom() const;  ///< "38.8 %", "−3 %"

    /// Where a level begins, as its tick says: "51", "70 %"; 501 for whole writes above 500.
    [[nodiscard]] QString bound(Level level) const;
    /// From the value as shown to a level's beginning: "17", "88 GB", "58 ms".
    [[nodiscard]] QString distanceTo(Level level) const;
    /// From the value as shown to a number in the catalog's unit, up or down.
    [[nodiscard]] QString distanceTo(double catalogValue) const;
    /// A change in the catalog's unit: "+24 /s", "−3 ms", "+0.02 GB".
    [[nodiscard]] QString change(double catalogChange) const;

private:
    [[nodiscard]] int decimalsFor(double shown) const;
    [[nodiscard]] double firstWithin(Level level) const;

    const MetricView& view_;
    Unit unit_;
    double perUnit_ = 1;  ///< catalog units in one unit of the screen
    QString unitName_;  ///< "GB", "/s", "ms"; empty for things that are counted
    double ownPerUnit_ = 1;  ///< as perUnit_, for the value alone
    QString ownUnitName_;  ///< 16 KB of 500 MB would read 0.02: such a value has a unit of its own
    format::Edges edges_;  ///< in units of the screen
    double shown_ = 0;  ///< the value as rounded for the screen
};

/// Percent of what is left, with the edges of the metric's levels.
[[nodiscard]] std::optional<double> headroomShare(const MetricView& view);

}  // namespace headroom::ui
