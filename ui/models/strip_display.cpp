// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/strip_display.h"

#include "monitor_core/certification/certificate.h"
#include "ui/models/gauge_notes.h"
#include "ui/models/metric_view.h"

#include <cstdlib>

namespace headroom::ui {

namespace {

using std::chrono::year_month_day;

StripCell noData(const QString& label, const QString& why)
{
    StripCell cell;
    cell.label = label;
    cell.value = QStringLiteral("–");
    cell.detail = why;
    return cell;
}

StripCell metricCell(const Snapshot* snapshot, Metric metric, SteadyTime now)
{
    const QString label = MetricWords::title(metric).toUpper();
    if (snapshot == nullptr) {
        return noData(label, QStringLiteral("no data yet"));
    }
    const MetricView view(*snapshot, metric, now);
    if (!view.isKnown()) {
        return noData(label, view.whyMissing());
    }
    StripCell cell;
    cell.label = label;
    cell.level = view.level();
    cell.truth = view.truth();
    if (metric == Metric::AuditRetention) {
        const bool isVerified = view.value() <= 0;
        cell.showsCheck = isVerified && view.isFresh();
        cell.value = !view.isFresh() ? QStringLiteral("not verified")
            : isVerified             ? QStringLiteral("verified")
                                     : QStringLiteral("broken");
        cell.detail = view.isFresh()
            ? isVerified
                ? QStringLiteral("append-only · 7 y kept")
                : QStringLiteral("first bad record %1").arg(snapshot->audit.firstBadSequence)
            : QStringLiteral("last check ") + format::localTime(view.measuredAtUtc());
        return cell;
    }
    const MetricWords words(view);
    cell.value = words.value();
    cell.unit
        = words.hasOwnUnit() ? words.unitOfLimit() : QStringLiteral("of ") + words.limitWithUnit();
    cell.barFraction = view.share();
    addNotes(cell, view);
    return cell;
}

QString daysText(const ReviewDue& review)
{
    const QString days = format::plural(std::abs(review.daysLeft), "day", "days");
    if (review.daysLeft == 0) {
        return QStringLiteral("today");
    }
    return review.daysLeft < 0 ? days + QStringLiteral(" ago") : QStringLiteral("in ") + days;
}

StripCell reviewCell(const ReviewDue& review)
{
    static constexpr const char* kStates[] = { "certified", "review due soon", "review OVERDUE" };
    StripCell cell;
    cell.label = QStringLiteral("CERTIFICATION");
    cell.value = QString::fromLatin1(kStates[static_cast<int>(review.state)]);
    cell.detail = QStringLiteral("due %1, %2").arg(format::isoDate(review.due), daysText(review));
    cell.level = Level::Green;  // a date has no level; this is the plain look
    cell.truth = Truth::Live;
    cell.showsCheck = review.state == ReviewState::Current;
    return cell;
}

QString reviewText(const ReviewDue& review)
{
    const QString days = format::plural(std::abs(review.daysLeft), "day", "days");
    switch (review.state) {
    case ReviewState::Current:
        return QStringLiteral("review due ") + format::isoDate(review.due);
    case ReviewState::DueSoon:
        return QStringLiteral("review due ") + daysText(review);
    case ReviewState::Overdue:
        break;
    }
    return QStringLiteral("review OVERDUE ") + days;
}

}  // namespace

/// Reviews are recorded nowhere yet, so the first one is the next.
ReviewDue reviewOn(year_month_day today)
{
    const auto& certified = certificate();
    const auto standing = ReviewLog(certified.firstReview, certified.reviewCycle).standing(today);
    return { standing.state, certified.certifiedOn, standing.nextReview,
        static_cast<int>(standing.remaining.count()) };
}

StripDisplay makeStrip(const Snapshot* snapshot, SteadyTime now, year_month_day today)
{
    StripDisplay strip;
    for (const auto metric :
        { Metric::ArtifactSize, Metric::ArtifactCount, Metric::AuditRetention }) {
        strip.cells.push_back(metricCell(snapshot, metric, now));
    }
    strip.cells.push_back(reviewCell(reviewOn(today)));
    return strip;
}

FootDisplay makeFoot(const Snapshot* snapshot, year_month_day today)
{
    const auto review = reviewOn(today);
    return { snapshot != nullptr ? QString::fromStdString(snapshot->source.name) : QString(),
        QStringLiteral("certified ") + format::isoDate(review.certified), reviewText(review),
        QStringLiteral("A acknowledge    M mute    F11 leave wall mode"), {} };
}

}  // namespace headroom::ui
