// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/snapshot_values.h"
#include "monitor_core/api/detail/v1_sections.h"
#include "monitor_core/api/query_parameters.h"
#include "monitor_core/api/v1_answers.h"
#include "monitor_core/records_query.h"

#include <atomic>
#include <limits>
#include <utility>

namespace headroom::api {

namespace {

constexpr IntegerRange kSequence { 0, std::numeric_limits<std::int64_t>::max() };
constexpr std::size_t kLongestHead = 100;  // "SEQUENCE:" and 64 digits

Response recordsResponse(const AuditAnswer& answer)
{
    json::array records;
    for (const auto& line : answer.records) {
        records.push_back(
            json::object { { "sequence", line.sequence }, { "at", toUtcText(line.at) },
                { "actor", textValue(line.actor) }, { "action", textValue(line.action) },
                { "subject", textValue(line.subject) }, { "old_value", textValue(line.oldValue) },
                { "new_value", textValue(line.newValue) }, { "hash", textValue(line.hash) } });
    }
    return jsonResponse(200,
        json::object { { "records", std::move(records) }, { "total", answer.total },
            { "head", textOrNull(answer.head) } });
}

void answerRecords(const ApiContext& context, const Request& request, const Reply& reply)
{
    QueryParameters query(request);
    const auto after = query.optionalInteger("after", kSequence);
    const auto limit
        = query.optionalInteger("limit", { 1, static_cast<std::int64_t>(kMaxAuditRecords) });
    if (query.isFaulty()) {
        return reply(query.refusal());
    }
    AuditRange range;
    if (after) {
        range.after = static_cast<std::uint64_t>(*after);
    }
    range.limit = static_cast<std::size_t>(limit.value_or(100));
    if (RecordsQuery* records = queryOr400(context, reply)) {
        records->queryAudit(range, [reply](const Result<AuditAnswer>& answer) {
            reply(answer ? recordsResponse(*answer) : errorOf(answer.error()));
        });
    }
}

Response verdictResponse(const AuditVerdict& verdict)
{
    return jsonResponse(200,
        json::object { { "is_whole", verdict.isWhole }, { "records", verdict.records },
            { "first_bad_sequence",
                verdict.isWhole ? json::value() : json::value(verdict.firstBadSequence) },
            { "why", textOrNull(verdict.why) }, { "head", textOrNull(verdict.head) } });
}

/// Takes its turn at the trail, which can be seven years long: one at a time is enough.
class Verification {
public:
    void answer(const ApiContext& context, const Request& request, const Reply& reply)
    {
        QueryParameters query(request);
        const auto head = query.optionalText("head", kLongestHead);
        if (query.isFaulty()) {
            return reply(query.refusal());
        }
        RecordsQuery* records = queryOr400(context, reply);
        if (records == nullptr) {
            return;
        }
        if (isUnderWay_->exchange(true)) {
            return reply(tryLater("the trail is being verified already; ask again"));
        }
        // Freed with the question, also when nobody is left to answer it.
        const std::shared_ptr<void> turn(
            nullptr, [flag = isUnderWay_](void*) { flag->store(false); });
        records->verifyAudit(
            std::string(head.value_or("")), [reply, turn](const Result<AuditVerdict>& verdict) {
                reply(verdict ? verdictResponse(*verdict) : errorOf(verdict.error()));
            });
    }

private:
    std::shared_ptr<std::atomic<bool>> isUnderWay_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace

std::vector<Route> auditRoutes(ApiContext& context)
{
    const auto verification = std::make_shared<Verification>();
    return {
        { Method::Get, "/api/v1/audit", Role::Read,
            [&context](const Request& request, const Reply& reply) {
                answerRecords(context, request, reply);
            },
            "Audit records, oldest first",
            { { "after", "query", "integer", false,
                  "those with a higher sequence; the newest ones if left out" },
                { "limit", "query", "integer", false, "1 to 1000; 100 if left out" } },
            "", "AuditRecords" },
        { Method::Get, "/api/v1/audit/verify", Role::Read,
            [&context, verification](const Request& request, const Reply& reply) {
                verification->answer(context, request, reply);
            },
            "Reads the whole trail and says whether it is what was written",
            { { "head", "query", "string", false,
                "SEQUENCE:HASH as it was seen earlier; it must be in the trail" } },
            "", "AuditVerdict" },
    };
}

}  // namespace headroom::api
