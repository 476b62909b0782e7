// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/strip_display.h"

#include "ui/models/metric_view.h"

#include <cstdlib>

namespace headroom::ui {

namespace {

using std::chrono::year_month_day;

// Contract §1. The next review is one cycle of six months after the certification.
constexpr year_month_day kCertified = std::chrono::year(2026) / 1 / 19;
constexpr year_month_day kNextReview = std::chrono::year(2026) / 7 / 19;
constexpr int kDueSoonDays = 30;

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
            ? QStringLiteral("append-only · 7 y kept")
            : QStringLiteral("last check ") + format::localTime(view.measuredAtUtc());
        return cell;
    }
    const MetricWords words(view);
    cell.value = words.value();
    cell.unit
        = words.hasOwnUnit() ? words.unitOfLimit() : QStringLiteral("of ") + words.limitWithUnit();
    cell.barFraction = view.share();
    return cell;
}

QString daysText(const Review& review)
{
    const QString days = format::plural(std::abs(review.daysLeft), "day", "days");
    if (review.daysLeft == 0) {
        return QStringLiteral("today");
    }
    return review.daysLeft < 0 ? days + QStringLiteral(" ago") : QStringLiteral("in ") + days;
}

StripCell reviewCell(const Review& review)
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

QString reviewText(const Review& review)
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

Review reviewOn(year_month_day today)
{
    const auto left = std::chrono::sys_days(kNextReview) - std::chrono::sys_days(today);
    const auto days = static_cast<int>(left.count());
    const auto state = days < 0 ? ReviewState::Overdue
        : days <= kDueSoonDays  ? ReviewState::DueSoon
                                : ReviewState::Current;
    return { state, kCertified, kNextReview, days };
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
        QStringLiteral("F11 leave wall mode") };
}

AlertsDisplay makeAlerts(const Snapshot* snapshot, SteadyTime now)
{
    AlertsDisplay alerts;
    alerts.emptyIcon = QStringLiteral("info");  // a check mark would say that all is well
    alerts.emptyTitle = QStringLiteral("No alert record yet");
    alerts.emptyDetail = QStringLiteral("levels stand on the cards");
    if (snapshot == nullptr) {
        return alerts;
    }
    const MetricView writes(*snapshot, Metric::ConcurrentWrites, now);
    if (writes.truth() == Truth::Stale) {
        alerts.summary
            = QStringLiteral("unknown since ") + format::localTime(writes.measuredAtUtc());
    }
    return alerts;
}

}  // namespace headroom::ui
