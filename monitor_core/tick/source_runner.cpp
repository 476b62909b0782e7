// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/tick/source_runner.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <utility>

namespace headroom {

namespace {

constexpr std::chrono::seconds kPatience { 2 };
constexpr std::chrono::milliseconds kStartAgainAfter { 5000 };

}  // namespace

struct SourceRunner::Shared {
    explicit Shared(std::shared_ptr<Source> theSource)
        : source(std::move(theSource))
    {
    }

    const std::shared_ptr<Source> source;
    mutable std::mutex mutex;
    std::condition_variable changed;
    bool isStopping = false;
    bool isDone = false;
    bool isStarted = false;  ///< of the thread that collects
    std::shared_ptr<const Readings> readings;
    std::string problem;

    bool startSource()
    {
        if (!isStarted) {
            try {
                const auto started = source->start();
                isStarted = started.has_value();
                note(isStarted ? std::string {} : started.error().text());
            } catch (const std::exception& failure) {
                note(failure.what());
            }
        }
        return isStarted;
    }

    void collect()
    {
        try {
            auto collected = source->collect();
            if (!collected) {
                note(collected.error().text());
                return;
            }
            auto fresh = std::make_shared<const Readings>(*std::move(collected));
            const std::lock_guard lock(mutex);
            problem = fresh->problem;
            readings = std::move(fresh);
        } catch (const std::exception& failure) {
            note(failure.what());
        }
    }

    void note(std::string what)
    {
        const std::lock_guard lock(mutex);
        problem = std::move(what);
    }

    /// True once it is time to stop.
    bool waitUntil(std::chrono::steady_clock::time_point time)
    {
        std::unique_lock lock(mutex);
        return changed.wait_until(lock, time, [this] { return isStopping; });
    }

    void run()
    {
        auto next = std::chrono::steady_clock::now();
        while (!waitUntil(next)) {
            next = std::chrono::steady_clock::now();
            if (startSource()) {
                collect();
                next += source->interval();
            } else {
                next += std::max(source->interval(), kStartAgainAfter);
            }
        }
        source->stop();
        const std::lock_guard lock(mutex);
        isDone = true;
        changed.notify_all();
    }
};

SourceRunner::SourceRunner(std::shared_ptr<Source> source)
    : shared_(std::make_shared<Shared>(std::move(source)))
    , name_(shared_->source->name())
    , usesRecorder_(shared_->source->usesRecorder())
{
}

SourceRunner::~SourceRunner() { stop(); }

void SourceRunner::start()
{
    if (!thread_.joinable()) {
        thread_ = std::thread([shared = shared_] { shared->run(); });
    }
}

void SourceRunner::askToStop()
{
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->isStopping = true;
        shared_->changed.notify_all();
    }
    shared_->source->stop();
}

void SourceRunner::stop()
{
    askToStop();
    if (!thread_.joinable()) {
        return;
    }
    std::unique_lock lock(shared_->mutex);
    const bool isDone = shared_->changed.wait_for(lock, kPatience, [&] { return shared_->isDone; });
    lock.unlock();
    if (isDone) {
        thread_.join();
    } else {
        thread_.detach();
    }
}

void SourceRunner::collectOnce()
{
    if (shared_->startSource()) {
        shared_->collect();
    }
}

SourceState SourceRunner::state() const
{
    SourceState state { name_, usesRecorder_, nullptr, {}, shared_->source->workload() };
    const std::lock_guard lock(shared_->mutex);
    state.readings = shared_->readings;
    state.problem = shared_->problem;
    return state;
}

Source& SourceRunner::source() const { return *shared_->source; }

}  // namespace headroom
