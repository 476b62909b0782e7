// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_certification_reader.h"

#include "monitor_core/base/utc_text.h"
#include "ui/feed/remote_json.h"

#include <QString>

#include <algorithm>
#include <limits>

namespace headroom::ui {

namespace {

constexpr double kMostValue = 1e18;
constexpr qsizetype kMostReviews = 1000;
constexpr qsizetype kMostConflicts = 64;
constexpr std::int64_t kMostDays = 400'000;
constexpr int kHashDigits = 64;
constexpr int kHeadLength = 100;
constexpr std::array kStates { ReviewState::Current, ReviewState::DueSoon, ReviewState::Overdue };
constexpr std::array kStandings { Standing::NotObserved, Standing::Within, Standing::Exceeded };
/// Those that findConflicts() names; texts outlive every answer.
constexpr std::array<std::string_view, 4> kConflicts { "little_law", "largest_artifacts_rate",
    "count_times_size", "count_at_rate" };

std::chrono::year_month_day dateOf(const JsonFields& fields, const char* key)
{
    const auto date = parseDateText(fields.text(key, 40));
    if (!date) {
        fields.note(key, QStringLiteral("is no date"));
        return {};
    }
    return *date;
}

Metric metricOf(const JsonFields& fields)
{
    const auto metric = metricFromKey(fields.text("metric", 40));
    if (!metric) {
        fields.note("metric", QStringLiteral("is no metric that is known here"));
    }
    return metric.value_or(Metric::ArtifactSize);
}

ObservedPeak readObserved(const JsonFields& fields)
{
    ObservedPeak observed;
    observed.standing = fields.knownWord("standing", kStandings);
    observed.daysObserved
        = static_cast<int>(fields.integer("days_observed", 0, kEvidenceWindow.count()));
    const auto value = fields.numberOrNull("peak", -kMostValue, kMostValue);
    const auto at = fields.timeOrNull("peak_at");
    if (value && at) {
        // Services of before do not say; then it is the beginning of a stretch.
        observed.peak
            = Peak { *value, *at, fields.has("peak_at_exact") && fields.flag("peak_at_exact") };
    }
    const bool isObserved = observed.standing != Standing::NotObserved;
    if (value.has_value() != at.has_value() || isObserved != value.has_value()) {
        fields.note("peak", QStringLiteral("does not fit its standing"));
    }
    return observed;
}

/// The words that this program would show are those that it was built with: a service that
/// certifies something else must not appear under them.
void compare(const JsonFields& fields, const CertifiedLimit& ours, std::string& problem)
{
    const bool isSame = fields.text("safe_limit") == ours.safeLimit
        && fields.text("proof") == ours.proof && fields.text("status") == ours.status
        && fields.number("limit", -kMostValue, kMostValue) == ours.limit;
    if (!isSame) {
        problem += (problem.empty() ? "" : "; ")
            + ("the service certifies another " + std::string(info(ours.metric).name) + ": "
                + fields.text("safe_limit") + ", " + fields.text("proof") + ", "
                + fields.text("status"));
    }
}

void readLimits(CertificationStatus& status, const JsonFields& fields)
{
    const auto limits = fields.objects("limits", kMetricCount);
    std::array<bool, kMetricCount> isThere {};
    for (const auto& limit : limits) {
        const auto metric = metricOf(limit);
        isThere[indexOf(metric)] = true;
        status.observed[indexOf(metric)] = readObserved(limit.object("observed"));
        const auto& rows = certificate().limits;
        const auto ours = std::find_if(rows.begin(), rows.end(),
            [metric](const CertifiedLimit& row) { return row.metric == metric; });
        if (ours != rows.end()) {
            compare(limit, *ours, status.problem);
        }
    }
    if (std::find(isThere.begin(), isThere.end(), false) != isThere.end()) {
        fields.note("limits", QStringLiteral("are not the seven"));
    }
}

SignedReview readReview(const JsonFields& fields)
{
    SignedReview review;
    review.review.reviewer = fields.text("reviewer", 200);
    review.review.meaning = fields.text("meaning", 200);
    review.review.note = fields.text("note", 1000);
    review.review.isApproved = fields.flag("is_approved");
    review.review.reviewedOn = dateOf(fields, "reviewed_on");
    review.wasDue = dateOf(fields, "was_due");
    review.nextDue = dateOf(fields, "next_due");
    review.hash = fields.text("hash", kHashDigits);
    return review;
}

DriftReport readDrift(const JsonFields& fields)
{
    DriftReport drift;
    drift.hash = fields.text("hash", kHashDigits);
    drift.isTableChanged = fields.flag("is_table_changed");
    for (const auto& limit : fields.objects("limits", kMetricCount)) {
        const auto value = [&limit](const char* key) {
            return limit.numberOrNull(key, -kMostValue, kMostValue)
                .value_or(std::numeric_limits<double>::quiet_NaN());
        };
        drift.limits.push_back({ metricOf(limit), value("certified"), value("in_force") });
    }
    if (fields.flag("is_drifted") != drift.isDrifted()) {
        fields.note("is_drifted", QStringLiteral("does not fit what drifted"));
    }
    return drift;
}

LimitConflict readConflict(const JsonFields& fields)
{
    LimitConflict conflict;
    const auto kind = fields.text("kind", 40);
    if (kind == "contradiction") {
        conflict.kind = ConflictKind::Contradiction;
    } else if (kind != "only_if") {
        fields.note("kind", QStringLiteral("is no kind that is known here"));
    }
    const auto id = fields.text("id", 60);
    const auto known = std::find(kConflicts.begin(), kConflicts.end(), id);
    conflict.id = known != kConflicts.end() ? *known : std::string_view("other");
    conflict.text = fields.text("text", 1000);
    for (const auto& key : fields.texts("metrics", kMetricCount, 40)) {
        const auto metric = metricFromKey(key);
        if (metric) {
            conflict.metrics.push_back(*metric);
        } else {
            fields.note("metrics", QStringLiteral("are not all known here"));
        }
    }
    conflict.needed = fields.number("needed", -1e30, 1e30);
    return conflict;
}

CertificationStatus readStatus(const JsonFields& fields)
{
    CertificationStatus status;
    status.problem = fields.text("problem");
    status.standing.state = fields.knownWord("review_state", kStates);
    status.standing.nextReview = dateOf(fields, "next_review");
    status.standing.remaining
        = std::chrono::days(fields.integer("remaining_days", -kMostDays, kMostDays));
    status.standing.wasRejected = fields.flag("was_rejected");
    readLimits(status, fields);
    for (const auto& review : fields.objects("reviews", kMostReviews)) {
        status.reviews.push_back(readReview(review));
    }
    status.drift = readDrift(fields.object("drift"));
    for (const auto& conflict : fields.objects("conflicts", kMostConflicts)) {
        status.conflicts.push_back(readConflict(conflict));
    }
    return status;
}

/// Null where there is none.
std::string textOrNone(const JsonFields& fields, const char* key, int most)
{
    // A null is no object either; every other value has to be a text.
    return fields.isNullAt(key) ? std::string() : fields.text(key, most);
}

AuditAnswer readAudit(const JsonFields& fields)
{
    AuditAnswer answer;
    for (const auto& record : fields.objects("records", kMaxAuditRecords)) {
        answer.records.push_back(
            { record.count("sequence"), record.time("at"), record.text("actor"),
                record.text("action"), record.text("subject", 1000), record.text("old_value", 4000),
                record.text("new_value", 4000), record.text("hash", kHashDigits) });
    }
    answer.total = fields.count("total");
    answer.head = textOrNone(fields, "head", kHeadLength);
    return answer;
}

AuditVerdict readVerdict(const JsonFields& fields)
{
    AuditVerdict verdict;
    verdict.isWhole = fields.flag("is_whole");
    verdict.records = fields.count("records");
    verdict.firstBadSequence = verdict.isWhole ? 0 : fields.count("first_bad_sequence");
    verdict.why = textOrNone(fields, "why", 1000);
    verdict.head = textOrNone(fields, "head", kHeadLength);
    return verdict;
}

template <typename Answer, typename Read>
Result<Answer> readWhole(const QByteArray& json, Read read)
{
    const auto object = objectFrom(json);
    if (!object) {
        return object.error();
    }
    JsonFault fault;
    auto answer = read(JsonFields(*object, {}, fault));
    if (fault.isThere()) {
        return fault.error();
    }
    return answer;
}

}  // namespace

Result<CertificationStatus> readCertificationAnswer(const QByteArray& json)
{
    return readWhole<CertificationStatus>(json, &readStatus);
}

Result<AuditAnswer> readAuditAnswer(const QByteArray& json)
{
    return readWhole<AuditAnswer>(json, &readAudit);
}

Result<AuditVerdict> readVerdictAnswer(const QByteArray& json)
{
    return readWhole<AuditVerdict>(json, &readVerdict);
}

}  // namespace headroom::ui
