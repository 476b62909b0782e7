// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/operation_admission.h"
#include "monitor_core/api/detail/snapshot_values.h"
#include "monitor_core/api/detail/v1_sections.h"
#include "monitor_core/api/operation_book.h"
#include "monitor_core/api/v1_answers.h"
#include "monitor_core/monitor.h"

#include <utility>

namespace headroom::api {

namespace {

constexpr IntegerRange kBytes { 0, std::int64_t { 1 } << 53 };
constexpr IntegerRange kTtl { 1, 86'400'000 };
constexpr NumberRange kLatencyMs { 0, 3'600'000 };
constexpr std::size_t kBodyLimit = 4096;

/// What the rows share: the leases, and the monitor's second hand, which ends those whose holders
/// are gone.
struct Desk {
    explicit Desk(ApiContext& theContext)
        : context(theContext)
        , book(*context.operations)
        , ticks(context.monitor.subscribe([this](const SnapshotPtr&) { book.expire(); }))
    {
    }

    ApiContext& context;
    OperationBook& book;
    Subscription ticks;
};

std::chrono::milliseconds ttlIn(const ApiContext& context, std::optional<std::int64_t> ttl)
{
    return ttl ? std::chrono::milliseconds(*ttl) : context.certified.gate.leaseTtl;
}

Response operationResponse(int status, const Operation& operation)
{
    auto response = jsonResponse(status,
        json::object { { "id", operation.id },
            { "kind", operation.kind == OperationKind::Write ? "write" : "read" },
            { "admission", "ADMITTED" }, { "size_bytes", operation.size.count },
            { "product", textOrNull(operation.product) },
            { "begun_at", toUtcText(operation.begunAt) },
            { "expires_at", toUtcText(operation.expiresAt) },
            { "expires_in_ms", operation.left.count() } });
    if (status == 201) {
        response.headers.emplace_back("Location", "/api/v1/operations/" + operation.id);
    }
    return response;
}

void begin(Desk& desk, const Request& request, const Reply& reply)
{
    JsonBody body(request, UnknownKeys::Ignore);
    const auto kind = body.choice("kind", { "write", "read" });
    const auto size = body.integer("size_bytes", kBytes);
    const auto ttl = body.integer("ttl_ms", kTtl);
    auto product = body.text("product", kName);
    auto requestId = body.text("request_id", { 1, 200, true });
    body.need({ "kind" });
    if (auto refusal = body.refusal()) {
        return reply(std::move(*refusal));
    }
    desk.context.ingest->ignoredKeys += body.ignoredKeys();
    OperationWish wish { *kind == "write" ? OperationKind::Write : OperationKind::Read,
        { size.value_or(0) }, ttlIn(desk.context, ttl), request.caller.name,
        product.value_or(std::string()), requestId.value_or(std::string()) };
    if (product) {
        desk.context.products->note(
            *product, desk.context.clock.steadyNow(), desk.context.clock.systemNow());
    }
    const auto begun = beginAfterWaitingEnds(desk.context, desk.book, wish);
    desk.context.queries->noteTold();
    switch (begun.answer) {
    case OperationBook::Answer::Done:
        return reply(operationResponse(201, begun.operation));
    case OperationBook::Answer::Repeated:
        return reply(operationResponse(200, begun.operation));
    case OperationBook::Answer::TooMany:
        ++desk.context.ingest->leasesOverCap;
        break;
    default:
        break;
    }
    reply(refusalOf(begun));
}

void renew(Desk& desk, const Request& request, const Reply& reply)
{
    JsonBody body(request, UnknownKeys::Ignore, BodyPresence::Optional);
    const auto ttl = body.integer("ttl_ms", kTtl);
    if (auto refusal = body.refusal()) {
        return reply(std::move(*refusal));
    }
    const auto renewed = desk.book.renew(
        std::string(request.argument("id")), request.caller.name, ttlIn(desk.context, ttl));
    switch (renewed.answer) {
    case OperationBook::Answer::Done:
        return reply(operationResponse(200, renewed.operation));
    case OperationBook::Answer::Foreign:
        return reply(errorResponse(403, "this operation is another caller's"));
    default:
        return reply(errorResponse(404, "no such operation is under way; begin a new one"));
    }
}

/// What the caller said when it ended an operation.
struct Farewell {
    OperationEnd how;
    std::optional<double> latencyMs;
    std::string name;
};

std::optional<Farewell> readFarewell(Desk& desk, const Request& request, const Reply& reply)
{
    JsonBody body(request, UnknownKeys::Ignore, BodyPresence::Optional);
    Farewell said;
    const auto outcome = body.choice("outcome", { "completed", "failed" });
    const auto stored = body.integer("stored_bytes", kBytes);
    said.latencyMs = body.number("latency_ms", kLatencyMs);
    said.name = body.text("name", { 0, 200, true }).value_or(std::string());
    if (auto refusal = body.refusal()) {
        reply(std::move(*refusal));
        return std::nullopt;
    }
    desk.context.ingest->ignoredKeys += body.ignoredKeys();
    said.how.isCompleted = outcome.value_or("completed") == "completed";
    if (stored) {
        said.how.stored = Bytes { *stored };
    }
    return said;
}

/// A read that went well is a query: as long as its caller says, else as long as it was open.
void countQuery(Desk& desk, const OperationBook::Ended& ended, const Farewell& said)
{
    using Milliseconds = std::chrono::duration<double, std::milli>;
    if (ended.kind != OperationKind::Read || !said.how.isCompleted) {
        return;
    }
    SlowQuery query;
    query.at = desk.context.clock.systemNow();
    query.latency = said.latencyMs
        ? std::chrono::duration_cast<std::chrono::nanoseconds>(Milliseconds(*said.latencyMs))
        : std::min<std::chrono::nanoseconds>(ended.lasted, QueryIntake::kLongestLatency);
    query.name = said.name;
    query.product = ended.product;
    if (ended.size.count > 0) {
        query.size = ended.size;
    }
    desk.context.queries->record(std::move(query));
}

void end(Desk& desk, const Request& request, const Reply& reply, bool byRequest)
{
    const auto said = readFarewell(desk, request, reply);
    if (!said) {
        return;
    }
    const std::string id(request.argument("id"));
    const auto ended = byRequest ? desk.book.endByRequest(id, request.caller.name, said->how)
                                 : desk.book.end(id, request.caller.name, said->how);
    switch (ended.answer) {
    case OperationBook::Answer::Done:
        countQuery(desk, ended, *said);
        desk.context.queries->noteTold();
        break;
    case OperationBook::Answer::Repeated:
        break;
    case OperationBook::Answer::Foreign:
        return reply(errorResponse(403, "this operation is another caller's"));
    default:
        return reply(errorResponse(404, "no such operation"));
    }
    reply(jsonResponse(200,
        json::object { { "ended", true },
            { "already_over", ended.answer == OperationBook::Answer::Repeated },
            { "had_expired", ended.hasExpired } }));
}

}  // namespace

std::vector<Route> operationRoutes(ApiContext& context)
{
    const auto desk = std::make_shared<Desk>(context);
    const ParameterInfo id { "id", "path", "string", true, "the operation's, as it was begun" };
    const auto on = [&desk](void (*handler)(Desk&, const Request&, const Reply&)) -> Handler {
        return [desk, handler](
                   const Request& request, const Reply& reply) { handler(*desk, request, reply); };
    };
    const auto ending = [&desk](bool byRequest) -> Handler {
        return [desk, byRequest](const Request& request, const Reply& reply) {
            end(*desk, request, reply, byRequest);
        };
    };
    std::vector<Route> routes {
        { Method::Post, "/api/v1/operations", Role::Ingest, on(begin),
            "Leave to write, as a lease; or a read that begins", {}, "OperationWish", "Operation",
            kBodyLimit },
        { Method::Patch, "/api/v1/operations/{id}", Role::Ingest, on(renew),
            "The lease lasts longer", { id }, "OperationRenewal", "Operation", kBodyLimit },
        { Method::Delete, "/api/v1/operations/{id}", Role::Ingest, ending(false),
            "The operation is over; once more changes nothing", { id }, "OperationEnd",
            "OperationEnded", kBodyLimit },
        { Method::Delete, "/api/v1/operations/by-request/{id}", Role::Ingest, ending(true),
            "The same by the caller's own id of the request",
            { { "id", "path", "string", true,
                "the request_id or X-Request-Id it was begun with" } },
            "OperationEnd", "OperationEnded", kBodyLimit },
    };
    for (const Method method : { Method::Get, Method::Post }) {
        routes.push_back({ method, "/api/v1/admission", Role::Ingest,
            [desk](const Request& request, const Reply& reply) {
                reply(admit(desk->context, desk->book, request));
            },
            "May the request in the X-Original-… headers go ahead? For nginx auth_request",
            admissionParameters(), "", "" });
    }
    return routes;
}

}  // namespace headroom::api
