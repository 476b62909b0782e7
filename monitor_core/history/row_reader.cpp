// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/history/row_reader.h"

#include "monitor_core/history/detail/sqlite.h"
#include "monitor_core/history/row_codec.h"

#include <algorithm>
#include <limits>
#include <string>

namespace headroom {

namespace {

constexpr double kNanosecondsPerMillisecond = 1e6;
constexpr std::int64_t kNoRow = std::numeric_limits<std::int64_t>::max();

std::int64_t secondsSinceEpoch(SystemTime t)
{
    return std::chrono::floor<std::chrono::seconds>(t).time_since_epoch().count();
}

SystemTime timeOf(std::int64_t seconds) { return SystemTime(std::chrono::seconds(seconds)); }

Result<void> check(TimeRange range, int maxPoints)
{
    if (range.to <= range.from) {
        return Error { ErrorCode::InvalidArgument, "the range must end after it begins",
            "history" };
    }
    if (maxPoints < 1 || maxPoints > kMaxHistoryPoints) {
        return Error { ErrorCode::InvalidArgument,
            "points: " + std::to_string(maxPoints) + " is not within 1 – "
                + std::to_string(kMaxHistoryPoints),
            "history" };
    }
    return {};
}

}  // namespace

std::string_view tableOf(Tier tier) noexcept
{
    switch (tier) {
    case Tier::Second:
        return "second";
    case Tier::Minute:
        return "minute";
    case Tier::Hour:
        break;
    }
    return "hour";
}

Result<std::uint64_t> RowReader::read(Tier tier, std::int64_t from, std::int64_t to, Wanted wanted,
    const std::function<void(const HistoryRow&)>& take)
{
    const std::string table(tableOf(tier));
    const std::string latency = table + "_latency";
    std::string sql = "select r.t, r.metrics, null from " + table
        + " r where r.t >= ?1 and r.t < ?2 order by r.t";
    if (wanted == Wanted::Latency) {
        sql = "select t, null, histogram from " + latency + " where t >= ?1 and t < ?2 order by t";
    } else if (wanted == Wanted::All) {
        sql = "select r.t, r.metrics, l.histogram from " + table + " r left join " + latency
            + " l on l.t = r.t where r.t >= ?1 and r.t < ?2 order by r.t";
    }
    auto statement = db_->prepare(sql);
    if (!statement) {
        return statement.error();
    }
    statement->bind(1, from).bind(2, to);
    std::uint64_t damaged = 0;
    auto& row = row_;
    while (true) {
        const auto there = statement->step();
        if (!there) {
            return there.error();
        }
        if (!*there) {
            return damaged;
        }
        row.startSeconds = statement->integer(0);
        row.metrics = {};
        row.latency.clear();
        bool sound = true;
        if (wanted != Wanted::Latency) {
            auto metrics = decodeMetrics(tier, row.startSeconds, statement->blob(1));
            sound = metrics.has_value();
            if (metrics) {
                row.metrics = *metrics;
            }
        }
        if (const auto bytes = statement->blob(2);
            sound && wanted != Wanted::Metrics && !bytes.empty()) {
            const auto payload = unseal(latency, row.startSeconds, bytes);
            sound = payload && row.latency.assign(*payload);
        }
        if (sound) {
            take(row);
        } else {
            ++damaged;
        }
    }
}

Result<std::int64_t> RowReader::oldest(Tier tier)
{
    return db_->number("select coalesce(min(t), " + std::to_string(kNoRow) + ") from "
        + std::string(tableOf(tier)));
}

Result<RowReader::Plan> RowReader::plan(TimeRange range, int maxPoints, int enoughPoints)
{
    const std::int64_t from = secondsSinceEpoch(range.from);
    const std::int64_t to = std::max(from + 1, secondsSinceEpoch(range.to));
    Tier tier = Tier::Second;
    for (const Tier coarser : { Tier::Hour, Tier::Minute }) {
        if ((to - from) / secondsOf(coarser) >= enoughPoints) {
            tier = coarser;
            break;
        }
    }
    // Finer rows may be pruned already: then the coarser ones are what is left of that time.
    while (tier != Tier::Hour) {
        const Tier coarser = tier == Tier::Second ? Tier::Minute : Tier::Hour;
        const auto mine = oldest(tier);
        const auto other = oldest(coarser);
        if (!mine || !other) {
            return mine ? other.error() : mine.error();
        }
        const bool coarserReachesBack = *other < kNoRow && *other + secondsOf(coarser) <= *mine;
        if (*mine <= from || !coarserReachesBack) {
            break;
        }
        tier = coarser;
    }
    const std::int64_t unit = secondsOf(tier);
    std::int64_t bucket = unit;
    // Buckets begin at multiples of their length, so one more than fits may be touched.
    while ((to - 1) / bucket - from / bucket + 1 > maxPoints) {
        bucket += unit * std::max<std::int64_t>(1, ((to - from) / maxPoints - bucket) / unit);
    }
    return Plan { tier, from / bucket * bucket, to, bucket };
}

Result<std::vector<HistoryAnswer>> RowReader::metrics(const std::vector<Metric>& wanted,
    TimeRange range, int maxPoints, const std::deque<PackedRow>& waiting)
{
    if (auto ok = check(range, maxPoints); !ok) {
        return ok.error();
    }
    const auto planned = plan(range, maxPoints, std::max(1, maxPoints / 2));
    if (!planned) {
        return planned.error();
    }
    std::vector<HistoryAnswer> answers(wanted.size());
    std::vector<std::optional<MetricStats>> open(wanted.size());
    const std::chrono::seconds length(planned->bucketSeconds);
    std::int64_t start = 0;
    const auto finish = [&] {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (open[i]) {
                auto& points = answers[i].points;
                const bool afterGap = !points.empty() && points.back().at + length != timeOf(start);
                points.push_back({ timeOf(start), length, *open[i], afterGap });
                open[i].reset();
            }
        }
    };
    const auto take = [&](const auto& row) {
        const std::int64_t bucket
            = row.startSeconds / planned->bucketSeconds * planned->bucketSeconds;
        if (bucket != start) {
            finish();
            start = bucket;
        }
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (const auto& slot = row.metrics[indexOf(wanted[i])]) {
                mergeInto(open[i], *slot);
            }
        }
    };
    const auto damaged = read(planned->tier, planned->from, planned->to, Wanted::Metrics, take);
    if (!damaged) {
        return damaged.error();
    }
    for (const auto& row : waiting) {
        if (row.startSeconds >= planned->from && row.startSeconds < planned->to) {
            take(row);
        }
    }
    finish();
    for (auto& answer : answers) {
        answer.damagedRows = *damaged;
    }
    return answers;
}

Result<std::uint64_t> RowReader::damagedRows(TimeRange range, int maxPoints)
{
    if (auto ok = check(range, maxPoints); !ok) {
        return ok.error();
    }
    const auto planned = plan(range, maxPoints, std::max(1, maxPoints / 2));
    if (!planned) {
        return planned.error();
    }
    return read(
        planned->tier, planned->from, planned->to, Wanted::Metrics, [](const HistoryRow&) {});
}

Result<LatencyAnswer> RowReader::latency(
    TimeRange range, int maxPoints, const std::deque<PackedRow>& waiting)
{
    if (auto ok = check(range, maxPoints); !ok) {
        return ok.error();
    }
    // Histograms cost more to merge than four numbers: a quarter of the points is enough to prefer
    // a coarser tier.
    const auto planned = plan(range, maxPoints, std::max(1, maxPoints / 4));
    if (!planned) {
        return planned.error();
    }
    LatencyAnswer answer;
    std::int64_t previous = std::numeric_limits<std::int64_t>::min();
    LatencyHistogram merged;
    std::int64_t start = 0;
    const auto milliseconds = [&](double quantile) {
        return static_cast<double>(merged.quantile(quantile)->count()) / kNanosecondsPerMillisecond;
    };
    const auto finish = [&] {
        if (merged.count() == 0) {
            return;
        }
        answer.points.push_back({ timeOf(start), std::chrono::seconds(planned->bucketSeconds),
            milliseconds(0.5), milliseconds(0.99), milliseconds(0.999), milliseconds(1),
            merged.count(), previous != start - planned->bucketSeconds && !answer.points.empty() });
        previous = start;
        merged.clear();
    };
    const auto take = [&](const HistoryRow& row) {
        const std::int64_t bucket
            = row.startSeconds / planned->bucketSeconds * planned->bucketSeconds;
        if (bucket != start) {
            finish();
            start = bucket;
        }
        merged.merge(row.latency);
    };
    const auto damaged = read(planned->tier, planned->from, planned->to, Wanted::Latency, take);
    if (!damaged) {
        return damaged.error();
    }
    answer.damagedRows = *damaged;
    for (const auto& packed : waiting) {
        if (packed.startSeconds >= planned->from && packed.startSeconds < planned->to) {
            if (const auto row = unpack(packed)) {
                take(*row);
            }
        }
    }
    finish();
    return answer;
}

}  // namespace headroom
