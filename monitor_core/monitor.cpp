// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/monitor.h"

#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/sources/source.h"
#include "monitor_core/tick/publish_rule.h"
#include "monitor_core/tick/source_runner.h"
#include "monitor_core/tick/storage_judge.h"
#include "monitor_core/tick/subscribers.h"
#include "monitor_core/tick/tick_judge.h"
#include "monitor_core/tick/wakeup.h"

#include <cassert>
#include <chrono>
#include <exception>
#include <iostream>
#include <mutex>
#include <thread>
#include <utility>

namespace headroom {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kTickEvery = 50ms;
/// However often the gate changes: a gate that flaps must not turn the tick into a busy loop.
constexpr std::chrono::milliseconds kTickAtMostEvery = 10ms;

}  // namespace

Subscription::Subscription(std::function<void()> cancel)
    : cancel_(std::move(cancel))
{
}

Subscription::Subscription(Subscription&& other) noexcept
    : cancel_(std::exchange(other.cancel_, nullptr))
{
}

Subscription& Subscription::operator=(Subscription&& other) noexcept
{
    if (this != &other) {
        if (cancel_) {
            cancel_();
        }
        cancel_ = std::exchange(other.cancel_, nullptr);
    }
    return *this;
}

Subscription::~Subscription()
{
    if (cancel_) {
        cancel_();
    }
}

/// The monitor's insides: what the tick owns, and the thread that runs it.
class Monitor::Loop {
public:
    Loop(ThresholdPolicy policy, Recorder& recorder, std::vector<std::unique_ptr<Source>> sources,
        const Clock& clock)
        : storageLimit_(policy.limits[indexOf(Metric::TotalStorage)])
        , storageJudge_(policy.gate)
        , tickJudge_(std::move(policy))
        , recorder_(recorder)
        , clock_(clock)
    {
        for (auto& source : sources) {
            runners_.push_back(
                std::make_unique<SourceRunner>(std::shared_ptr<Source>(std::move(source))));
        }
    }
    ~Loop() { stop(); }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void start()
    {
        if (thread_.joinable()) {
            return;
        }
        tick();
        recorder_.onGateChange([this] { wakeup_.wake(); });
        for (const auto& runner : runners_) {
            runner->start();
        }
        thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    void stop()
    {
        if (thread_.joinable()) {
            thread_.request_stop();
            wakeup_.wake();
            thread_.join();
            recorder_.onGateChange({});
        }
        for (const auto& runner : runners_) {
            runner->askToStop();
        }
        for (const auto& runner : runners_) {
            runner->stop();
        }
    }

    void tickOnce()
    {
        assert(!thread_.joinable());
        for (const auto& runner : runners_) {
            runner->collectOnce();
        }
        tick();
    }

    SnapshotPtr latest() const
    {
        const std::lock_guard lock(latestMutex_);
        return latest_;
    }

    std::function<void()> subscribe(std::function<void(SnapshotPtr)> onSnapshot)
    {
        return subscribers_.add(std::move(onSnapshot));
    }

    Result<void> submit(const Command& command)
    {
        if (command.actor.empty()) {
            return Error { ErrorCode::InvalidArgument,
                "a command needs the name of who asks for it", "monitor" };
        }
        const auto done = std::visit([this](const auto& what) { return obey(what); }, command.what);
        wakeup_.wake();
        return done;
    }

private:
    Result<void> obey(const ConfigureWorkload& command)
    {
        auto workload = findWorkload();
        return workload ? (*workload)->configure(command.settings) : workload.error();
    }

    Result<void> obey(const FreeWorkloadSpace& command)
    {
        auto workload = findWorkload();
        return workload ? (*workload)->freeSpace(command.keep) : workload.error();
    }

    Result<Source*> findWorkload() const
    {
        std::string names;
        for (const auto& runner : runners_) {
            if (runner->source().workload()) {
                return &runner->source();
            }
            names += (names.empty() ? "" : ", ") + runner->source().name();
        }
        return Error { ErrorCode::Unsupported,
            "only the local workload takes this command, and the source is "
                + (names.empty() ? "none" : names) + "; start with --source workload",
            "monitor" };
    }

    void run(const std::stop_token& stop)
    {
        auto last = std::chrono::steady_clock::now();
        while (!stop.stop_requested()) {
            const auto passed = std::chrono::steady_clock::now() - last;
            wakeup_.waitFor(std::chrono::ceil<std::chrono::milliseconds>(kTickEvery - passed));
            std::this_thread::sleep_until(last + kTickAtMostEvery);
            last = std::chrono::steady_clock::now();
            if (!stop.stop_requested()) {
                tickSafely();
            }
        }
    }

    void tickSafely()
    {
        try {
            tick();
        } catch (const std::exception& failure) {
            std::clog << "monitor: a tick failed: " << failure.what() << '\n';
        }
    }

    void tick()
    {
        SourceStates sources;
        sources.reserve(runners_.size());
        for (const auto& runner : runners_) {
            sources.push_back(runner->state());
        }
        const SteadyTime now = clock_.steadyNow();
        const auto verdict
            = storageJudge_.judge(readingOf(sources, Metric::TotalStorage), storageLimit_, now);
        // Before the drain, so that the snapshot shows the gate as this tick's storage has made it.
        recorder_.setHalted(verdict.halt);
        Snapshot snapshot = tickJudge_.judge(
            sources, recorder_.drain(), verdict.isUnknown, now, clock_.systemNow());
        const SnapshotPtr last = latest();
        if (!isWorthPublishing(last.get(), snapshot)) {
            return;
        }
        snapshot.sequence = last ? last->sequence + 1 : 1;
        const auto published = std::make_shared<const Snapshot>(std::move(snapshot));
        {
            const std::lock_guard lock(latestMutex_);
            latest_ = published;
        }
        subscribers_.tell(published);
    }

    double storageLimit_;
    StorageJudge storageJudge_;
    TickJudge tickJudge_;
    Recorder& recorder_;
    const Clock& clock_;
    std::vector<std::unique_ptr<SourceRunner>> runners_;
    Subscribers subscribers_;
    Wakeup wakeup_;
    mutable std::mutex latestMutex_;
    SnapshotPtr latest_;
    std::jthread thread_;
};

Monitor::Monitor(ThresholdPolicy policy, Recorder& recorder,
    std::vector<std::unique_ptr<Source>> sources, const Clock& clock)
    : loop_(std::make_unique<Loop>(std::move(policy), recorder, std::move(sources), clock))
{
}

Monitor::~Monitor() = default;

void Monitor::start() { loop_->start(); }

void Monitor::stop() { loop_->stop(); }

void Monitor::tickOnce() { loop_->tickOnce(); }

SnapshotPtr Monitor::latest() const { return loop_->latest(); }

Subscription Monitor::subscribe(std::function<void(SnapshotPtr)> onSnapshot)
{
    return Subscription(loop_->subscribe(std::move(onSnapshot)));
}

Result<void> Monitor::submit(const Command& command) { return loop_->submit(command); }

}  // namespace headroom
