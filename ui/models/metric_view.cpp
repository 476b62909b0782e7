// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/metric_view.h"

#include <algorithm>

namespace headroom::ui {

namespace {

Truth truthOf(const MetricState& state, std::chrono::nanoseconds age)
{
    if (!state.reading || state.freshness == Freshness::Missing) {
        return Truth::NoData;
    }
    // Time only takes trust away: what the monitor called stale does not come back by itself.
    switch (std::max(state.freshness, freshnessAt(age, state.reading->limits))) {
    case Freshness::Live:
        return Truth::Live;
    case Freshness::Late:
        return Truth::Late;
    case Freshness::Stale:
    case Freshness::Missing:
        break;
    }
    return Truth::Stale;
}

}  // namespace

MetricView::MetricView(const Snapshot& snapshot, Metric metric, SteadyTime now)
    : state_(&snapshot.of(metric))
    , metric_(metric)
{
    if (state_->reading) {
        age_ = now - state_->reading->measuredAt;
    }
    truth_ = truthOf(*state_, age_);
    if (isFresh()) {
        level_ = state_->level;
    }
}

std::optional<double> MetricView::share() const
{
    if (limit() <= 0 || !isKnown()) {
        return std::nullopt;
    }
    return value() / limit();
}

QString MetricView::whyMissing() const
{
    return state_->whyMissing.empty() ? QStringLiteral("no data yet")
                                      : QString::fromStdString(state_->whyMissing);
}

QString MetricView::note() const
{
    return isKnown() ? QString::fromStdString(state_->note) : QString();
}

std::optional<double> MetricView::boundValue(Level level) const
{
    const auto& found = bound(level);
    if (!found) {
        return std::nullopt;
    }
    return isShareOfLimit() ? found->value * limit() : found->value;
}

Level MetricView::nextLevel() const
{
    for (const auto level : { Level::Yellow, Level::Orange, Level::Red }) {
        if (level > level_ && bound(level)) {
            return level;
        }
    }
    return Level::Unknown;
}

bool MetricView::hasCrossed(Level level) const
{
    const auto at = boundValue(level);
    if (!at || !isKnown()) {
        return false;
    }
    return bound(level)->side == Side::AtLeast ? value() >= *at : value() > *at;
}

std::optional<double> headroomShare(const MetricView& view)
{
    const auto share = view.share();
    return share ? std::optional(1 - *share) : std::nullopt;
}

}  // namespace headroom::ui
