// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/threshold_text.h"

#include "monitor_core/api/json_text.h"

#include <array>
#include <cmath>
#include <optional>

namespace headroom::api {

namespace {

/// "70 %", "500 writes/s", "51".
std::string boundText(double value, const MetricThresholds& thresholds)
{
    constexpr double kPercent = 100;
    constexpr double kDecimals = 1e4;  // shares are kept in millionths
    const bool isShare = thresholds.basis == Basis::OfLimit;
    const double shown = isShare ? std::round(value * kPercent * kDecimals) / kDecimals : value;
    const auto text = shownNumber(shown);
    return isShare ? text + " %" : text;
}

std::string_view unitText(Metric metric)
{
    switch (metric) {
    case Metric::ConcurrentWrites:
        return " writers";
    case Metric::WriteThroughput:
        return " writes/s";
    case Metric::QueryResponse:
        return " ms";
    default:
        return "";
    }
}

/// Writers are whole: up to and including the one before the next bound.
std::string writersText(const std::optional<Bound>& from, const std::optional<Bound>& to)
{
    const auto first = [](const Bound& bound) {
        const double value = std::ceil(bound.value);
        const bool isBeyond = bound.side == Side::Above && value == bound.value;
        return static_cast<long long>(value) + (isBeyond ? 1 : 0);
    };
    const auto begin = from ? first(*from) : 0;
    return to ? std::to_string(begin) + " to " + std::to_string(first(*to) - 1)
              : std::to_string(begin) + " or more";
}

std::string spanText(const MetricThresholds& thresholds, const std::optional<Bound>& from,
    const std::optional<Bound>& to)
{
    const auto text = [&](const Bound& bound) { return boundText(bound.value, thresholds); };
    std::string end;
    if (to) {
        end = (to->side == Side::AtLeast ? "below " : "up to ") + text(*to);
    }
    if (!from) {
        return end.empty() ? "any" : end;
    }
    const bool isAbove = from->side == Side::Above;
    if (end.empty()) {
        return isAbove ? "above " + text(*from) : text(*from) + " or more";
    }
    return isAbove ? "above " + text(*from) + ", " + end
                   : text(*from) + (to->side == Side::Above ? " to " + text(*to) : " to " + end);
}

}  // namespace

std::string rangeText(Metric metric, const MetricThresholds& thresholds, Level level)
{
    const auto from = level == Level::Green ? std::optional<Bound>() : thresholds.bound(level);
    if (level != Level::Green && !from) {
        return "never";
    }
    std::optional<Bound> to;
    for (const Level next : { Level::Yellow, Level::Orange, Level::Red }) {
        if (next > level && !to) {
            to = thresholds.bound(next);
        }
    }
    const auto span = metric == Metric::ConcurrentWrites ? writersText(from, to)
                                                         : spanText(thresholds, from, to);
    return (metric == Metric::QueryResponse ? "p99 " : "") + span + std::string(unitText(metric));
}

}  // namespace headroom::api
