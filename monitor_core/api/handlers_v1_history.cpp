// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/snapshot_values.h"
#include "monitor_core/api/detail/v1_sections.h"
#include "monitor_core/api/json_body.h"
#include "monitor_core/api/query_parameters.h"
#include "monitor_core/api/v1_answers.h"
#include "monitor_core/records_query.h"

#include <algorithm>
#include <utility>

namespace headroom::api {

namespace {

/// Percentiles of latency are no metric of their own; they come from merged histograms.
constexpr std::string_view kLatency = "query_latency";
constexpr std::chrono::hours kUsualRange { 1 };
constexpr int kUsualPoints = 600;
constexpr std::chrono::days kLongestRange { 3660 };

struct HistoryQuestion {
    std::vector<Metric> metrics;
    bool wantsLatency = false;
    TimeRange range;
    int points = kUsualPoints;
};

struct HistoryFound {
    HistoryQuestion question;
    std::vector<HistoryAnswer> metrics;
    std::optional<LatencyAnswer> latency;
};

void addMetric(QueryParameters& query, HistoryQuestion& question, std::string_view key)
{
    const auto metric = metricFromKey(key);
    const bool isLatency = key == kLatency;
    if (!metric && !isLatency) {
        std::string all(kLatency);
        for (const auto& row : catalog()) {
            all.append(", ").append(row.key);
        }
        query.addFault("metric", "not_a_choice", "must be of: " + all);
        return;
    }
    const bool isDoubled = isLatency
        ? std::exchange(question.wantsLatency, true)
        : std::ranges::find(question.metrics, *metric) != question.metrics.end();
    if (isDoubled) {
        query.addFault("metric", "doubled", "must name each metric once");
    } else if (metric) {
        question.metrics.push_back(*metric);
    }
}

std::optional<SystemTime> timeIn(QueryParameters& query, std::string_view name)
{
    const auto text = query.optionalText(name, 64);
    const auto time = text ? timeFromText(*text) : std::nullopt;
    if (text && !time) {
        query.addFault(name, "not_a_time", "must be a time in UTC, like 2026-08-03T10:03:53.000Z");
    }
    return time;
}

HistoryQuestion readQuestion(QueryParameters& query, const Request& request, SystemTime now)
{
    HistoryQuestion question;
    bool hasAny = false;
    for (const auto& [name, value] : request.query) {
        std::string_view rest = value;
        while (name == "metric" && !rest.empty()) {
            hasAny = true;
            const auto key = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), key.size() + 1));
            addMetric(query, question, key);
        }
    }
    if (!hasAny) {
        query.addFault("metric", "missing", "is required");
    }
    question.range.to = timeIn(query, "to").value_or(now);
    question.range.from = timeIn(query, "from").value_or(question.range.to - kUsualRange);
    if (question.range.from < SystemTime() || question.range.from >= question.range.to
        || question.range.to - question.range.from > kLongestRange) {
        query.addFault(
            "from", "out_of_range", "must be before `to`, at most ten years, and not before 1970");
    }
    question.points = static_cast<int>(
        query.optionalInteger("points", { 1, kMaxHistoryPoints }).value_or(kUsualPoints));
    return question;
}

json::object metricSeries(Metric metric, const HistoryAnswer& answer)
{
    json::array points;
    points.reserve(answer.points.size());
    for (const auto& point : answer.points) {
        points.push_back(json::object { { "at", toUtcText(point.at) },
            { "length_seconds", point.length.count() }, { "min", finite(point.stats.min) },
            { "mean", finite(point.stats.mean) }, { "max", finite(point.stats.max) },
            { "max_at",
                point.stats.isMaxAtKnown() ? json::value(toUtcText(point.stats.maxAt))
                                           : json::value() },
            { "last", finite(point.stats.last) }, { "seconds", point.stats.seconds },
            { "after_gap", point.afterGap } });
    }
    return { { "metric", info(metric).key }, { "points", std::move(points) },
        { "damaged_rows", answer.damagedRows } };
}

json::value latencySeries(const std::optional<LatencyAnswer>& answer)
{
    if (!answer) {
        return {};
    }
    json::array points;
    points.reserve(answer->points.size());
    for (const auto& point : answer->points) {
        points.push_back(json::object { { "at", toUtcText(point.at) },
            { "length_seconds", point.length.count() }, { "p50_ms", finite(point.p50Ms) },
            { "p99_ms", finite(point.p99Ms) }, { "p999_ms", finite(point.p999Ms) },
            { "max_ms", finite(point.maxMs) }, { "sample_count", point.sampleCount },
            { "after_gap", point.afterGap } });
    }
    return json::object { { "points", std::move(points) },
        { "damaged_rows", answer->damagedRows } };
}

Response historyResponse(const HistoryFound& found)
{
    json::array series;
    for (std::size_t i = 0; i < found.metrics.size(); ++i) {
        series.push_back(metricSeries(found.question.metrics[i], found.metrics[i]));
    }
    return jsonResponse(200,
        json::object { { "from", toUtcText(found.question.range.from) },
            { "to", toUtcText(found.question.range.to) }, { "series", std::move(series) },
            { "query_latency", latencySeries(found.latency) } });
}

/// Thousands of points take a while to write: not on the storage thread.
void answerLater(const ApiContext& context, HistoryFound found, const Reply& reply)
{
    const auto shared = std::make_shared<const HistoryFound>(std::move(found));
    if (!context.later([shared, reply] { reply(historyResponse(*shared)); })) {
        reply(tryLater("too many requests wait"));
    }
}

void askLatency(
    const ApiContext& context, RecordsQuery& records, HistoryFound found, const Reply& reply)
{
    if (!found.question.wantsLatency) {
        return answerLater(context, std::move(found), reply);
    }
    const auto range = found.question.range;
    const int points = found.question.points;
    records.queryLatency(range, points,
        [&context, found = std::move(found), reply](Result<LatencyAnswer> answer) mutable {
            if (!answer) {
                return reply(errorOf(answer.error()));
            }
            found.latency = std::move(*answer);
            answerLater(context, std::move(found), reply);
        });
}

void answerHistory(const ApiContext& context, const Request& request, const Reply& reply)
{
    QueryParameters query(request);
    auto question = readQuestion(query, request, context.clock.systemNow());
    if (query.isFaulty()) {
        return reply(query.refusal());
    }
    RecordsQuery* records = queryOr400(context, reply);
    if (records == nullptr) {
        return;
    }
    if (question.metrics.empty()) {
        return askLatency(context, *records, { std::move(question), {}, {} }, reply);
    }
    const auto metrics = question.metrics;
    const auto range = question.range;
    const int points = question.points;
    records->queryMetrics(metrics, range, points,
        [&context, records, question = std::move(question), reply](
            Result<std::vector<HistoryAnswer>> answer) mutable {
            if (!answer) {
                return reply(errorOf(answer.error()));
            }
            askLatency(context, *records, { std::move(question), std::move(*answer), {} }, reply);
        });
}

std::string_view toString(StorageForecast::Trend trend) noexcept
{
    static constexpr std::string_view kWords[]
        = { "NOT_ENOUGH_HISTORY", "FLAT", "GROWING", "SHRINKING" };
    return kWords[static_cast<std::size_t>(trend)];
}

Response forecastResponse(const StorageForecast& forecast)
{
    json::array crossings;
    for (const auto& crossing : forecast.crossings) {
        crossings.push_back(json::object { { "share_ratio", finite(crossing.share.value) },
            { "expected", timeOrNull(crossing.expected) },
            { "earliest", timeOrNull(crossing.earliest) },
            { "latest", timeOrNull(crossing.latest) },
            { "already_there", crossing.alreadyThere } });
    }
    return jsonResponse(200,
        json::object { { "trend", toString(forecast.trend) },
            { "bytes_per_second", finite(forecast.bytesPerSecond) },
            { "bytes_per_second_low", finite(forecast.bytesPerSecondLow) },
            { "bytes_per_second_high", finite(forecast.bytesPerSecondHigh) },
            { "used_now_bytes", finite(forecast.usedNowBytes) },
            { "span_seconds", forecast.span.count() }, { "crossings", std::move(crossings) } });
}

void answerForecast(const ApiContext& context, const Reply& reply)
{
    if (RecordsQuery* records = queryOr400(context, reply)) {
        records->queryStorageForecast([reply](const Result<StorageForecast>& forecast) {
            reply(forecast ? forecastResponse(*forecast) : errorOf(forecast.error()));
        });
    }
}

}  // namespace

std::vector<Route> historyRoutes(ApiContext& context)
{
    return {
        { Method::Get, "/api/v1/history", Role::Read,
            [&context](const Request& request, const Reply& reply) {
                answerHistory(context, request, reply);
            },
            "What was, in at most so many stretches; those without a reading are left out",
            { { "metric", "query", "string", true,
                  "keys of metrics and query_latency (its percentiles), by commas or repeated" },
                { "from", "query", "string", false, "UTC; an hour before `to` if left out" },
                { "to", "query", "string", false, "UTC, not included; now if left out" },
                { "points", "query", "integer", false, "1 to 2000; 600 if left out" } },
            "", "History" },
        { Method::Get, "/api/v1/forecast", Role::Read,
            [&context](const Request&, const Reply& reply) { answerForecast(context, reply); },
            "Where storage is going, from its last 30 days", {}, "", "Forecast" },
    };
}

}  // namespace headroom::api
