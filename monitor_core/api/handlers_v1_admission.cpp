// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/operation_admission.h"
#include "monitor_core/api/query_parameters.h"

#include <algorithm>
#include <chrono>
#include <string>

namespace headroom::api {

namespace {

constexpr std::size_t kLongestRequestId = 200;
constexpr std::int64_t kLongestTtlMs = 86'400'000;

/// As Retry-After has it: whole seconds, at least one.
std::string secondsText(std::chrono::milliseconds duration)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(duration).count();
    return std::to_string(std::max<std::int64_t>(1, seconds));
}

std::string_view whyOf(const OperationBook::Begun& begun)
{
    if (begun.answer == OperationBook::Answer::TooMany) {
        return "this caller has too many operations under way; end some first";
    }
    switch (begun.admission) {
    case Admission::TooLarge:
        return "larger than the certified artifact size";
    case Admission::Halted:
        return "storage is full: writes are halted";
    default:
        return "as many writes as certified are in flight: writes are paused";
    }
}

FieldFault headerFault(std::string name, std::string msg, std::string type)
{
    return { { "header", std::move(name) }, std::move(msg), std::move(type) };
}

/// 403 for nginx, with what is meant beside it.
Response refusedForNginx(Response meant)
{
    meant.headers.emplace_back("X-Headroom-Status", std::to_string(meant.status));
    meant.status = 403;
    return meant;
}

}  // namespace

OperationBook::Begun beginAfterWaitingEnds(
    ApiContext& context, OperationBook& book, const OperationWish& wish)
{
    if (context.takeWaitingEnds && wish.kind == OperationKind::Write
        && book.underWay() >= static_cast<std::size_t>(context.certified.gate.resumeBelow)) {
        context.takeWaitingEnds();
    }
    return book.begin(wish);
}

Response refusalOf(const OperationBook::Begun& begun)
{
    const int status
        = begun.answer == OperationBook::Answer::TooMany ? 429 : static_cast<int>(begun.admission);
    Response response = errorResponse(status, whyOf(begun));
    if (begun.admission != Admission::TooLarge) {
        response.headers.emplace_back("Retry-After", secondsText(begun.retryAfter));
    }
    return response;
}

Response admit(ApiContext& context, OperationBook& book, const Request& request)
{
    const auto method = request.extension("x-original-method");
    if (method.empty()) {
        return faultsResponse({ headerFault("X-Original-Method", "is required", "missing") });
    }
    Response admitted;
    admitted.status = 204;
    if (isReadMethod(method)) {
        return admitted;
    }
    std::vector<FieldFault> faults;
    if (request.requestId.empty() || request.requestId.size() > kLongestRequestId) {
        faults.push_back(headerFault(
            "X-Request-Id", "must be 1 to 200 bytes, another one each request", "missing"));
    }
    std::int64_t size = 0;
    const auto length = request.extension("x-original-content-length");
    if (!length.empty() && (parseInteger(length, size) != NumberFault::Good || size < 0)) {
        faults.push_back(headerFault(
            "X-Original-Content-Length", "must be a number of bytes", "not_an_integer"));
    }
    std::int64_t ttl = context.certified.gate.leaseTtl.count();
    const auto wanted = request.extension("x-headroom-ttl-ms");
    if (!wanted.empty()
        && (parseInteger(wanted, ttl) != NumberFault::Good || ttl < 1 || ttl > kLongestTtlMs)) {
        faults.push_back(headerFault(
            "X-Headroom-Ttl-Ms", "must be a whole number from 1 to 86400000", "out_of_range"));
    }
    if (!faults.empty()) {
        return faultsResponse(faults);
    }
    const auto begun = beginAfterWaitingEnds(context, book,
        { OperationKind::Write, { size }, std::chrono::milliseconds(ttl), request.caller.name, {},
            request.requestId });
    context.queries->noteTold();
    if (begun.answer == OperationBook::Answer::Done) {
        admitted.headers.emplace_back("X-Headroom-Operation", begun.operation.id);
        return admitted;
    }
    if (begun.answer == OperationBook::Answer::TooMany) {
        ++context.ingest->leasesOverCap;
    }
    // Two requests with one id would share a place; so the second is none.
    return refusedForNginx(begun.answer == OperationBook::Answer::Repeated
            ? errorResponse(409, "a request with this X-Request-Id is under way")
            : refusalOf(begun));
}

std::vector<ParameterInfo> admissionParameters()
{
    return { { "X-Original-Method", "header", "string", true,
                 "GET, HEAD and OPTIONS are reads, which are never refused" },
        { "X-Original-URI", "header", "string", false, "not looked at" },
        { "X-Original-Content-Length", "header", "integer", false,
            "bytes that the write announces; none: not known yet" },
        { "X-Headroom-Ttl-Ms", "header", "integer", false,
            "how long the lease may last, 1 to 86400000; 60000 if left out" },
        { "X-Request-Id", "header", "string", false,
            "needed for writes: the lease ends by DELETE operations/by-request/{id}, or by "
            "itself" } };
}

}  // namespace headroom::api
