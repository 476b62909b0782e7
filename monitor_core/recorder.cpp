// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/recorder.h"

#include "monitor_core/metrics/latency_histogram.h"
#include "monitor_core/metrics/latency_window.h"
#include "monitor_core/metrics/max_window.h"
#include "monitor_core/metrics/rate_window.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace headroom {

namespace {

constexpr std::chrono::hours kLongestLease { 24 };

std::optional<double> milliseconds(std::optional<std::chrono::nanoseconds> duration)
{
    if (!duration) {
        return std::nullopt;
    }
    return std::chrono::duration<double, std::milli>(*duration).count();
}

LatencySummary summaryOf(const LatencyWindow& window)
{
    return {
        .p50Ms = milliseconds(window.quantile(0.5)),
        .p99Ms = milliseconds(window.quantile(0.99)),
        .p999Ms = milliseconds(window.quantile(0.999)),
        .minMs = milliseconds(window.min()),
        .maxMs = milliseconds(window.max()),
        .sampleCount = window.count(),
        .overflowCount = window.overflow(),
    };
}

Error unknownToken()
{
    return { ErrorCode::NotFound, "no such write: its token was never given out in this run", {} };
}

}  // namespace

/// What drain() keeps from one call to the next.
class Recorder::Tick {
public:
    Tick(const WindowSettings& windows, SteadyTime now)
        : throughput_(windows.throughput, now)
        , queries_(windows.latency)
        , writes_(windows.latency)
        , largest_(windows.latency)
    {
    }

    void readShards(const std::vector<ActivityShard*>& shards, SteadyTime now, Reading& into);
    void addExpired(int leases) { expiredLeases_ += static_cast<std::uint64_t>(leases); }
    [[nodiscard]] std::uint64_t expiredLeases() const { return expiredLeases_; }
    void takeQueries(LatencyHistogram& into);
    /// Whether anything was counted or changed since the call before.
    bool differs(const Reading& reading);

private:
    void readLatencies(const std::vector<ActivityShard*>& shards, SteadyTime now, Reading& into);
    void readLargest(const std::vector<ActivityShard*>& shards, SteadyTime now, Reading& into);

    RateWindow throughput_;
    LatencyWindow queries_;
    LatencyWindow writes_;
    MaxWindow largest_;
    Bytes largestEver_;
    LatencyTotals queriesEver_;
    LatencyHistogram untaken_;  ///< queries that takeQueries() has not handed out
    LatencyHistogram fresh_;  ///< between shards and windows; kept for its memory
    std::uint64_t freshQueries_ = 0;
    std::uint64_t readsBegun_ = 0;
    std::uint64_t readsEnded_ = 0;
    std::uint64_t expiredLeases_ = 0;
    std::uint64_t happenedBefore_ = 0;
};

void Recorder::Tick::readShards(
    const std::vector<ActivityShard*>& shards, SteadyTime now, Reading& into)
{
    const auto sum = [&shards](ShardedCounter ActivityShard::*counter) {
        std::uint64_t total = 0;
        for (const ActivityShard* shard : shards) {
            total += (shard->*counter).read();
        }
        return total;
    };
    // Ends before beginnings: a read that is seen to have ended is seen to have begun.
    readsEnded_ = sum(&ActivityShard::readsEnded);
    readsBegun_ = sum(&ActivityShard::readsBegun);
    into.concurrentReads = static_cast<int>(readsBegun_ - readsEnded_);
    into.completedWritesTotal = sum(&ActivityShard::completedWrites);
    into.failedWritesTotal = sum(&ActivityShard::failedWrites);
    into.refusedLatenciesTotal = sum(&ActivityShard::refusedLatencies);
    into.gate.admittedTotal = sum(&ActivityShard::admitted);
    into.gate.refusedPausedTotal = sum(&ActivityShard::refusedPaused);
    into.gate.refusedHaltedTotal = sum(&ActivityShard::refusedHalted);
    into.gate.refusedTooLargeTotal = sum(&ActivityShard::refusedTooLarge);
    throughput_.note(into.completedWritesTotal, now);
    into.writeThroughput = throughput_.rate();
    readLatencies(shards, now, into);
    readLargest(shards, now, into);
}

void Recorder::Tick::readLatencies(
    const std::vector<ActivityShard*>& shards, SteadyTime now, Reading& into)
{
    for (ActivityShard* shard : shards) {
        shard->queryLatency.drainInto(fresh_);
    }
    freshQueries_ = fresh_.count();
    queries_.add(fresh_, now);
    untaken_.merge(fresh_);
    queriesEver_.add(fresh_);
    fresh_.clear();
    for (ActivityShard* shard : shards) {
        shard->writeLatency.drainInto(fresh_);
    }
    writes_.add(fresh_, now);
    fresh_.clear();
    into.queries = summaryOf(queries_);
    into.writes = summaryOf(writes_);
    into.queriesEver = queriesEver_;
}

/// What is handed out is stored, and a range that does not fit its counts would not be read again.
void Recorder::Tick::takeQueries(LatencyHistogram& into)
{
    into.clear();
    std::swap(into, untaken_);
    untaken_.widen(into.fitRange());
}

void Recorder::Tick::readLargest(
    const std::vector<ActivityShard*>& shards, SteadyTime now, Reading& into)
{
    std::int64_t largest = -1;
    for (ActivityShard* shard : shards) {
        largest = std::max(largest, shard->largestArtifact.take());
    }
    largest_.advance(now);
    if (largest >= 0) {
        largest_.note(largest, now);
        largestEver_ = std::max(largestEver_, Bytes { largest });
    }
    if (const auto inWindow = largest_.max()) {
        into.largestArtifactInWindow = Bytes { *inWindow };
    }
    into.largestArtifactEver = largestEver_;
}

bool Recorder::Tick::differs(const Reading& reading)
{
    // All of these only grow, so their sum tells whether any did.
    const GateSummary& gate = reading.gate;
    const std::uint64_t happened = reading.completedWritesTotal + reading.failedWritesTotal
        + reading.refusedLatenciesTotal + reading.gateChangesTotal + gate.admittedTotal
        + gate.refusedPausedTotal + gate.refusedHaltedTotal + gate.refusedTooLargeTotal
        + readsBegun_ + readsEnded_;
    return std::exchange(happenedBefore_, happened) != happened || freshQueries_ > 0;
}

Recorder::Recorder(const GateSettings& gate, const WindowSettings& windows, const Clock& clock)
    : maxArtifactSize_(
        static_cast<std::uint64_t>(std::max<std::int64_t>(gate.maxArtifactSize.count, 0)))
    , gate_(gate, clock)
    , clock_(clock)
    , settings_(gate)
    , leases_(gate_.pauseAt(), clock.systemNow())
    , tick_(std::make_unique<Tick>(windows, clock.steadyNow()))
{
}

Recorder::~Recorder() = default;

void Recorder::takeQueries(LatencyHistogram& into) { tick_->takeQueries(into); }

WriteTicket Recorder::beginWriteWithToken(Bytes announced, std::chrono::milliseconds ttl)
{
    const Admission admission = enter(announced);
    if (admission != Admission::Admitted) {
        const bool waitingHelps = admission != Admission::TooLarge;
        return { admission, 0, waitingHelps ? settings_.retryAfter : std::chrono::milliseconds(0) };
    }
    return { admission, leases_.begin(deadlineAfter(ttl), ticks_.now()), {} };
}

Result<void> Recorder::renewWrite(std::uint64_t token, std::chrono::milliseconds ttl)
{
    switch (leases_.renew(token, deadlineAfter(ttl))) {
    case LeaseTable::Answer::Done:
        return {};
    case LeaseTable::Answer::AlreadyOver:
        return Error { ErrorCode::NotFound,
            "the write has ended or its lease has expired; begin it again", {} };
    case LeaseTable::Answer::Unknown:
        break;
    }
    return unknownToken();
}

Result<void> Recorder::endWrite(std::uint64_t token, std::optional<Bytes> stored)
{
    const LeaseTable::Ended ended = leases_.end(token);
    if (ended.answer == LeaseTable::Answer::Unknown) {
        return unknownToken();
    }
    if (ended.answer == LeaseTable::Answer::Done) {
        if (stored) {
            complete(ended.beganAtTicks, *stored);
        } else {
            fail();
        }
    }
    return {};
}

Recorder::Reading Recorder::drain()
{
    ticks_.refine();
    const SteadyTime now = clock_.steadyNow();
    const int expired = leases_.expire(now);
    for (int i = 0; i < expired; ++i) {
        fail();
    }
    tick_->addExpired(expired);

    // The gate before the counters: what has left the gate by then is counted.
    const WriteGate::Look look = gate_.look();
    Reading reading;
    reading.writesInFlight = look.inFlight;
    reading.peakWritesInFlight = look.peak;
    reading.gateChangesTotal = look.changesTotal;
    reading.pausesTotal = look.pausesTotal;
    reading.gate = {
        .state = look.state,
        .inFlight = look.inFlight,
        .pauseAt = gate_.pauseAt(),
        .resumeBelow = gate_.resumeBelow(),
        .haltAt = settings_.haltAt,
        .resumeStorageBelow = settings_.resumeStorageBelow,
        .since = look.since,
        .expiredLeasesTotal = tick_->expiredLeases(),
        .auditProblem = {},
    };
    tick_->readShards(shards_.shards(), now, reading);
    reading.somethingHappened = tick_->differs(reading);
    return reading;
}

void Recorder::setHalted(bool halted) { gate_.setHalted(halted); }

void Recorder::setResume(int resumeBelow, Ratio resumeStorageBelow)
{
    gate_.setResumeBelow(resumeBelow);
    settings_.resumeStorageBelow = resumeStorageBelow;  // only drain() reads it, on this thread
}

void Recorder::onGateChange(std::function<void()> wake) { gate_.onChange(std::move(wake)); }

void Recorder::fail() noexcept
{
    ActivityShard& shard = shards_.local();
    shard.count(shard.failedWrites);
    gate_.leave();
}

Admission Recorder::countRefusal(ActivityShard& shard, Admission admission) noexcept
{
    switch (admission) {
    case Admission::TooLarge:
        shard.count(shard.refusedTooLarge);
        break;
    case Admission::Paused:
        shard.count(shard.refusedPaused);
        break;
    case Admission::Halted:
        shard.count(shard.refusedHalted);
        break;
    case Admission::Admitted:
        break;
    }
    return admission;
}

SteadyTime Recorder::deadlineAfter(std::chrono::milliseconds ttl) const
{
    const std::chrono::milliseconds wanted = ttl.count() > 0 ? ttl : settings_.leaseTtl;
    return clock_.steadyNow() + std::min<std::chrono::milliseconds>(wanted, kLongestLease);
}

}  // namespace headroom
