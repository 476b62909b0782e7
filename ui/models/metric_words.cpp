// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/metric_view.h"
#include "ui/models/unit_words.h"

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

constexpr Level kRaised[] = { Level::Yellow, Level::Orange, Level::Red };

/// Whole things: above 500 writes begins with the 501st.
bool isCounted(Unit unit)
{
    return unit == Unit::Writers || unit == Unit::WritesPerSecond || unit == Unit::Artifacts;
}

QString withUnit(const QString& number, const QString& unit)
{
    return unit.isEmpty() ? number : number + kNoBreakSpace + unit;
}

}  // namespace

MetricWords::MetricWords(const MetricView& view)
    : view_(view)
    , unit_(info(view.metric()).unit)
    , unitName_(unitSign(unit_))
{
    if (unit_ == Unit::Bytes) {
        const auto unit = format::byteUnitOf(view.limit());
        perUnit_ = format::bytesPer(unit);
        unitName_ = format::byteUnitName(unit);
        constexpr double kTooSmallToRead = 0.1;
        if (view.value() > 0 && view.value() < kTooSmallToRead * perUnit_) {
            ownPerUnit_ = format::bytesPer(format::byteUnitOf(view.value()));
            ownUnitName_ = format::byteUnitName(format::byteUnitOf(view.value()));
        }
    }
    for (const auto level : kRaised) {
        if (const auto at = view.boundValue(level)) {
            edges_.push_back({ *at / perUnit_, view.bound(level)->side == Side::AtLeast });
        }
    }
    if (view.limit() > 0) {
        edges_.push_back({ view.limit() / perUnit_, true });
        edges_.push_back({ view.limit() / perUnit_, false });
    }
    edges_.push_back({ 0, false });
    const double exact = view.value() / perUnit_;
    shown_ = format::roundedWithin(exact, decimalsFor(exact), edges_);
}

QString MetricWords::title(Metric metric)
{
    switch (metric) {
    case Metric::ConcurrentWrites:
        return QStringLiteral("Concurrent writes");
    case Metric::TotalStorage:
        return QStringLiteral("Storage");
    case Metric::WriteThroughput:
        return QStringLiteral("Write throughput");
    case Metric::QueryResponse:
        return QStringLiteral("Query latency p99");
    case Metric::ArtifactSize:
        return QStringLiteral("Artifact size");
    case Metric::ArtifactCount:
        return QStringLiteral("Artifact count");
    case Metric::AuditRetention:
        break;
    }
    return QStringLiteral("Audit chain");
}

QString MetricWords::shortTitle(Metric metric)
{
    switch (metric) {
    case Metric::ConcurrentWrites:
        return QStringLiteral("Writes");
    case Metric::WriteThroughput:
        return QStringLiteral("Throughput");
    case Metric::QueryResponse:
        return QStringLiteral("Latency p99");
    default:
        return title(metric);
    }
}

int MetricWords::decimalsFor(double shown) const
{
    switch (unit_) {
    case Unit::Writers:
    case Unit::Artifacts:
    case Unit::BrokenLinks:
        return 0;
    case Unit::Bytes:
        // A limit of 8 MB is watched in tenths, one of 1000 GB is not.
        return std::max(
            format::sensibleDecimals(shown), view_.limit() / perUnit_ < 100 && shown > 0 ? 1 : 0);
    case Unit::WritesPerSecond:
        return std::min(1, format::sensibleDecimals(shown));
    case Unit::Milliseconds:
        break;
    }
    return format::sensibleDecimals(shown);
}

QString MetricWords::value() const
{
    const QString about = view_.isEstimate() ? QStringLiteral("~") : QString();
    if (hasOwnUnit()) {
        const double own = view_.value() / ownPerUnit_;
        return about + format::number(own, ownPerUnit_ > 1 ? format::sensibleDecimals(own) : 0);
    }
    const double exact = view_.value() / perUnit_;
    return about
        + (unit_ == Unit::Milliseconds ? format::milliseconds(exact, edges_)
                                       : format::number(exact, decimalsFor(exact), edges_));
}

QString MetricWords::limit() const
{
    if (unit_ == Unit::Milliseconds) {
        return format::millisecondsShort(view_.limit());
    }
    return format::number(view_.limit() / perUnit_, 1);
}

QString MetricWords::limitWithUnit() const
{
    return unit_ == Unit::Milliseconds ? limit() : withUnit(limit(), unitName_);
}

QString MetricWords::valueWithUnit() const
{
    return withUnit(value(), hasOwnUnit() ? ownUnitName_ : unitName_);
}

QString MetricWords::unitOfLimit() const
{
    if (unit_ == Unit::Milliseconds) {
        return QStringLiteral("ms · SLA ") + limit();
    }
    if (hasOwnUnit()) {
        return ownUnitName_ + QStringLiteral(" of ") + limitWithUnit();
    }
    const QString of = QStringLiteral("of ") + limit();
    return unitName_.isEmpty() ? of : unitName_ + QLatin1Char(' ') + of;
}

QString MetricWords::share() const
{
    const auto share = view_.share();
    if (!share) {
        return QStringLiteral("–");
    }
    format::Edges edges;
    for (const auto edge : edges_) {
        edges.push_back({ 100 * edge.at * perUnit_ / view_.limit(), edge.itselfAbove });
    }
    return format::percent({ *share }, edges);
}

QString MetricWords::headroom() const
{
    const auto left = headroomShare(view_);
    if (!left) {
        return QStringLiteral("–");
    }
    format::Edges edges;
    for (const auto edge : edges_) {
        // What belongs above a bound lies below it in what is left.
        edges.push_back({ 100 - 100 * edge.at * perUnit_ / view_.limit(), !edge.itselfAbove });
    }
    return format::percent({ *left }, edges);
}

double MetricWords::firstWithin(Level level) const
{
    const double at = view_.boundValue(level).value_or(0) / perUnit_;
    return isCounted(unit_) && view_.bound(level)->side == Side::Above ? at + 1 : at;
}

QString MetricWords::bound(Level level) const
{
    if (view_.isShareOfLimit()) {
        return format::percent({ view_.bound(level)->value });
    }
    return unit_ == Unit::Milliseconds ? format::milliseconds(firstWithin(level))
                                       : format::number(firstWithin(level), 1);
}

QString MetricWords::distanceTo(Level level) const
{
    return distanceTo(firstWithin(level) * perUnit_);
}

QString MetricWords::distanceTo(double catalogValue) const
{
    const double distance = std::abs(catalogValue / perUnit_ - shown_);
    // Counted things need no unit behind them: "189 to YELLOW".
    const QString unit = isCounted(unit_) ? QString() : unitName_;
    if (unit_ == Unit::Milliseconds) {
        return withUnit(format::milliseconds(distance), unit);
    }
    const int decimals = distance < 1e-9 ? 0 : decimalsFor(distance);
    return withUnit(format::number(distance, decimals, { { 0, false } }), unit);
}

QString MetricWords::change(double catalogChange) const
{
    const double change = catalogChange / perUnit_;
    const double size = std::abs(change);
    const bool wholeNumbers = unit_ == Unit::Writers || unit_ == Unit::Artifacts;
    const int decimals = wholeNumbers ? 0 : std::min(2, format::sensibleDecimals(size));
    return withUnit(format::signedNumber(change, decimals), unitName_);
}

}  // namespace headroom::ui
