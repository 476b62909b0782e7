// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/json.h"
#include "monitor_core/api/detail/v1_sections.h"
#include "monitor_core/api/json_body.h"
#include "monitor_core/api/v1_answers.h"
#include "monitor_core/base/seen_ids.h"
#include "monitor_core/observations.h"

#include <mutex>
#include <utility>

namespace headroom::api {

namespace {

constexpr IntegerRange kCount { 0, std::int64_t { 1 } << 53 };
constexpr NumberRange kLatencyMs { 0, 3'600'000 };
/// A thousand latencies at their longest, and all the rest.
constexpr std::size_t kBodyLimit = 32 * 1024;
/// As of readings: what is older says nothing of now.
constexpr std::chrono::seconds kTooOld { 30 };
constexpr std::chrono::seconds kMostInFuture { 5 };

/// One body, found good.
struct Batch {
    Observation observation;
    std::vector<double> latenciesMs;
    std::string product;
    std::string name;

    [[nodiscard]] bool hasReadings() const
    {
        return observation.used || observation.capacity || observation.artifactCount
            || observation.largestArtifact;
    }
};

std::optional<Bytes> bytesIn(JsonBody& body, std::string_view key)
{
    const auto count = body.integer(key, kCount);
    return count ? std::optional(Bytes { *count }) : std::nullopt;
}

Batch readBatch(JsonBody& body, SystemTime now)
{
    Batch batch;
    batch.observation.id = body.text("id", { 1, 200, true }).value_or(std::string());
    batch.observation.at = body.time("at");
    batch.observation.used = bytesIn(body, "used_bytes");
    batch.observation.capacity = bytesIn(body, "capacity_bytes");
    batch.observation.artifactCount = body.integer("artifact_count", kCount);
    batch.observation.largestArtifact = bytesIn(body, "largest_artifact_bytes");
    batch.latenciesMs = body.numbers("latencies_ms", kLatencyMs);
    batch.product = body.text("product", kName).value_or(std::string());
    batch.name = body.text("name", { 0, 200, true }).value_or(std::string());
    if (batch.observation.at && *batch.observation.at > now + kMostInFuture) {
        body.addFault(
            "at", "in_the_future", "more than 5 s in the future; set the clock of who sends it");
    }
    return batch;
}

/// Which batches have come already. A batch of latencies alone never reaches the source, so its id
/// is remembered here.
class Intake {
public:
    explicit Intake(ApiContext& context)
        : context_(context)
    {
    }

    void answer(const Request& request, const Reply& reply)
    {
        JsonBody body(request, UnknownKeys::Ignore);
        const Batch batch = readBatch(body, context_.clock.systemNow());
        if (auto refusal = body.refusal()) {
            ++context_.ingest->batchesRefused;
            return reply(std::move(*refusal));
        }
        context_.ingest->ignoredKeys += body.ignoredKeys();
        auto fate = take(batch, request.caller.name);
        if (!fate) {
            ++context_.ingest->batchesRefused;
            return reply(errorOf(fate.error()));
        }
        reply(fateResponse(*fate, batch));
    }

private:
    Result<ObservationFate> take(const Batch& batch, const std::string& sender)
    {
        if (batch.hasReadings() && context_.observations == nullptr) {
            return Error { ErrorCode::Unsupported,
                "the source of this service measures storage and artifacts by itself; send "
                "latencies only, or start it with --source pushed",
                {} };
        }
        if (!batch.hasReadings() && batch.latenciesMs.empty()) {
            return Error { ErrorCode::InvalidArgument,
                "needs at least one of latencies_ms, used_bytes, capacity_bytes, artifact_count, "
                "largest_artifact_bytes",
                {} };
        }
        const std::lock_guard lock(mutex_);
        const std::string id
            = batch.observation.id.empty() ? std::string() : sender + '\n' + batch.observation.id;
        if (!id.empty() && seen_.contains(id)) {
            return ObservationFate::Repeated;
        }
        const auto now = context_.clock.systemNow();
        auto fate = now - batch.observation.at.value_or(now) >= kTooOld ? ObservationFate::TooOld
                                                                        : ObservationFate::Taken;
        if (fate == ObservationFate::Taken && batch.hasReadings()) {
            auto observation = batch.observation;
            observation.id = id;
            const auto observed = context_.observations->observe(observation);
            if (!observed) {
                return observed.error();
            }
            fate = *observed;
        }
        if (!id.empty()) {
            seen_.add(id);
        }
        if (fate == ObservationFate::Taken) {
            countLatencies(batch, now);
        }
        return fate;
    }

    void countLatencies(const Batch& batch, SystemTime now)
    {
        using Milliseconds = std::chrono::duration<double, std::milli>;
        for (const double latency : batch.latenciesMs) {
            SlowQuery query;
            query.at = batch.observation.at.value_or(now);
            query.latency
                = std::chrono::duration_cast<std::chrono::nanoseconds>(Milliseconds(latency));
            query.name = batch.name;
            query.product = batch.product;
            context_.queries->record(std::move(query));
        }
        if (!batch.product.empty()) {
            context_.products->note(batch.product, context_.clock.steadyNow(), now);
        }
    }

    Response fateResponse(ObservationFate fate, const Batch& batch)
    {
        const bool isTaken = fate == ObservationFate::Taken;
        auto& counters = *context_.ingest;
        ++(isTaken                                ? counters.batchesTaken
                : fate == ObservationFate::TooOld ? counters.batchesTooOld
                                                  : counters.batchesRepeated);
        return jsonResponse(200,
            json::object { { "fate",
                               isTaken                               ? "taken"
                                   : fate == ObservationFate::TooOld ? "too_old"
                                                                     : "repeated" },
                { "latencies_counted", isTaken ? batch.latenciesMs.size() : 0 },
                { "received_at", toUtcText(context_.clock.systemNow()) } });
    }

    ApiContext& context_;
    std::mutex mutex_;
    SeenIds seen_;
};

}  // namespace

std::vector<Route> observationRoutes(ApiContext& context)
{
    const auto intake = std::make_shared<Intake>(context);
    return { { Method::Post, "/api/v1/observations", Role::Ingest,
        [intake](const Request& request, const Reply& reply) { intake->answer(request, reply); },
        "What was measured elsewhere: latencies, storage, artifacts; all of it is taken or nothing",
        {}, "Observations", "ObservationFate", kBodyLimit } };
}

}  // namespace headroom::api
