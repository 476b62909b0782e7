// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/base/clock.h"
#include "monitor_core/base/gate_settings.h"
#include "monitor_core/base/result.h"
#include "monitor_core/base/tick_clock.h"
#include "monitor_core/gate/lease_table.h"
#include "monitor_core/gate/write_gate.h"
#include "monitor_core/metrics/activity_shard.h"
#include "monitor_core/metrics/latency_totals.h"
#include "monitor_core/metrics/thread_shards.h"
#include "monitor_core/snapshot.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace headroom {

/// The gate's answer to a caller that holds its write by a token instead of a scope.
struct WriteTicket {
    Admission admission = Admission::Halted;
    std::uint64_t token = 0;  ///< never 0 when admitted; 0 when refused
    std::chrono::milliseconds retryAfter { 0 };  ///< how long a refused writer should wait; 0 when
                                                 ///< admitted, or when waiting does not help (413)
};

/// What a depository calls around its writes and reads: the gate's decision, the counting, the
/// latencies. All but the last block may be called by any thread, at any time, and never waits.
/// Outlives its scopes.
class Recorder {
public:
    class WriteScope;
    class ReadScope;
    struct Reading;

    /// `clock` outlives the recorder. It times leases and windows; durations of scopes are measured
    /// by the processor's own counter.
    Recorder(const GateSettings& gate, const WindowSettings& windows, const Clock& clock);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Asks the gate for a place. `announced` is 0 when the size is not known yet; a negative one
    /// is refused as too large. Ask the scope whether it was admitted.
    [[nodiscard]] WriteScope beginWrite(Bytes announced) noexcept;

    /// Counts a read in progress. Reads are never gated.
    [[nodiscard]] ReadScope beginRead() noexcept;

    /// Records a query latency that the caller measured. Negative ones are refused and counted.
    void recordLatency(std::chrono::nanoseconds latency) noexcept;

    /// As beginWrite(), for callers that cannot keep a scope: the place is a lease, which ends by
    /// endWrite() or by itself at the first tick after `ttl`. A `ttl` of 0 or less means
    /// GateSettings::leaseTtl; more than a day is a day.
    [[nodiscard]] WriteTicket beginWriteWithToken(Bytes announced, std::chrono::milliseconds ttl);

    /// The lease now ends `ttl` from now. NotFound when it has ended, has expired or never was.
    Result<void> renewWrite(std::uint64_t token, std::chrono::milliseconds ttl);

    /// Gives the place back: a completed write with `stored`, a failed one without. Ending once
    /// more, or after expiry, does nothing and succeeds; a token never given out is NotFound.
    Result<void> endWrite(std::uint64_t token, std::optional<Bytes> stored);

    // ---- for the monitor ----

    /// Everything since the drain before, and the windows as they stand now; expires leases. One
    /// thread at a time (the tick).
    Reading drain();

    /// The queries drained since the call before, for the history; what was in `into` is forgotten,
    /// its memory is used again. The tick's thread.
    void takeQueries(LatencyHistogram& into);

    /// The tick's judgement of storage. While halted new writes get 503; those in flight go on. Any
    /// thread.
    void setHalted(bool halted);

    /// When the gate opens again, from now on. The tick's thread.
    void setResume(int resumeBelow, Ratio resumeStorageBelow);

    /// Called on the thread that changed the gate's state, so it must be cheap, must not throw and
    /// must not call the recorder (an eventfd write). Replaces the one before, which is not running
    /// any more on return; empty for none. Any thread.
    void onGateChange(std::function<void()> wake);

private:
    class Tick;

    [[nodiscard]] Admission enter(Bytes announced) noexcept;
    void complete(std::uint64_t beganAtTicks, Bytes stored) noexcept;
    void fail() noexcept;
    static Admission countRefusal(ActivityShard& shard, Admission admission) noexcept;
    [[nodiscard]] SteadyTime deadlineAfter(std::chrono::milliseconds ttl) const;

    TickClock ticks_;
    std::uint64_t maxArtifactSize_;
    WriteGate gate_;
    ThreadShards<ActivityShard> shards_;
    const Clock& clock_;
    GateSettings settings_;
    LeaseTable leases_;
    std::unique_ptr<Tick> tick_;  ///< what only drain() touches
};

/// What drain() read.
struct Recorder::Reading {
    int writesInFlight = 0;
    int peakWritesInFlight = 0;  ///< the most at any moment since the drain before, exactly
    int concurrentReads = 0;
    PerSecond writeThroughput;  ///< completed writes over the throughput window, or over the time
                                ///< that the recorder has run (at least 1 s) while that is shorter
    LatencySummary queries;  ///< over the latency window
    LatencySummary writes;  ///< of completed writes, over the same window
    LatencyTotals queriesEver;  ///< all since the recorder began
    std::optional<Bytes> largestArtifactInWindow;  ///< written in the latency window
    Bytes largestArtifactEver;  ///< since the recorder began; 0 when nothing was written
    GateSummary gate;  ///< all but storageUnknown, which the judge of storage fills in
    std::uint64_t gateChangesTotal = 0;  ///< changes of state, also those between two ticks
    std::uint64_t pausesTotal = 0;  ///< times the limit was reached, also between two ticks
    std::uint64_t completedWritesTotal = 0;
    std::uint64_t failedWritesTotal = 0;  ///< admitted and not completed, expired leases included
    std::uint64_t refusedLatenciesTotal = 0;  ///< negative ones
    bool somethingHappened = false;  ///< a write, read, refusal or change since the drain before
};

/// One write, by its holder. Destroyed without complete() it counts as a failed write; the place is
/// given back in any case. May be moved to, and ended by, another thread.
class Recorder::WriteScope {
public:
    WriteScope(WriteScope&& other) noexcept
        : recorder_(std::exchange(other.recorder_, nullptr))
        , beganAtTicks_(other.beganAtTicks_)
        , admission_(other.admission_)
    {
    }
    WriteScope& operator=(WriteScope&& other) noexcept
    {
        WriteScope old(std::move(*this));
        recorder_ = std::exchange(other.recorder_, nullptr);
        beganAtTicks_ = other.beganAtTicks_;
        admission_ = other.admission_;
        return *this;
    }
    ~WriteScope()
    {
        if (recorder_ != nullptr) {
            recorder_->fail();
        }
    }

    /// The gate's answer; stays after the scope has ended.
    [[nodiscard]] Admission admission() const noexcept { return admission_; }
    [[nodiscard]] bool admitted() const noexcept { return admission_ == Admission::Admitted; }

    /// The write is stored and has this size: counts it, its size and its latency, and gives the
    /// place back. Does nothing on a scope that was refused or has ended.
    void complete(Bytes stored) noexcept
    {
        if (recorder_ != nullptr) {
            std::exchange(recorder_, nullptr)->complete(beganAtTicks_, stored);
        }
    }

private:
    friend class Recorder;
    WriteScope(Recorder* recorder, std::uint64_t beganAtTicks, Admission admission) noexcept
        : recorder_(recorder)
        , beganAtTicks_(beganAtTicks)
        , admission_(admission)
    {
    }

    Recorder* recorder_;  ///< null when refused, ended or moved from
    std::uint64_t beganAtTicks_;
    Admission admission_;
};

/// One read in progress; its duration becomes a query latency when the scope ends. May be moved to,
/// and ended by, another thread.
class Recorder::ReadScope {
public:
    ReadScope(ReadScope&& other) noexcept
        : recorder_(std::exchange(other.recorder_, nullptr))
        , beganAtTicks_(other.beganAtTicks_)
    {
    }
    ReadScope& operator=(ReadScope&& other) noexcept
    {
        ReadScope old(std::move(*this));
        recorder_ = std::exchange(other.recorder_, nullptr);
        beganAtTicks_ = other.beganAtTicks_;
        return *this;
    }
    ~ReadScope()
    {
        if (recorder_ != nullptr) {
            ActivityShard& shard = recorder_->shards_.local();
            const TickClock& ticks = recorder_->ticks_;
            shard.countQuery(ticks.between(beganAtTicks_, ticks.now()));
            shard.count(shard.readsEnded);
        }
    }

    /// Ends the read without recording a latency: it failed, or is not worth counting.
    void abandon() noexcept
    {
        if (recorder_ != nullptr) {
            ActivityShard& shard = std::exchange(recorder_, nullptr)->shards_.local();
            shard.count(shard.readsEnded);
        }
    }

private:
    friend class Recorder;
    ReadScope(Recorder* recorder, std::uint64_t beganAtTicks) noexcept
        : recorder_(recorder)
        , beganAtTicks_(beganAtTicks)
    {
    }

    Recorder* recorder_;  ///< null when ended or moved from
    std::uint64_t beganAtTicks_;
};

// Inlined, because a call costs as much as what these do.

inline Recorder::WriteScope Recorder::beginWrite(Bytes announced) noexcept
{
    const Admission admission = enter(announced);
    if (admission != Admission::Admitted) [[unlikely]] {
        return { nullptr, 0, admission };
    }
    return { this, ticks_.now(), admission };
}

inline Recorder::ReadScope Recorder::beginRead() noexcept
{
    ActivityShard& shard = shards_.local();
    shard.count(shard.readsBegun);
    return { this, ticks_.now() };
}

inline void Recorder::recordLatency(std::chrono::nanoseconds latency) noexcept
{
    shards_.local().countQuery(latency);
}

inline Admission Recorder::enter(Bytes announced) noexcept
{
    ActivityShard& shard = shards_.local();
    // As unsigned, a negative size is larger than any.
    if (static_cast<std::uint64_t>(announced.count) > maxArtifactSize_) [[unlikely]] {
        return countRefusal(shard, Admission::TooLarge);
    }
    const Admission admission = gate_.enter();
    if (admission != Admission::Admitted) [[unlikely]] {
        return countRefusal(shard, admission);
    }
    shard.count(shard.admitted);
    return admission;
}

inline void Recorder::complete(std::uint64_t beganAtTicks, Bytes stored) noexcept
{
    // Counted before the place is free: nothing in flight means that everything is counted.
    shards_.local().countCompleted(stored, ticks_.between(beganAtTicks, ticks_.now()));
    gate_.leave();
}

}  // namespace headroom
