// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/contract_sections.h"
#include "monitor_core/api/detail/json.h"
#include "monitor_core/api/detail/words.h"
#include "monitor_core/certification/certificate.h"
#include "monitor_core/certification/certification_status.h"
#include "monitor_core/certification/guidance.h"
#include "monitor_core/monitor.h"
#include "monitor_core/records_query.h"

#include <utility>

// Endpoints 9 to 12 and 14 of the contract: what was certified, and what nobody may count on.

namespace headroom::api {

namespace {

std::string cycleText(std::chrono::months cycle)
{
    return std::to_string(cycle.count()) + " months";
}

/// Where a metric can be read.
std::string_view pathOf(Metric metric)
{
    switch (metric) {
    case Metric::ConcurrentWrites:
        return "/metrics/concurrent-writes";
    case Metric::TotalStorage:
        return "/metrics/storage-capacity";
    case Metric::WriteThroughput:
        return "/metrics/write-throughput";
    case Metric::QueryResponse:
        return "/metrics/query-performance";
    default:
        return "/metrics/scale-status";
    }
}

json::object observedJson(const CertificationStatus& status)
{
    json::object all;
    for (const auto& row : certificate().limits) {
        const auto& seen = status.observed[indexOf(row.metric)];
        const bool isKnown = seen.standing != Standing::NotObserved;
        all[info(row.metric).key] = json::object {
            { "peak", seen.peak ? finite(seen.peak->value) : json::value() },
            { "peak_at", seen.peak ? json::value(toUtcText(seen.peak->at)) : json::value() },
            { "peak_at_exact", seen.peak && seen.peak->isExact },
            { "unit", toString(info(row.metric).unit) },
            { "standing", toString(seen.standing) },
            { "within", isKnown ? json::value(seen.standing == Standing::Within) : json::value() },
            { "days_observed", seen.daysObserved },
        };
    }
    return all;
}

json::value lastReviewJson(const CertificationStatus& status)
{
    if (status.reviews.empty()) {
        return nullptr;
    }
    const auto& last = status.reviews.back().review;
    return json::object { { "reviewer", last.reviewer }, { "meaning", last.meaning },
        { "approved", last.isApproved }, { "reviewed_on", toDateText(last.reviewedOn) } };
}

Response certificationOf(const CertificationStatus& status)
{
    const auto& certified = certificate();
    json::object limits;
    json::object proof;
    for (const auto& row : certified.limits) {
        limits[info(row.metric).key] = row.safeLimit;
        proof[info(row.metric).key] = row.proof;
    }
    json::object body;
    body["certification"] = certified.name;
    body["certification_date"] = toDateText(certified.certifiedOn);
    body["certified_limits"] = std::move(limits);
    body["proof"] = std::move(proof);
    body["monitoring"] = json::object { { "real_time_dashboard", "/metrics/scale-status" },
        { "automated_alerts", "enabled" }, { "graceful_degradation", "enabled" },
        { "escalation_paths", "defined" } };
    body["status"] = certified.status;
    body["review_cycle"] = cycleText(certified.reviewCycle);
    body["next_review"] = toDateText(status.standing.nextReview);
    body["owner"] = certified.owner;
    body["review_state"] = toString(status.standing.state);
    body["days_until_review"] = status.standing.remaining.count();
    body["simply_valid"] = status.standing.isSimplyValid() && !status.drift.isDrifted();
    body["last_review"] = lastReviewJson(status);
    body["observed"] = observedJson(status);
    body["drift"] = textOrNull(status.drift.text());
    body["problem"] = textOrNull(status.problem);
    return jsonResponse(200, body);
}

/// What is known without anything that lasts: the certificate itself and the date.
CertificationStatus withoutRecords(const Clock& clock)
{
    CertificationStatus status;
    const ReviewLog reviews(certificate().firstReview, certificate().reviewCycle);
    status.standing = reviews.standing(utcDate(clock.systemNow()));
    status.problem = "nothing is kept here: reviews and observed peaks are not known";
    return status;
}

void certification(ApiContext& context, const Reply& reply)
{
    auto* const records = context.monitor.query();
    if (records == nullptr) {
        return reply(certificationOf(withoutRecords(context.clock)));
    }
    records->queryCertification(
        [reply](const CertificationStatus& status) { reply(certificationOf(status)); });
}

json::object scalesSafelyJson()
{
    json::array rows;
    for (const auto& row : certificate().limits) {
        rows.push_back(json::object { { "metric", info(row.metric).name },
            { "key", info(row.metric).key }, { "safe_limit", row.safeLimit },
            { "proof", row.proof }, { "status", row.status },
            { "tested_on", row.testedOn ? json::value(toDateText(*row.testedOn)) : json::value() },
            { "monitoring", pathOf(row.metric) } });
    }
    json::array degradation;
    for (const auto& row : howItDegrades()) {
        degradation.push_back(json::object {
            { "when", row.when }, { "response", row.response }, { "ends_when", row.endsWhen } });
    }
    return { { "scales_safely", std::move(rows) },
        { "graceful_degradation", std::move(degradation) } };
}

json::object doesNotScaleJson()
{
    json::array rows;
    for (const auto& row : whatDoesNotScale()) {
        rows.push_back(json::object { { "operation", row.operation }, { "reason", row.reason },
            { "workaround", row.workaround } });
    }
    return { { "does_not_scale", std::move(rows) } };
}

json::object neverAssumeJson()
{
    json::array rows;
    for (const auto& row : whatNeverToAssume()) {
        rows.push_back(json::object { { "assumption", row.assumption }, { "reality", row.reality },
            { "requirement", row.requirement } });
    }
    return { { "never_assume", std::move(rows) } };
}

json::object whatScalesJson()
{
    json::array safe;
    for (const auto& row : certificate().limits) {
        safe.push_back(
            json::value(std::string(info(row.metric).name) + ": " + std::string(row.safeLimit)));
    }
    json::array doesNot;
    for (const auto& row : whatDoesNotScale()) {
        doesNot.push_back(json::value(row.operation));
    }
    json::array never;
    for (const auto& row : whatNeverToAssume()) {
        never.push_back(json::value(row.assumption));
    }
    return { { "scales_safely", std::move(safe) }, { "does_not_scale", std::move(doesNot) },
        { "never_assume", std::move(never) } };
}

/// What does not change while the program runs is written once.
Handler always(const json::object& body)
{
    return [text = std::make_shared<const std::string>(serialised(body))](
               const Request&, const Reply& reply) {
        Response response;
        response.body = text;
        reply(std::move(response));
    };
}

}  // namespace

void addCertificationRoutes(ApiContext& context, std::vector<Route>& routes)
{
    const auto add = [&routes](std::string_view pattern, Handler handler, std::string_view summary,
                         std::string_view schema) {
        Route route { Method::Get, pattern, Role::Read, std::move(handler), summary, {}, "",
            schema };
        routes.push_back(std::move(route));
    };
    add(
        "/governance/scale/certification",
        [&context](const Request&, const Reply& reply) { certification(context, reply); },
        "The certificate, whether its review is due, and the observed peaks of the last 30 days.",
        "Certification");
    add("/governance/scale/what-scales-safely", always(scalesSafelyJson()),
        "The certified limits with their proof, and what happens when one is reached.",
        "ScalesSafely");
    add("/governance/scale/what-does-not-scale", always(doesNotScaleJson()),
        "What the depository does not do at scale, and what to do instead.", "DoesNotScale");
    add("/governance/scale/never-assume", always(neverAssumeJson()),
        "What nobody may take for granted.", "NeverAssume");
    add("/governance/scale/what-scales", always(whatScalesJson()),
        "The three lists above as short texts, for older clients.", "WhatScales");
}

}  // namespace headroom::api
