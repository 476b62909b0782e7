// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/storage/storage.h"

#include "monitor_core/storage/archive.h"
#include "monitor_core/storage/delivery_thread.h"

#include <exception>
#include <future>
#include <iostream>
#include <utility>

namespace headroom {

namespace {

constexpr std::size_t kMostRows = 3600;
constexpr std::chrono::seconds kKeepUpEvery { 1 };

Error stopping() { return { ErrorCode::Unavailable, "Headroom is stopping", "storage" }; }

/// An answer that comes even when its job is dropped, which happens when the program ends.
class SureAnswer {
public:
    explicit SureAnswer(std::function<void(Result<void>)> done)
        : done_(std::move(done))
    {
    }
    ~SureAnswer()
    {
        if (done_) {
            done_(stopping());
        }
    }
    SureAnswer(const SureAnswer&) = delete;
    SureAnswer& operator=(const SureAnswer&) = delete;

    void give(const Result<void>& outcome) { std::exchange(done_, {})(outcome); }

private:
    std::function<void(Result<void>)> done_;
};

}  // namespace

Storage::Storage(
    StorageSettings settings, FileSystem& files, const Clock& clock, Notifier* notifier)
    : settings_(std::move(settings))
    , files_(files)
    , clock_(clock)
    , notifier_(notifier)
    , wasHalted_(HaltFile(files, settings_.directory).isThere())
    , verifying_(files, settings_.directory / "audit")
{
}

Storage::~Storage() { stop(); }

void Storage::start()
{
    if (!thread_.joinable()) {
        isStopping_ = false;
        thread_ = std::jthread([this] { run(); });
    }
}

void Storage::stop()
{
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
    }
    wake_.notify_all();
    verifying_.stop();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void Storage::run()
{
    try {
        Archive archive(settings_, files_, clock_);
        archive.open();
        publish(archive);
        work(archive);
        archive.finish();
    } catch (const std::exception& failure) {
        std::clog << "storage: stopped: " << failure.what() << '\n';
        const std::lock_guard lock(mutex_);
        problem_ = std::string("storage stopped: ") + failure.what();
        isStopping_ = true;
    }
    // Whoever still waits hears that nobody will answer: the promise is broken with its job.
    std::deque<Job> left;
    const std::lock_guard lock(mutex_);
    left.swap(jobs_);
}

void Storage::work(Archive& archive)
{
    std::unique_ptr<DeliveryThread> deliveries;
    if (notifier_ != nullptr) {
        deliveries = std::make_unique<DeliveryThread>(
            *notifier_, [this](const Delivery& sent, const Result<void>& outcome) {
                post([id = sent.messageId, outcome](Archive& a) { a.answered(id, outcome); });
            });
    }
    bool isLast = false;
    while (!isLast) {
        std::deque<Job> jobs;
        std::deque<PackedRow> rows;
        SnapshotPtr snapshot;
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, kKeepUpEvery,
                [this] { return isStopping_ || !jobs_.empty() || !rows_.empty() || snapshot_; });
            jobs.swap(jobs_);
            rows.swap(rows_);
            snapshot.swap(snapshot_);
            isLast = isStopping_;
        }
        for (const auto& job : jobs) {
            job(archive);
        }
        for (auto& row : rows) {
            archive.append(std::move(row));
        }
        if (snapshot) {
            archive.see(*snapshot);
        }
        if (deliveries) {
            for (auto& delivery : archive.takeDeliveries()) {
                deliveries->add(std::move(delivery));
            }
        }
        archive.keepUp();
        publish(archive);
    }
}

void Storage::publish(Archive& archive)
{
    const auto board = archive.board();
    std::function<void(AlertBoardPtr)> tell;
    {
        const std::lock_guard lock(mutex_);
        board_ = board;
        auditSummary_ = archive.auditSummary();
        problem_ = archive.problem();
        historyStoredThrough_ = archive.historyStoredThrough();
        if (rowsDropped_ > 0) {
            problem_ += (problem_.empty() ? "" : "; ") + std::to_string(rowsDropped_)
                + " seconds of history were dropped";
        }
        aliveAt_ = clock_.steadyNow();
        tell = onBoard_;
    }
    if (tell) {
        tell(board);
    }
}

bool Storage::post(Job job)
{
    {
        const std::lock_guard lock(mutex_);
        if (isStopping_) {
            return false;
        }
        jobs_.push_back(std::move(job));
    }
    wake_.notify_all();
    return true;
}

Result<void> Storage::askAndWait(std::function<Result<void>(Archive&)> what)
{
    auto promise = std::make_shared<std::promise<Result<void>>>();
    auto answer = promise->get_future();
    const bool isPosted = post(
        [promise, what = std::move(what)](Archive& archive) { promise->set_value(what(archive)); });
    promise.reset();
    if (!isPosted) {
        return stopping();
    }
    if (answer.wait_for(settings_.patience) != std::future_status::ready) {
        return Error { ErrorCode::Unavailable,
            "storage_slow: the disk did not answer in time; whether it was done is not known",
            "storage" };
    }
    try {
        return answer.get();
    } catch (const std::future_error&) {
        return stopping();
    }
}

void Storage::take(SnapshotPtr snapshot)
{
    {
        const std::lock_guard lock(mutex_);
        snapshot_ = std::move(snapshot);
    }
    wake_.notify_all();
}

void Storage::take(HistoryRow second)
{
    // An hour of histograms as they are would be half a gigabyte, should the disk hang.
    auto packed = pack(second);
    {
        const std::lock_guard lock(mutex_);
        rows_.push_back(std::move(packed));
        if (rows_.size() > kMostRows) {
            rows_.pop_front();
            ++rowsDropped_;
        }
    }
    wake_.notify_all();
}

Result<void> Storage::audit(const AuditNote& note)
{
    return askAndWait([note](Archive& archive) { return archive.audit(note); });
}

void Storage::auditLater(AuditNote note, std::function<void(Result<void>)> done)
{
    post([note = std::move(note), done = std::move(done)](
             Archive& archive) { done(archive.audit(note)); });
}

void Storage::recordHalt(bool isHalted, AuditNote note, std::function<void(Result<void>)> done)
{
    post([isHalted, note = std::move(note), done = std::move(done)](
             Archive& archive) { done(archive.recordHalt(isHalted, note)); });
}

void Storage::storeThresholds(
    std::uint64_t version, std::string json, AuditNote note, std::function<void(Result<void>)> done)
{
    auto answer = std::make_shared<SureAnswer>(std::move(done));
    post([version, json = std::move(json), note = std::move(note), answer](
             Archive& archive) { answer->give(archive.storeThresholds(version, json, note)); });
}

Result<void> Storage::changeRules(AlertRules rules)
{
    return askAndWait(
        [rules = std::move(rules)](Archive& archive) { return archive.changeRules(rules); });
}

Result<void> Storage::submit(const Command& command)
{
    return askAndWait([this, command](Archive& archive) {
        auto outcome = archive.submit(command);
        publish(archive);  // who asked sees what came of it
        return outcome;
    });
}

AlertBoardPtr Storage::alerts() const
{
    const std::lock_guard lock(mutex_);
    return board_;
}

AuditSummary Storage::auditSummary() const
{
    const std::lock_guard lock(mutex_);
    return auditSummary_;
}

SteadyTime Storage::aliveAt() const
{
    const std::lock_guard lock(mutex_);
    return aliveAt_;
}

std::string Storage::problem() const
{
    const std::lock_guard lock(mutex_);
    return problem_;
}

std::optional<SystemTime> Storage::historyStoredThrough() const
{
    const std::lock_guard lock(mutex_);
    return historyStoredThrough_;
}

void Storage::onAlerts(std::function<void(AlertBoardPtr)> onBoard)
{
    const std::lock_guard lock(mutex_);
    onBoard_ = std::move(onBoard);
}

}  // namespace headroom
