// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/api/product_registry.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/slow_query_log.h"
#include "monitor_core/snapshot.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>

namespace headroom {
class Monitor;
class Recorder;
}  // namespace headroom

namespace headroom::api {

/// Where callers' queries come in: the recorder counts them, slow ones are kept and logged, their
/// products are remembered. And the way out: whoever asks after telling sees what was told,
/// although the monitor looks only every 50 ms. One for all handlers; any thread.
class QueryIntake {
public:
    static constexpr std::chrono::hours kLongestLatency { 1 };

    /// All outlive the intake.
    QueryIntake(Monitor& monitor, Recorder& recorder, SlowQueryLog& slowQueries,
        ProductRegistry& products, const Clock& clock);

    /// `query.latency` is 0 to kLongestLatency; its texts are UTF-8 and at most 200 bytes. Slow is
    /// what reaches the RED bound in force, or the certified limit, which must stay unreached.
    void record(SlowQuery query);

    /// Something else was told to the recorder just now, which the next answer has to show.
    void noteTold();

    /// Calls `use` with a snapshot that has all that was told before: at once with the latest one
    /// when it does (null before the first), else with the next one, on the monitor's thread, which
    /// is asked to hurry. `use` must be quick; it is dropped when the monitor stops.
    void withTold(std::function<void(SnapshotPtr)> use);

private:
    [[nodiscard]] bool isSlow(std::chrono::nanoseconds latency) const;
    void log(const SlowQuery& query);

    Monitor& monitor_;
    Recorder& recorder_;
    SlowQueryLog& slowQueries_;
    ProductRegistry& products_;
    const Clock& clock_;
    std::atomic<std::uint64_t> told_ { 0 };
    std::atomic<std::uint64_t> shown_ { 0 };  ///< of told_, in a snapshot for sure
    std::atomic<std::int64_t> toldAt_ { 0 };  ///< the last time, by the steady clock
    std::atomic<std::int64_t> logSecond_ { 0 };
    std::atomic<int> loggedThisSecond_ { 0 };
    std::atomic<std::uint64_t> notLogged_ { 0 };
};

}  // namespace headroom::api
