// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/remote_answers.h"

#include "ui/feed/remote_board_reader.h"
#include "ui/feed/remote_json.h"

#include <QString>

#include <algorithm>

namespace headroom::ui {

namespace {

using std::chrono::seconds;

constexpr double kMostValue = 1e18;
constexpr std::int64_t kMostSeconds = std::int64_t { 86'400 } * 3660;
constexpr qsizetype kMostEvents = 1000;

template <typename Point>
void readStretch(Point& point, const JsonFields& fields)
{
    point.at = fields.time("at");
    point.length = seconds(fields.integer("length_seconds", 1, kMostSeconds));
    point.afterGap = fields.flag("after_gap");
}

HistoryPoint readPoint(const JsonFields& fields)
{
    HistoryPoint point;
    readStretch(point, fields);
    const auto value = [&](const char* key) { return fields.number(key, -kMostValue, kMostValue); };
    point.stats = { value("min"), value("mean"), value("max"), value("last"),
        static_cast<std::uint32_t>(fields.integer("seconds", 0, kMostSeconds)) };
    if (fields.has("max_at")) {  // services of before do not know it
        point.stats.maxAt = fields.timeOrNull("max_at").value_or(SystemTime {});
    }
    return point;
}

LatencyPoint readLatencyPoint(const JsonFields& fields)
{
    LatencyPoint point;
    readStretch(point, fields);
    point.p50Ms = fields.number("p50_ms", 0, kMostValue);
    point.p99Ms = fields.number("p99_ms", 0, kMostValue);
    point.p999Ms = fields.number("p999_ms", 0, kMostValue);
    point.maxMs = fields.number("max_ms", 0, kMostValue);
    point.sampleCount = fields.count("sample_count");
    return point;
}

/// Oldest first, as charts rely on.
template <typename Point>
void checkOrder(const std::vector<Point>& points, JsonFault& fault)
{
    const bool isSorted = std::is_sorted(
        points.begin(), points.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    if (!isSorted) {
        fault.note(QStringLiteral("points are out of order"));
    }
}

template <typename Answer, typename Read>
Answer readPoints(const JsonFields& fields, JsonFault& fault, Read read)
{
    Answer answer;
    for (const auto& point : fields.objects("points", kMaxHistoryPoints)) {
        answer.points.push_back(read(point));
    }
    checkOrder(answer.points, fault);
    answer.damagedRows = fields.count("damaged_rows");
    return answer;
}

/// Reads a whole answer, or says what does not fit.
template <typename Answer, typename Read>
Result<Answer> readWhole(const QByteArray& json, Read read)
{
    const auto object = objectFrom(json);
    if (!object) {
        return object.error();
    }
    JsonFault fault;
    auto answer = read(JsonFields(*object, {}, fault), fault);
    if (fault.isThere()) {
        return fault.error();
    }
    return answer;
}

Crossing readCrossing(const JsonFields& fields)
{
    return { Ratio { fields.number("share_ratio", 0, 1) }, fields.timeOrNull("expected"),
        fields.timeOrNull("earliest"), fields.timeOrNull("latest"), fields.flag("already_there") };
}

StorageForecast::Trend readTrend(const JsonFields& fields)
{
    static constexpr std::array kWords { "NOT_ENOUGH_HISTORY", "FLAT", "GROWING", "SHRINKING" };
    const auto found = std::find(kWords.begin(), kWords.end(), fields.text("trend", 40));
    if (found == kWords.end()) {
        fields.note("trend", QStringLiteral("is no word that is known here"));
        return StorageForecast::Trend::NotEnoughHistory;
    }
    return static_cast<StorageForecast::Trend>(found - kWords.begin());
}

StorageForecast readForecast(const JsonFields& fields, JsonFault& fault)
{
    StorageForecast forecast;
    const auto value = [&](const char* key) { return fields.number(key, -kMostValue, kMostValue); };
    forecast.trend = readTrend(fields);
    forecast.bytesPerSecond = value("bytes_per_second");
    forecast.bytesPerSecondLow = value("bytes_per_second_low");
    forecast.bytesPerSecondHigh = value("bytes_per_second_high");
    forecast.usedNowBytes = value("used_now_bytes");
    forecast.span = seconds(fields.integer("span_seconds", 0, kMostSeconds));
    const auto crossings
        = fields.objects("crossings", static_cast<qsizetype>(forecast.crossings.size()));
    if (crossings.size() != forecast.crossings.size()) {
        fault.note(QStringLiteral("crossings are not four"));
        return forecast;
    }
    std::transform(crossings.begin(), crossings.end(), forecast.crossings.begin(), &readCrossing);
    return forecast;
}

}  // namespace

Result<std::vector<HistoryAnswer>> readMetricsAnswer(
    const QByteArray& json, const std::vector<Metric>& metrics)
{
    return readWhole<std::vector<HistoryAnswer>>(
        json, [&metrics](const JsonFields& fields, JsonFault& fault) {
            std::vector<HistoryAnswer> answers;
            const auto series = fields.objects("series", static_cast<qsizetype>(kMetricCount));
            if (series.size() != metrics.size()) {
                fault.note(QStringLiteral("series are not those that were asked for"));
                return answers;
            }
            for (std::size_t i = 0; i < metrics.size(); ++i) {
                if (series[i].text("metric", 40) != info(metrics[i]).key) {
                    series[i].note("metric", QStringLiteral("is not what was asked for"));
                }
                answers.push_back(readPoints<HistoryAnswer>(series[i], fault, &readPoint));
            }
            return answers;
        });
}

Result<LatencyAnswer> readLatencyAnswer(const QByteArray& json)
{
    return readWhole<LatencyAnswer>(json, [](const JsonFields& fields, JsonFault& fault) {
        return readPoints<LatencyAnswer>(fields.object("query_latency"), fault, &readLatencyPoint);
    });
}

Result<AlertHistoryAnswer> readAlertHistoryAnswer(const QByteArray& json)
{
    return readWhole<AlertHistoryAnswer>(json, [](const JsonFields& fields, JsonFault&) {
        AlertHistoryAnswer answer;
        for (const auto& event : fields.objects("events", kMostEvents)) {
            answer.events.push_back(readAlertStep(event));
        }
        answer.total = fields.count("total");
        answer.damagedRows = fields.count("damaged_rows");
        return answer;
    });
}

Result<StorageForecast> readForecastAnswer(const QByteArray& json)
{
    return readWhole<StorageForecast>(json, &readForecast);
}

}  // namespace headroom::ui
