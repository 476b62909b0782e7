// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/snapshot_values.h"
#include "monitor_core/api/detail/v1_sections.h"
#include "monitor_core/api/v1_answers.h"
#include "monitor_core/certification/certification_status.h"
#include "monitor_core/records_query.h"

#include <utility>

namespace headroom::api {

namespace {

constexpr std::size_t kBodyLimit = 32 * 1024;

json::array limitsValue(const CertificationStatus& status)
{
    json::array list;
    for (const auto& limit : certificate().limits) {
        const auto& observed = status.observed[indexOf(limit.metric)];
        list.push_back(json::object { { "metric", info(limit.metric).key },
            { "limit", finite(limit.limit) }, { "safe_limit", limit.safeLimit },
            { "proof", limit.proof }, { "status", limit.status },
            { "tested_on",
                limit.testedOn ? json::value(toDateText(*limit.testedOn)) : json::value() },
            { "observed",
                json::object { { "standing", toString(observed.standing) },
                    { "peak", observed.peak ? finite(observed.peak->value) : json::value() },
                    { "peak_at",
                        observed.peak ? json::value(toUtcText(observed.peak->at)) : json::value() },
                    { "peak_at_exact", observed.peak && observed.peak->isExact },
                    { "days_observed", observed.daysObserved } } } });
    }
    return list;
}

json::array reviewsValue(const CertificationStatus& status)
{
    json::array list;
    for (const auto& signedReview : status.reviews) {
        const auto& review = signedReview.review;
        list.push_back(json::object { { "reviewer", textValue(review.reviewer) },
            { "meaning", textValue(review.meaning) }, { "note", textValue(review.note) },
            { "is_approved", review.isApproved }, { "reviewed_on", toDateText(review.reviewedOn) },
            { "was_due", toDateText(signedReview.wasDue) },
            { "next_due", toDateText(signedReview.nextDue) },
            { "hash", textValue(signedReview.hash) } });
    }
    return list;
}

json::object driftValue(const DriftReport& drift)
{
    json::array limits;
    for (const auto& limit : drift.limits) {
        limits.push_back(json::object { { "metric", info(limit.metric).key },
            { "certified", finite(limit.certified) }, { "in_force", finite(limit.inForce) } });
    }
    return { { "is_drifted", drift.isDrifted() }, { "hash", textValue(drift.hash) },
        { "limits", std::move(limits) }, { "is_table_changed", drift.isTableChanged },
        { "text", textValue(drift.text()) } };
}

json::array conflictsValue(const CertificationStatus& status)
{
    json::array list;
    for (const auto& conflict : status.conflicts) {
        json::array metrics;
        for (const auto metric : conflict.metrics) {
            metrics.emplace_back(info(metric).key);
        }
        list.push_back(json::object {
            { "kind", conflict.kind == ConflictKind::Contradiction ? "contradiction" : "only_if" },
            { "id", conflict.id }, { "metrics", std::move(metrics) },
            { "text", textValue(conflict.text) }, { "needed", finite(conflict.needed) } });
    }
    return list;
}

Response certificationResponse(const CertificationStatus& status)
{
    const auto& what = certificate();
    const auto& standing = status.standing;
    return jsonResponse(200,
        json::object { { "name", what.name }, { "status", what.status }, { "owner", what.owner },
            { "certified_on", toDateText(what.certifiedOn) },
            { "review_cycle_months", what.reviewCycle.count() },
            { "review_state", toString(standing.state) },
            { "next_review", toDateText(standing.nextReview) },
            { "remaining_days", standing.remaining.count() },
            { "was_rejected", standing.wasRejected },
            { "is_simply_valid", standing.isSimplyValid() }, { "limits", limitsValue(status) },
            { "reviews", reviewsValue(status) }, { "drift", driftValue(status.drift) },
            { "conflicts", conflictsValue(status) }, { "problem", textValue(status.problem) } });
}

void answerCertification(const ApiContext& context, const Reply& reply)
{
    if (RecordsQuery* records = queryOr400(context, reply)) {
        records->queryCertification(
            [reply](const CertificationStatus& status) { reply(certificationResponse(status)); });
    }
}

void recordReview(const ApiContext& context, const Request& request, const Reply& reply)
{
    JsonBody body(request, UnknownKeys::Refuse);
    auto reviewer = body.text("reviewer", { 1, 200, true });
    auto meaning = body.text("meaning", { 1, 200, true });
    auto note = body.text("note", kNote);
    const auto isApproved = body.flag("is_approved");
    body.need({ "reviewer", "meaning", "is_approved" });
    if (auto refusal = body.refusal()) {
        return reply(std::move(*refusal));
    }
    submitLater(context,
        { actorOf(request.caller, {}),
            RecordReview { std::move(*reviewer), std::move(*meaning), note.value_or(std::string()),
                *isApproved } },
        reply);
}

}  // namespace

std::vector<Route> certificationRoutes(ApiContext& context)
{
    return {
        { Method::Get, "/api/v1/certification", Role::Read,
            [&context](const Request&, const Reply& reply) { answerCertification(context, reply); },
            "The certificate as of today: limits, evidence, reviews, drift, conflicts", {}, "",
            "Certification" },
        { Method::Post, "/api/v1/certification/reviews", Role::Admin,
            [&context](const Request& request, const Reply& reply) {
                recordReview(context, request, reply);
            },
            "A review, signed with a name; moves the next one on by a cycle", {}, "Review", "Done",
            kBodyLimit },
    };
}

}  // namespace headroom::api
