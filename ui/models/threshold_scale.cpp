// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/threshold_scale.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr double kLatencyStart = 10;  // ms at the left end, as on the gauge
constexpr double kMegabyte = 1024.0 * 1024;

}  // namespace

ThresholdScale::ThresholdScale(Metric metric, Basis basis, double limit)
    : metric_(metric)
    , isShare_(basis == Basis::OfLimit)
    , limit_(limit > 0 ? limit : std::max(1.0, info(metric).certifiedLimit))
{
}

double ThresholdScale::ofValue(double value) const
{
    const double fraction = metric_ == Metric::QueryResponse
        ? std::log(std::max(value, kLatencyStart) / kLatencyStart)
            / std::log(std::max(limit_, 2 * kLatencyStart) / kLatencyStart) * kLimitAt
        : value / limit_ * kLimitAt;
    return std::clamp(fraction, 0.0, 1.0);
}

double ThresholdScale::ofBound(double bound) const
{
    return ofValue(isShare_ ? bound * limit_ : bound);
}

double ThresholdScale::stepNear(double bound) const
{
    if (isShare_) {
        return 0.01;
    }
    switch (info(metric_).unit) {
    case Unit::Milliseconds:
        // The second digit: 42 by 1, 420 by 10.
        return std::pow(10, std::floor(std::log10(std::max(bound, 1.0))) - 1);
    case Unit::WritesPerSecond:
        return std::max(1.0, std::pow(10, std::floor(std::log10(limit_)) - 2));
    case Unit::Bytes:
        return kMegabyte;
    default:
        return std::max(1.0, std::pow(10, std::floor(std::log10(limit_)) - 2));
    }
}

double ThresholdScale::boundAt(double fraction) const
{
    const double at = std::clamp(fraction, 0.0, 1.0) / kLimitAt;
    const double value = metric_ == Metric::QueryResponse
        ? kLatencyStart * std::pow(std::max(limit_, 2 * kLatencyStart) / kLatencyStart, at)
        : at * limit_;
    const double bound = isShare_ ? value / limit_ : value;
    return stepped(bound, 0);
}

double ThresholdScale::stepped(double bound, int steps) const
{
    const double step = stepNear(bound);
    const double count = std::max(1.0, std::round(bound / step) + steps);
    // 0.01 has no exact double; 7 / 100 is the nearest to seven percent, 7 * 0.01 is not.
    return step < 1 ? count / std::round(1 / step) : count * step;
}

}  // namespace headroom::ui
