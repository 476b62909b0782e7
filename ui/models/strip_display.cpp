// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/strip_display.h"

#include "monitor_core/certification/certificate.h"
#include "ui/models/gauge_notes.h"
#include "ui/models/metric_view.h"

#include <QCoreApplication>

#include <cstdlib>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Strip)
};

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
        return noData(label, Words::tr("no data yet"));
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
        cell.value = !view.isFresh() ? Words::tr("not verified")
            : isVerified             ? Words::tr("verified")
                                     : Words::tr("broken");
        cell.detail = view.isFresh()
            ? isVerified ? Words::tr("append-only · 7 y kept")
                         : Words::tr("first bad record %1").arg(snapshot->audit.firstBadSequence)
            : Words::tr("last check %1").arg(format::localTime(view.measuredAtUtc()));
        return cell;
    }
    const MetricWords words(view);
    cell.value = words.value();
    cell.unit
        = words.hasOwnUnit() ? words.unitOfLimit() : Words::tr("of %1").arg(words.limitWithUnit());
    cell.barFraction = view.share();
    addNotes(cell, view);
    return cell;
}

QString daysText(const ReviewDue& review)
{
    const QString days = format::plural(std::abs(review.daysLeft), "day", "days");
    if (review.daysLeft == 0) {
        return Words::tr("today");
    }
    return review.daysLeft < 0 ? Words::tr("%1 ago").arg(days) : Words::tr("in %1").arg(days);
}

StripCell reviewCell(const ReviewDue& review)
{
    static constexpr const char* kStates[]
        = { QT_TRANSLATE_NOOP("Strip", "certified"), QT_TRANSLATE_NOOP("Strip", "review due soon"),
              QT_TRANSLATE_NOOP("Strip", "review OVERDUE") };
    StripCell cell;
    cell.label = Words::tr("CERTIFICATION");
    cell.value = Words::tr(kStates[static_cast<int>(review.state)]);
    cell.detail = Words::tr("due %1, %2").arg(format::isoDate(review.due), daysText(review));
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
        return Words::tr("review due %1").arg(format::isoDate(review.due));
    case ReviewState::DueSoon:
        return Words::tr("review due %1").arg(daysText(review));
    case ReviewState::Overdue:
        break;
    }
    return Words::tr("review OVERDUE %1").arg(days);
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
        Words::tr("certified %1").arg(format::isoDate(review.certified)), reviewText(review),
        Words::tr("A acknowledge    M mute    F11 leave wall mode"), {} };
}

}  // namespace headroom::ui
