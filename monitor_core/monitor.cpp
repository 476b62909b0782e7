// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/monitor.h"

#include "monitor_core/history/second_collector.h"
#include "monitor_core/policy/threshold_policy.h"
#include "monitor_core/recorder.h"
#include "monitor_core/records.h"
#include "monitor_core/sources/source.h"
#include "monitor_core/tick/halt_latch.h"
#include "monitor_core/tick/pause_log.h"
#include "monitor_core/tick/publish_rule.h"
#include "monitor_core/tick/source_runner.h"
#include "monitor_core/tick/storage_judge.h"
#include "monitor_core/tick/subscribers.h"
#include "monitor_core/tick/threshold_desk.h"
#include "monitor_core/tick/tick_judge.h"
#include "monitor_core/tick/wakeup.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <chrono>
#include <condition_variable>
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
constexpr std::chrono::seconds kTakesEffectWithin = 1s;

/// For the audit trail.
std::string textOf(const WorkloadSettings& w)
{
    return "writers=" + std::to_string(w.writers)
        + " writes_per_second=" + std::to_string(w.writeRate.value)
        + " max_artifact_bytes=" + std::to_string(w.maxArtifactSize.count)
        + " storage_limit_bytes=" + std::to_string(w.storageLimit.count)
        + " queries_per_second=" + std::to_string(w.queryRate.value)
        + " delete_oldest=" + (w.deleteOldest ? "true" : "false")
        + " keep_below_ratio=" + std::to_string(w.keepBelow.value);
}

std::string whyOf(const Reading* storage, bool isUnknown)
{
    if (storage == nullptr || isUnknown) {
        return "storage_unknown";
    }
    return "used_bytes=" + std::to_string(static_cast<std::int64_t>(storage->value))
        + (storage->limit
                ? " limit_bytes=" + std::to_string(static_cast<std::int64_t>(*storage->limit))
                : std::string());
}

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
    Loop(PolicyInForce policy, Recorder& recorder, std::vector<std::unique_ptr<Source>> sources,
        const Clock& clock, Records* records)
        : storageLimit_(policy.policy.limits[indexOf(Metric::TotalStorage)])
        , storageJudge_(policy.policy.gate, records != nullptr && records->wasHalted())
        , tickJudge_(policy.policy)
        , haltLatch_(records)
        , pauseLog_(records)
        , thresholdDesk_(std::move(policy), records)
        , recorder_(recorder)
        , clock_(clock)
        , records_(records)
    {
        if (records_ != nullptr) {
            // Before anybody asks for a place: what was full may be full still.
            recorder_.setHalted(records_->wasHalted());
            records_->onAlerts([this](const AlertBoardPtr& board) { boardSubscribers_.tell(board); });
        }
        for (auto& source : sources) {
            runners_.push_back(
                std::make_unique<SourceRunner>(std::shared_ptr<Source>(std::move(source))));
        }
    }
    ~Loop()
    {
        stop();
        if (records_ != nullptr) {
            records_->onAlerts({});
        }
    }
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
        isRunning_ = true;
        thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    void stop()
    {
        if (thread_.joinable()) {
            thread_.request_stop();
            wakeup_.wake();
            thread_.join();
            isRunning_ = false;
            recorder_.onGateChange({});
            pauseLog_.finish();
            if (auto second = records_ != nullptr ? seconds_.finish() : std::nullopt) {
                records_->take(std::move(*second));
            }
        }
        takeAwaiting();
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

    void refresh(std::function<void(SnapshotPtr)> use)
    {
        {
            const std::lock_guard lock(latestMutex_);
            awaitingTick_.push_back(std::move(use));
        }
        wakeup_.wake();
    }

    AlertBoardPtr alerts() const { return records_ != nullptr ? records_->alerts() : nullptr; }

    std::function<void()> subscribeAlerts(std::function<void(AlertBoardPtr)> onBoard)
    {
        return boardSubscribers_.add(std::move(onBoard));
    }

    RecordsQuery* query() const { return records_; }

    Result<void> submit(const Command& command)
    {
        if (command.actor.empty()) {
            return Error { ErrorCode::InvalidArgument,
                "a command needs the name of who asks for it", "monitor" };
        }
        auto done = std::visit(
            [this, &command](const auto& what) { return obey(what, command); }, command.what);
        wakeup_.wake();
        return done;
    }

private:
    Result<void> obey(const ConfigureWorkload& what, const Command& command)
    {
        auto workload = findWorkload();
        if (!workload) {
            return workload.error();
        }
        const auto before = (*workload)->workload();
        const auto audited = audit({ command.actor, "workload.configure", (*workload)->name(),
            before ? textOf(*before) : std::string(), textOf(what.settings) });
        return audited ? (*workload)->configure(what.settings) : audited;
    }

    Result<void> obey(const FreeWorkloadSpace& what, const Command& command)
    {
        auto workload = findWorkload();
        if (!workload) {
            return workload.error();
        }
        const auto audited = audit({ command.actor, "workload.free_space", (*workload)->name(), {},
            "keep_ratio=" + std::to_string(what.keep.value) });
        return audited ? (*workload)->freeSpace(what.keep) : audited;
    }

    Result<void> obey(const ChangeThresholds& what, const Command& command)
    {
        const auto version = thresholdDesk_.change(what, command.actor, clock_.systemNow());
        if (!version) {
            return version.error();
        }
        wakeup_.wake();
        // So that who asked can go on from the snapshot that there is now.
        std::unique_lock lock(latestMutex_);
        published_.wait_for(lock, kTakesEffectWithin,
            [&] { return !isRunning_ || (latest_ && latest_->thresholdsVersion >= *version); });
        return {};
    }

    Result<void> obey(const RecordDrill& what, const Command& command)
    {
        constexpr std::size_t kLongest = 200;
        if (what.scenario.size() > kLongest || what.note.size() > kLongest) {
            return Error { ErrorCode::InvalidArgument,
                "the name and the note of a drill have at most 200 bytes", "monitor" };
        }
        return audit({ command.actor, what.begins ? "drill.began" : "drill.ended", what.scenario,
            {}, what.note });
    }

    /// What is done about alerts and reviews is audited where it is stored.
    template <typename Lasting>
    Result<void> obey(const Lasting&, const Command& command)
    {
        if (records_ == nullptr) {
            return Error { ErrorCode::Unsupported, "nothing is kept here", "monitor" };
        }
        return records_->submit(command);
    }

    Result<void> audit(const AuditNote& note)
    {
        if (records_ == nullptr) {
            return {};
        }
        auto written = records_->audit(note);
        if (!written) {
            return Error { ErrorCode::Refused,
                "not done, because it cannot be audited: " + written.error().text(), {} };
        }
        return written;
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

    std::vector<std::function<void(SnapshotPtr)>> takeAwaiting()
    {
        const std::lock_guard lock(latestMutex_);
        return std::exchange(awaitingTick_, {});
    }

    void tick()
    {
        const auto awaiting = takeAwaiting();
        SourceStates sources;
        sources.reserve(runners_.size());
        for (const auto& runner : runners_) {
            sources.push_back(runner->state());
        }
        takeThresholds();
        const SteadyTime now = clock_.steadyNow();
        const Reading* storage = readingOf(sources, Metric::TotalStorage);
        const auto verdict = storageJudge_.judge(storage, storageLimit_, now);
        // Before the drain, so that the snapshot shows the gate as this tick's storage has made it.
        recorder_.setHalted(
            haltLatch_.decide(verdict.halt, whyOf(storage, verdict.isUnknown), now));
        addAuditTrail(sources, now);
        const auto recorded = recorder_.drain();
        pauseLog_.see(recorded.gate, recorded.pausesTotal, now);
        Snapshot snapshot
            = tickJudge_.judge(sources, recorded, verdict.isUnknown, now, clock_.systemNow());
        snapshot.gate.auditProblem = haltLatch_.problem();
        snapshot.thresholdsVersion = thresholdsVersion_;
        snapshot.thresholdsProblem = thresholdsProblem_;
        snapshot.gate.failClosed = storageJudge_.failsClosed();
        if (records_ != nullptr) {
            snapshot.audit = records_->auditSummary();
            snapshot.recordsProblem = records_->problem();
        }
        const SnapshotPtr last = latest();
        if (awaiting.empty() && !isWorthPublishing(last.get(), snapshot)) {
            return;
        }
        snapshot.sequence = last ? last->sequence + 1 : 1;
        const auto published = std::make_shared<const Snapshot>(std::move(snapshot));
        {
            const std::lock_guard lock(latestMutex_);
            latest_ = published;
        }
        published_.notify_all();
        if (records_ != nullptr) {
            recorder_.takeQueries(queries_);
            if (auto second = seconds_.add(*published, queries_)) {
                records_->take(std::move(*second));
            }
            records_->take(published);
        }
        subscribers_.tell(published);
        for (const auto& use : awaiting) {
            use(published);
        }
    }

    void takeThresholds()
    {
        const auto fresh = thresholdDesk_.takeFresh();
        if (!fresh) {
            return;
        }
        tickJudge_.judgeBy(fresh->policy.thresholds);
        storageJudge_.judgeBy(fresh->policy.gate);
        recorder_.setResume(fresh->policy.gate.resumeBelow, fresh->policy.gate.resumeStorageBelow);
        thresholdsVersion_ = fresh->version;
        thresholdsProblem_ = fresh->problem;
        if (records_ != nullptr && !thresholdsProblem_.empty()) {
            records_->auditLater(
                { "headroom", "thresholds.damaged", thresholdsProblem_, {}, {} }, [](auto) {});
        }
    }

    /// The trail is one more source: its thread's last sign of life is the reading's time, so that
    /// a disk that hangs shows as stale.
    void addAuditTrail(SourceStates& sources, SteadyTime now) const
    {
        if (records_ == nullptr) {
            return;
        }
        const auto audit = records_->auditSummary();
        if (!audit.isKnown) {
            return;
        }
        Reading reading;
        reading.value = audit.isBroken ? 1 : 0;
        reading.measuredAt = std::min(records_->aliveAt(), now);
        reading.measuredAtUtc = clock_.systemNow() - (now - reading.measuredAt);
        reading.limits = { 5s, 15s };
        auto readings = std::make_shared<Readings>();
        readings->set(Metric::AuditRetention, reading);
        SourceState trail;
        trail.readings = std::move(readings);
        sources.push_back(std::move(trail));
    }

    double storageLimit_;
    StorageJudge storageJudge_;
    TickJudge tickJudge_;
    HaltLatch haltLatch_;
    PauseLog pauseLog_;
    ThresholdDesk thresholdDesk_;
    std::uint64_t thresholdsVersion_ = 0;
    std::string thresholdsProblem_;
    SecondCollector seconds_;
    LatencyHistogram queries_;  ///< of one tick; kept for its memory
    Recorder& recorder_;
    const Clock& clock_;
    Records* records_;
    std::vector<std::unique_ptr<SourceRunner>> runners_;
    Subscribers<SnapshotPtr> subscribers_;
    Subscribers<AlertBoardPtr> boardSubscribers_;
    Wakeup wakeup_;
    mutable std::mutex latestMutex_;
    std::condition_variable published_;
    SnapshotPtr latest_;
    std::vector<std::function<void(SnapshotPtr)>> awaitingTick_;  ///< under latestMutex_
    std::atomic<bool> isRunning_ = false;
    std::jthread thread_;
};

Monitor::Monitor(PolicyInForce policy, Recorder& recorder,
    std::vector<std::unique_ptr<Source>> sources, const Clock& clock, Records* records)
    : loop_(std::make_unique<Loop>(std::move(policy), recorder, std::move(sources), clock, records))
{
}

Monitor::~Monitor() = default;

void Monitor::start() { loop_->start(); }

void Monitor::stop() { loop_->stop(); }

void Monitor::tickOnce() { loop_->tickOnce(); }

void Monitor::refresh(std::function<void(SnapshotPtr)> use) { loop_->refresh(std::move(use)); }

SnapshotPtr Monitor::latest() const { return loop_->latest(); }

Subscription Monitor::subscribe(std::function<void(SnapshotPtr)> onSnapshot)
{
    return Subscription(loop_->subscribe(std::move(onSnapshot)));
}

AlertBoardPtr Monitor::alerts() const { return loop_->alerts(); }

Subscription Monitor::subscribeAlerts(std::function<void(AlertBoardPtr)> onBoard)
{
    return Subscription(loop_->subscribeAlerts(std::move(onBoard)));
}

Result<void> Monitor::submit(const Command& command) { return loop_->submit(command); }

RecordsQuery* Monitor::query() const { return loop_->query(); }

}  // namespace headroom
