// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trends_words.h"

#include "monitor_core/policy/judging.h"
#include "ui/models/unit_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Trends)
};

}  // namespace

const std::vector<Metric>& trendsMetrics()
{
    static const std::vector<Metric> metrics { Metric::QueryResponse, Metric::ConcurrentWrites,
        Metric::WriteThroughput, Metric::TotalStorage, Metric::ArtifactSize,
        Metric::ArtifactCount };
    return metrics;
}

QString tabText(Metric metric)
{
    switch (metric) {
    case Metric::QueryResponse:
        return Words::tr("Latency");
    case Metric::ConcurrentWrites:
        return Words::tr("Writes");
    case Metric::WriteThroughput:
        return Words::tr("Throughput");
    case Metric::TotalStorage:
        return Words::tr("Storage");
    case Metric::ArtifactSize:
        return Words::tr("Artifact size");
    case Metric::ArtifactCount:
        return Words::tr("Artifact count");
    case Metric::AuditRetention:
        break;
    }
    return Words::tr("Audit chain");
}

TrendsWords::TrendsWords(const Snapshot* snapshot, Metric metric)
    : metric_(metric)
    , limit_(info(metric).certifiedLimit)
    , unit_(unitSign(info(metric).unit))
{
    if (snapshot != nullptr) {
        const auto& state = snapshot->of(metric);
        limit_ = state.limit;
        thresholds_ = state.thresholds;
    }
    readAt(limit_);
    takeEdges();
}

void TrendsWords::readAt(double catalogValue)
{
    if (info(metric_).unit == Unit::Bytes) {
        const auto unit = format::byteUnitOf(catalogValue);
        perUnit_ = format::bytesPer(unit);
        unit_ = format::byteUnitName(unit);
        takeEdges();
    }
}

void TrendsWords::takeEdges()
{
    edges_.clear();
    for (const auto level : { Level::Yellow, Level::Orange, Level::Red }) {
        if (const auto& bound = thresholds_.bound(level)) {
            edges_.push_back({ inUnit(*bound, thresholds_.basis, limit_) / perUnit_,
                bound->side == Side::AtLeast });
        }
    }
    edges_.push_back({ 0, false });
}

Level TrendsWords::levelOf(double catalogValue) const
{
    const bool hasBounds = thresholds_.yellow || thresholds_.orange || thresholds_.red;
    return hasBounds ? headroom::levelOf(thresholds_, catalogValue, limit_) : Level::Unknown;
}

QString TrendsWords::number(double catalogValue) const
{
    const double value = catalogValue / perUnit_;
    switch (info(metric_).unit) {
    case Unit::Milliseconds:
        return format::milliseconds(value, edges_);
    case Unit::Bytes:
        return format::number(value, std::max(1, format::sensibleDecimals(value)), edges_);
    case Unit::WritesPerSecond:
        return format::number(value, std::min(1, format::sensibleDecimals(value)), edges_);
    case Unit::Writers:
    case Unit::Artifacts:
    case Unit::BrokenLinks:
        break;
    }
    // A mean of whole things need not be whole: 0.3 writes is not none.
    return format::number(value, std::min(1, format::sensibleDecimals(value)), edges_);
}

QString TrendsWords::withUnit(double catalogValue) const
{
    const QString text = number(catalogValue);
    switch (info(metric_).unit) {
    case Unit::Writers:
        return Words::tr("%1 writes").arg(text);
    case Unit::Artifacts:
        return Words::tr("%1 artifacts").arg(text);
    default:
        return unit_.isEmpty() ? text : text + kNoBreakSpace + unit_;
    }
}

}  // namespace headroom::ui
