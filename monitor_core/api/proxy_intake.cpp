// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/proxy_intake.h"

#include "monitor_core/api/detail/operation_admission.h"

#include <algorithm>
#include <utility>

namespace headroom::api {

namespace {

/// 2xx and 3xx: the depository has done it.
bool isDone(int status) { return status >= 200 && status < 400; }

/// What a done write has stored, as far as a proxy can know.
Bytes storedBy(const ProxyLine& line)
{
    if (line.method == "DELETE") {
        return {};
    }
    // A chunked body has no length; with its headers it is a little more than was stored.
    return { line.announcedBytes.value_or(line.requestBytes) };
}

}  // namespace

ProxyIntake::ProxyIntake(ApiContext& context, std::string caller)
    : context_(context)
    , caller_(std::move(caller))
{
}

void ProxyIntake::take(std::string_view datagram)
{
    const auto line = readProxyLine(datagram);
    if (!line) {
        ++context_.ingest->proxyMalformed;
        return;
    }
    isReadMethod(line->method) ? countRead(*line) : endWrite(*line);
}

void ProxyIntake::endWrite(const ProxyLine& line)
{
    auto& counters = *context_.ingest;
    OperationEnd how;
    how.isCompleted = isDone(line.status);
    how.stored = storedBy(line);
    const auto ended = context_.operations->endByRequest(std::string(line.requestId), caller_, how);
    switch (ended.answer) {
    case OperationBook::Answer::Done:
        ++counters.proxyWrites;
        context_.queries->noteTold();
        return;
    case OperationBook::Answer::Repeated:
        ++(ended.hasExpired ? counters.proxyExpired : counters.proxyRepeated);
        return;
    default:
        ++counters.proxyUnknown;
    }
}

void ProxyIntake::countRead(const ProxyLine& line)
{
    // What failed, and what the proxy has answered by itself, says nothing of the depository.
    constexpr int kServerError = 500;
    constexpr int kClientLeft = 499;
    auto& counters = *context_.ingest;
    if (!reads_.add(std::string(line.requestId))) {
        ++counters.proxyRepeated;
        return;
    }
    ++counters.proxyReads;
    if (!line.answeredIn || line.status == 0 || line.status == kClientLeft
        || line.status >= kServerError) {
        return;
    }
    SlowQuery query;
    query.at = context_.clock.systemNow();
    query.latency
        = std::min<std::chrono::nanoseconds>(*line.answeredIn, QueryIntake::kLongestLatency);
    query.name = "proxy request " + std::string(line.requestId);  // to be found in the proxy's log
    context_.queries->record(std::move(query));
}

}  // namespace headroom::api
