// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_core/recorder.h"
#include "tests/support/manual_clock.h"

#include <benchmark/benchmark.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>

#include <array>
#include <atomic>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <mutex>
#include <random>
#include <thread>

// What the recorder costs its depository, beside what people would pick instead, in one run:
//   bench_recorder --benchmark_repetitions=9 --benchmark_report_aggregates_only=true
// Read the medians of the counter ns_each: the wall time that one operation takes a thread, while
// the other, if there are two, does the same. (The column "Time" divides it by the threads.)

namespace {

using namespace headroom;
using Clock = std::chrono::steady_clock;

/// Query-like latencies, so that branch and cache see what they would see in life.
const std::array<std::chrono::nanoseconds, 4096>& latencies()
{
    static const auto made = [] {
        std::array<std::chrono::nanoseconds, 4096> all {};
        std::mt19937_64 random { 42 };
        std::lognormal_distribution<double> milliseconds { std::log(20.0), 0.7 };
        for (auto& latency : all) {
            latency = std::chrono::nanoseconds(std::llround(milliseconds(random) * 1e6));
        }
        return all;
    }();
    return made;
}

/// Seconds, as Prometheus counts: its own default bounds.
prometheus::Histogram::BucketBoundaries defaultBounds()
{
    return { 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10 };
}

double seconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// The whole gate and its counts under one mutex, as a first version of any such thing is written.
class MutexRecorder {
public:
    bool begin()
    {
        const std::lock_guard lock(mutex_);
        if (paused_ || inFlight_ >= 100) {
            ++refused_;
            return false;
        }
        paused_ = ++inFlight_ >= 100;
        return true;
    }
    void end(std::chrono::nanoseconds took)
    {
        const std::lock_guard lock(mutex_);
        --inFlight_;
        paused_ = paused_ && inFlight_ >= 75;
        ++completed_;
        ++buckets_[static_cast<std::size_t>(
            std::bit_width(static_cast<std::uint64_t>(took.count())))];
    }

private:
    std::mutex mutex_;
    int inFlight_ = 0;
    bool paused_ = false;
    std::uint64_t refused_ = 0;
    std::uint64_t completed_ = 0;
    std::array<std::uint64_t, 65> buckets_ {};
};

/// Runs `operation` in the benchmark's loop; ns_each is this thread's own wall time for one.
template <typename Operation>
void measure(benchmark::State& state, Operation operation)
{
    constexpr int kBatch = 1000;
    Clock::time_point begin {};
    Clock::time_point end {};
    std::int64_t count = 0;
    while (state.KeepRunningBatch(kBatch)) {
        if (count == 0) {
            begin = Clock::now();
        }
        for (int i = 0; i < kBatch; ++i) {
            operation();
        }
        end = Clock::now();
        count += kBatch;
    }
    const double took = std::chrono::duration<double, std::nano>(end - begin).count();
    state.counters["ns_each"]
        = benchmark::Counter(took / static_cast<double>(count), benchmark::Counter::kAvgThreads);
}

SystemClock systemClock;

Recorder& sharedRecorder()
{
    static Recorder recorder { GateSettings {}, WindowSettings {}, systemClock };
    return recorder;
}
prometheus::Gauge& sharedGauge()
{
    static prometheus::Gauge gauge;
    return gauge;
}
prometheus::Histogram& sharedHistogram()
{
    static prometheus::Histogram histogram { defaultBounds() };
    return histogram;
}

void emptyLoop(benchmark::State& state)
{
    std::size_t i = 0;
    measure(state, [&] { benchmark::DoNotOptimize(latencies()[i++ % 4096]); });
}

void recordLatency(benchmark::State& state)
{
    Recorder& recorder = sharedRecorder();
    std::size_t i = 0;
    measure(state, [&] { recorder.recordLatency(latencies()[i++ % 4096]); });
}

void recordLatencyPrometheus(benchmark::State& state)
{
    prometheus::Histogram& histogram = sharedHistogram();
    std::size_t i = 0;
    measure(state, [&] { histogram.Observe(seconds(latencies()[i++ % 4096])); });
}

void wholeWrite(benchmark::State& state)
{
    Recorder& recorder = sharedRecorder();
    measure(state, [&] {
        auto write = recorder.beginWrite(kilobytes(16));
        benchmark::DoNotOptimize(write.admitted());
        write.complete(kilobytes(16));
    });
}

void wholeWriteWithToken(benchmark::State& state)
{
    Recorder& recorder = sharedRecorder();
    measure(state, [&] {
        const WriteTicket ticket
            = recorder.beginWriteWithToken(kilobytes(16), std::chrono::seconds(60));
        benchmark::DoNotOptimize(recorder.endWrite(ticket.token, kilobytes(16)).has_value());
    });
}

/// Counts, and gates nothing: a gauge up and down, two clock reads, one observation.
void wholeWritePrometheus(benchmark::State& state)
{
    prometheus::Gauge& inFlight = sharedGauge();
    prometheus::Histogram& histogram = sharedHistogram();
    measure(state, [&] {
        inFlight.Increment();
        const auto begin = Clock::now();
        const auto end = Clock::now();
        histogram.Observe(seconds(end - begin));
        inFlight.Decrement();
    });
}

void wholeWriteMutex(benchmark::State& state)
{
    static MutexRecorder recorder;
    measure(state, [&] {
        benchmark::DoNotOptimize(recorder.begin());
        const auto begin = Clock::now();
        recorder.end(Clock::now() - begin);
    });
}

void wholeRead(benchmark::State& state)
{
    Recorder& recorder = sharedRecorder();
    measure(state, [&] {
        const auto read = recorder.beginRead();
        benchmark::DoNotOptimize(&read);
    });
}

/// One drain, with two threads having recorded `range` queries and writes each in the 50 ms before,
/// and a window that is full and moves on.
void tick(benchmark::State& state)
{
    ManualClock clock;
    Recorder recorder { GateSettings {}, WindowSettings {}, clock };
    const auto work = [&recorder, n = state.range(0)](std::size_t from) {
        for (std::size_t i = from; i < from + static_cast<std::size_t>(n); ++i) {
            auto write = recorder.beginWrite(kilobytes(16));
            recorder.recordLatency(latencies()[i % 4096]);
            write.complete(kilobytes(16));
        }
    };
    std::atomic<int> round = 0;
    std::atomic<int> done = 0;
    std::jthread other([&](const std::stop_token& stop) {
        for (int seen = 0;; ++seen) {
            round.wait(seen);
            if (stop.stop_requested()) {
                return;
            }
            work(static_cast<std::size_t>(seen) * 7919);
            done.store(seen + 1);
            done.notify_one();
        }
    });
    std::size_t from = 0;
    const auto oneTick = [&] {
        const int before = round.fetch_add(1);
        round.notify_one();
        work(from += 104729);
        done.wait(before);
        clock.advance(std::chrono::milliseconds(50));
        const auto begin = Clock::now();
        benchmark::DoNotOptimize(recorder.drain().queries.sampleCount);
        return Clock::now() - begin;
    };
    for (int i = 0; i < 1300; ++i) {  // 65 s
        oneTick();
    }
    for (auto _ : state) {
        state.SetIterationTime(std::chrono::duration<double>(oneTick()).count());
    }
    other.request_stop();
    round.fetch_add(1);
    round.notify_one();
}

BENCHMARK(emptyLoop)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(recordLatency)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(recordLatencyPrometheus)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(wholeWrite)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(wholeWritePrometheus)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(wholeWriteMutex)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(wholeWriteWithToken)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(wholeRead)->Threads(1)->Threads(2)->UseRealTime();
BENCHMARK(tick)->Arg(10)->Arg(1000)->UseManualTime()->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
