// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "monitor_core/alert_board.h"
#include "monitor_core/base/clock.h"
#include "monitor_core/base/result.h"
#include "monitor_core/commands.h"
#include "monitor_core/snapshot.h"

#include <functional>
#include <memory>
#include <vector>

namespace headroom {

class Records;
class RecordsQuery;
class Recorder;
class Source;
struct PolicyInForce;

/// Keeps a subscriber subscribed. Its destructor waits for a call in progress, so do not destroy it
/// inside the callback.
class Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> cancel);
    Subscription(Subscription&& other) noexcept;
    Subscription& operator=(Subscription&& other) noexcept;
    ~Subscription();

private:
    std::function<void()> cancel_;
};

/// The core: wakes every 50 ms and at once when the gate changes state, reads the recorder and the
/// sources, judges, and publishes a Snapshot when something changed or a second has passed. Owned
/// by the composition.
class Monitor {
public:
    /// `recorder`, `clock` and `records` outlive the monitor. The first source is the one that
    /// people see by name. Without records nothing lasts, commands are not audited, and there are
    /// no alerts: for tests and simulations.
    Monitor(PolicyInForce policy, Recorder& recorder, std::vector<std::unique_ptr<Source>> sources,
        const Clock& clock, Records* records = nullptr);
    ~Monitor();

    /// Starts the monitor thread and one thread a source; stop() joins them. Main thread.
    void start();
    void stop();

    /// One pass of the loop without the thread, for tests: collects from every source, judges,
    /// publishes if due.
    void tickOnce();

    /// The newest snapshot, never null after the first tick. Any thread.
    [[nodiscard]] SnapshotPtr latest() const;

    /// Calls `use` on the monitor thread with a snapshot of a tick that began after this call, so
    /// it has all that the recorder was told before. The tick comes at once (at most one in 10 ms)
    /// and publishes in any case. Dropped uncalled when the monitor stops. Any thread.
    void refresh(std::function<void(SnapshotPtr)> use);

    /// Calls `onSnapshot` on the monitor thread for every published snapshot. Any thread.
    [[nodiscard]] Subscription subscribe(std::function<void(SnapshotPtr)> onSnapshot);

    /// What is being done about it; null before what was stored has been read, or without records.
    /// Any thread.
    [[nodiscard]] AlertBoardPtr alerts() const;

    /// Calls `onBoard` on the storage thread whenever alerts may have changed, and once a second.
    [[nodiscard]] Subscription subscribeAlerts(std::function<void(AlertBoardPtr)> onBoard);

    /// Does what a person asks, or says why not. Any thread; returns when the command has taken
    /// effect or was refused.
    Result<void> submit(const Command& command);

    /// What was; null without records. Any thread, and asking never waits.
    [[nodiscard]] RecordsQuery* query() const;

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

}  // namespace headroom
