// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/simulation/curve.h"

#include <algorithm>
#include <cstdint>

namespace headroom {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

Curve::Curve(double start, Metric metric, const Scenario& scenario)
    : knots_ { { nanoseconds(0), start } }
{
    auto ramps = scenario.ramps;
    std::erase_if(ramps, [&](const Ramp& ramp) { return ramp.metric != metric; });
    std::stable_sort(
        ramps.begin(), ramps.end(), [](const Ramp& a, const Ramp& b) { return a.begin < b.begin; });
    for (const auto& ramp : ramps) {
        const double from = at(ramp.begin);
        std::erase_if(knots_, [&](const Knot& knot) { return knot.at > ramp.begin; });
        knots_.push_back({ ramp.begin, from });
        knots_.push_back({ ramp.begin + ramp.over, ramp.to });
    }
}

double Curve::at(nanoseconds time) const
{
    const auto next = std::upper_bound(knots_.begin(), knots_.end(), time,
        [](nanoseconds wanted, const Knot& knot) { return wanted < knot.at; });
    if (next == knots_.begin()) {
        return knots_.front().value;
    }
    const auto& from = *(next - 1);
    if (next == knots_.end()) {
        return from.value;
    }
    const double share = static_cast<double>((time - from.at).count())
        / static_cast<double>((next->at - from.at).count());
    return from.value + share * (next->value - from.value);
}

std::vector<nanoseconds> Curve::knots() const
{
    std::vector<nanoseconds> times;
    times.reserve(knots_.size());
    for (const auto& knot : knots_) {
        times.push_back(knot.at);
    }
    return times;
}

std::vector<nanoseconds> Curve::crossings(double bound) const
{
    std::vector<nanoseconds> times;
    for (std::size_t i = 1; i < knots_.size(); ++i) {
        const auto& a = knots_[i - 1];
        const auto& b = knots_[i];
        if (a.at == b.at || a.value == b.value || bound < std::min(a.value, b.value)
            || bound > std::max(a.value, b.value)) {
            continue;
        }
        const double share = (bound - a.value) / (b.value - a.value);
        const auto exact = a.at
            + nanoseconds(
                static_cast<std::int64_t>(share * static_cast<double>((b.at - a.at).count())));
        const auto reached = std::chrono::ceil<milliseconds>(exact);
        times.push_back(reached);
        times.push_back(reached + milliseconds(1));
    }
    return times;
}

}  // namespace headroom
