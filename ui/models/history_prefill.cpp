// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/history_prefill.h"

#include <set>

namespace headroom::ui {

namespace {

using std::chrono::seconds;

constexpr seconds kSilence { 5 };  // a feed speaks at least once a second
constexpr seconds kAskAgainAfter { 5 };
constexpr seconds kSpan { LiveSeries::kSeconds };
constexpr int kPercentileMinutes = 16;  // 15 whole minutes touch 16

const std::vector<Metric>& wantedMetrics()
{
    static const std::vector<Metric> wanted { Metric::ConcurrentWrites, Metric::TotalStorage,
        Metric::WriteThroughput };
    return wanted;
}

/// Calls `take` with each second of a stretch.
template <typename Point, typename Take>
void forEachSecond(const Point& point, Take take)
{
    for (seconds offset { 0 }; offset < point.length; offset += seconds(1)) {
        take(point.at + offset);
    }
}

}  // namespace

HistoryPrefill::HistoryPrefill(Feed& feed, LiveSeriesSet& series, QObject* parent)
    : QObject(parent)
    , feed_(feed)
    , series_(series)
{
}

void HistoryPrefill::noteSnapshot(const Snapshot& snapshot, SteadyTime now)
{
    // A sequence that goes back is another run of the service.
    const bool isNew = !seenAt_ || now - *seenAt_ > kSilence || snapshot.sequence < seenSequence_;
    seenAt_ = now;
    seenSequence_ = snapshot.sequence;
    snapshotAt_ = snapshot.at;
    snapshotAtUtc_ = snapshot.atUtc;
    if (isNew) {
        isWanted_ = true;
        if (openAnswers_ == 0) {
            ask(now);
        }
    }
}

void HistoryPrefill::tick(SteadyTime now)
{
    if (isWanted_ && seenAt_ && openAnswers_ == 0 && now - askedAt_ >= kAskAgainAfter) {
        ask(now);
    }
}

void HistoryPrefill::forget()
{
    seenAt_.reset();
    seenSequence_ = 0;
    isWanted_ = false;
    recalled_ = {};
}

void HistoryPrefill::ask(SteadyTime now)
{
    isWanted_ = false;
    askedAt_ = now;
    openAnswers_ = 2;
    recalled_ = {};
    // The second under way is not recorded yet: it is the screen's own.
    const TimeRange range { snapshotAtUtc_ - kSpan, snapshotAtUtc_ };
    feed_.queryMetrics(this, wantedMetrics(), range, LiveSeries::kSeconds,
        [this](const Result<std::vector<HistoryAnswer>>& answer) { take(answer); });
    // By the minute, since a live percentile is one of the last 60 s; those of single seconds would
    // be another quantity.
    feed_.queryLatency(this, range, kPercentileMinutes,
        [this](const Result<LatencyAnswer>& answer) { take(answer); });
}

void HistoryPrefill::take(const Result<std::vector<HistoryAnswer>>& answer)
{
    if (answer && answer->size() == wantedMetrics().size()) {
        recalled_.metrics = *answer;
    }
    finish();
}

void HistoryPrefill::take(const Result<LatencyAnswer>& answer)
{
    if (answer) {
        recalled_.latency = *answer;
    }
    finish();
}

SteadyTime HistoryPrefill::steadyAt(SystemTime at) const
{
    return snapshotAt_ - std::chrono::duration_cast<SteadyTime::duration>(snapshotAtUtc_ - at);
}

void HistoryPrefill::finish()
{
    if (--openAnswers_ > 0) {
        return;
    }
    if (!recalled_.metrics || !recalled_.latency) {
        isWanted_ = true;  // the database may not be open yet
        return;
    }
    LiveSeries* const series[] = { &series_.writes, &series_.storage, &series_.throughput };
    std::set<SystemTime> recorded;
    for (std::size_t i = 0; i < recalled_.metrics->size(); ++i) {
        for (const auto& point : (*recalled_.metrics)[i].points) {
            forEachSecond(point, [&](SystemTime at) {
                recorded.insert(at);
                series[i]->recall(steadyAt(at), point.stats.max);
            });
        }
    }
    for (const auto& point : recalled_.latency->points) {
        forEachSecond(point, [&](SystemTime at) {
            // Seconds of that minute in which nobody recorded are a gap here too.
            if (recorded.contains(at)) {
                series_.p50.recall(steadyAt(at), point.p50Ms);
                series_.p99.recall(steadyAt(at), point.p99Ms);
                series_.p999.recall(steadyAt(at), point.p999Ms);
            }
        });
    }
    recalled_ = {};
    if (isWanted_) {
        return;  // silent again meanwhile; tick() asks
    }
    Q_EMIT filled();
}

}  // namespace headroom::ui
