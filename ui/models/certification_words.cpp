// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/certification_words.h"

#include "monitor_core/base/utc_text.h"
#include "ui/models/alert_words.h"
#include "ui/text/format.h"
#include "ui/text/visible_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace headroom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Certification)
};

using std::chrono::days;
using std::chrono::sys_days;

QString shortDay(std::chrono::year_month_day day, std::chrono::year_month_day today)
{
    return dayText(day, today);
}

std::optional<ReviewTimeline> timelineOf(
    const CertificationStatus& status, std::chrono::year_month_day today)
{
    const auto& what = certificate();
    const bool isReviewed = !status.reviews.empty();
    const auto from = isReviewed ? status.reviews.back().review.reviewedOn : what.certifiedOn;
    const auto due = status.standing.nextReview;
    const auto end = std::max(sys_days(due), sys_days(today));
    const double span = static_cast<double>((end - sys_days(from)).count());
    if (span <= 0 || sys_days(due) <= sys_days(from)) {
        return std::nullopt;  // the dates are not in an order that a line could show
    }
    const auto share = [&](std::chrono::year_month_day day) {
        return std::clamp(
            static_cast<double>((sys_days(day) - sys_days(from)).count()) / span, 0.0, 1.0);
    };
    ReviewTimeline line;
    line.fromText = (isReviewed ? Words::tr("%1 reviewed") : Words::tr("%1 certified"))
                        .arg(shortDay(from, today));
    line.dueText = Words::tr("%1 review due").arg(shortDay(due, today));
    line.due = share(due);
    line.today = share(today);
    return line;
}

PlateDisplay duePlate(const ReviewStanding& standing)
{
    const auto left = standing.remaining.count();
    const QString icon = QStringLiteral("clock");
    switch (standing.state) {
    case ReviewState::Overdue:
        return { Words::tr("OVERDUE %1").arg(format::plural(-left, "day", "days")), icon,
            Words::tr("the review was due; nothing here is simply valid until it is done") };
    case ReviewState::DueSoon:
        return { left == 0 ? Words::tr("DUE TODAY")
                           : Words::tr("DUE IN %1").arg(format::plural(left, "day", "days")),
            icon, {} };
    case ReviewState::Current:
        break;
    }
    return { Words::tr("in %1").arg(format::plural(left, "day", "days")), {}, {} };
}

QVector<PlateDisplay> platesOf(const CertificationStatus& status)
{
    QVector<PlateDisplay> plates;
    if (status.drift.isDrifted()) {
        plates.push_back({ Words::tr("DRIFTED"), QStringLiteral("warn"),
            visibleText(status.drift.text()).section(QStringLiteral(": "), 1) });
    }
    const auto contradictions = std::count_if(status.conflicts.begin(), status.conflicts.end(),
        [](const auto& conflict) { return conflict.kind == ConflictKind::Contradiction; });
    if (contradictions > 0) {
        const auto first = std::find_if(status.conflicts.begin(), status.conflicts.end(),
            [](const auto& conflict) { return conflict.kind == ConflictKind::Contradiction; });
        plates.push_back(
            { Words::tr("CONTRADICTED"), QStringLiteral("warn"), visibleText(first->text) });
    }
    if (status.standing.wasRejected) {
        plates.push_back({ Words::tr("NOT APPROVED"), QStringLiteral("x"),
            Words::tr("the last review did not approve") });
    }
    return plates;
}

QString lastReviewText(const CertificationStatus& status)
{
    if (status.reviews.empty()) {
        return {};
    }
    const auto& last = status.reviews.back().review;
    return Words::tr("Reviewed %1 by %2, %3: %4")
        .arg(format::isoDate(last.reviewedOn), visibleText(last.reviewer, 60),
            visibleText(last.meaning, 80),
            last.isApproved ? Words::tr("approved") : Words::tr("not approved"));
}

void addSummary(CertificateHead& head, const QVector<LimitRow>& rows)
{
    int within = 0;
    int exceeded = 0;
    for (const auto& row : rows) {
        within += row.verdict == LimitRow::Verdict::Within ? 1 : 0;
        exceeded += row.verdict == LimitRow::Verdict::Exceeded ? 1 : 0;
    }
    const auto unknown = static_cast<int>(rows.size()) - within - exceeded;
    head.summary = Words::tr("%1 limits certified. %2 within limit over the last 30 days")
                       .arg(rows.size())
                       .arg(within);
    if (unknown > 0) {
        head.summary
            = Words::tr("%1 limits certified. %2 within limit over the last 30 days, %3 not "
                        "observed")
                  .arg(rows.size())
                  .arg(within)
                  .arg(unknown);
    }
    if (exceeded > 0) {
        head.exceeded = Words::tr("%1 exceeded").arg(exceeded);
    }
}

QString noticeOf(const CertificationData& data, const Feed& feed, const QString& readOnly)
{
    QStringList notices;
    if (!feed.contact().isConnected) {
        notices << Words::tr("No contact: %1").arg(visibleText(feed.contact().why));
    } else if (!data.problem.isEmpty()) {
        notices << Words::tr("No answer: %1").arg(data.problem);
    } else if (!data.status) {
        notices << Words::tr("Reviews and observed peaks have not been answered yet");
    }
    if (data.status && (!notices.isEmpty())) {
        notices << Words::tr("shown as of %1").arg(hourAndMinute(data.answeredAt));
    }
    if (data.status && !data.status->problem.empty()) {
        notices << visibleText(data.status->problem);
    }
    if (!readOnly.isEmpty()) {
        notices << readOnly;
    }
    return notices.join(QStringLiteral(" · "));
}

CertificateHead headOf(const CertificationData& data, const Snapshot* snapshot,
    const QVector<LimitRow>& rows, SystemTime now)
{
    const auto& what = certificate();
    CertificateHead head;
    head.status = latin(what.name);
    head.certified = format::isoDate(what.certifiedOn);
    head.owner = personText(what.owner);
    head.cycle = format::plural(what.reviewCycle.count(), "month", "months");
    head.nextReview = QStringLiteral("–");
    if (snapshot != nullptr && snapshot->audit.isKnown) {
        head.auditHead = visibleText(snapshot->audit.head, 100);
    }
    if (!data.status) {
        head.summary = Words::tr("%1 limits certified").arg(rows.size());
        return head;
    }
    const auto& status = *data.status;
    addSummary(head, rows);
    // Where the reviews are not readable the day is not known either.
    const bool isKnown = status.standing.nextReview.ok()
        && static_cast<int>(status.standing.nextReview.year()) > 2000;
    if (isKnown) {
        head.nextReview = format::isoDate(status.standing.nextReview);
        head.duePlate = duePlate(status.standing);
        head.timeline = timelineOf(status, utcDate(now));
    } else {
        head.duePlate = PlateDisplay { Words::tr("OVERDUE"), QStringLiteral("clock"),
            Words::tr("the reviews cannot be read") };
    }
    head.plates = platesOf(status);
    head.lastReview = lastReviewText(status);
    head.hash = visibleText(status.drift.hash, 64);
    return head;
}

}  // namespace

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString personText(std::string_view name)
{
    return latin(name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

CertificationDisplay certificationDisplay(
    const CertificationData& data, const Feed& feed, SystemTime now)
{
    const auto snapshot = feed.latest();
    CertificationDisplay display;
    display.isStale = !feed.contact().isConnected;
    if (!snapshot && feed.contact().isConnected) {
        display.readOnly = Words::tr("no core has answered yet");
    } else if (display.isStale) {
        display.readOnly = Words::tr("without contact no review can be recorded");
    } else if (feed.isSimulated()) {
        display.readOnly = Words::tr("a simulation has no reviews: nothing is recorded in it");
    } else if (snapshot->source.isGatedElsewhere) {
        display.readOnly = Words::tr(
            "read-only: an older service keeps no reviews; peaks are those that this screen has "
            "seen of it");
    }
    display.limits = limitRows(data, snapshot.get(), now);
    display.head = headOf(data, snapshot.get(), display.limits, now);
    const bool saysItAlready = display.isStale || !snapshot;
    display.head.notice = noticeOf(data, feed, saysItAlready ? QString() : display.readOnly);
    display.tables = guidanceTables(data);
    return display;
}

}  // namespace headroom::ui
